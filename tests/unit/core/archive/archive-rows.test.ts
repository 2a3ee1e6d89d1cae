import { describe, expect, it } from 'vitest';
import { ArchiveRows, MOST_ROWS } from '../../../../src/lib/core/archive/archive-rows';
import { CsvScan } from '../../../../src/lib/core/archive/csv-scan';
import { makeBytes, makePlan } from './archive-fixture';

const plan = makePlan('fires.csv');
const bare = {
  time: { type: 'text', value: null },
  end: null,
  lon: NaN,
  lat: NaN,
  kind: ''
} as const;

describe('so many rows that no page could hold more', () => {
  it('end the reading of a CSV file, named by the line, and what came before is kept', async () => {
    const rows = new ArchiveRows(plan, null);
    for (let row = 0; row < MOST_ROWS - 2; row++) rows.add(bare, row + 2);
    const read = (text: string) =>
      new CsvScan(plan.source, () => undefined).run(
        makeBytes(`time,lon,lat\n${text}`),
        rows,
        () => undefined,
        undefined
      );
    expect(await read('2022,1,2\nsoon,1,2\n\n\n')).toBeNull();
    expect(rows.full).toBe(true);
    for (const text of ['\n2022,1,2\n2022,1,2\n', '\n2022,"1"x,2\n']) {
      expect(await read(text)).toMatchObject({
        code: 'file-too-long',
        line: 3,
        message: 'The file has more than 5 million rows; the rest is left out.'
      });
    }
    expect(rows.finish()).toMatchObject({ rows: MOST_ROWS, columns: { size: MOST_ROWS - 1 } });
  }, 60_000);
});

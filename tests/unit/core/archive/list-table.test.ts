import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { ArchiveIndex } from '../../../../src/lib/core/archive/archive-index';
import { NO_TEXTS, cleanTexts } from '../../../../src/lib/core/archive/archive-texts';
import { listCsv } from '../../../../src/lib/core/archive/list-table';
import { WindowList } from '../../../../src/lib/core/archive/window-list';
import { columnsOf, rows, window } from './arbitrary-columns';

const kindName = (kind: number) => `kind ${kind}`;
const textsOf = (row: number) =>
  Promise.resolve(cleanTexts({ ...NO_TEXTS, title: `Event ${row}`, text: '=1+1' }));

describe('a list as a table', () => {
  it('has a line for each of its events, in its order, as the columns have them', async () => {
    await fc.assert(
      fc.asyncProperty(rows, window, async (all, span) => {
        const columns = columnsOf(all);
        const list = new WindowList(ArchiveIndex.build(columns), span, 'may');
        const csv = await listCsv(list, kindName, textsOf);
        const { data } = Papa.parse<Record<string, string>>(csv, { header: true });
        expect(data).toHaveLength(list.length);
        data.forEach((line, n) => {
          const row = list.index.rows[list.at(n)] as number;
          expect(line).toMatchObject({ row: String(row + 1), title: `Event ${row}` });
          expect(line).toMatchObject({ kind: kindName(all[row]?.kind ?? -1), source: '' });
          const [lon, lat] = all[row]?.at ?? [NaN, NaN];
          if (Number.isNaN(lon)) expect([line['lon'], line['lat']]).toEqual(['', '']);
          // 180° west is 180° east, and a pole is as near to it as the index keeps.
          else expect(Math.abs(Number(line['lon']) - lon) % 360).toBeCloseTo(0, 5);
          if (!Number.isNaN(lat)) expect(Number(line['lat'])).toBeCloseTo(lat, 3);
          const { start = NaN, end = NaN } = all[row]?.when ?? {};
          expect(line['start']).toBe(start === -Infinity ? '' : new Date(start).toISOString());
          expect(line['end']).toBe(end === Infinity ? '' : new Date(end).toISOString());
        });
      })
    );
  });

  it('holds no formula', async () => {
    const index = ArchiveIndex.build(
      columnsOf([
        { when: { start: 0, startLatest: 0, endEarliest: 0, end: 0 }, at: [1, 2], kind: 0 }
      ])
    );
    expect(await listCsv(new WindowList(index, null, 'may'), kindName, textsOf)).toContain("'=1+1");
  });

  it('is none when words cannot be fetched', async () => {
    const index = ArchiveIndex.build(
      columnsOf([{ when: { start: 0, startLatest: 0, endEarliest: 0, end: 0 }, at: null, kind: 0 }])
    );
    const list = new WindowList(index, null, 'may');
    await expect(listCsv(list, kindName, () => Promise.resolve(null))).rejects.toThrow('row 0');
  });
});

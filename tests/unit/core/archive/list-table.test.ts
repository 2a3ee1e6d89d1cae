import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { ArchiveIndex } from '../../../../src/lib/core/archive/archive-index';
import { NO_TEXTS, type RawTexts } from '../../../../src/lib/core/archive/archive-texts';
import { flagRows, listCsv } from '../../../../src/lib/core/archive/list-table';
import { WindowList } from '../../../../src/lib/core/archive/window-list';
import { columnsOf, rows, window, type Row } from './arbitrary-columns';

const kindName = (kind: number) => `kind ${kind}`;
const whenWords = (position: number) => `when ${position}`;
const wordsOf = (row: number): RawTexts => ({
  ...NO_TEXTS,
  ...{ title: `Event ${row}`, text: '=1+1', radius: `${row + 1}` }
});

/** The list as a table; its words in the order of rows. */
async function tableOf(list: WindowList) {
  const flags = flagRows(list);
  const texts = [...flags.keys()].filter((row) => flags[row] === 1).map(wordsOf);
  return (await listCsv(list, kindName, whenWords, texts)).join('');
}

const instant: Row = {
  when: { start: 0, startLatest: 0, endEarliest: 0, end: 0 },
  at: [1, 2],
  kind: 0
};

describe('a list as a table', () => {
  it('has a line for each of its events, in its order, as the columns have them', async () => {
    await fc.assert(
      fc.asyncProperty(rows, window, async (all, span) => {
        const list = new WindowList(ArchiveIndex.build(columnsOf(all)), span, 'may');
        const csv = await tableOf(list);
        const { data } = Papa.parse<Record<string, string>>(csv, { header: true });
        expect(data).toHaveLength(list.length);
        data.forEach((line, n) => {
          const row = list.index.rows[list.at(n)] as number;
          expect(line).toMatchObject({ row: String(row + 1), title: `Event ${row}` });
          expect(line).toMatchObject({ kind: kindName(all[row]?.kind ?? -1), source: '' });
          expect(line['when']).toBe(whenWords(list.at(n)));
          expect(line['radius_m']).toBe(String(row + 1));
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

  it('is whole where it is written in several parts', async () => {
    const index = ArchiveIndex.build(columnsOf(new Array<Row>(2_500).fill(instant)));
    const csv = await tableOf(new WindowList(index, null, 'may'));
    const { data } = Papa.parse<Record<string, string>>(csv, { header: true });
    expect(data.map(({ row }) => Number(row))).toEqual(
      Array.from({ length: 2_500 }, (_, i) => i + 1)
    );
  });

  it('holds no formula', async () => {
    const index = ArchiveIndex.build(columnsOf([instant]));
    expect(await tableOf(new WindowList(index, null, 'may'))).toContain("'=1+1");
  });

  it('is none when words are missing', async () => {
    const index = ArchiveIndex.build(columnsOf([instant]));
    const list = new WindowList(index, null, 'may');
    await expect(listCsv(list, kindName, whenWords, [])).rejects.toThrow('no words of row 0');
  });
});

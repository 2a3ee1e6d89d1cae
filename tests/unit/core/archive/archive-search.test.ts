import fc from 'fast-check';
import Papa from 'papaparse';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../../src/lib/core/archive/archive-file';
import { foldText, searchWords } from '../../../../src/lib/core/text-search';
import { makeBytes, makePlan } from './archive-fixture';

interface Event {
  /** A row that cannot be used has none. */
  readonly time: string;
  readonly title: string;
  readonly text: string;
  readonly place: string;
  readonly source: string;
}

const COLUMNS = { title: 'title', text: 'text', place: 'place', source: 'source' } as const;
const NAMES = ['time', 'lon', 'lat', 'title', 'text', 'place', 'source'] as const;
const cellsOf = (event: Event) => ({ lon: 1, lat: 2, ...event });

const FORMATS = {
  'fires.csv': (events: readonly Event[]) =>
    `\ufeff${Papa.unparse(events.map(cellsOf), { columns: [...NAMES] })}\n`,
  'fires.parquet': (events: readonly Event[]) =>
    new Uint8Array(
      parquetWriteBuffer({
        columnData: NAMES.map((name) => ({
          name,
          type: name === 'lon' || name === 'lat' ? ('DOUBLE' as const) : ('STRING' as const),
          data: events.map((event) => cellsOf(event)[name])
        })),
        rowGroupSize: events.length > 1000 ? 60_000 : 3
      })
    )
};
type File = keyof typeof FORMATS;
const FILES = Object.keys(FORMATS) as File[];

async function open(file: File, list: readonly Event[]) {
  const archive = openArchive(makePlan(file, COLUMNS), makeBytes(FORMATS[file](list), 50));
  const { columns } = await archive.load();
  return { archive, rows: [...(columns.rows ?? Array(columns.size).keys())] };
}

const event = (parts: Partial<Event>): Event => ({
  ...{ time: '2022', title: '', text: '', place: '', source: '' },
  ...parts
});
const found = (bytes: Uint8Array) => [...bytes].flatMap((byte, i) => (byte === 1 ? [i] : []));

const words = fc.constantFrom(
  ...['Tirana', 'tirane', 'Tiranë', 'EMBASSY', 'Ⅻ', 'تهران', 'كتاب', 'کتاب', '۲۰۲۲', 'ß', 'a"b'],
  ...['x,y', 'two\nlines', 'a']
);
const texts = fc.array(words, { maxLength: 3 }).map((list) => list.join(' '));
const events = fc.record({
  time: fc.constantFrom('2022', '2021-05-03', '', 'soon'),
  title: texts,
  text: texts,
  place: texts,
  source: texts
});

for (const file of FILES) {
  describe(`a search of ${file}`, () => {
    it('finds the events whose title, text or place have all words, as a look at each does', async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(events, { minLength: 1, maxLength: 12 }),
          texts,
          async (list, typed) => {
            const { archive, rows } = await open(file, list);
            const all = await archive.texts(rows);
            const wanted = all.flatMap(({ title, text, place }, i) => {
              const own = foldText([title, text, place].join('\n'));
              return searchWords(typed).every((word) => own.includes(word)) ? [rows[i]] : [];
            });
            expect(found(await archive.search(typed))).toEqual(wanted);
          }
        ),
        { numRuns: 60 }
      );
    });

    it('does not look into sources', async () => {
      const { archive } = await open(file, [
        event({ source: 'Reuters' }),
        event({ title: 'Reuters' })
      ]);
      expect(found(await archive.search('reuters'))).toEqual([1]);
    });

    it('says how far it is', async () => {
      // More than is read at a time.
      const list = new Array<Event>(file.endsWith('.csv') ? 9 : 140_000).fill(
        event({ title: 'Fire' })
      );
      const { archive } = await open(file, list);
      const shares: number[] = [];
      await archive.search('fire', (share) => shares.push(share));
      expect(shares.length).toBeGreaterThan(0);
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.at(-1)).toBe(1);
    });

    it('collects the texts of the rows that are asked for, as they are in the file but for what cannot be seen', async () => {
      const long = 'x'.repeat(20_000);
      const { archive } = await open(file, [
        event({ title: 'A' }),
        event({ time: 'soon', title: 'B' }),
        event({ title: 'C\u202e', text: long, place: 'two\nlines', source: 'page 3' }),
        event({ title: 'D' })
      ]);
      expect(await archive.collect(Uint8Array.of(0, 1, 1, 1))).toEqual([
        { title: 'C', text: long, place: 'two\nlines', radius: null, source: 'page 3' },
        expect.objectContaining({ title: 'D' })
      ]);
    });

    it('finds those that had come when loading was stopped', async () => {
      // More than is read at a time.
      const many = file.endsWith('.csv') ? 5_000 : 140_000;
      const list = Array.from({ length: many }, (_, i) => event({ title: `${i % 2} Fire` }));
      const bytes = makeBytes(FORMATS[file](list), 70_000);
      const archive = openArchive(makePlan(file, COLUMNS), bytes);
      const stop = new AbortController();
      const { columns } = await archive.load(() => stop.abort(), stop.signal);
      expect(columns.size).toBeGreaterThan(500);
      expect(columns.size).toBeLessThan(many);
      const odd = await archive.search('1 fire');
      expect(odd).toEqual(Uint8Array.from({ length: columns.size }, (_, i) => i % 2));
    });

    it('ends when it is told to', async () => {
      const { archive } = await open(file, [event({ title: 'Fire' })]);
      const stop = new AbortController();
      stop.abort(new Error('enough'));
      await expect(archive.search('fire', undefined, stop.signal)).rejects.toThrow('enough');
    });
  });
}

it('an archive that has not been loaded is not searched', async () => {
  const archive = openArchive(makePlan('fires.csv'), makeBytes(''));
  await expect(archive.search('fire')).rejects.toThrow('it has not been loaded');
});

describe('a search of a file that is no longer what it was', () => {
  const list = Array.from({ length: 3_000 }, (_, i) => event({ title: `Fire ${i}` }));

  it('does not pass for one that found nothing: a CSV file with other rows', async () => {
    const [before, after] = [FORMATS['fires.csv'](list), FORMATS['fires.csv'](list.slice(9))];
    const bytes = makeBytes(before, 9_000);
    let times = 0;
    const archive = openArchive(makePlan('fires.csv', COLUMNS), {
      ...bytes,
      chunks: () => (times++ === 0 ? bytes : makeBytes(after, 9_000)).chunks()
    });
    await archive.load();
    await expect(archive.search('fire')).rejects.toThrow(
      'fires.csv is not as it was when it was loaded: reload the page.'
    );
  });

  it('names the row and the column at which a Parquet file is damaged', async () => {
    const file = FORMATS['fires.parquet'](list.slice(0, 9));
    // Titles of the second group, which loading does not look at.
    const at = Buffer.from(file).indexOf('Fire 3');
    file.fill(0xff, at - 12, at + 12);
    const archive = openArchive(makePlan('fires.parquet', COLUMNS), makeBytes(file));
    const { columns } = await archive.load();
    expect(columns.size).toBe(9);
    await expect(archive.search('fire')).rejects.toThrow(
      /^fires\.parquet, row 4, column "title": The file is damaged/
    );
  });
});

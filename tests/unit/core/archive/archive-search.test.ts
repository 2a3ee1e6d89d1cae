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
      const { archive } = await open(file, new Array<Event>(7).fill(event({ title: 'Fire' })));
      const shares: number[] = [];
      await archive.search('fire', (share) => shares.push(share));
      expect(shares).toEqual([...shares].sort((a, b) => a - b));
      expect(shares.every((share) => share > 0 && share <= 1)).toBe(true);
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

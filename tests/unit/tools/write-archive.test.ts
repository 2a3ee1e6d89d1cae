import fc from 'fast-check';
import { parquetMetadata } from 'hyparquet';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { writeArchive } from '../../../tools/write-archive';
import {
  ALL_COLUMNS,
  listEvents,
  loadAll,
  makeBytes,
  makePlan,
  shortFaults
} from '../core/archive/archive-fixture';

const ZONE = 'Europe/Tirane';
const KINDS = ['fire', 'flood'];

const make = (csv: string, columns = ALL_COLUMNS) =>
  writeArchive(makeBytes(csv, 1000), columns, ZONE);

/** What a file is made of: the events, and the words of each, whichever way its time is written. */
async function read(file: string, content: string | Uint8Array) {
  const plan = makePlan(file, ALL_COLUMNS, KINDS);
  const { archive, columns, ...loaded } = await loadAll(plan, content);
  const texts = await archive.texts([...(columns.rows ?? Array(columns.size).keys())]);
  const events = listEvents(columns).map((event, i) => ({ event, words: texts[i] }));
  return { ...loaded, events };
}

const pad = (value: number, digits = 2) => String(value).padStart(digits, '0');
const day = fc
  .tuple(
    fc.integer({ min: -9999, max: 9999 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 28 })
  )
  .filter(([year]) => year !== 0)
  .map(([y, m, d]) => `${y < 0 ? '-' : ''}${pad(Math.abs(y), 4)}-${pad(m)}-${pad(d)}`);
const clock = fc
  .tuple(fc.nat(23), fc.nat(59), fc.nat(59), fc.nat(999))
  .map(([h, m, s, ms]) => `${pad(h)}:${pad(m)}:${pad(s)}.${pad(ms, 3)}`);
const local = fc.tuple(day, fc.constantFrom('T', ' '), clock).map((parts) => parts.join(''));
const instant = fc
  .tuple(local, fc.constantFrom('Z', '+02:00', '-03:30'))
  .map((parts) => parts.join(''));
const edtf = fc.oneof(
  fc.tuple(day, day).map(([a, b]) => [a, b].sort().join('/')),
  day.map((date) => `${date}/..`),
  day.map((date) => `../${date}`),
  fc.constantFrom('-0044~', '199X', '2022-08?', '2001-21', 'soon', '2022-02-30')
);
const cell = fc.string({
  unit: fc.constantFrom('a', 'b', ' ', ',', '"', '\n', 'ë', '诗', '😀', '=', '\u202e'),
  maxLength: 8
});
const degrees = (most: number) =>
  fc.oneof(
    fc.double({ min: -most, max: most, noNaN: true }),
    fc.constantFrom('', 'x', most, -most)
  );

/** The times of one file: of one form, or of any. */
const times = fc.constantFrom(day, local, instant, edtf, fc.oneof(day, local, instant, edtf));
const rows = fc.tuple(times, times).chain(([time, end]) =>
  fc.array(
    fc.record({
      time: fc.oneof({ weight: 9, arbitrary: time }, { weight: 1, arbitrary: fc.constant('') }),
      end: fc.oneof(fc.constant(''), end),
      lon: degrees(180),
      lat: degrees(90),
      title: cell,
      text: cell,
      place: cell,
      source: cell,
      kind: fc.constantFrom('fire', 'flood')
    }),
    { maxLength: 40 }
  )
);

describe('an archive made of a CSV file', () => {
  it('holds the events and the words of the CSV file, in the order of time', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (rows) => {
        const fields = Object.keys(ALL_COLUMNS).flatMap((role) =>
          role === 'where' ? ['lon', 'lat'] : role
        );
        const csv = Papa.unparse({ fields, data: rows });
        const fromCsv = await read('a.csv', csv);
        const made = await make(csv);
        const { events, rows: count, undated, unplaced, faults } = made;
        expect({ events, rows: count, undated, unplaced, faults }).toEqual({
          events: fromCsv.events.length,
          rows: fromCsv.rows,
          undated: fromCsv.undated,
          unplaced: fromCsv.unplaced,
          faults: fromCsv.faults
        });
        expect(made.parquet === null).toBe(events === 0);
        if (!made.parquet) return;
        const fromParquet = await read('a.parquet', made.parquet);
        expect(fromParquet).toMatchObject({
          complete: true,
          faults: { total: 0 },
          undated,
          unplaced
        });
        // Stable, with the undated last, whose start is not a number.
        const start = ({ event }: (typeof fromCsv.events)[number]) => event[0] ?? NaN;
        const key = (value: number) => (Number.isNaN(value) ? [1, 0] : [0, value]);
        const sorted = [...fromCsv.events].sort((a, b) => {
          const [[x = 0, u = 0], [y = 0, v = 0]] = [key(start(a)), key(start(b))];
          return x - y || (u < v ? -1 : u > v ? 1 : 0);
        });
        expect(fromParquet.events).toEqual(sorted);
      }),
      { numRuns: 150 }
    );
  }, 120_000);

  const header = 'time,end,lon,lat,title,text,place,kind,source';
  const typesOf = (parquet: Uint8Array | null) =>
    Object.fromEntries(
      parquetMetadata(parquet ?? new Uint8Array()).schema.map(
        ({ name, type, converted_type: converted, logical_type: logical }) => [
          name,
          logical?.type === 'TIMESTAMP' && !logical.isAdjustedToUTC ? 'clock' : (converted ?? type)
        ]
      )
    );

  for (const [cells, type] of [
    [['2022-07-15', '', '-0044-03-15'], 'DATE'],
    [['2022-07-15T10:00Z', '2022-07-15 10:00:00.123+02:00', ''], 'TIMESTAMP_MILLIS'],
    [['2022-07-15 10:00', '2022-07-15T10:00:05'], 'clock'],
    [['2022-07-15', '2022-07-15T10:00Z'], 'UTF8'],
    [['2022-07-15 10:00', '2022-07-15T10:00Z'], 'UTF8'],
    [['2022-07-15', '2022-08~'], 'UTF8'],
    [['', ''], 'UTF8']
  ] as const) {
    it(`stores the times ${cells.map((cell) => `"${cell}"`).join(', ')} as ${type}`, async () => {
      const { parquet } = await make(
        [header, ...cells.map((cell) => `${cell},,1,2,,,,,`)].join('\n')
      );
      expect(typesOf(parquet)).toMatchObject({ time: type, lon: 'DOUBLE', lat: 'DOUBLE' });
    });
  }

  it('has the columns of the index side by side and first, and no others than those named', async () => {
    const text = `junk,title,lat,time,kind,lon\nx,A,1,2022,k,2\n`;
    const none = { end: null, text: null, radius: null, source: null };
    const columns = { ...ALL_COLUMNS, ...none, place: 'title' };
    const { parquet } = await make(text, columns);
    expect(Object.keys(typesOf(parquet))).toEqual(['root', 'time', 'lon', 'lat', 'kind', 'title']);
  });

  it('lists what there is in the column of the kind, the most frequent first', async () => {
    const kinds = ['a', 'b', '', 'b', 'c', 'b', 'c'];
    const made = await make([header, ...kinds.map((kind) => `2022,,1,2,,,,${kind},`)].join('\n'));
    expect(made.kinds).toEqual(['b', 'c', 'a', '']);
    expect((await make(`${header}\n`, { ...ALL_COLUMNS, kind: null })).kinds).toBeNull();
  });

  it('is none when no row can be used, or a column is missing', async () => {
    const none = await make(`${header}\nsoon,,1,2,,,,,\n`);
    expect(none).toMatchObject({ parquet: null, events: 0, rows: 1, broken: null });
    const missing = await make('time,lon,lat\n2022,1,2\n');
    expect(missing).toMatchObject({ parquet: null, broken: { code: 'column-missing' } });
    expect(shortFaults(missing)).toEqual(['column-missing line 1 end']);
  });
});

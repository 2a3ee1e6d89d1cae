import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../../src/lib/core/archive/archive-file';
import { readWhen } from '../../../../src/lib/core/time';
import {
  ALL_COLUMNS,
  listEvents,
  loadAll,
  makeBytes,
  makePlan,
  shortFaults
} from './archive-fixture';

const plan = makePlan('fires.csv');
const NOON = Date.UTC(2022, 6, 15, 10);

/** A file of these rows, with a header for the plan above. */
const file = (...rows: string[]) => ['time,lon,lat', ...rows, ''].join('\n');

describe('a CSV archive', () => {
  it('gives one event a row, in the order of the file', async () => {
    const { columns, complete, rows } = await loadAll(
      plan,
      file('2022-07-15T12:00,19.8,41.3', '2021-01-01T00:00:00.5Z,-70,-45.25')
    );
    const half = Date.UTC(2021, 0, 1, 0, 0, 0, 500);
    expect(listEvents(columns)).toEqual([
      [NOON, NOON, NOON, NOON, 19.8, 41.3, 0],
      [half, half, half, half, -70, -45.25, 0]
    ]);
    expect({ complete, rows }).toEqual({ complete: true, rows: 2 });
    // Instants begin and end at their bounds, and all events are of one kind.
    expect(columns).toMatchObject({ startLatest: null, endEarliest: null, kind: null });
  });

  it('holds apart the earliest and the latest start where a date is a whole day', async () => {
    const { columns } = await loadAll(plan, file('2022-07-15T12:00,1,2', '2022-07-15,1,2'));
    const day = readWhen('2022-07-15', 'Europe/Tirane');
    if ('fault' in day) throw new Error(day.fault);
    expect(listEvents(columns)[0]?.slice(0, 4)).toEqual([NOON, NOON, NOON, NOON]);
    expect(listEvents(columns)[1]?.slice(0, 4)).toEqual([
      day.startEarliest,
      day.endLatest,
      day.startEarliest,
      day.endLatest
    ]);
  });

  it('goes on from the start of its time to the end of its end', async () => {
    const { columns } = await loadAll(
      makePlan('fires.csv', { end: 'until' }),
      'time,until,lon,lat\n2022-07-15,2022-07-20,1,2\n2022-07-15,,1,2\n'
    );
    const span = readWhen('2022-07-15/2022-07-20', 'Europe/Tirane');
    if ('fault' in span) throw new Error(span.fault);
    const { startEarliest, startLatest, endEarliest, endLatest } = span;
    expect(listEvents(columns)[0]?.slice(0, 4)).toEqual([
      startEarliest,
      startLatest,
      endEarliest,
      endLatest
    ]);
    expect(columns.end[1]).toBe(startLatest);
  });

  it('keeps rows without a time or a place, and counts them', async () => {
    const loaded = await loadAll(plan, file(',1,2', '2022,,', ' , , '));
    expect(loaded).toMatchObject({ undated: 2, unplaced: 2, rows: 3 });
    expect(loaded.columns.size).toBe(3);
    expect([...loaded.columns.start].map(Number.isNaN)).toEqual([true, false, true]);
    expect([...loaded.columns.lon].map(Number.isNaN)).toEqual([false, true, true]);
    expect([...loaded.columns.lat].map(Number.isNaN)).toEqual([false, true, true]);
    expect(loaded.faults.total).toBe(0);
  });

  it('finds its columns by name, in any order, among others, with spaces around them', async () => {
    const { columns, faults } = await loadAll(plan, 'id, lat ,x,"time",lon\n7,41,,2022,19\n');
    expect(faults.total).toBe(0);
    expect(listEvents(columns)[0]?.slice(4)).toEqual([19, 41, 0]);
  });

  for (const [name, separator] of [
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t']
  ] as const) {
    for (const [ending, newline] of [
      ['LF', '\n'],
      ['CR LF', '\r\n'],
      ['CR', '\r']
    ] as const) {
      it(`is separated by ${name} with lines that end in ${ending}, with or without a byte order mark`, async () => {
        const rows = ['time lon lat note', '2022 1 2 a', '"2023" "3" "4" "b,;\t c"'];
        const text = rows
          .map((row, i) => (i < 2 ? row.split(' ') : row.split(/ (?=")/)).join(separator))
          .join(newline);
        for (const whole of [text, `${text}${newline}`, `\ufeff${text}`]) {
          const { columns, faults, archive } = await loadAll(
            makePlan('fires.csv', { title: 'note' }),
            whole
          );
          expect(shortFaults({ faults })).toEqual([]);
          expect([...columns.lon]).toEqual([1, 3]);
          expect([...columns.lat]).toEqual([2, 4]);
          const texts = await archive.texts([1, 0]);
          expect(texts.map(({ title }) => title)).toEqual(['b,; c', 'a']);
        }
      });
    }
  }

  it('takes the separator that gives the names it needs, even when another gives more cells', async () => {
    const { columns } = await loadAll(plan, 'time;lon;lat;a,b,c,d,e,f\n2022;1;2;x,x,x,x,x,x\n');
    expect(columns.size).toBe(1);
  });

  it('is read with the separator of its header though empty lines stand before that', async () => {
    for (const newline of ['\n', '\r\n', '\r']) {
      const lines = ['', '', 'time;lon;lat', '2022;1;2', ''];
      for (const mark of ['', '\ufeff']) {
        const { columns, broken } = await loadAll(plan, mark + lines.join(newline));
        expect(broken).toBeNull();
        expect(listEvents(columns)[0]?.slice(4)).toEqual([1, 2, 0]);
      }
    }
  });

  it('has degrees with a hyphen or a minus sign before them', async () => {
    const { columns, faults } = await loadAll(
      plan,
      file('2022,-19.82,\u221241.33', '2022,\u22121e\u22122,2')
    );
    expect(faults.total).toBe(0);
    expect([...columns.lon]).toEqual([-19.82, -0.01]);
    expect([...columns.lat]).toEqual([-41.33, 2]);
  });

  it('has degrees with a comma in place of the point, where cells are separated by something else', async () => {
    for (const separator of [';', '\t']) {
      const text = ['time,lon,lat', '2022,19.82,\u221241.33', '2022,1.5,2', '2022,1.500.0,2'];
      const lines = text.map((line) => line.replaceAll(',', separator).replaceAll('.', ','));
      const loaded = await loadAll(plan, lines.join('\n'));
      expect([...loaded.columns.lon]).toEqual([19.82, 1.5]);
      expect([...loaded.columns.lat]).toEqual([-41.33, 2]);
      expect(shortFaults(loaded)).toEqual(['coordinate-unreadable line 4 lon']);
    }
  });

  it('skips empty lines without a word', async () => {
    const loaded = await loadAll(plan, '\n\ntime,lon,lat\n\n2022,1,2\n\n\n2023,1,2\n\n');
    expect(loaded).toMatchObject({ rows: 2, faults: { total: 0 } });
  });

  it('is the same in pieces of any size', async () => {
    const text = file('2022-07-15,19.8,41.3', '"2022-08~","1","2"', 'x,1,2', '2023,"1\n",2');
    const whole = await loadAll(plan, text, 1000);
    for (const piece of [1, 2, 3, 5, 11, 64]) {
      const parts = await loadAll(plan, text, piece);
      expect(listEvents(parts.columns)).toEqual(listEvents(whole.columns));
      expect(parts.faults).toEqual(whole.faults);
    }
  });

  it('is the same over many pieces that are split one by one', async () => {
    // More than is split at a time, with quotation marks around line breaks here and there.
    const rows = Array.from({ length: 30_000 }, (_, i) =>
      i % 7 === 0 ? `2022-07-15,"${i % 180}\n",${i % 90}` : `2022-07-15,${i % 180},${i % 90}`
    );
    const { columns, faults } = await loadAll(plan, file(...rows), 100_000);
    expect(faults.total).toBe(0);
    expect([...columns.lon]).toEqual(rows.map((_, i) => i % 180));
    expect([...columns.lat]).toEqual(rows.map((_, i) => i % 90));
  });

  it('has no events when it has a header only', async () => {
    const loaded = await loadAll(plan, 'time,lon,lat');
    expect(loaded).toMatchObject({ complete: true, rows: 0, broken: null });
    expect(loaded.columns.size).toBe(0);
  });
});

describe('a row of a CSV archive', () => {
  it('that cannot be used is left out and named by line, column and value; the others load', async () => {
    const loaded = await loadAll(
      makePlan('fires.csv', { end: 'end', kind: 'kind' }, ['fire']),
      [
        'time,end,lon,lat,kind',
        '2022-02-30,,1,2,fire',
        '2022-07-15,tomorrow,1,2,fire',
        '2022-07-15,2022-07-14,1,2,fire',
        '2022,,"1',
        '",2,fire',
        '2022,,north,2,fire',
        '2022,,"41,33",2,fire',
        '2022,,181,2,fire',
        '2022,,1,-190.5,fire',
        '2022,,41.3,119.8,fire',
        '2022,,1,,fire',
        '2022,,,2,fire',
        '2022,,1,2,storm',
        '2022,,1,2',
        '2022,,1,2,fire,,',
        '2022,,1,2,fire,more',
        '{2022,2023},,1,2,fire',
        'Y999999,,1,2,fire'
      ].join('\n')
    );
    expect(shortFaults(loaded)).toEqual([
      'date-impossible line 2 time',
      'date-unreadable line 3 end',
      'date-reversed line 4 end',
      'coordinate-unreadable line 7 lon',
      'coordinate-unreadable line 8 lon',
      'coordinate-out-of-range line 9 lon',
      'coordinate-out-of-range line 10 lat',
      'coordinates-swapped line 11 lat',
      'coordinate-missing line 12 lat',
      'coordinate-missing line 13 lon',
      'kind-unlisted line 14 kind',
      'row-cells line 15',
      'row-cells line 17',
      'row-cells line 18',
      'date-out-of-range line 19 time'
    ]);
    expect(loaded.columns.size).toBe(2);
    expect(loaded).toMatchObject({ rows: 17, complete: true });
    const [first, , , , comma] = loaded.faults.examples;
    expect(first).toMatchObject({ row: 1, value: '2022-02-30' });
    expect(comma).toMatchObject({ row: 6, value: '41,33' });
    for (const { message, remedy } of loaded.faults.examples) {
      expect(message + remedy).not.toMatch(/undefined|\[object/);
      expect(message).toMatch(/\.$/);
    }
  });

  it('is named by the line an editor shows, whatever came before', async () => {
    const lines = ['time,lon,lat', '2022,"1', '","2', '"', '', 'x,1,2', '2022,1,2', 'y,1,2'];
    for (const newline of ['\n', '\r\n', '\r']) {
      const loaded = await loadAll(plan, lines.join(newline), 5);
      expect(shortFaults(loaded)).toEqual([
        'date-unreadable line 6 time',
        'date-unreadable line 8 time'
      ]);
    }
  });

  it('is of the kind that its cell stands for, of the last kind if that is "other", else left out', async () => {
    const text = 'time,lon,lat,kind\n2022,1,2,Fire\n2022,1,2, Water \n2022,1,2,?\n2022,1,2,\n';
    const cells = { Fire: 'fire', Water: 'flood' };
    const names = { kind: 'kind' };
    const closed = await loadAll(makePlan('a.csv', names, ['flood', 'fire'], cells), text);
    expect([...(closed.columns.kind ?? [])]).toEqual([1, 0]);
    expect(shortFaults(closed)).toEqual(['kind-unlisted line 4 kind', 'kind-unlisted line 5 kind']);
    const open = await loadAll(makePlan('a.csv', names, ['flood', 'fire', 'other'], cells), text);
    expect([...(open.columns.kind ?? [])]).toEqual([1, 0, 2, 2]);
    const empty = { ...cells, '': 'fire', '?': 'flood' };
    const all = await loadAll(makePlan('a.csv', names, ['flood', 'fire'], empty), text);
    expect([...(all.columns.kind ?? [])]).toEqual([1, 0, 0, 1]);
  });

  it('names its kind by id when the archive lists none, and no kind by a name that objects have', async () => {
    const text = 'time,lon,lat,kind\n2022,1,2,flood\n2022,1,2,constructor\n2022,1,2,__proto__\n';
    const loaded = await loadAll(makePlan('a.csv', { kind: 'kind' }), text);
    expect([...(loaded.columns.kind ?? [])]).toEqual([1]);
    expect(loaded.faults.total).toBe(2);
  });

  it('is counted when it is the thousandth of its fault, and some of each fault are shown', async () => {
    const bad = Array.from({ length: 1000 }, () => 'soon,1,2');
    const other = Array.from({ length: 90 }, (_, i) => `2022,1${i}x,2`);
    const loaded = await loadAll(plan, file(...bad, ...other, '2022,1', '2022,1,2'), 4096);
    expect(loaded.faults.counts).toEqual([
      { code: 'date-unreadable', count: 1000 },
      { code: 'coordinate-unreadable', count: 90 },
      { code: 'row-cells', count: 1 }
    ]);
    expect(loaded.faults.total).toBe(1091);
    expect(loaded.faults.examples).toHaveLength(41);
    expect(loaded.columns.size).toBe(1);
  });
});

describe('quotation marks in a CSV archive', () => {
  it('that are not closed as they should be cost their own row', async () => {
    const loaded = await loadAll(plan, file('2022,"1"x,2', '2022,1,2'));
    expect(shortFaults(loaded)).toEqual(['row-quotes line 2']);
    expect(loaded.columns.size).toBe(1);
  });

  it('that are never closed cost one line each, not the rest of the file', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `2022,${i},2`);
    const loaded = await loadAll(plan, file(...rows, '2022,"1,2', ...rows));
    expect(shortFaults(loaded)).toEqual(['row-quotes line 52']);
    expect(loaded.columns.size).toBe(100);
    const last = await loadAll(plan, file(...rows, '2022,"1,2').trimEnd());
    expect(shortFaults(last)).toEqual(['row-quotes line 52']);
    expect(last.columns.size).toBe(50);
  });

  it('that are closed in a later row only cost no row between', async () => {
    const rows = [
      '2022,1,2,"open',
      '2022,1,2,x',
      '2022,1,2,"shut"',
      '2022,1,2,y',
      '2022,"1\n",2,z'
    ];
    const loaded = await loadAll(plan, ['time,lon,lat,note', ...rows, ''].join('\n'));
    expect(shortFaults(loaded)).toEqual(['row-quotes line 2']);
    expect(loaded.columns.size).toBe(4);
  });

  it('that are not closed for a megabyte cost one line, and the file is read on', async () => {
    const rows = Array.from({ length: 150_000 }, () => '2022,1,2,some more');
    const text = ['time,lon,lat,note', ...rows, '2022,1,2,"open', ...rows, ''].join('\n');
    const loaded = await loadAll(plan, text, 300_000);
    expect(shortFaults(loaded)).toEqual(['row-quotes line 150002']);
    expect(loaded.columns.size).toBe(300_000);
  }, 60_000);

  it('end the reading when there are too many of them that are never closed', async () => {
    // Each of these opens a cell whose end is nowhere.
    const rows = Array.from({ length: 600 }, () => '2022,1,2,"open "x');
    const loaded = await loadAll(plan, ['time,lon,lat,note', '2022,1,2,', ...rows].join('\n'));
    expect(loaded).toMatchObject({ complete: false, broken: { code: 'file-damaged' } });
    expect(loaded.columns.size).toBe(1);
  });
});

describe('a CSV file that is none', () => {
  const broken = async (content: string | Uint8Array) =>
    (await loadAll(makePlan('a.csv', { title: 'what' }), content)).broken;

  it('names the column that is missing, and those that are there', async () => {
    const fault = await broken('time,longitude,lat,what\n2022,1,2,x\n');
    expect(fault).toMatchObject({ code: 'column-missing', column: 'lon', line: 1 });
    expect(fault?.message).toContain('"time", "longitude", "lat", "what"');
  });

  it('names the column that is there twice', async () => {
    expect(await broken('time,lat,lon,lat,what\n2022,1,2,3,x\n')).toMatchObject({
      code: 'column-repeated',
      column: 'lat'
    });
  });

  it('loads without a column of words that is missing, and names it', async () => {
    const loaded = await loadAll(makePlan('a.csv', { title: 'what' }), file('2022,1,2'));
    expect(loaded).toMatchObject({ complete: true, broken: null });
    expect(shortFaults(loaded)).toEqual(['column-missing line 1 what']);
    expect((await loaded.archive.texts([0]))[0]?.title).toBeNull();
  });

  it('is empty', async () => {
    for (const text of ['', '\n\n', '\ufeff']) {
      expect(await broken(text)).toMatchObject({ code: 'file-empty' });
    }
  });

  it('is UTF-16, or no text at all', async () => {
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${file('2022,1,2')}`, 'utf16le'));
    expect((await broken(utf16))?.message).toBe('The file is UTF-16, not UTF-8.');
    const bare = new Uint8Array(Buffer.from(file('2022,1,2'), 'utf16le'));
    expect((await broken(bare))?.message).toBe('The file is not text, not UTF-8.');
  });

  it('has rows in another encoding, which are left out by name while the rest loads', async () => {
    const latin = Buffer.from(
      'time,lon,lat,what\n2022,1,2,Tiran\xeb\n2022,1,2,Elbasan\n',
      'latin1'
    );
    const utf8 = Buffer.from('2023,1,2,Tiranë\n');
    for (const piece of [7, 1000]) {
      const loaded = await loadAll(
        makePlan('a.csv', { title: 'what' }),
        new Uint8Array(Buffer.concat([latin, utf8])),
        piece
      );
      expect(shortFaults(loaded)).toEqual(['row-not-utf8 line 2']);
      const texts = await loaded.archive.texts([1, 2]);
      expect(texts.map(({ title }) => title)).toEqual(['Elbasan', 'Tiranë']);
    }
  });
});

describe('the words of a CSV archive', () => {
  /** Cells with all that has a meaning in CSV, in one to four bytes a character. */
  const cell = fc.string({
    unit: fc.constantFrom(
      'a',
      'b',
      ' ',
      ',',
      ';',
      '"',
      '\n',
      'ë',
      'ç',
      '\u0080',
      '\u009f',
      '€',
      '诗',
      '😀'
    ),
    maxLength: 12
  });
  const row = fc.record({ title: cell, text: cell, place: cell, source: cell, good: fc.boolean() });

  it('are those that the file holds in the row of the event, wherever rows were left out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 30 }),
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        fc.integer({ min: 1, max: 50 }),
        async (rows, delimiter, newline, piece) => {
          const data = rows.map(({ good, ...words }, i) => ({
            ...words,
            time: good ? `20${String(i).padStart(2, '0')}` : 'soon',
            end: '',
            lon: '1',
            lat: '2',
            radius: `${i + 1}`,
            kind: ''
          }));
          const columns = ['title', 'time', 'end', 'lon', 'text', 'lat', 'radius', 'kind', 'place'];
          columns.push('source');
          const text = Papa.unparse({ fields: columns, data }, { delimiter, newline });
          const loaded = await loadAll(
            makePlan('a.csv', { ...ALL_COLUMNS, kind: null }),
            text,
            piece
          );
          const kept = rows.flatMap((row, i) => (row.good ? [{ ...row, i }] : []));
          expect(loaded.columns.size).toBe(kept.length);
          const texts = await loaded.archive.texts(kept.map(({ i }) => i).reverse());
          // Characters that cannot be seen are left out, and only the text keeps its line breaks.
          const seen = (words: string) => words.replace(/[\u0080-\u009f]/g, '');
          const line = (words: string) => seen(words).replace(/\s+/g, ' ').trim() || null;
          expect(texts).toEqual(
            kept
              .map(({ title, text, place, source, i }) => ({
                title: line(title),
                text: seen(text).trim() || null,
                place: line(place),
                radius: i + 1,
                source: line(source),
                link: null
              }))
              .reverse()
          );
        }
      ),
      { numRuns: 200 }
    );
  }, 60_000);

  it('are fetched in one go where they are near one another, and in several where they are not', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `2022,1,2,title ${i} ${'x'.repeat(80)}`);
    const bytes = makeBytes(['time,lon,lat,what', ...rows].join('\n'), 4096);
    const asked: number[] = [];
    const archive = openArchive(makePlan('a.csv', { title: 'what' }), {
      ...bytes,
      slice(start, end = 0) {
        asked.push(end - start);
        return bytes.slice(start, end);
      }
    });
    await archive.load();
    const near = await archive.texts([12, 10, 11]);
    expect(near.map(({ title }) => title?.slice(0, 8))).toEqual([
      'title 12',
      'title 10',
      'title 11'
    ]);
    expect(asked).toHaveLength(1);
    expect(asked[0]).toBeLessThan(400);
    await archive.texts([0, 4999]);
    expect(asked).toHaveLength(3);
  });

  it('are asked for by the row of an event that was loaded, or not at all', async () => {
    const { archive } = await loadAll(plan, file('soon,1,2', '2022,1,2'));
    expect(await archive.texts([])).toEqual([]);
    for (const row of [0, 2, -1, 0.5, NaN]) {
      await expect(archive.texts([row])).rejects.toThrow(`row ${row} is none of the 1 events`);
    }
  });
});

describe('reading a CSV archive', () => {
  const rows = Array.from({ length: 20_000 }, (_, i) => `2022-07-15,${i % 180},2`);
  const text = file(...rows);

  it('says how far it has come, in rows and bytes', async () => {
    const seen: string[] = [];
    let last = { rows: -1, bytes: -1 };
    const archive = openArchive(
      { ...plan, source: { ...plan.source, rows: 20_000 } },
      makeBytes(text, 50_000)
    );
    await archive.load((progress) => {
      const { rows, bytes, rowsTotal, bytesTotal } = progress;
      expect(rows).toBeGreaterThanOrEqual(last.rows);
      expect(bytes).toBeGreaterThan(last.bytes - 1);
      last = progress;
      seen.push(`${rowsTotal} ${bytesTotal}`);
    });
    expect(last).toEqual({
      rows: 20_000,
      bytes: text.length,
      rowsTotal: 20_000,
      bytesTotal: text.length
    });
    expect(new Set(seen)).toEqual(new Set([`20000 ${text.length}`]));
    expect(seen.length).toBeGreaterThan(5);
  });

  it('stops when it is told to, and what has come is usable, words too', async () => {
    const stop = new AbortController();
    const archive = openArchive(plan, makeBytes(text, 80_000));
    const loaded = await archive.load(({ rows }) => rows > 3000 && stop.abort(), stop.signal);
    expect(loaded).toMatchObject({ complete: false, broken: null });
    expect(loaded.columns.size).toBeGreaterThan(3000);
    expect(loaded.columns.size).toBeLessThan(20_000);
    expect(loaded.columns.size).toBe(loaded.rows);
    expect(await archive.texts([loaded.columns.size - 1])).toHaveLength(1);
  });

  it('stops though the bytes do not come and nobody listens there', async () => {
    const stop = new AbortController();
    const archive = openArchive(plan, {
      ...makeBytes(text),
      async *chunks() {
        yield new TextEncoder().encode(text.slice(0, 100_000));
        await new Promise(() => undefined);
      }
    });
    const loading = archive.load(
      ({ rows }) => rows > 1000 && setTimeout(() => stop.abort()),
      stop.signal
    );
    expect((await loading).columns.size).toBeGreaterThan(1000);
  });

  it('does not begin when it was stopped before', async () => {
    const loaded = await openArchive(plan, makeBytes(text)).load(undefined, AbortSignal.abort());
    expect(loaded).toMatchObject({ complete: false, broken: null, rows: 0 });
  });

  it('says so when the bytes cannot be had any more, and keeps what has come', async () => {
    const archive = openArchive(plan, {
      ...makeBytes(text),
      async *chunks() {
        yield new TextEncoder().encode(text.slice(0, 100_000));
        throw new Error('The line is down.');
      }
    });
    const loaded = await archive.load();
    expect(loaded.broken).toMatchObject({
      code: 'file-unreachable',
      message: 'The file could not be read: The line is down.'
    });
    expect(loaded).toMatchObject({ complete: false, faults: { total: 1 } });
    expect(loaded.columns.size).toBeGreaterThan(1000);
  });

  it('passes on what its listener throws, which is no fault of the file', async () => {
    const archive = openArchive(plan, makeBytes(text));
    const listener = () => {
      throw new Error('my own mistake');
    };
    await expect(archive.load(listener)).rejects.toThrow('my own mistake');
  });

  it('comes before the words are asked for', async () => {
    const archive = openArchive(plan, makeBytes(text));
    await expect(archive.texts([0])).rejects.toThrow('has not been loaded');
  });

  it('is not possible with more kinds than are told apart', async () => {
    const kinds = Array.from({ length: 251 }, (_, i) => `kind-${i}`);
    const archive = openArchive(makePlan('a.csv', {}, kinds), makeBytes(text));
    await expect(archive.load()).rejects.toThrow('251 kinds, at most 250');
  });

  it('is done once', async () => {
    const archive = openArchive(plan, makeBytes(file('2022,1,2')));
    await archive.load();
    await expect(archive.load()).rejects.toThrow('loaded already');
  });

  it('lets others have their turn when all the bytes come at once', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++);
    const many = file(Array.from({ length: 10 }, () => rows.join('\n')).join('\n'));
    await loadAll(plan, many, many.length);
    clearInterval(timer);
    expect(turns).toBeGreaterThan(1);
  });
});

import { readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { parquetMetadata } from 'hyparquet';
import { ByteWriter, parquetWriteBuffer, schemaFromColumnData } from 'hyparquet-writer';
import { writeMetadata } from 'hyparquet-writer/src/metadata.js';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../../src/lib/core/archive/archive-file';
import { dayNumber } from '../../../../src/lib/core/archive/when-cell';
import { listEvents, loadAll, makeBytes, makePlan, shortFaults } from './archive-fixture';

type Write = Parameters<typeof parquetWriteBuffer>[0];
type Column = Write['columnData'][number];
type Element = NonNullable<Write['schema']>[number];

const plan = makePlan('fires.parquet');
const times: Column = { name: 'time', data: ['2022-07-15', '2022-08~', '2023'], type: 'STRING' };
const lons: Column = { name: 'lon', data: [1, 2.5, -3], type: 'DOUBLE' };
const lats: Column = { name: 'lat', data: [4, 5, -6.25], type: 'DOUBLE' };

function write(columnData: Column[], options: Partial<Write> = {}): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData, ...options }));
}

/** A file with a column that is stored as `element` says. */
function writeAs(element: Element, data: Column['data'], rest: Column[]): Uint8Array {
  const columnData = [{ name: element.name, data }, ...rest];
  const schema = schemaFromColumnData({ columnData, schemaOverrides: { [element.name]: element } });
  return write(
    columnData.map(({ name, data }) => ({ name, data })),
    { schema }
  );
}

/** The same file, whose footer says of each row group that it has so many rows. */
async function claimingRows(file: Uint8Array, rows: readonly bigint[]): Promise<Uint8Array> {
  const metadata = parquetMetadata(file.slice().buffer);
  metadata.row_groups.forEach((group, i) => (group.num_rows = rows[i] ?? 0n));
  const footer = file.length - 8 - new DataView(file.buffer).getUint32(file.length - 8, true);
  const writer = new ByteWriter();
  writer.appendBytes(file.subarray(0, footer));
  writeMetadata(writer, metadata);
  writer.appendUint32(0x31524150);
  return new Uint8Array(writer.getBuffer());
}

/** The same events from a CSV file. */
async function fromCsv(rows: string[], names?: Parameters<typeof makePlan>[1]) {
  const text = ['time,lon,lat', ...rows, ''].join('\n');
  return listEvents((await loadAll(makePlan('fires.csv', names), text)).columns);
}

describe('a Parquet archive', () => {
  it('gives the events that a CSV file with the same cells gives', async () => {
    const { columns, complete, rows } = await loadAll(plan, write([times, lons, lats]));
    expect({ complete, rows }).toEqual({ complete: true, rows: 3 });
    expect(listEvents(columns)).toEqual(
      await fromCsv(['2022-07-15,1,4', '2022-08~,2.5,5', '2023,-3,-6.25'])
    );
  });

  it('keeps rows without a time or a place, and counts them', async () => {
    const loaded = await loadAll(
      plan,
      write([
        { ...times, data: [null, '', '2022'] },
        { ...lons, data: [1, null, NaN] },
        { ...lats, data: [2, null, NaN] }
      ])
    );
    expect(loaded).toMatchObject({ undated: 2, unplaced: 2, rows: 3, faults: { total: 0 } });
  });

  it('leaves out a row that cannot be used, and names it by row, column and value', async () => {
    const loaded = await loadAll(
      makePlan('a.parquet', { kind: 'kind', end: 'end' }),
      write([
        { ...times, data: ['2022', 'soon', '2022', '2022', '2022'] },
        { name: 'end', data: [null, null, '2021', null, null], type: 'STRING' },
        { ...lons, data: [1, 1, 1, 200, 1] },
        { ...lats, data: [1, 1, 1, 1, 1] },
        { name: 'kind', data: ['fire', 'fire', 'fire', 'fire', 'storm'], type: 'STRING' }
      ])
    );
    expect(shortFaults(loaded)).toEqual([
      'date-unreadable row 2 time',
      'date-reversed row 3 end',
      'coordinate-out-of-range row 4 lon',
      'kind-unlisted row 5 kind'
    ]);
    expect(loaded.faults.examples[0]).toMatchObject({ value: 'soon', line: null });
    expect(loaded.columns.size).toBe(1);
  });

  it('names rows by their number though columns are read in batches of row groups', async () => {
    const size = 150_000;
    const bad = [0, 65_535, 65_536, 70_000, 149_999];
    const data = Array.from({ length: size }, (_, i) => (bad.includes(i) ? 'soon' : '2022'));
    const loaded = await loadAll(
      makePlan('a.parquet', { title: 'title' }),
      write(
        [
          { ...times, data },
          { ...lons, data: new Float64Array(size).map((_, i) => i % 180) },
          { ...lats, data: new Float64Array(size) },
          { name: 'title', data: data.map((_, i) => `title ${i}`), type: 'STRING' }
        ],
        { rowGroupSize: 9000, pageSize: 4096 }
      )
    );
    expect(loaded.faults.examples.map(({ row }) => row)).toEqual(bad.map((row) => row + 1));
    expect(loaded.columns.size).toBe(size - 5);
    const kept = data.flatMap((time, i) => (time === '2022' ? [i] : []));
    expect([...loaded.columns.lon]).toEqual(kept.map((i) => i % 180));
    expect([...(loaded.columns.rows ?? [])]).toEqual(kept);
    const rows = [1, 65_534, 65_537, 65_538, 69_999, 70_001, 8999, 9000, size - 2];
    const texts = await loaded.archive.texts(rows);
    expect(texts.map(({ title }) => title)).toEqual(rows.map((row) => `title ${row}`));
  }, 60_000);
});

describe('the time of a Parquet archive', () => {
  const day = dayNumber(2022, 7, 15);
  const when = async (element: Element, data: Column['data']) => {
    const rest = [
      { name: 'lon', data: [1], type: 'DOUBLE' as const },
      { name: 'lat', data: [2], type: 'DOUBLE' as const }
    ];
    const titled = makePlan('fires.parquet', { title: 'time' });
    const loaded = await loadAll(titled, writeAs(element, data, rest));
    const [event] = listEvents(loaded.columns);
    const [texts] = loaded.columns.size > 0 ? await loaded.archive.texts([0]) : [];
    return { event, title: texts?.title, broken: loaded.broken, faults: shortFaults(loaded) };
  };
  const element = (more: Partial<Element>): Element => ({
    name: 'time',
    repetition_type: 'OPTIONAL',
    ...more
  });
  const noon = Date.UTC(2022, 6, 15, 12);

  for (const [name, more, data, edtf, words = edtf] of [
    ['DATE', { type: 'INT32', converted_type: 'DATE' }, [day], '2022-07-15'],
    [
      'a DATE before 1970',
      { type: 'INT32', converted_type: 'DATE' },
      [dayNumber(-43, 8, 25)],
      '-0043-08-25'
    ],
    [
      'TIMESTAMP in milliseconds',
      { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
      [BigInt(noon)],
      '2022-07-15T12:00:00Z'
    ],
    [
      'TIMESTAMP in microseconds',
      { type: 'INT64', converted_type: 'TIMESTAMP_MICROS' },
      [BigInt(noon) * 1000n + 999n],
      '2022-07-15T12:00:00Z'
    ],
    [
      'TIMESTAMP in microseconds before 1970',
      { type: 'INT64', converted_type: 'TIMESTAMP_MICROS' },
      [-1n],
      '1969-12-31T23:59:59.999Z'
    ],
    [
      'TIMESTAMP in nanoseconds',
      { type: 'INT64', logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'NANOS' } },
      [BigInt(noon) * 1_000_000n + 5n],
      '2022-07-15T12:00:00Z'
    ],
    [
      'TIMESTAMP of a local clock',
      {
        type: 'INT64',
        logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' }
      },
      [BigInt(noon)],
      '2022-07-15T12:00:00'
    ],
    ['64-bit numbers', { type: 'INT64' }, [BigInt(noon)], '2022-07-15T12:00:00Z', `${noon}`],
    ['double numbers', { type: 'DOUBLE' }, [noon + 0.5], '2022-07-15T12:00:00Z', `${noon}.5`],
    [
      'text',
      { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
      ['2022-07-15 12:00'],
      '2022-07-15T12:00',
      '2022-07-15 12:00'
    ]
  ] as [string, Partial<Element>, Column['data'], string, string?][]) {
    it(`may be ${name}, and be shown as words`, async () => {
      const found = await when(element(more), data);
      expect(found).toMatchObject({ title: words, broken: null, faults: [] });
      expect(found.event).toEqual((await fromCsv([`${edtf},1,2`]))[0]);
    });
  }

  for (const [name, more, data] of [
    ['INT32', { type: 'INT32' }, [2022]],
    ['FLOAT', { type: 'FLOAT' }, [2022]],
    ['BOOLEAN', { type: 'BOOLEAN' }, [true]],
    ['TIME_MILLIS', { type: 'INT32', converted_type: 'TIME_MILLIS' }, [5]]
  ] as [string, Partial<Element>, Column['data']][]) {
    it(`may not be ${name}: the column is named, with what is expected`, async () => {
      const { broken } = await when(element(more), data);
      expect(broken).toMatchObject({ code: 'column-type', column: 'time', row: null });
      expect(broken?.message).toBe(
        `The column is ${name}; a time is EDTF text, DATE, TIMESTAMP or 64-bit milliseconds since 1970.`
      );
    });
  }

  it('goes on to its end, whatever both are stored as', async () => {
    const columnData: Column[] = [
      { name: 'time', data: [new Date(noon), new Date(noon)], type: 'TIMESTAMP' },
      { name: 'end', data: ['2022-07-20', null], type: 'STRING' },
      { name: 'lon', data: [1, 1], type: 'DOUBLE' },
      { name: 'lat', data: [2, 2], type: 'DOUBLE' }
    ];
    const loaded = await loadAll(makePlan('a.parquet', { end: 'end' }), write(columnData));
    expect(listEvents(loaded.columns)).toEqual(
      await fromCsv(['2022-07-15T12:00Z/2022-07-20,1,2', '2022-07-15T12:00Z,1,2'])
    );
  });

  it('is too far away for a date of any calendar', async () => {
    expect((await when(element({ type: 'INT64' }), [10n ** 17n])).faults).toEqual([
      'date-out-of-range row 1 time'
    ]);
  });
});

describe('the place of a Parquet archive', () => {
  it('may be whole numbers, floats and decimals', async () => {
    const decimal: Element = {
      name: 'lat',
      type: 'INT32',
      converted_type: 'DECIMAL',
      scale: 2,
      precision: 9,
      repetition_type: 'OPTIONAL'
    };
    const rest: Column[] = [times, { name: 'lon', data: [1, 2, 3], type: 'INT32' }];
    const { columns } = await loadAll(plan, writeAs(decimal, [1.25, -2.5, 3], rest));
    expect([...columns.lon]).toEqual([1, 2, 3]);
    expect([...columns.lat]).toEqual([1.25, -2.5, 3]);
  });

  it('may not be text, which a CSV would have', async () => {
    const { broken } = await loadAll(
      plan,
      write([times, { name: 'lon', data: ['1', '2', '3'], type: 'STRING' }, lats])
    );
    expect(broken).toMatchObject({
      code: 'column-type',
      column: 'lon',
      message: 'The column is UTF8; a longitude is a number of degrees.'
    });
  });

  it('is swapped when the names of its columns are', async () => {
    const swapped = makePlan('a.parquet', { where: { lon: 'lat', lat: 'lon' } });
    const loaded = await loadAll(
      swapped,
      write([times, { ...lons, data: [151, 140, 20] }, { ...lats, data: [-33, 35, 41] }])
    );
    expect(shortFaults(loaded)).toEqual([
      'coordinates-swapped row 1 lon',
      'coordinates-swapped row 2 lon'
    ]);
    expect(loaded.faults.examples[0]?.remedy).toMatch(/names of "lon" and "lat"/);
  });

  describe('as points', () => {
    const points = makePlan('a.geoparquet', { where: { point: 'geometry' } });
    const shapes = [
      { type: 'Point', coordinates: [19.8, 41.3] },
      { type: 'Point', coordinates: [-70, -45, 1200] },
      null,
      {
        type: 'LineString',
        coordinates: [
          [1, 2],
          [3, 4]
        ]
      },
      { type: 'Point', coordinates: [200, 4] }
    ];
    const five: Column = { name: 'time', data: Array(5).fill('2022'), type: 'STRING' };

    it('are read from a geometry column; what is no point is named', async () => {
      const file = write([five, { name: 'geometry', data: shapes, type: 'GEOMETRY' }]);
      const loaded = await loadAll(points, file);
      expect([...loaded.columns.lon]).toEqual([19.8, -70, NaN]);
      expect([...loaded.columns.lat]).toEqual([41.3, -45, NaN]);
      expect(loaded.unplaced).toBe(1);
      expect(shortFaults(loaded)).toEqual([
        'geometry-not-point row 4 geometry',
        'coordinate-out-of-range row 5 geometry'
      ]);
      expect(loaded.faults.examples[0]?.message).toBe('The geometry is a line, not a point.');
    });

    const geo = (crs?: unknown) => [
      {
        key: 'geo',
        value: JSON.stringify({
          version: '1.1.0',
          primary_column: 'geometry',
          columns: {
            geometry: { encoding: 'WKB', geometry_types: ['Point'], ...(crs ? { crs } : {}) }
          }
        })
      }
    ];
    const wkb = (x: number, y: number) => {
      const view = new DataView(new ArrayBuffer(21));
      view.setUint8(0, 0);
      view.setUint32(1, 1);
      view.setFloat64(5, x);
      view.setFloat64(13, y);
      return new Uint8Array(view.buffer);
    };
    const bytes: Column = {
      name: 'geometry',
      data: [wkb(1, 2), wkb(NaN, NaN), new Uint8Array([1, 1]), wkb(3, 4).slice(0, 12), wkb(5, 6)],
      type: 'BYTE_ARRAY'
    };

    it('are read from GeoParquet 1, and bytes that are no geometry are named', async () => {
      const loaded = await loadAll(points, write([five, bytes], { kvMetadata: geo() }));
      expect([...loaded.columns.lon]).toEqual([1, NaN, 5]);
      expect(shortFaults(loaded)).toEqual([
        'geometry-not-point row 3 geometry',
        'geometry-not-point row 4 geometry'
      ]);
    });

    it('are read from a geography column too', async () => {
      const shapes = [{ type: 'Point', coordinates: [19.8, 41.3] }, null, null, null, null];
      const file = write([five, { name: 'geometry', data: shapes, type: 'GEOGRAPHY' }]);
      expect((await loadAll(points, file)).columns.lon[0]).toBe(19.8);
    });

    it('are in WGS84, or the column is named', async () => {
      const crs = (code: number) => ({ id: { authority: 'EPSG', code } });
      const good = await loadAll(points, write([five, bytes], { kvMetadata: geo(crs(4326)) }));
      expect(good.broken).toBeNull();
      const { broken } = await loadAll(
        points,
        write([five, bytes], { kvMetadata: geo(crs(3857)) })
      );
      expect(broken?.message).toBe(
        'The column is in EPSG:3857; points are GeoParquet geometries (WKB) in WGS84.'
      );
    });

    it('are geometries, not bytes that nobody calls so', async () => {
      const { broken } = await loadAll(points, write([five, bytes]));
      expect(broken).toMatchObject({ code: 'column-type', column: 'geometry' });
    });
  });
});

describe('a Parquet file that is none', () => {
  const whole = write([times, lons, lats]);

  it('is named as what it is not', async () => {
    for (const content of ['', 'PAR', 'time,lon,lat\n2022,1,2\n']) {
      const loaded = await loadAll(plan, content);
      expect(loaded).toMatchObject({ broken: { code: 'file-not-parquet' }, complete: false });
      expect(loaded.columns.size).toBe(0);
    }
  });

  it('is cut off, wherever it is cut', async () => {
    for (let length = 4; length < whole.length; length += 5) {
      const { broken } = await loadAll(plan, whole.slice(0, length));
      expect(broken?.code, String(length)).toBe('file-cut-off');
    }
  });

  it('may have any bit of its footer changed, and is read or named but never throws', async () => {
    // A file that is always the same: a page that is damaged just so can keep hyparquet busy for ever.
    const file = new Uint8Array(
      readFileSync(new URL('../../../fixtures/archives/three-fires.parquet', import.meta.url))
    );
    const footer = file.length - 8 - new DataView(file.buffer).getUint32(file.length - 8, true);
    const named = makePlan('a.parquet', { title: 'title' });
    expect((await loadAll(named, file)).columns.size).toBe(3);
    for (let at = footer; at < file.length; at++) {
      for (const bit of [0, 3, 7]) {
        const changed = file.slice();
        changed[at] = (changed[at] ?? 0) ^ (1 << bit);
        const { broken, columns } = await loadAll(named, changed, 10_000);
        expect(columns.size).toBeLessThanOrEqual(3);
        if (broken) expect(broken.code).toMatch(/^(file|column)-/);
      }
    }
  }, 60_000);

  it('is damaged in the middle: what came before is there, row and column are named', async () => {
    const size = 40_000;
    const file = write(
      [
        { ...times, data: Array.from({ length: size }, (_, i) => `20${10 + (i % 80)}`) },
        {
          ...lons,
          data: new Float64Array(size).map((_, i) => Math.sin(i) * 180),
          encoding: 'PLAIN'
        },
        { ...lats, data: new Float64Array(size).map((_, i) => Math.cos(i) * 90), encoding: 'PLAIN' }
      ],
      { rowGroupSize: 10_000, codec: 'UNCOMPRESSED' }
    );
    // The third row group's latitudes: their header says that the page is longer than it is.
    const { parquetMetadata } = await import('hyparquet');
    const column = parquetMetadata(file).row_groups[2]?.columns[2]?.meta_data;
    file.fill(0xff, Number(column?.data_page_offset), Number(column?.data_page_offset) + 20);
    const loaded = await loadAll(plan, file);
    expect(loaded.broken).toMatchObject({ code: 'file-damaged', row: 20_001, column: 'lat' });
    expect(loaded).toMatchObject({ complete: false, rows: 20_000, faults: { total: 1 } });
    expect(loaded.columns.size).toBe(20_000);
  });

  it('is read up to the row group in which there are more rows than any page could hold', async () => {
    for (const [claims, events] of [
      [[3n, 10n ** 9n, 3n], 3],
      [[3n, 3n, 10n ** 9n], 6],
      [[2n ** 32n - 1n, 3n, 3n], 0]
    ] as const) {
      const groups = write(
        [
          { ...times, data: Array(9).fill('2022') },
          { ...lons, data: new Float64Array(9) },
          { ...lats, data: new Float64Array(9) }
        ],
        { rowGroupSize: 3 }
      );
      const loaded = await loadAll(plan, await claimingRows(groups, claims));
      expect(loaded.columns.size).toBe(events);
      expect(loaded).toMatchObject({ complete: false, rows: events });
      expect(loaded.broken).toMatchObject({ code: 'file-too-long', row: events + 1 });
    }
  });

  it('names a column that is missing, and those that are there', async () => {
    const { broken } = await loadAll(makePlan('a.parquet', { end: 'until' }), whole);
    expect(broken).toMatchObject({ code: 'column-missing', column: 'until' });
    expect(broken?.message).toBe(
      'The file has no column of this name. It has: "time", "lon", "lat".'
    );
  });

  it('loads without a column of words that is missing, and names it', async () => {
    const loaded = await loadAll(makePlan('a.parquet', { title: 'what' }), whole);
    expect(loaded).toMatchObject({ broken: null, complete: true });
    expect(shortFaults(loaded)).toEqual(['column-missing what']);
    expect((await loaded.archive.texts([0]))[0]?.title).toBeNull();
  });
});

describe('the columns of a Parquet archive', () => {
  const struct = {
    schema: [
      { name: 'root', num_children: 3 },
      { name: 'time', type: 'BYTE_ARRAY', converted_type: 'UTF8', repetition_type: 'REQUIRED' },
      { name: 'lat', type: 'DOUBLE', repetition_type: 'REQUIRED' },
      { name: 'lon', repetition_type: 'REQUIRED', num_children: 2 },
      { name: 'x', type: 'DOUBLE', repetition_type: 'REQUIRED' },
      { name: 'y', type: 'DOUBLE', repetition_type: 'REQUIRED' }
    ] satisfies Element[],
    columnData: [
      { name: 'time', data: ['2022'] },
      { name: 'lat', data: [1] },
      { name: 'lon', data: [{ x: 1, y: 2 }] }
    ]
  };

  it('hold one value a row', async () => {
    const { broken } = await loadAll(plan, write(struct.columnData, { schema: struct.schema }));
    expect(broken?.message).toBe(
      'The column holds several values a row; a longitude is a number of degrees.'
    );
  });

  it('are not taken for words when they hold several values a row', async () => {
    const file = write([...struct.columnData, { name: 'x', data: [5] }], {
      schema: [
        { name: 'root', num_children: 4 },
        ...struct.schema.slice(1),
        { name: 'x', type: 'DOUBLE', repetition_type: 'REQUIRED' }
      ]
    });
    const names = { where: { lon: 'x', lat: 'lat' }, title: 'lon' };
    const loaded = await loadAll(makePlan('a.parquet', names), file);
    expect(shortFaults(loaded)).toEqual(['column-type lon']);
    expect(loaded.columns.size).toBe(1);
  });

  it('have names of their own', async () => {
    const file = write([times, lons, lats]);
    // "lat" becomes a second "lon", in the schema and in the row group alike.
    const text = Buffer.from(file).toString('latin1').replaceAll('\x18\x03lat', '\x18\x03lon');
    const { broken } = await loadAll(plan, new Uint8Array(Buffer.from(text, 'latin1')));
    expect(broken).toMatchObject({ code: 'column-repeated', column: 'lon' });
  });

  for (const [name, column] of [
    ['whole numbers', { data: [1, 2, 1], type: 'INT32' }],
    ['large whole numbers', { data: [1n, 2n, 1n], type: 'INT64' }],
    ['JSON', { data: [1, 2, 1], type: 'JSON' }]
  ] as const) {
    it(`tell kinds apart by ${name}`, async () => {
      const cells = { '1': 'flood', '2': 'fire' };
      const plan = makePlan('a.parquet', { kind: 'kind' }, ['fire', 'flood'], cells);
      const kind: Column = { name: 'kind', ...column, data: [...column.data] };
      const { columns } = await loadAll(plan, write([times, lons, lats, kind]));
      expect([...(columns.kind ?? [])]).toEqual([1, 0, 1]);
    });
  }

  it('tell kinds apart by true and false, and not by fractions', async () => {
    const cells = { true: 'flood', false: 'fire' };
    const plan = makePlan('a.parquet', { kind: 'kind' }, ['fire', 'flood'], cells);
    const boolean: Column = { name: 'kind', data: [true, false, true], type: 'BOOLEAN' };
    const { columns } = await loadAll(plan, write([times, lons, lats, boolean]));
    expect([...(columns.kind ?? [])]).toEqual([1, 0, 1]);
    const fraction: Column = { name: 'kind', data: [0.5, 1, 2], type: 'DOUBLE' };
    const { broken } = await loadAll(plan, write([times, lons, lats, fraction]));
    expect(broken?.message).toBe('The column is DOUBLE; a kind is a text or a whole number.');
  });

  it('are listed, as far as they can be, when one is missing', async () => {
    const many = Array.from({ length: 25 }, (_, i): Column => ({ ...lons, name: `c${i}` }));
    const { broken } = await loadAll(plan, write([times, ...many]));
    expect(broken?.message).toMatch(/"c17", "c18", …\.$/);
  });
});

describe('a compressed Parquet archive', () => {
  for (const [codec, compress] of [
    ['GZIP', gzipSync],
    ['BROTLI', brotliCompressSync]
  ] as const) {
    it(`is unpacked when it is ${codec}`, async () => {
      const file = write(
        [times, lons, lats, { name: 'title', data: ['a', 'b', 'c'], type: 'STRING' }],
        {
          codec,
          compressors: { [codec]: (input: Uint8Array) => new Uint8Array(compress(input)) }
        }
      );
      const loaded = await loadAll(makePlan('a.parquet', { title: 'title' }), file);
      expect(loaded.columns.size).toBe(3);
      expect((await loaded.archive.texts([2]))[0]?.title).toBe('c');
    });
  }

  it('is named when nothing here unpacks it', async () => {
    const file = write([times, { ...lons, codec: 'LZO' }, lats], {
      compressors: { LZO: (input) => input }
    });
    expect((await loadAll(plan, file)).broken).toMatchObject({
      code: 'column-codec',
      column: 'lon',
      message: 'The column is compressed as LZO, which cannot be unpacked here.'
    });
  });
});

describe('the words of a Parquet archive', () => {
  it('are those of the row, whatever they are stored as', async () => {
    const file = write([
      times,
      lons,
      lats,
      { name: 'title', data: ['A "b", c\n d', '', null], type: 'STRING' },
      { name: 'text', data: [7, 8, null], type: 'INT32' },
      { name: 'place', data: [1n, 2n ** 53n + 1n, null], type: 'INT64' },
      { name: 'source', data: [new Date(0), null, null], type: 'TIMESTAMP' },
      { name: 'radius', data: [12.5, 5000, null], type: 'DOUBLE' }
    ]);
    const words = { title: 'title', text: 'text', place: 'place', source: 'source' };
    const names = { ...words, radius: 'radius' };
    const loaded = await loadAll(makePlan('a.parquet', names), file);
    const nothing = {
      ...{ title: null, text: null, place: null, radius: null },
      ...{ source: null, link: null }
    };
    expect(await loaded.archive.texts([2, 0, 1])).toEqual([
      nothing,
      {
        title: 'A "b", c d',
        text: '7',
        place: '1',
        radius: 12.5,
        source: '1970-01-01T00:00:00Z',
        link: null
      },
      { ...nothing, text: '8', place: '9007199254740993', radius: 5000 }
    ]);
  });

  it('are read again after many others were', async () => {
    const size = 20_000;
    const data = Array.from({ length: size }, (_, i) => `title ${i}`);
    const file = write(
      [
        { ...times, data: Array(size).fill('2022') },
        { ...lons, data: new Float64Array(size) },
        { ...lats, data: new Float64Array(size) },
        { name: 'title', data, type: 'STRING' }
      ],
      { rowGroupSize: 5000 }
    );
    const { archive } = await loadAll(makePlan('a.parquet', { title: 'title' }), file);
    for (const step of [1, 1000, 999]) {
      const rows = Array.from({ length: 20 }, (_, i) => i * step);
      const texts = await archive.texts(rows);
      expect(texts.map(({ title }) => title)).toEqual(rows.map((row) => `title ${row}`));
    }
  });

  it('may be one column for two things', async () => {
    const names = { title: 'time', place: 'time' };
    const { archive } = await loadAll(makePlan('a.parquet', names), write([times, lons, lats]));
    expect((await archive.texts([0]))[0]).toMatchObject({
      title: '2022-07-15',
      place: '2022-07-15'
    });
  });

  it('are not read until they are asked for, and then once', async () => {
    const size = 200_000;
    const file = write(
      [
        { ...times, data: Array(size).fill('2022') },
        { ...lons, data: new Float64Array(size) },
        { ...lats, data: new Float64Array(size) },
        // Words that do not pack well.
        {
          name: 'title',
          data: Array.from({ length: size }, (_, i) => `${Math.sin(i)}`),
          type: 'STRING'
        }
      ],
      { rowGroupSize: 10_000, pageSize: 32_768 }
    );
    const bytes = makeBytes(file);
    let read = 0;
    const archive = openArchive(makePlan('a.parquet', { title: 'title' }), {
      ...bytes,
      slice(start, end = file.length) {
        read += end - start;
        return bytes.slice(start, end);
      }
    });
    await archive.load();
    expect(read).toBeLessThan(file.length / 4);
    read = 0;
    const rows = [0, 1, 500, 100_000];
    const texts = await archive.texts(rows);
    expect(texts.map(({ title }) => title)).toEqual(rows.map((row) => `${Math.sin(row)}`));
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(400_000);
    read = 0;
    await archive.texts([2, 3, 1023]);
    expect(read).toBe(0);
  }, 60_000);

  it('may be asked for again when they could not be fetched', async () => {
    const size = 200_000;
    const file = write(
      [
        { ...times, data: Array(size).fill('2022') },
        { ...lons, data: new Float64Array(size) },
        { ...lats, data: new Float64Array(size) },
        {
          name: 'title',
          data: Array.from({ length: size }, (_, i) => `${Math.sin(i)}`),
          type: 'STRING'
        }
      ],
      { rowGroupSize: 10_000 }
    );
    const bytes = makeBytes(file);
    let down = false;
    const archive = openArchive(makePlan('a.parquet', { title: 'title' }), {
      ...bytes,
      slice: (start, end) => (down ? Promise.reject(new Error('down')) : bytes.slice(start, end))
    });
    await archive.load();
    down = true;
    await expect(archive.texts([5])).rejects.toThrow('down');
    down = false;
    expect((await archive.texts([5]))[0]?.title).toBe(`${Math.sin(5)}`);
  }, 60_000);
});

describe('reading a Parquet archive', () => {
  const size = 200_000;
  const file = write(
    [
      { ...times, data: Array(size).fill('2022-07-15') },
      { ...lons, data: new Float64Array(size).map((_, i) => Math.sin(i) * 180) },
      { ...lats, data: new Float64Array(size).map((_, i) => Math.cos(i) * 90) }
    ],
    { rowGroupSize: 10_000 }
  );

  it('says how far it has come, in rows and in bytes of what must be read', async () => {
    const seen: number[][] = [];
    await openArchive(plan, makeBytes(file)).load(({ rows, rowsTotal, bytes, bytesTotal }) =>
      seen.push([rows, rowsTotal ?? -1, bytes, bytesTotal ?? -1])
    );
    const total = seen.at(-1)?.[3] ?? 0;
    expect(seen.map(([rows, all, , bytes]) => [rows, all, bytes])).toEqual(
      [60_000, 120_000, 180_000, 200_000].map((rows) => [rows, size, total])
    );
    expect(seen.at(-1)?.[2]).toBe(total);
    expect(total).toBeGreaterThan(file.length / 2);
    expect(total).toBeLessThanOrEqual(file.length);
  });

  it('stops when it is told to, and what has come is usable', async () => {
    const stop = new AbortController();
    const archive = openArchive(plan, makeBytes(file));
    const loaded = await archive.load(() => stop.abort(), stop.signal);
    expect(loaded).toMatchObject({ complete: false, broken: null, rows: 60_000 });
    expect(loaded.columns.size).toBe(60_000);
    expect(await archive.texts([59_999])).toHaveLength(1);
  });

  it('stops though the bytes do not come and nobody listens there', async () => {
    const stop = new AbortController();
    const bytes = makeBytes(file);
    let slices = 0;
    const archive = openArchive(plan, {
      ...bytes,
      slice: (start, end) => (++slices > 2 ? new Promise(() => undefined) : bytes.slice(start, end))
    });
    setTimeout(() => stop.abort(), 20);
    const loaded = await archive.load(undefined, stop.signal);
    expect(loaded).toMatchObject({ complete: false, broken: null });
    expect(slices).toBeGreaterThan(2);
  });

  it('says so when the bytes cannot be had any more, and keeps what has come', async () => {
    const bytes = makeBytes(file);
    let down = false;
    const archive = openArchive(plan, {
      ...bytes,
      slice: (start, end) => (down ? Promise.reject(new Error('down')) : bytes.slice(start, end))
    });
    const loaded = await archive.load(() => (down = true));
    expect(loaded.broken?.message).toBe('The file could not be read: down.');
    expect(loaded.columns.size).toBeGreaterThanOrEqual(60_000);
    expect(loaded.columns.size).toBeLessThan(size);
  });

  it('reads a file of unknown length whole', async () => {
    const bytes = { ...makeBytes(file, 100_000), byteLength: null };
    const loaded = await openArchive(plan, bytes).load();
    expect(loaded.columns.size).toBe(size);
    expect(loaded.complete).toBe(true);
  });

  it('does not begin when it was stopped before', async () => {
    const loaded = await openArchive(plan, makeBytes(file)).load(undefined, AbortSignal.abort());
    expect(loaded).toMatchObject({ complete: false, broken: null, rows: 0 });
  });
});

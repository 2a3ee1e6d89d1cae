import type { Compressors, FileMetaData, ParquetParsers, SchemaTree } from 'hyparquet';
import { wordsOf } from './archive-bytes';
import { archiveFault, type ArchiveFault } from './archive-fault';
import { abortable, type ParquetBytes } from './parquet-bytes';

/** A row group: rows from `from` to before `to`, counted from 0, and the bytes that the wanted columns have in it. */
export interface Span {
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
  /** The same, unpacked. */
  readonly unpacked: number;
}

/** Values of some columns, by name: one for each row, null or undefined where there is none. */
export type Values = ReadonlyMap<string, readonly unknown[]>;

/** A Parquet file whose footer has been read. */
export class ParquetFile {
  readonly schema: SchemaTree;
  readonly #bytes: ParquetBytes;
  readonly #metadata: FileMetaData;
  readonly #hyparquet: typeof import('hyparquet');
  #compressors: Compressors = {};

  private constructor(
    bytes: ParquetBytes,
    metadata: FileMetaData,
    hyparquet: typeof import('hyparquet')
  ) {
    this.#bytes = bytes;
    this.#metadata = metadata;
    this.#hyparquet = hyparquet;
    this.schema = hyparquet.parquetSchema(metadata);
  }

  /** Reads the footer, or says why it is none. */
  static async open(
    bytes: ParquetBytes,
    signal: AbortSignal | undefined
  ): Promise<ParquetFile | ArchiveFault> {
    const hyparquet = await import('hyparquet');
    const { byteLength } = bytes;
    const head = await bytes.slice(0, Math.min(4, byteLength), signal);
    const foot = await bytes.slice(Math.max(0, byteLength - 4), byteLength, signal);
    if (!isMagic(head)) return archiveFault('file-not-parquet', {});
    if (!isMagic(foot) || byteLength < 12) return archiveFault('file-cut-off', {});
    try {
      const file = abortable(bytes, signal);
      const metadata = await hyparquet.parquetMetadataAsync(file, { parsers: PLAIN_VALUES });
      if (!isSound(metadata)) throw new Error('its footer contradicts itself');
      return new ParquetFile(bytes, metadata, hyparquet);
    } catch (error) {
      return archiveFault('file-damaged', {}, undefined, wordsOf(error));
    }
  }

  /** The row groups, in order. */
  spans(names: readonly string[]): Span[] {
    let from = 0;
    return this.#metadata.row_groups.map(({ num_rows, columns }) => {
      const to = from + Number(num_rows);
      const wanted = columns.filter(({ meta_data }) =>
        names.includes(meta_data?.path_in_schema[0] ?? '')
      );
      const sum = (size: 'total_compressed_size' | 'total_uncompressed_size') =>
        wanted.reduce((all, { meta_data }) => all + Number(meta_data?.[size]), 0);
      const [bytes, unpacked] = [sum('total_compressed_size'), sum('total_uncompressed_size')];
      const span = { from, to, bytes, unpacked };
      from = to;
      return span;
    });
  }

  /** Fetches what these columns are unpacked with, unless they need nothing; names one that cannot be unpacked. */
  async prepare(names: readonly string[]): Promise<ArchiveFault | null> {
    const codecs = this.#codecs(names);
    if (codecs.size === 0) return null;
    try {
      const { compressors } = await import('hyparquet-compressors');
      this.#compressors = compressors;
    } catch {
      // They are WebAssembly in part, which a page's policy may forbid.
    }
    for (const [codec, column] of codecs) {
      if (!(codec in this.#compressors)) {
        return archiveFault('column-codec', { column }, undefined, codec);
      }
    }
    return null;
  }

  /** Values of these columns in rows `from` to before `to`. `few`: a small part of a row group, of which only its pages are fetched. */
  async read(
    names: readonly string[],
    from: number,
    to: number,
    few: boolean,
    signal?: AbortSignal
  ): Promise<Values> {
    const values = new Map(names.map((name) => [name, new Array<unknown>(to - from)]));
    const filled = new Map<string, number>();
    await this.#hyparquet.parquetRead({
      file: abortable(this.#bytes, signal),
      metadata: this.#metadata,
      columns: [...names],
      rowStart: from,
      rowEnd: to,
      useOffsetIndex: few,
      compressors: this.#compressors,
      parsers: PLAIN_VALUES,
      onChunk: ({ columnName, columnData, rowStart }) => {
        const column = values.get(columnName);
        const [first, end] = [Math.max(from, rowStart), Math.min(to, rowStart + columnData.length)];
        for (let row = first; row < end; row++) {
          if (column) column[row - from] = columnData[row - rowStart];
        }
        filled.set(columnName, (filled.get(columnName) ?? 0) + Math.max(0, end - first));
      }
    });
    for (const name of names) {
      const count = filled.get(name) ?? 0;
      if (count !== to - from) throw new Error(`${count} values for ${to - from} rows`);
    }
    return values;
  }

  /** Codecs beyond those that hyparquet has itself, and a column that is packed with each. */
  #codecs(names: readonly string[]): Map<string, string> {
    const codecs = new Map<string, string>();
    for (const { columns } of this.#metadata.row_groups) {
      for (const { meta_data } of columns) {
        const name = meta_data?.path_in_schema[0] ?? '';
        const codec = meta_data?.codec ?? 'UNCOMPRESSED';
        if (names.includes(name) && !/^(UNCOMPRESSED|SNAPPY)$/.test(codec)) codecs.set(codec, name);
      }
    }
    return codecs;
  }
}

/** Days and instants as numbers, geometries as bytes, JSON as text: no object a value, and nothing that one bad value could stop. */
const PLAIN_VALUES: Partial<ParquetParsers> = {
  dateFromDays: (days) => days,
  timestampFromMilliseconds: Number,
  timestampFromMicroseconds: (us) => floorTo(us, 1000n),
  timestampFromNanoseconds: (ns) => floorTo(ns, 1_000_000n),
  jsonFromBytes: (bytes) => new TextDecoder().decode(bytes),
  geometryFromBytes: (bytes) => bytes,
  geographyFromBytes: (bytes) => bytes
};

function floorTo(value: bigint, unit: bigint): number {
  const whole = value / unit;
  return Number(whole * unit > value ? whole - 1n : whole);
}

/** Whether the footer is what its types say: whatever stands in the file is believed. */
function isSound({ schema, row_groups }: FileMetaData): boolean {
  return (
    schema.every(({ name }) => typeof name === 'string') &&
    row_groups.every(
      ({ num_rows, columns }) =>
        typeof num_rows === 'bigint' &&
        num_rows >= 0n &&
        num_rows < 2n ** 32n &&
        columns.every(
          ({ meta_data }) =>
            meta_data?.path_in_schema.every((name) => typeof name === 'string') &&
            typeof meta_data.total_compressed_size === 'bigint' &&
            typeof meta_data.total_uncompressed_size === 'bigint'
        )
    )
  );
}

function isMagic(bytes: ArrayBuffer): boolean {
  return String.fromCharCode(...new Uint8Array(bytes)) === 'PAR1';
}

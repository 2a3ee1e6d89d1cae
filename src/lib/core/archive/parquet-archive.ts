import type { ArchiveSource } from '../story';
import {
  turn,
  wordsOf,
  type ArchiveProgress,
  type ArchiveReader,
  type WatchedBytes
} from './archive-bytes';
import {
  archiveFault,
  formatFaultPlace,
  type ArchiveFault,
  type ArchiveFaultCode,
  type FaultPlace
} from './archive-fault';
import { MOST_ROWS, tooManyRows, type ArchiveRows } from './archive-rows';
import { NO_TEXTS, readTexts, type RawTexts } from './archive-texts';
import { INDEX_ROLES, WORD_ROLES, type ColumnRole, type WordRole } from './column-roles';
import type { LeftOut } from './left-out';
import { openParquetBytes } from './parquet-bytes';
import { readParquetColumns, type ParquetColumn, type ParquetColumns } from './parquet-columns';
import { ParquetFile, type Span, type Values } from './parquet-file';
import { writeTimeCell } from './time-text';
import type { TimeCell } from './when-cell';
import { readWkbPoint } from './wkb-point';

/** Rows that are read at a time, or a row group if that is larger. */
const BATCH = 65_536;

/** Rows whose words are read together, and how many of such blocks are kept. */
const BLOCK = 1024;
const BLOCKS_KEPT = 16;

/** Rows whose words are gone through without a break, and bytes of words that are unpacked at a time. */
const TURN = 8192;
const MOST_WORDS = 500e6;

/** An archive in a Parquet file: its columns of time, place and kind are read at once, the words of a row when they are asked for. */
export class ParquetArchive implements ArchiveReader {
  readonly #source: ArchiveSource;
  readonly #bytes: WatchedBytes;
  #open: Opened | null = null;
  /** By the first row of each. */
  readonly #blocks = new Map<number, Promise<readonly RawTexts[]>>();

  constructor(source: ArchiveSource, bytes: WatchedBytes) {
    this.#source = source;
    this.#bytes = bytes;
  }

  async load(
    makeRows: (expected: number | null) => ArchiveRows,
    onprogress: (progress: ArchiveProgress) => void,
    signal: AbortSignal | undefined
  ): Promise<ArchiveFault | null> {
    const file = await ParquetFile.open(await openParquetBytes(this.#bytes, signal), signal);
    if ('code' in file) return file;
    const rowsTotal = readable(file, []).at(-1)?.to ?? 0;
    const rows = makeRows(rowsTotal);
    const columns = readParquetColumns(file.schema, this.#source.columns, rows.faults);
    if ('code' in columns) return columns;
    const names = namesOf(columns, INDEX_ROLES);
    const unreadable = await file.prepare([...names, ...namesOf(columns, WORD_ROLES)]);
    if (unreadable) return unreadable;

    const spans = readable(file, names);
    const open: Opened = { file, columns, names, spans, leftOut: rows.leftOut };
    this.#open = open;
    const bytesTotal = spans.reduce((sum, span) => sum + span.bytes, 0);
    let bytes = 0;
    for await (const [batch, values] of readInTurn(file, names, batchesOf(spans), signal)) {
      if (values) this.#take(values, batch, columns, rows);
      else {
        if (this.#bytes.failure !== null) throw new Error(this.#bytes.failure);
        const damage = await this.#salvage(batch, open, rows, signal);
        if (damage) return damage;
      }
      bytes += batch.bytes;
      onprogress({ rows: rows.rows, rowsTotal, bytes, bytesTotal });
      await this.#breathe(signal);
    }
    const isAll = spans.length === file.spans([]).length;
    return isAll ? null : tooManyRows({ row: rowsTotal + 1 });
  }

  async texts(positions: readonly number[]): Promise<ReadonlyMap<number, RawTexts>> {
    const open = this.#open;
    if (!open) return new Map();
    const read = async (position: number) => {
      const row = open.leftOut.rowOf(position);
      const span = open.spans.find(({ to }) => row < to) ?? { from: 0, to: 0 };
      // Counted from the start of the row group, so that none reaches into the next.
      const from = row - ((row - span.from) % BLOCK);
      const block = await this.#block(open, from, Math.min(from + BLOCK, span.to));
      return [position, block[row - from] ?? NO_TEXTS] as const;
    };
    return new Map(await Promise.all(positions.map(read)));
  }

  async eachTexts(
    size: number,
    roles: readonly WordRole[],
    visit: (position: number, texts: RawTexts) => void,
    onshare: (share: number) => void,
    signal: AbortSignal | undefined
  ): Promise<void> {
    const open = this.#open;
    if (!open || size === 0) return;
    const { columns, leftOut } = open;
    const names = namesOf(columns, roles);
    if (names.length === 0) return;
    const last = leftOut.rowOf(size - 1);
    const spans = readable(open.file, names).filter(({ from }) => from <= last);
    let position = 0;
    for await (const [{ from, to }, values] of this.#words(open, names, spans, signal)) {
      while (position < size && leftOut.rowOf(position) < to) {
        visit(position, textsAt(values, columns, leftOut.rowOf(position) - from));
        if (++position % TURN === 0) await this.#breathe(signal);
      }
      onshare(position / size);
      await this.#breathe(signal);
    }
  }

  /** Values of columns of words in row groups, some at a time, those that cannot be read together one by one; throws a sentence. */
  async *#words(
    { file }: Opened,
    names: readonly string[],
    spans: readonly Span[],
    signal: AbortSignal | undefined
  ): AsyncGenerator<readonly [Span, Values]> {
    const batches = batchesOf(spans);
    const large = batches.find(({ unpacked }) => unpacked > MOST_WORDS);
    if (large) throw this.#refusal('group-too-large', { row: large.from + 1 }, '500 MB');
    for await (const [batch, values] of readInTurn(file, names, batches, signal)) {
      if (values) yield [batch, values];
      else
        for (const span of batch.spans)
          yield [span, await this.#oneByOne(file, names, span, signal)];
    }
  }

  async #oneByOne(
    file: ParquetFile,
    names: readonly string[],
    { from, to }: Span,
    signal: AbortSignal | undefined
  ): Promise<Values> {
    const values = new Map<string, readonly unknown[]>();
    for (const column of names) {
      const read = await settled(file.read([column], from, to, false, signal));
      signal?.throwIfAborted();
      if (!read.values) {
        const words = wordsOf(read.error);
        // They could not be had, which is not the fault of what is in them.
        if (this.#bytes.failure !== null) throw new Error(`${words}.`);
        throw this.#refusal('file-damaged', { row: from + 1, column }, words);
      }
      for (const [name, cells] of read.values) values.set(name, cells);
    }
    return values;
  }

  #refusal(code: ArchiveFaultCode, place: FaultPlace, detail: string): Error {
    const fault = archiveFault(code, place, undefined, detail);
    const at = formatFaultPlace(this.#source.file, fault);
    return new Error(`${at}: ${fault.message} ${fault.remedy}`);
  }

  async #breathe(signal: AbortSignal | undefined): Promise<void> {
    await turn();
    signal?.throwIfAborted();
  }

  #take(values: Values, { from, to }: Span, columns: ParquetColumns, rows: ArchiveRows): void {
    const at = (column: ParquetColumn | undefined, i: number) =>
      column && values.get(column.name)?.[i];
    const { time, end, lon, lat, point, kind } = columns;
    for (let i = 0; i < to - from; i++) {
      const shape = at(point, i);
      const place =
        shape instanceof Uint8Array
          ? readWkbPoint(shape)
          : ([numberOf(at(lon, i)), numberOf(at(lat, i))] as const);
      if (typeof place === 'string') {
        rows.leaveOut('geometry-not-point', { column: point?.name ?? null }, undefined, place);
        continue;
      }
      const cells = {
        time: timeCell(at(time, i), time),
        end: end ? timeCell(at(end, i), end) : null,
        lon: place[0],
        lat: place[1],
        kind: textOf(at(kind, i)).trim()
      };
      rows.add(cells, null);
    }
  }

  /** Takes a batch that could not be read whole piece by piece, as far as it goes, and says where it ends. */
  async #salvage(
    { spans }: Batch,
    open: Opened,
    rows: ArchiveRows,
    signal: AbortSignal | undefined
  ): Promise<ArchiveFault | null> {
    for (const span of spans) {
      const values = new Map<string, readonly unknown[]>();
      for (const name of open.names) {
        const read = await settled(open.file.read([name], span.from, span.to, false, signal));
        signal?.throwIfAborted();
        if (!read.values) {
          const place = { row: span.from + 1, column: name };
          return archiveFault('file-damaged', place, undefined, wordsOf(read.error));
        }
        for (const [name, column] of read.values) values.set(name, column);
      }
      this.#take(values, span, open.columns, rows);
    }
    return null;
  }

  #block(open: Opened, from: number, to: number): Promise<readonly RawTexts[]> {
    let block = this.#blocks.get(from);
    if (block) {
      // The one that was looked at last is given up last.
      this.#blocks.delete(from);
    } else {
      block = readBlock(open, from, to);
      block.catch(() => this.#blocks.delete(from));
    }
    this.#blocks.set(from, block);
    for (const oldest of this.#blocks.keys()) {
      if (this.#blocks.size <= BLOCKS_KEPT) break;
      this.#blocks.delete(oldest);
    }
    return block;
  }
}

/** What is known of a file once its columns are. */
interface Opened {
  readonly file: ParquetFile;
  readonly columns: ParquetColumns;
  /** Of the columns that the index needs. */
  readonly names: readonly string[];
  readonly spans: readonly Span[];
  readonly leftOut: LeftOut;
}

/** The row groups that are read: what a footer claims would be room taken before anything is there. */
function readable(file: ParquetFile, names: readonly string[]): Span[] {
  return file.spans(names).filter(({ to }) => to <= MOST_ROWS);
}

interface Batch extends Span {
  readonly spans: readonly Span[];
}

function batchesOf(spans: readonly Span[]): Batch[] {
  const batches: Batch[] = [];
  for (const span of spans) {
    const last = batches.at(-1);
    if (span.to === span.from) continue;
    const fits = last && span.to - last.from <= BATCH;
    if (fits && last.unpacked + span.unpacked <= MOST_WORDS / 4) {
      batches[batches.length - 1] = {
        from: last.from,
        to: span.to,
        bytes: last.bytes + span.bytes,
        unpacked: last.unpacked + span.unpacked,
        spans: [...last.spans, span]
      };
    } else batches.push({ ...span, spans: [span] });
  }
  return batches;
}

async function readBlock(
  { file, columns }: Opened,
  from: number,
  to: number
): Promise<readonly RawTexts[]> {
  const names = namesOf(columns, WORD_ROLES);
  const values = await file.read(names, from, to, true);
  return Array.from({ length: to - from }, (_, i) => textsAt(values, columns, i));
}

function textsAt(values: Values, columns: ParquetColumns, i: number): RawTexts {
  return readTexts((role) => {
    const column = columns[role];
    return column ? shown(values.get(column.name)?.[i], column) : null;
  });
}

/** The batches, with their values, or null where they cannot be read together. One is on its way while the one before it is taken. */
async function* readInTurn(
  file: ParquetFile,
  names: readonly string[],
  batches: readonly Batch[],
  signal: AbortSignal | undefined
): AsyncGenerator<readonly [Batch, Values | null]> {
  const fetch = (batch: Batch | undefined) =>
    batch && settled(file.read(names, batch.from, batch.to, false, signal));
  let next = fetch(batches[0]);
  for (const [i, batch] of batches.entries()) {
    const read = await next;
    signal?.throwIfAborted();
    next = fetch(batches[i + 1]);
    yield [batch, read?.values ?? null];
  }
}

/** What became of it: nobody need be waiting when it fails. */
async function settled(
  reading: Promise<Values>
): Promise<{ values: Values } | { values: null; error: unknown }> {
  try {
    return { values: await reading };
  } catch (error) {
    return { values: null, error };
  }
}

/** Each name once: a column may be there for more than one thing. */
function namesOf(columns: ParquetColumns, roles: readonly ColumnRole[]): string[] {
  return [...new Set(roles.flatMap((role) => columns[role]?.name ?? []))];
}

function timeCell(value: unknown, column: ParquetColumn | undefined): TimeCell {
  const type = column?.time ?? 'text';
  if (value === null || value === undefined) return { type, value: null };
  return { type, value: typeof value === 'string' ? value : Number(value) };
}

function numberOf(value: unknown): number {
  return value === null || value === undefined ? NaN : Number(value);
}

function textOf(value: unknown): string {
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}

/** A value as it is shown. */
function shown(value: unknown, { time }: ParquetColumn): string {
  const number = typeof value === 'bigint' || typeof value === 'number';
  return time && number ? writeTimeCell(Number(value), time) : textOf(value);
}

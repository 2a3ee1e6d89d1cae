import type Papa from 'papaparse';
import type { ArchiveSource } from '../story';
import { turn, type ArchiveBytes, type ArchiveProgress } from './archive-bytes';
import { archiveFault, type ArchiveFault } from './archive-fault';
import { tooManyRows, type ArchiveRows } from './archive-rows';
import { NO_HEADER, readCsvHeader, sniffCsv, type CsvHeader } from './csv-header';
import { CsvRows, utf8, type CsvForm, type CsvRow } from './csv-rows';

/** Positions in the file are kept in 32 bits. */
const LARGEST = 2 ** 32 - 1;

/** Bytes that are looked at to find out how the file is written. */
const SAMPLE = 1 << 16;

/** Bytes that are read without a break. */
const PIECE = 1 << 20;

/** One reading of a CSV file from start to end. */
export class CsvScan {
  readonly #source: ArchiveSource;
  readonly #onEvent: (row: CsvRow) => void;
  readonly #timeOf: (text: string) => string;
  #form: CsvForm = { delimiter: ',', newline: '\n' };
  #header = NO_HEADER;
  /** Bytes of the byte order mark. */
  #mark = 0;
  #bytes = 0;
  #fault: ArchiveFault | null = null;

  /** `onEvent` is told of each row that has become an event, in turn. `timeOf` makes of a cell the time that is read. */
  constructor(
    source: ArchiveSource,
    onEvent: (row: CsvRow) => void,
    timeOf: (text: string) => string = (text) => text
  ) {
    this.#source = source;
    this.#onEvent = onEvent;
    this.#timeOf = timeOf;
  }

  /** What the file is written with, once it has begun. */
  get form(): CsvForm {
    return this.#form;
  }

  /** Where the columns are, once the header has come. */
  get header(): CsvHeader {
    return this.#header;
  }

  /** Bytes that have come. */
  get bytes(): number {
    return this.#bytes;
  }

  /** Adds the rows to `rows`. Gives what stopped it before the end; rejects as `bytes` do and when the signal aborts. */
  async run(
    bytes: ArchiveBytes,
    rows: ArchiveRows,
    onprogress: (progress: ArchiveProgress) => void,
    signal: AbortSignal | undefined
  ): Promise<ArchiveFault | null> {
    const papa = await loadPapa();
    let cutter: CsvRows | null = null;
    for await (const chunk of evenly(bytes.chunks(signal))) {
      signal?.throwIfAborted();
      this.#bytes += chunk.length;
      if (cutter) cutter.push(chunk);
      else {
        this.#mark = hasMark(chunk) ? 3 : 0;
        const sound = chunk.subarray(this.#mark);
        const form = sniffCsv(papa, sound, this.#source.columns);
        if ('code' in form) return form;
        this.#form = form;
        cutter = new CsvRows(papa, form, this.#mark, (row) => this.#take(row, rows));
        cutter.push(sound);
      }
      const { byteLength: bytesTotal } = bytes;
      onprogress({
        rows: rows.rows,
        rowsTotal: this.#source.rows,
        bytes: this.#bytes,
        bytesTotal
      });
      this.#fault ??= lostIn(cutter);
      if (this.#fault) return this.#fault;
    }
    cutter?.end();
    onprogress({
      rows: rows.rows,
      rowsTotal: rows.rows,
      bytes: this.#bytes,
      bytesTotal: this.#bytes
    });
    if (this.#header === NO_HEADER) this.#fault ??= archiveFault('file-empty', {});
    return this.#fault ?? (cutter && lostIn(cutter));
  }

  /**
   * Goes once more through what `run` has gone through: `onRow` is told of each row, header and faults among them, `onbytes` of the bytes that
   * have been seen. Rejects as `bytes` do and when the signal aborts.
   */
  async again(
    bytes: ArchiveBytes,
    onRow: (row: CsvRow) => void,
    onbytes: (seen: number) => void,
    signal: AbortSignal | undefined
  ): Promise<void> {
    const cutter = new CsvRows(await loadPapa(), this.#form, this.#mark, onRow);
    let seen = 0;
    for await (const chunk of evenly(bytes.chunks(signal))) {
      signal?.throwIfAborted();
      cutter.push(seen === 0 ? chunk.subarray(this.#mark) : chunk);
      seen += chunk.length;
      onbytes(seen);
      if (seen >= this.#bytes) break;
    }
    cutter.end();
  }

  /** A row becomes an event, or a fault. */
  #take(row: CsvRow, rows: ArchiveRows): void {
    if (this.#fault) return;
    const { line, cells } = row;
    // An empty line.
    if (!row.fault && cells.length === 1 && cells[0] === '') return;
    if (!row.fault && this.#header === NO_HEADER) {
      const header = readCsvHeader(cells, line, this.#source.columns, rows.faults);
      if ('code' in header) this.#fault = header;
      else this.#header = header;
    } else if (row.start > LARGEST) {
      this.#fault = archiveFault('file-too-large', { line }, undefined, '4 GiB');
    } else if (rows.full) {
      this.#fault = tooManyRows({ line });
    } else if (row.fault) {
      rows.leaveOut(row.fault, { line }, cells.length > 0 ? utf8(cells.join(' ')) : undefined);
    } else if (this.#add(row, rows)) this.#onEvent(row);
  }

  #add({ cells, line }: CsvRow, rows: ArchiveRows): boolean {
    const header = this.#header;
    const { size } = header;
    const extra = cells.slice(size).some((cell) => cell !== '');
    if (cells.length < size || extra) {
      const detail = `${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} where the header has ${size}`;
      return rows.leaveOut('row-cells', { line }, utf8(cells.join(' ')), detail);
    }
    const commas = this.#form.delimiter !== ',';
    const lon = degreesOf(cells[header.lon], commas);
    const lat = degreesOf(cells[header.lat], commas);
    if (lon === null || lat === null) {
      const at = lon === null ? 'lon' : 'lat';
      const column = nameOf(this.#source, at);
      return rows.leaveOut('coordinate-unreadable', { line, column }, textOf(cells[header[at]]));
    }
    const timeIn = (cell: string | undefined) => {
      const found = textOf(cell);
      return { type: 'text', value: this.#timeOf(found), found } as const;
    };
    const time = timeIn(cells[header.time]);
    const end = header.end < 0 ? null : timeIn(cells[header.end]);
    return rows.add({ time, end, lon, lat, kind: textOf(cells[header.kind]) }, line);
  }
}

function nameOf({ columns: { where } }: ArchiveSource, at: 'lon' | 'lat'): string | null {
  return 'point' in where ? null : where[at];
}

/** The text of a cell, without spaces around it. */
export function textOf(cell: string | undefined): string {
  return cell === undefined ? '' : utf8(cell).trim();
}

/**
 * Decimal degrees, with a hyphen or a minus sign where they are negative; NaN when there are none, null when it is no number. `commas`: a comma
 * may stand for the point, as spreadsheets write it that separate cells by something else.
 */
function degreesOf(cell: string | undefined, commas: boolean): number | null {
  const given = textOf(cell).replaceAll('\u2212', '-');
  const text = commas ? given.replace(',', '.') : given;
  if (text === '') return NaN;
  return /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/.test(text) ? Number(text) : null;
}

export async function loadPapa(): Promise<typeof Papa> {
  return (await import('papaparse')).default;
}

function lostIn(cutter: CsvRows): ArchiveFault | null {
  return cutter.lost
    ? archiveFault('file-damaged', {}, undefined, 'hundreds of quotation marks are not closed')
    : null;
}

/** UTF-8's byte order mark. */
function hasMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

/** The same bytes: the first piece holds `SAMPLE` at least, or all there are, and none is so large that others would have to wait for it. */
async function* evenly(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let first: Uint8Array[] | null = [];
  let gathered = 0;
  for await (const chunk of chunks) {
    first?.push(chunk);
    gathered += chunk.length;
    if (first && gathered < SAMPLE) continue;
    yield* pieces(first ? joined(first, gathered) : chunk);
    first = null;
  }
  if (first && gathered > 0) yield joined(first, gathered);
}

async function* pieces(chunk: Uint8Array): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < chunk.length; from += PIECE) {
    if (from > 0) await turn();
    yield chunk.subarray(from, from + PIECE);
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length);
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}

import type Papa from 'papaparse';
import type { ArchiveSource } from '../story';
import type { ArchiveProgress, ArchiveReader, WatchedBytes } from './archive-bytes';
import type { ArchiveFault } from './archive-fault';
import type { ArchiveRows } from './archive-rows';
import { readTexts, type RawTexts } from './archive-texts';
import type { WordRole } from './column-roles';
import { LONGEST_ROW, utf8, type CsvRow } from './csv-rows';
import { CsvScan, loadPapa } from './csv-scan';
import { Uint32List } from './uint32-list';

/** Rows that are nearer to one another are fetched in one go. */
const GAP = 1 << 15;

/** An archive in a CSV file: read from start to end, its words cut out of it again when they are asked for. */
export class CsvArchive implements ArchiveReader {
  readonly #source: ArchiveSource;
  readonly #bytes: WatchedBytes;
  /** First byte of each event's row. */
  readonly #starts = new Uint32List();
  readonly #scan: CsvScan;

  constructor(source: ArchiveSource, bytes: WatchedBytes) {
    this.#source = source;
    this.#bytes = bytes;
    this.#scan = new CsvScan(source, ({ start }) => this.#starts.push(start));
  }

  async load(
    makeRows: (expected: number | null) => ArchiveRows,
    onprogress: (progress: ArchiveProgress) => void,
    signal: AbortSignal | undefined
  ): Promise<ArchiveFault | null> {
    const rows = makeRows(this.#source.rows);
    const fault = await this.#scan.run(this.#bytes, rows, onprogress, signal);
    this.#starts.trim();
    return fault;
  }

  async texts(positions: readonly number[]): Promise<ReadonlyMap<number, RawTexts>> {
    const papa = await loadPapa();
    const texts = new Map<number, RawTexts>();
    const read = async ({ from, to, rows }: Run) => {
      const bytes = new Uint8Array(await this.#bytes.slice(from, to));
      for (const { position, start, end } of rows) {
        texts.set(position, this.#words(papa, bytes.subarray(start - from, end - from)));
      }
    };
    await Promise.all(this.#runs(positions).map(read));
    return texts;
  }

  async eachTexts(
    size: number,
    _: readonly WordRole[],
    visit: (position: number, texts: RawTexts) => void,
    onshare: (share: number) => void,
    signal: AbortSignal | undefined
  ): Promise<void> {
    let visited = 0;
    const take = ({ start, cells }: CsvRow) => {
      if (visited === size || start !== this.#starts.at(visited)) return;
      visit(visited++, this.#texts(cells, utf8));
    };
    await this.#scan.again(this.#bytes, take, (seen) => onshare(seen / this.#scan.bytes), signal);
    // Rows that stand elsewhere now, or are cut otherwise.
    if (visited < size) {
      throw new Error(`${this.#source.file} is not as it was when it was loaded: reload the page.`);
    }
  }

  #words(papa: typeof Papa, bytes: Uint8Array): RawTexts {
    const text = new TextDecoder().decode(bytes);
    const { data } = papa.parse<string[]>(text, { ...this.#scan.form, preview: 1 });
    return this.#texts(data[0] ?? [], (cell) => cell);
  }

  #texts(cells: readonly string[], read: (cell: string) => string): RawTexts {
    return readTexts((role) => {
      const cell = cells[this.#scan.header[role]];
      return cell === undefined ? null : read(cell);
    });
  }

  /** The rows in the order of the file, those together that lie near one another. */
  #runs(positions: readonly number[]): Run[] {
    const runs: Run[] = [];
    for (const position of [...positions].sort((a, b) => a - b)) {
      const row = this.#row(position);
      const last = runs.at(-1);
      if (last && row.start - last.to < GAP) {
        last.rows.push(row);
        last.to = row.end;
      } else runs.push({ from: row.start, to: row.end, rows: [row] });
    }
    return runs;
  }

  /** Where an event's row begins, and the byte after it or one further on: rows that were left out may lie between. */
  #row(position: number): Run['rows'][number] {
    const start = this.#starts.at(position);
    const isLast = position + 1 === this.#starts.length;
    const next = isLast ? Infinity : this.#starts.at(position + 1);
    return { position, start, end: Math.min(next, start + 2 * LONGEST_ROW, this.#scan.bytes) };
  }
}

/** Bytes from `from` to before `to`, which are fetched in one go. */
interface Run {
  readonly from: number;
  to: number;
  readonly rows: { readonly position: number; readonly start: number; readonly end: number }[];
}

import type { ArchiveSource } from '../story';
import {
  archiveFault,
  FaultLog,
  type ArchiveFault,
  type ArchiveFaultCode,
  type FaultPlace
} from './archive-fault';
import { ColumnsBuilder } from './columns-builder';
import { LeftOut } from './left-out';
import { isWhenFault, WhenReader, type TimeCell } from './when-cell';

/** All that the rows of an archive are read by. */
export interface ArchivePlan {
  readonly source: ArchiveSource;
  /** IANA zone of the story, to which days and clock times belong. */
  readonly zone: string;
  /** Ids of the story's kinds, in its order: an event's number is the place of its kind here. At most 250. */
  readonly kinds: readonly string[];
}

/** Rows that are read of a file, whatever it says it has: columns and index of so many take some 500 MB. */
export const MOST_ROWS = 5_000_000;

/** One row, as far as the index needs it. */
export interface RowCells {
  readonly time: TimeCell;
  readonly end: TimeCell | null;
  /** Degrees; NaN where the cell is empty. */
  readonly lon: number;
  readonly lat: number;
  /** Empty when there is no such column, or nothing in it. */
  readonly kind: string;
}

/** Turns rows into columns of events. A row that cannot be used is named and left out. */
export class ArchiveRows {
  readonly faults: FaultLog;
  readonly leftOut = new LeftOut();
  readonly #columns: ColumnsBuilder;
  readonly #source: ArchiveSource;
  readonly #when: WhenReader;
  readonly #kinds: Kinds | null;
  #rows = 0;
  #undated = 0;
  #unplaced = 0;

  /** `expected`: how many rows there seem to be. */
  constructor(
    { source, zone, kinds }: ArchivePlan,
    expected: number | null,
    faults = new FaultLog()
  ) {
    if (kinds.length > 250) throw new RangeError(`ArchiveRows: ${kinds.length} kinds, at most 250`);
    this.faults = faults;
    this.#source = source;
    this.#when = new WhenReader(zone);
    this.#kinds = source.columns.kind === null ? null : kindsOf(source.kinds, kinds);
    // The file may say what it likes.
    this.#columns = new ColumnsBuilder(this.#kinds !== null, Math.min(expected ?? 0, 1 << 21));
  }

  /** Rows seen, used or not. */
  get rows(): number {
    return this.#rows;
  }

  /** True when no more rows are to be added. */
  get full(): boolean {
    return this.#rows >= MOST_ROWS;
  }

  /** Takes the next row as an event; false when it was left out. */
  add(cells: RowCells, line: number | null): boolean {
    const { columns } = this.#source;
    const when = this.#when.read(cells.time, cells.end);
    if (isWhenFault(when)) {
      const value = cells[when.at]?.found ?? cells[when.at]?.value ?? '';
      return this.leaveOut(when.fault, { line, column: columns[when.at] }, value);
    }
    const { lon, lat } = cells;
    const place = placeFault(lon, lat);
    if (place) {
      const { where } = columns;
      const column = 'point' in where ? where.point : where[place.at];
      return this.leaveOut(place.code, { line, column }, place.value);
    }
    const kind = this.#kinds ? (this.#kinds.numbers.get(cells.kind) ?? this.#kinds.other) : 0;
    if (kind === null) {
      return this.leaveOut('kind-unlisted', { line, column: columns.kind }, cells.kind);
    }
    this.#rows++;
    if (!when) this.#undated++;
    if (Number.isNaN(lon)) this.#unplaced++;
    this.#columns.add(when, lon, lat, kind);
    return true;
  }

  /** Names the next row and leaves it out. */
  leaveOut(code: ArchiveFaultCode, place: FaultPlace, value?: unknown, detail?: string): false {
    this.leftOut.push(this.#rows);
    this.#rows++;
    this.faults.add(code, { ...place, row: this.#rows }, value, detail);
    return false;
  }

  /** Events so far, in the order of the file. Nothing may be added afterwards. */
  finish() {
    const columns = this.#columns.finish();
    return {
      columns: { ...columns, rows: this.leftOut.rowsOf(columns.size) },
      rows: this.#rows,
      undated: this.#undated,
      unplaced: this.#unplaced,
      faults: this.faults.result()
    };
  }
}

/** What is said at the first row beyond `MOST_ROWS`. */
export function tooManyRows(place: FaultPlace): ArchiveFault {
  return archiveFault('file-too-long', place, undefined, `${MOST_ROWS / 1e6} million`);
}

interface Kinds {
  readonly numbers: ReadonlyMap<string, number>;
  /** The number of what is not listed; null when there is none. */
  readonly other: number | null;
}

function kindsOf(cells: ArchiveSource['kinds'], ids: readonly string[]): Kinds {
  const pairs = cells ? Object.entries(cells) : ids.map((id) => [id, id] as const);
  const numbers = pairs.map(([cell, id]) => [cell, ids.indexOf(id)] as const);
  return {
    numbers: new Map(numbers.filter(([, number]) => number >= 0)),
    other: ids.at(-1) === 'other' ? ids.length - 1 : null
  };
}

function placeFault(
  lon: number,
  lat: number
): { code: ArchiveFaultCode; at: 'lon' | 'lat'; value: string | undefined } | null {
  const [noLon, noLat] = [Number.isNaN(lon), Number.isNaN(lat)];
  if (noLon && noLat) return null;
  if (noLon || noLat) {
    return { code: 'coordinate-missing', at: noLon ? 'lon' : 'lat', value: undefined };
  }
  const [far, high] = [Math.abs(lon), Math.abs(lat)];
  if (far <= 180 && high <= 90) return null;
  if (high > 90 && high <= 180 && far <= 90) {
    return { code: 'coordinates-swapped', at: 'lat', value: `${lon}, ${lat}` };
  }
  const at = far <= 180 ? 'lat' : 'lon';
  return { code: 'coordinate-out-of-range', at, value: String(at === 'lat' ? lat : lon) };
}

import type { EventColumns } from './event-columns';
import type { WhenBounds } from './when-cell';

type Column = Float64Array<ArrayBuffer>;

/** Collects events into columns that grow by doubling: no object an event. */
export class ColumnsBuilder {
  #size = 0;
  #start: Column;
  #end: Column;
  #lon: Column;
  #lat: Column;
  #kind: Uint8Array<ArrayBuffer> | null;
  /** Made when the first event comes that may have begun later or ended sooner than its bounds. */
  #inner: { latest: Column; earliest: Column } | null = null;

  /** `kinds`: whether events differ in kind. `capacity`: how many there may be, when that is known; more may be added. */
  constructor(kinds: boolean, capacity = 1024) {
    const room = Math.max(16, capacity);
    this.#start = new Float64Array(room);
    this.#end = new Float64Array(room);
    this.#lon = new Float64Array(room);
    this.#lat = new Float64Array(room);
    this.#kind = kinds ? new Uint8Array(room) : null;
  }

  /** Null: undated. NaN for both degrees: unplaced. `kind`: 0–255. */
  add(when: WhenBounds | null, lon: number, lat: number, kind: number): void {
    if (this.#size === this.#start.length) this.#grow();
    const at = this.#size++;
    const start = when?.startEarliest ?? NaN;
    const end = when?.endLatest ?? NaN;
    const latest = when?.startLatest ?? NaN;
    const earliest = when?.endEarliest ?? NaN;
    this.#start[at] = start;
    this.#end[at] = end;
    this.#lon[at] = lon;
    this.#lat[at] = lat;
    if (this.#kind) this.#kind[at] = kind;
    if (!this.#inner && when && (latest !== start || earliest !== end)) {
      // Events before this one began and ended at their bounds.
      this.#inner = { latest: this.#start.slice(), earliest: this.#end.slice() };
    }
    if (!this.#inner) return;
    this.#inner.latest[at] = latest;
    this.#inner.earliest[at] = earliest;
  }

  /** The columns, cut to size. They are handed over: nothing may be added afterwards. */
  finish(): EventColumns {
    const cut = <T extends Column | Uint8Array<ArrayBuffer>>(column: T) =>
      column.length === this.#size ? column : (column.slice(0, this.#size) as T);
    return {
      size: this.#size,
      start: cut(this.#start),
      end: cut(this.#end),
      startLatest: this.#inner && cut(this.#inner.latest),
      endEarliest: this.#inner && cut(this.#inner.earliest),
      lon: cut(this.#lon),
      lat: cut(this.#lat),
      kind: this.#kind && cut(this.#kind)
    };
  }

  #grow(): void {
    const room = this.#start.length * 2;
    this.#start = grown(this.#start, room);
    this.#end = grown(this.#end, room);
    this.#lon = grown(this.#lon, room);
    this.#lat = grown(this.#lat, room);
    if (this.#kind) {
      const kind = new Uint8Array(room);
      kind.set(this.#kind);
      this.#kind = kind;
    }
    if (this.#inner) {
      const { latest, earliest } = this.#inner;
      this.#inner = { latest: grown(latest, room), earliest: grown(earliest, room) };
    }
  }
}

function grown(column: Column, room: number): Column {
  const larger = new Float64Array(room);
  larger.set(column);
  return larger;
}

/**
 * Events in the order of a file, one column a property and one entry an event: what an archive of a million is read into, since an object
 * an event would take minutes and gigabytes. All columns have `size` entries.
 */
export interface EventColumns {
  readonly size: number;
  /** Earliest start and latest end, milliseconds since 1970 UTC, closed; −Infinity and +Infinity where open; NaN for both: undated. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** Latest start and earliest end. Null: every event began at its `start` and ended at its `end`, neither sooner nor later. */
  readonly startLatest: Float64Array | null;
  readonly endEarliest: Float64Array | null;
  /** Degrees WGS84; NaN for both: unplaced. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** A small number for each kind of event; null: all are of kind 0. */
  readonly kind: Uint8Array | null;
  /** Their rows in the file, from 0, ascending; null: every row is an event. */
  readonly rows?: Uint32Array | null;
}

/** Rows of the events without a time. */
export function undatedRows({ size, start, rows }: EventColumns): Uint32Array {
  const undated: number[] = [];
  for (let i = 0; i < size; i++) if (Number.isNaN(start[i])) undated.push(rows?.[i] ?? i);
  return Uint32Array.from(undated);
}

/** Of no events. */
export function noColumns(): EventColumns {
  const none = new Float64Array(0);
  const times = { start: none, end: none, startLatest: null, endEarliest: null };
  return { size: 0, ...times, lon: none, lat: none, kind: null };
}

import { CLASSES, durationClass } from './duration-classes';
import { NOWHERE } from './fixed-point';

/** What an index consists of, as views into one buffer. */
export interface Layout {
  readonly buffer: ArrayBuffer;
  readonly size: number;
  readonly exact: boolean;
  /** Unplaced events; first and last finite bound, the first after the last when there is none. */
  readonly summary: Float64Array;
  /** By duration class. */
  readonly longest: Float64Array;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Empty when `exact`. */
  readonly latestStarts: Float64Array;
  readonly earliestEnds: Float64Array;
  readonly endRanks: Uint32Array;
  readonly byEnd: Uint32Array;
  readonly byClass: Uint32Array;
  readonly rows: Uint32Array;
  readonly classEnds: Uint32Array;
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly kinds: Uint8Array;
}

/** "DLIX", and the version of what follows. */
const MAGIC = 0x5849_4c44;
const VERSION = 2;
const HEADER = 4;
const SUMMARY = 3;

/**
 * The views of a new, empty index of `size` events, or of the index in a buffer.
 * @throws RangeError when the buffer does not hold one.
 */
export function layOut(size: number, exact: boolean): Layout;
export function layOut(buffer: ArrayBuffer): Layout;
export function layOut(given: number | ArrayBuffer, wanted = true): Layout {
  if (typeof given === 'number') {
    const buffer = new ArrayBuffer(bytesFor(given, wanted));
    new Uint32Array(buffer, 0, HEADER).set([MAGIC, VERSION, given, Number(wanted)]);
    return viewsOf(buffer, given, wanted);
  }
  const [magic, version, size, exact] = new Uint32Array(
    given,
    0,
    given.byteLength < 4 * HEADER ? 0 : HEADER
  );
  if (magic !== MAGIC) throw new RangeError('ArchiveIndex.from: the buffer holds no index');
  if (version !== VERSION)
    throw new RangeError(`ArchiveIndex.from: version ${version} is not ${VERSION}`);
  const bytes = bytesFor(size as number, exact === 1);
  if (given.byteLength !== bytes)
    throw new RangeError(
      `ArchiveIndex.from: the buffer has ${given.byteLength} bytes, not ${bytes}`
    );
  return viewsOf(given, size as number, exact === 1);
}

function bytesFor(size: number, exact: boolean): number {
  const doubles = SUMMARY + CLASSES + size * (exact ? 2 : 4);
  const words = HEADER + CLASSES + size * 6;
  return 8 * doubles + 4 * words + size;
}

/** Doubles first, then words, then bytes: each kind lies on its own boundaries. */
function viewsOf(buffer: ArrayBuffer, size: number, exact: boolean): Layout {
  let offset = 4 * HEADER;
  const take = <T extends { readonly byteLength: number }>(
    Type: new (buffer: ArrayBuffer, offset: number, length: number) => T,
    length: number
  ): T => {
    const view = new Type(buffer, offset, length);
    offset += view.byteLength;
    return view;
  };
  return {
    buffer,
    size,
    exact,
    summary: take(Float64Array, SUMMARY),
    longest: take(Float64Array, CLASSES),
    starts: take(Float64Array, size),
    ends: take(Float64Array, size),
    latestStarts: take(Float64Array, exact ? 0 : size),
    earliestEnds: take(Float64Array, exact ? 0 : size),
    endRanks: take(Uint32Array, size),
    byEnd: take(Uint32Array, size),
    byClass: take(Uint32Array, size),
    rows: take(Uint32Array, size),
    classEnds: take(Uint32Array, CLASSES),
    x: take(Int32Array, size),
    y: take(Int32Array, size),
    kinds: take(Uint8Array, size)
  };
}

/** What follows from the columns: classes, extent, how many are unplaced. */
export function summarise(layout: Layout): void {
  const { size, exact, starts, ends, endRanks, latestStarts, earliestEnds, y } = layout;
  const { byClass, classEnds, longest, summary } = layout;
  const classOf = new Uint8Array(size);
  let [unplaced, from, to] = [0, Infinity, -Infinity];
  for (let position = 0; position < size; position++) {
    const start = starts[position] as number;
    const end = ends[endRanks[position] as number] as number;
    const doubtful =
      !exact &&
      ((latestStarts[position] as number) > end || (earliestEnds[position] as number) < start);
    const own = durationClass(start, end, doubtful);
    classOf[position] = own;
    classEnds[own] = (classEnds[own] as number) + 1;
    longest[own] = Math.max(longest[own] as number, end - start);
    if (y[position] === NOWHERE) unplaced++;
    for (const bound of [start, end]) {
      if (!Number.isFinite(bound)) continue;
      if (bound < from) from = bound;
      if (bound > to) to = bound;
    }
  }
  const next = new Uint32Array(CLASSES);
  for (let own = 1; own < CLASSES; own++) {
    next[own] = classEnds[own - 1] as number;
    classEnds[own] = (classEnds[own] as number) + (classEnds[own - 1] as number);
  }
  for (let position = 0; position < size; position++) {
    const own = classOf[position] as number;
    const at = next[own] as number;
    byClass[at] = position;
    next[own] = at + 1;
  }
  summary.set([unplaced, from, to]);
}

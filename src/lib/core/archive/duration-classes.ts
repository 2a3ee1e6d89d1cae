import { below, upTo } from '../ordered';

/** Class 0 is for instants, class k for what lasts up to 4^k ms, the last of these for what has an open side. */
export const LENGTH_CLASSES = 29;

/**
 * Three more, told apart by length less finely, for events that no window holds for sure, as "2022~" and "2022?": all others begin or end
 * about where a window does that they are only possibly in.
 */
export const CLASSES = LENGTH_CLASSES + 3;
const [HALF_A_YEAR, A_LIFETIME] = [4 ** 17, 4 ** 20.5];

/** `doubtful`: its latest start is after its latest end, or its earliest end before its earliest start. */
export function durationClass(start: number, end: number, doubtful: boolean): number {
  const length = end - start;
  if (doubtful) return LENGTH_CLASSES + Number(length > HALF_A_YEAR) + Number(length > A_LIFETIME);
  if (!(length > 0)) return 0;
  if (length === Infinity) return LENGTH_CLASSES - 1;
  let [durationClass, longest] = [1, 4];
  while (longest < length) {
    durationClass++;
    longest *= 4;
  }
  return durationClass;
}

/** The events of one class: `order` holds their positions from `from` to before `to`, by start; none of them lasts longer than `longest` ms. */
export interface DurationClass {
  readonly from: number;
  readonly to: number;
  readonly longest: number;
}

/** Those of a class that started in [earliest, latest], as indices in `order`: from the first to before the second. */
export function startedWithin(
  { from, to }: DurationClass,
  order: Uint32Array,
  starts: Float64Array,
  earliest: number,
  latest: number
): readonly [from: number, to: number] {
  // Class by class the starts ascend, but they are a step away: their own place in the order of all starts stands for them.
  const [first, last] = [below(starts, earliest), upTo(starts, latest)];
  return [notBelow(order, from, to, first), notBelow(order, from, to, last)];
}

/** The first index in [from, to) whose position is not below `limit`. */
function notBelow(order: Uint32Array, from: number, to: number, limit: number): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((order[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

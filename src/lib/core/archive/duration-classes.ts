import { below, upTo } from '../ordered';

/** Class 0 is for instants, class k for what lasts up to 4^k ms, the last for what has an open side. */
export const CLASSES = 29;

export function durationClass(start: number, end: number): number {
  const length = end - start;
  if (!(length > 0)) return 0;
  if (length === Infinity) return CLASSES - 1;
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

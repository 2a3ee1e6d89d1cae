import type { Window } from './story';

/** How many of the ascending `values` are below `limit`. */
export function below(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending `values` are `limit` or below it. */
export function upTo(values: Float64Array, limit: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** @throws RangeError when the window ends before it begins. */
export function checkWindow({ from, to }: Window): void {
  if (!(from <= to))
    throw new RangeError(`A window must not end before it begins: ${from} to ${to}`);
}

/** The edges of a histogram's bins. @throws RangeError unless there are two or more, ascending. */
export function checkEdges(edges: Float64Array): void {
  if (edges.length < 2 || edges.some((edge, i) => !(edge >= (edges[i - 1] ?? -Infinity)))) {
    throw new RangeError(`histogram: needs two ascending edges or more, got [${edges}]`);
  }
}

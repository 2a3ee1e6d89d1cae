import type { BenchColumns } from './data';
import type { BenchWindow } from './windows';

/** How many events are in a window, by looking at every one: what each page of the bench must report. */
export function countByBruteForce(
  { n, start, end }: Pick<BenchColumns, 'n' | 'start' | 'end'>,
  [from, to]: BenchWindow
): number {
  let count = 0;
  for (let i = 0; i < n; i++) {
    const began = start[i] as number;
    const ended = end[i] as number;
    if (began < to && (Number.isNaN(ended) ? began : ended) >= from) count++;
  }
  return count;
}

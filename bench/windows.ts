import type { BenchColumns } from './data';

/** Holds the events with `start < to` and `(end ?? start) >= from`, milliseconds since 1970 UTC. */
export type BenchWindow = readonly [from: number, to: number];

type Extent = Pick<BenchColumns, 'T0' | 'T1'>;

export const WINDOW_KINDS = ['month', 'year', 'all'] as const;
export type WindowKind = (typeof WINDOW_KINDS)[number];

const DAY = 86_400_000;

/** What every page shows when it has loaded: the first 30 days. */
export function firstWindow({ T0 }: Extent): BenchWindow {
  return [T0, T0 + 30 * DAY];
}

/**
 * `count` windows of one width (leaflet.timeline can only move them), as a reader drags: of 30 days or a year, from the beginning to the end;
 * or of all ten years, pushed by some months to either side, so that each step changes something.
 */
export function sweep(kind: WindowKind, { T0, T1 }: Extent, count: number): BenchWindow[] {
  const width = { month: 30 * DAY, year: 365 * DAY, all: T1 - T0 }[kind];
  const [first, last] = kind === 'all' ? [T0 - 180 * DAY, T0 + 180 * DAY] : [T0, T1 - width];
  return Array.from({ length: count }, (_, i) => {
    const from = first + Math.floor((i / Math.max(count - 1, 1)) * (last - first));
    return [from, from + width];
  });
}

/** `count` windows of 30 days, each two days after the one before, from the middle on: what a drag calls for, frame by frame. */
export function drag({ T0, T1 }: Extent, count: number): BenchWindow[] {
  const middle = T0 + Math.floor((T1 - T0) / 2 / DAY) * DAY;
  return Array.from({ length: count }, (_, i) => {
    const from = middle + i * 2 * DAY;
    return [from, from + 30 * DAY];
  });
}

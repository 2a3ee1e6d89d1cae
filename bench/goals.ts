import { DATELINE, LEAFLET_TIMELINE, SET_FILTER } from './harness/plan';
import { ratio } from './harness/statistics';
import type { Cell, Summary } from './harness/summary';

/** Something that Dateline promises. */
export interface Goal {
  readonly text: string;
  readonly unit: '×' | 'ms' | 'MB' | '/s';
  readonly limit: number;
  /** Whether the limit is the most or the least that will do. */
  readonly is: 'most' | 'least';
  /**
   * Ratios within one run and CPU times hold on any machine and under load, and `--check` insists on them. All else is for a quiet machine and
   * only written down.
   */
  readonly checked: boolean;
  /** Null where it was not measured. */
  measure(summary: Summary): number | null;
}

const MILLION = 1_000_000;
const MB = 1_000_000;

/** Of Dateline at one size. */
const own =
  (size: number, read: (cell: Cell) => number | null) =>
  (summary: Summary): number | null => {
    const cell = summary.get(DATELINE, size);
    return cell && read(cell);
  };

/** How many times faster than another a step of a 30-day window is. */
const fasterThan =
  (other: string, size: number) =>
  (summary: Summary): number | null =>
    ratio(month(summary.get(other, size)), month(summary.get(DATELINE, size)));

const month = (cell: Cell | null) => cell?.latency.month.median ?? null;
const inMB = (bytes: number | null) => bytes && bytes / MB;

export const GOALS: readonly Goal[] = [
  {
    text: '1,000,000 events: times faster than MapLibre setFilter',
    unit: '×',
    limit: 100,
    is: 'least',
    checked: true,
    measure: fasterThan(SET_FILTER, MILLION)
  },
  {
    text: '1,000,000 events: times faster than leaflet.timeline',
    unit: '×',
    limit: 10,
    is: 'least',
    checked: true,
    measure: fasterThan(LEAFLET_TIMELINE, MILLION)
  },
  {
    text: '60 events: times faster than leaflet.timeline',
    unit: '×',
    limit: 1,
    is: 'least',
    checked: true,
    measure: fasterThan(LEAFLET_TIMELINE, 60)
  },
  {
    text: 'From 10,000 to 1,000,000 events a step takes longer by',
    unit: '×',
    limit: 2,
    is: 'most',
    checked: true,
    measure: (summary) =>
      ratio(month(summary.get(DATELINE, MILLION)), month(summary.get(DATELINE, 10_000)))
  },
  {
    text: '1,000,000 events: CPU of the main thread a step',
    unit: 'ms',
    limit: 6,
    is: 'most',
    checked: true,
    measure: own(MILLION, ({ cpu }) => cpu.main)
  },
  {
    text: '1,000,000 events: a step of 30 days, median',
    unit: 'ms',
    limit: 10,
    is: 'most',
    checked: false,
    measure: own(MILLION, ({ latency }) => latency.month.median)
  },
  {
    text: '1,000,000 events: a step of 30 days, 95th percentile',
    unit: 'ms',
    limit: 35,
    is: 'most',
    checked: false,
    measure: own(MILLION, ({ latency }) => latency.month.p95)
  },
  {
    text: '1,000,000 events: a step of a year, median',
    unit: 'ms',
    limit: 20,
    is: 'most',
    checked: false,
    measure: own(MILLION, ({ latency }) => latency.year.median)
  },
  {
    text: '1,000,000 events: a step of all ten years, median',
    unit: 'ms',
    limit: 20,
    is: 'most',
    checked: false,
    measure: own(MILLION, ({ latency }) => latency.all.median)
  },
  {
    text: '1,000,000 events: pictures a second in a drag',
    unit: '/s',
    limit: 45,
    is: 'least',
    checked: false,
    measure: own(MILLION, ({ picturesPerSecond }) => picturesPerSecond)
  },
  {
    text: '1,000,000 events: the last picture of a drag, after the last call',
    unit: 'ms',
    limit: 50,
    is: 'most',
    checked: false,
    measure: own(MILLION, ({ late }) => late)
  },
  {
    text: '1,000,000 events: from typed arrays to the first frame',
    unit: 'ms',
    limit: 1_500,
    is: 'most',
    checked: false,
    measure: own(MILLION, ({ load }) => load)
  },
  {
    text: '1,000,000 events: longest task of the main thread while loading',
    unit: 'ms',
    limit: 200,
    is: 'most',
    checked: false,
    measure: own(MILLION, ({ longestTask }) => longestTask)
  },
  {
    text: '1,000,000 events: memory beyond a blank page',
    unit: 'MB',
    limit: 250,
    is: 'most',
    checked: false,
    measure: own(MILLION, ({ memory }) => inMB(memory))
  },
  {
    text: '1,000,000 events: JavaScript heap',
    unit: 'MB',
    limit: 20,
    is: 'most',
    checked: false,
    measure: own(MILLION, ({ heap }) => inMB(heap))
  },
  {
    text: '1,000,000 events: what is under the pointer, median',
    unit: 'ms',
    limit: 1,
    is: 'most',
    checked: false,
    measure: own(MILLION, ({ hover }) => hover.median)
  }
];

/** Whether a goal was reached; null where it was not measured. */
export function isMet({ measure, limit, is }: Goal, summary: Summary): boolean | null {
  const measured = measure(summary);
  if (measured === null) return null;
  return is === 'most' ? measured <= limit : measured >= limit;
}

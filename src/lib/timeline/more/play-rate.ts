import type { Stretch } from '../../core/elastic-scale';
import { DAY, HOUR, MINUTE } from '../../core/zone';
import { MONTH, SECOND, WEEK, YEAR, YEAR_STEPS } from '../calendar';
import { MS_STEPS } from '../ticks';

/** A stretch of the calendar as people name it: so many of a unit. */
export interface Named {
  readonly unit: 'millisecond' | 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year';
  readonly count: number;
}

const UNITS = [
  ['year', YEAR],
  ['month', MONTH],
  ['week', WEEK],
  ['day', DAY],
  ['hour', HOUR],
  ['minute', MINUTE],
  ['second', SECOND],
  ['millisecond', 1]
] as const;

/** The finest first; none is more than three times the one before. */
const STEPS = [
  ...MS_STEPS,
  ...[1, 2, 5, 10, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 30].map((n) => n * MINUTE),
  ...[1, 3, 6, 12].map((n) => n * HOUR),
  ...[DAY, 3 * DAY, WEEK, 2 * WEEK, MONTH, 3 * MONTH, 6 * MONTH],
  ...YEAR_STEPS
];

/** A step in ms as a person would name it. */
export function nameOf(step: number): Named {
  const [unit, size] = UNITS.find(([, size]) => step % size === 0) ?? UNITS[7];
  return { unit, count: step / size };
}

/** How many ms of the axis go by in a second of play by constant time: so that all of it takes 20 to 60 s. */
export function playRate(domain: Stretch): number {
  return stepFor(domain, 60);
}

/** The step in ms that play by event goes at where events are too many to stop at each day. */
export function stepOfMany(domain: Stretch): number {
  return stepFor(domain, 200);
}

/** The finest step that the domain has no more of than this. */
function stepFor({ from, to }: Stretch, most: number): number {
  return STEPS.find((step) => step * most >= to - from) ?? (STEPS.at(-1) as number);
}

import { DAY, YEARS } from '../core/zone';

/**
 * Steps of the calendar, told in ms: exact up to a week; a month counts for 30 days and a year for 365, and `n` of them for `n` times that.
 * Readings of the clock (`wall`) are instants at which UTC shows the same: see `toWall`.
 */
export const SECOND = 1000;
export const WEEK = 7 * DAY;
export const MONTH = 30 * DAY;
export const YEAR = 365 * DAY;

/** 1, 2, 5, 10, 20 … 500,000 years: a `Date` holds some 540,000. */
export const YEAR_STEPS = [1, 10, 100, 1000, 10_000, 100_000].flatMap((power) =>
  [1, 2, 5].map((n) => n * power * YEAR)
);

/** When the step that holds `wall` began. Weeks begin on Monday, and steps of years in those that can be divided by as many. */
export function stepStart(wall: number, step: number): number {
  return boundary(wall, step, 0);
}

/** When the step after that which holds `wall` begins. */
export function stepAfter(wall: number, step: number): number {
  return boundary(wall, step, 1);
}

function boundary(wall: number, step: number, next: 0 | 1): number {
  if (step < MONTH) {
    const first = step === WEEK ? MONDAY : 0;
    return (Math.floor((wall - first) / step) + next) * step + first;
  }
  const date = new Date(wall);
  const year = date.getUTCFullYear();
  if (step < YEAR) {
    const every = Math.round(step / MONTH);
    return monthStart(year, (Math.floor(date.getUTCMonth() / every) + next) * every);
  }
  const every = Math.round(step / YEAR);
  if (every === 1) return monthStart(year + next, 0);
  // There is no year 0: 500 BCE, 1, 500. Years are astronomical here, so 1 BCE is 0 and 500 BCE −499.
  const start =
    year > 0
      ? Math.max(1, (Math.floor(year / every) + next) * every)
      : 1 - (Math.ceil((1 - year) / every) - next) * every;
  return monthStart(start, 0);
}

/** 5 January 1970. */
const MONDAY = 4 * DAY;

/** Cut off a little beyond the years that are told at all, and within those that a `Date` can hold. */
function monthStart(year: number, month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.min(YEARS.max + 1000, Math.max(YEARS.min - 1000, year)), month, 1);
  return date.getTime();
}

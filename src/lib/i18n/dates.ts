import type { Window } from '../core/story';
import {
  DAY,
  dayOf,
  daysInMonth,
  endOfDay,
  HOUR,
  MINUTE,
  offsetAt,
  startOfDay
} from '../core/zone';
import { formatDate, formatDateRange, intlLocale } from './intl';

export { certaintyWords, formatWhen } from './when';

/** How exactly an instant is told. By 'minute' with seconds, or thousandths, where it is no whole minute or second. */
export type Detail = 'year' | 'month' | 'day' | 'minute' | 'second';

/** An instant (ms since 1970 UTC) as the clocks of `zone` (IANA) show it: "7 September 2022, 12:00". */
export function formatInstant(ms: number, zone: string, locale: string, detail: Detail): string {
  return formatDate(ms, zone, locale, detail === 'minute' ? clockOf(zone, ms) : FIELDS[detail]);
}

/**
 * A closed window in the story's `zone`: "May 2013 – October 2017" when it is of whole months, "7–8 September 2022" of whole days, or when it
 * is so long that hours would only distract; else with clock times, "7 September 2022, 12:00–14:30", and with seconds and thousandths where an end
 * has them. The end of a day is the day, not the next midnight, and that of a minute the minute.
 */
export function formatWindow({ from, to }: Window, zone: string, locale: string): string {
  const first = dayOf(from, zone);
  const last = dayOf(to, zone);
  const whole =
    startOfDay(zone, first.year, first.month, first.day) === from &&
    endOfDay(zone, last.year, last.month, last.day) === to;
  const months = whole && first.day === 1 && last.day === daysInMonth(last.year, last.month);
  const days = whole || to - from > WEEK;
  const fields = months ? FIELDS.month : days ? DATE : clockOf(zone, to, from);
  return formatDateRange(from, to, zone, locale, fields);
}

/** A clock time as exactly as an instant needs, and the start of what it is the end of. */
function clockOf(zone: string, end: number, start?: number): Intl.DateTimeFormatOptions {
  const begins = (ms: number, unit: number) => (ms + offsetAt(ms, zone)) % unit === 0;
  const whole = (unit: number) =>
    (begins(end, unit) || begins(end + 1, unit)) && (start === undefined || begins(start, unit));
  if (whole(MINUTE)) return CLOCK;
  return whole(1000) ? FIELDS.second : { ...FIELDS.second, fractionalSecondDigits: 3 };
}

/** About how long some milliseconds are, in one unit: "3 years", "5 weeks", "2 days", "6 hours". At least a minute. */
export function formatDuration(ms: number, locale: string): string {
  const length = Math.abs(ms);
  // Minutes begin at none, so there is always one.
  const [unit, size] = UNITS.find(([, size, least]) => length >= size * least) as (typeof UNITS)[0];
  const count = Math.max(1, Math.round(length / size));
  return new Intl.NumberFormat(intlLocale(locale), {
    style: 'unit',
    unit,
    unitDisplay: 'long'
  }).format(count);
}

const DATE = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const CLOCK = { ...DATE, hour: '2-digit', minute: '2-digit' } as const;
const FIELDS: Readonly<Record<Detail, Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  day: DATE,
  minute: CLOCK,
  second: { ...CLOCK, second: '2-digit' }
};

const WEEK = 7 * DAY;
const YEAR = 365.2425 * DAY;
/** Each unit from so many of it on: below that the next smaller says it better ("13 days", not "2 weeks"). */
const UNITS: readonly (readonly [unit: string, size: number, least: number])[] = [
  ['year', YEAR, 1.96],
  ['month', YEAR / 12, 2.5],
  ['week', WEEK, 2],
  ['day', DAY, 1.96],
  ['hour', HOUR, 1.96],
  ['minute', MINUTE, 0]
];

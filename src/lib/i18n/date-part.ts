import type { DatePart } from '../core/story';
import type { DateWords } from './en/dates';
import { formatDate, formatDateRange } from './intl';

/** Calendar days here are the milliseconds of their midnight in UTC: arithmetic on them needs no zone. */
export interface Unit {
  readonly first: number;
  readonly last: number;
}

/** The first and last day of the day, month, year… that a date names; with `wider`, from the unit before to the unit after. */
export function unitOf(part: DatePart, wider = false): Unit {
  const by = wider ? 1 : 0;
  return { first: unitStart(part, -by), last: unitStart(part, 1 + by) - DAY };
}

/** A date as far as it is given, without its qualifiers: "15 July 2022", "August 2022", "autumn 2022", "the 1990s", "the 6th century BC". */
export function formatPart(
  part: DatePart,
  words: DateWords,
  locale: string,
  zone: string,
  withYear = true
): string {
  const year = withYear ? ({ year: 'numeric' } as const) : {};
  const { first, last } = unitOf(part);
  switch (part.precision) {
    case 'instant':
      return formatDate(part.instant as number, zone, locale, { ...DAY_FIELDS, ...CLOCK_FIELDS });
    case 'day':
      return formatDate(first, 'UTC', locale, { day: 'numeric', month: 'long', ...year });
    case 'month':
      return formatDate(first, 'UTC', locale, { month: 'long', ...year });
    case 'season': {
      // Winter goes on into the next year.
      const name = formatDateRange(first, last, 'UTC', locale, { year: 'numeric' });
      return words.seasons[part.season as number]?.(name) ?? name;
    }
    case 'year':
      return formatDate(first, 'UTC', locale, { year: 'numeric' });
    case 'decade':
      // Before Christ "the 190s" would be another ten years, and before the year 10 there is no name.
      return part.year < 10
        ? formatDateRange(first, last, 'UTC', locale, { year: 'numeric' })
        : words.decade(formatDate(first, 'UTC', locale, { year: 'numeric' }));
    case 'century':
      return words.century(Math.floor(Math.abs(part.year) / 100) + 1, part.year < 0);
  }
}

/** Two dates of the same precision as one range; null when their precision has no such form. */
export function formatPartRange(
  start: DatePart,
  end: DatePart,
  locale: string,
  zone: string
): string | null {
  const fields = RANGE_FIELDS[start.precision];
  if (!fields || start.precision !== end.precision) return null;
  return start.precision === 'instant'
    ? formatDateRange(start.instant as number, end.instant as number, zone, locale, fields)
    : formatDateRange(unitOf(start).first, unitOf(end).first, 'UTC', locale, fields);
}

/** A calendar day in words. */
export function formatDay(day: number, locale: string, withYear: boolean): string {
  const year = withYear ? ({ year: 'numeric' } as const) : {};
  return formatDate(day, 'UTC', locale, { day: 'numeric', month: 'long', ...year });
}

/** The day of a month without its month. */
export function formatDayNumber(day: number, locale: string): string {
  return formatDate(day, 'UTC', locale, { day: 'numeric' });
}

/** Midnight UTC of a day; months and days beyond their range are carried. */
export function utcDay(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

const DAY = 86_400_000;
const DAY_FIELDS = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const CLOCK_FIELDS = { hour: '2-digit', minute: '2-digit' } as const;
const RANGE_FIELDS: Partial<Record<DatePart['precision'], Intl.DateTimeFormatOptions>> = {
  year: { year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  day: DAY_FIELDS,
  instant: { ...DAY_FIELDS, ...CLOCK_FIELDS }
};

/** First day of the unit `shift` units after the part's own. */
function unitStart(part: DatePart, shift: number): number {
  const { year } = part;
  const month = part.month ?? 1;
  switch (part.precision) {
    case 'century':
      return utcDay(firstYear(year, 100) + 100 * shift, 1, 1);
    case 'decade':
      return utcDay(firstYear(year, 10) + 10 * shift, 1, 1);
    case 'year':
      return utcDay(year + shift, 1, 1);
    case 'season':
      // Spring, 21, begins in March.
      return utcDay(year, 3 * ((part.season as number) - 20 + shift), 1);
    case 'month':
      return utcDay(year, month + shift, 1);
    default:
      return utcDay(year, month, (part.day as number) + shift);
  }
}

/** "-199X" is −1999 to −1990, and the year of such a date is −1990. */
function firstYear(year: number, size: number): number {
  return year < 0 ? year - size + 1 : year;
}

import { dayOf, daysInMonth, endOfDay, instantOf, MINUTE, offsetAt, startOfDay } from './zone';

/** Whether a date stands for its first or its last millisecond. */
export type DayEnd = 'first' | 'last';

/**
 * An instant (ms since 1970 UTC, a whole number) as people would write it, and exact: "2022-09-07" when it is the first or last millisecond of a
 * day in `zone`, "2022-09-07T12:00" when it is on a minute there, else UTC to the millisecond.
 */
export function formatMoment(ms: number, zone: string, end: DayEnd): string {
  const exact = new Date(ms).toISOString();
  const readable = inZone(ms, zone);
  const shortest = readable.find((text) => parseMoment(text, zone, end) === ms);
  return shortest ?? exact;
}

/**
 * Reads what `formatMoment` writes, and "2022" and "2022-09" for whole years and months. Undefined for anything else, and for
 * days that no calendar has.
 */
export function parseMoment(text: string, zone: string, end: DayEnd): number | undefined {
  const groups = MOMENT.exec(text)?.groups;
  if (!groups) return undefined;
  const { year = '', month, day, hour, minute, utc } = groups;
  if (utc !== undefined) return orUndefined(Date.parse(text));
  const last = end === 'last';
  const date = {
    year: Number(year),
    month: month ? Number(month) : last ? 12 : 1,
    day: Number(day ?? 1)
  };
  if (date.month < 1 || date.month > 12) return undefined;
  const days = daysInMonth(date.year, date.month);
  if (day === undefined && last) date.day = days;
  if (date.day < 1 || date.day > days) return undefined;
  try {
    if (hour !== undefined) {
      const clock = (Number(hour) * 60 + Number(minute)) * MINUTE;
      return orUndefined(instantOf(zone, date, clock, 'earlier'));
    }
    const edge = last ? endOfDay : startOfDay;
    return orUndefined(edge(zone, date.year, date.month, date.day));
  } catch {
    // Beyond what a Date can hold.
    return undefined;
  }
}

const MOMENT =
  /^(?<year>\d{4}|[+-]\d{6})(-(?<month>\d\d)(-(?<day>\d\d)(T(?<hour>[01]\d|2[0-3]):(?<minute>[0-5]\d)(?<utc>(:[0-5]\d(\.\d{3})?)?Z)?)?)?)?$/;

/** The day and the minute in `zone`, the shorter first; neither need be exact. */
function inZone(ms: number, zone: string): string[] {
  try {
    const day = dayOf(ms, zone);
    const year =
      day.year >= 0 && day.year <= 9999
        ? pad(day.year, 4)
        : `${day.year < 0 ? '-' : '+'}${pad(Math.abs(day.year), 6)}`;
    const date = `${year}-${pad(day.month, 2)}-${pad(day.day, 2)}`;
    const clock = new Date(ms + offsetAt(ms, zone)).toISOString().slice(-13, -8);
    return [date, `${date}T${clock}`];
  } catch {
    // At the very end of what a Date can hold, local time lies beyond it.
    return [];
  }
}

const pad = (value: number, digits: number) => String(value).padStart(digits, '0');

const orUndefined = (ms: number) => (Number.isNaN(ms) ? undefined : ms);

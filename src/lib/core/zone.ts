import { tzOffset } from '@date-fns/tz/tzOffset';

/**
 * Days and clock times in an IANA zone, without EDTF: small enough for the browser. Years are astronomical
 * (0 is 1 BCE), months 1–12, instants milliseconds since 1970 UTC.
 */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export const MINUTE = 60_000;
export const HOUR = 3_600_000;
export const DAY = 86_400_000;

/** Years that a `Date` can hold in any zone, with room to spare. */
export const YEARS = { min: -270_000, max: 270_000 } as const;

/** The last instant that a `Date` can hold. */
const LAST = 8.64e15;

/** Zones asked for before: asking the machine takes longer than reading a date. */
const known = new Set<string>();

/** True for an IANA zone name that this machine knows ("Europe/Tirane", "UTC"); an offset like "+02:00" is not one. */
export function isZone(zone: string): boolean {
  if (known.has(zone)) return true;
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    known.add(zone);
    return true;
  } catch {
    return false;
  }
}

/** Milliseconds to add to UTC for the local time in `zone` at the instant `ms`. Throws for an unknown zone or an instant out of range. */
export function offsetAt(ms: number, zone: string): number {
  // The package asks the machine even for this one.
  if (zone === 'UTC' && Math.abs(ms) <= LAST) return 0;
  const key = `${zone} ${ms}`;
  let offset = offsets.get(key);
  if (offset === undefined) {
    offset = askOffset(ms, zone);
    if (offsets.size >= MOST_OFFSETS) offsets.clear();
    offsets.set(key, offset);
  }
  return offset;
}

/** Asked for before: a window that moves asks for the same midnights again and again. */
const offsets = new Map<string, number>();
const MOST_OFFSETS = 5000;

function askOffset(ms: number, zone: string): number {
  const date = new Date(ms);
  const minutes = tzOffset(zone, date);
  if (Number.isNaN(minutes)) throw new RangeError(`offsetAt: no offset for ${zone} at ${ms}`);
  // tzOffset loses the sign of an offset under an hour: Dublin in 1916 was "-00:25:21".
  const lost = minutes > 0 && minutes < 60 && longOffset(date, zone).includes('GMT-');
  return Math.round(minutes * MINUTE) * (lost ? -1 : 1);
}

/** First instant of a local day. A midnight that the clock skips gives the moment of the skip; of one that comes twice, the first. */
export function startOfDay(zone: string, year: number, month: number, day: number): number {
  return instantOf(zone, { year, month, day }, 0, 'earlier');
}

/** Last millisecond of a local day: the next local midnight − 1. A day that the zone left out (Samoa, 30 December 2011) is one instant long. */
export function endOfDay(zone: string, year: number, month: number, day: number): number {
  const next = addDays({ year, month, day }, 1);
  return Math.max(
    startOfDay(zone, next.year, next.month, next.day) - 1,
    startOfDay(zone, year, month, day)
  );
}

/** The local day in `zone` at the instant `ms`. */
export function dayOf(ms: number, zone: string): Day {
  return utcDay(ms + offsetAt(ms, zone));
}

/** The day `count` days after (before, when negative), by the calendar. Overflowing months and days are carried: 31 + 1 is the 1st. */
export function addDays({ year, month, day }: Day, count: number): Day {
  return utcDay(utcMidnight(year, month, day + count));
}

/** Days in a month of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(utcMidnight(year, month + 1, 0)).getUTCDate();
}

/**
 * The instant at which clocks in `zone` show `ms` after midnight of `day`. Where they show it twice, `pick` chooses; where they
 * skip it, the moment of the skip.
 */
export function instantOf(zone: string, day: Day, ms: number, pick: 'earlier' | 'later'): number {
  const local = utcMidnight(day.year, day.month, day.day) + ms;
  // One of these two is the offset in force, unless the zone changed twice within two days, which none has done.
  const before = offsetAt(local - DAY, zone);
  const after = offsetAt(local + DAY, zone);
  const found = [local - before, local - after].filter((at) => at + offsetAt(at, zone) === local);
  if (found.length > 0) return pick === 'earlier' ? Math.min(...found) : Math.max(...found);
  return firstAtOrAfter(local, zone);
}

function longOffset(date: Date, timeZone: string): string {
  return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).format(date);
}

/** Midnight UTC of a day; `Date.UTC` would take the years 0–99 for 1900–1999. */
function utcMidnight(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

function utcDay(ms: number): Day {
  const date = new Date(ms);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** The moment at which local time jumps over `local`. */
function firstAtOrAfter(local: number, zone: string): number {
  let low = local - 2 * DAY;
  let high = local + 2 * DAY;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (middle + offsetAt(middle, zone) < local) low = middle;
    else high = middle;
  }
  return high;
}

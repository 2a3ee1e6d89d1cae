import { parse, type ParsedDate } from 'edtf';
import type { ProblemCode } from './problem';
import type { DatePart } from './story';
import { YEARS, daysInMonth, dayOf, instantOf, startOfDay } from './zone';

/** One end of an EDTF text with its bounds in a zone, in milliseconds since 1970 UTC; closed. */
export interface EdtfEnd {
  readonly part: DatePart;
  /** Bounds of the unit: the day, month, year… itself. */
  readonly from: number;
  readonly to: number;
  /** The same with one unit more on either side, for "about". */
  readonly wideFrom: number;
  readonly wideTo: number;
}

/**
 * Reads one date of EDTF level 0 or 1 (no interval) as a date in `zone`, or returns the name of what is wrong with it.
 * Seasons are those of the north by whole months, from March; winter goes on into the next year.
 */
export function readEnd(text: string, zone: string): EdtfEnd | ProblemCode {
  const parsed = parseEdtf(text);
  if (typeof parsed === 'string') return parsed;
  const part = toPart(parsed, text);
  if (typeof part === 'string') return part;
  if (part.year < YEARS.min || part.year > YEARS.max) return 'date-out-of-range';
  if (part.day !== null && part.day > daysInMonth(part.year, part.month ?? 1)) {
    return 'date-impossible';
  }
  if (part.precision === 'instant') return instantEnd(part, parsed, zone);
  const from = unitStart(part, zone, 0);
  return {
    part,
    from,
    // A day that a zone skipped altogether has no length.
    to: Math.max(from, unitStart(part, zone, 1) - 1),
    wideFrom: unitStart(part, zone, -1),
    wideTo: Math.max(from, unitStart(part, zone, 2) - 1)
  };
}

/** The EDTF text of one end, in its shortest form; instants in UTC. */
export function writePart(part: DatePart): string {
  const mark = part.approximate ? (part.uncertain ? '%' : '~') : part.uncertain ? '?' : '';
  return writeDate(part) + mark;
}

function parseEdtf(text: string): ParsedDate | ProblemCode {
  let parsed: ParsedDate;
  try {
    if (text.length > 40) return 'date-unreadable';
    parsed = parse(text, { seasonUncertainty: true });
  } catch {
    return /^-?\d{4}-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d(:?\d\d)?)?)?)?[?~%]?$/.test(text)
      ? 'date-impossible'
      : 'date-unreadable';
  }
  // The package counts a season with a qualifier as level 3.
  const season = parsed.type === 'Season' && (parsed.values[1] ?? 0) <= 24;
  return parsed.level > 1 && !(season && /^-?\d{4}-\d\d[?~%]?$/.test(text))
    ? 'date-unsupported'
    : parsed;
}

function toPart(parsed: ParsedDate, text: string): DatePart | ProblemCode {
  const [value = 0, second, third] = parsed.values;
  const base: DatePart = {
    year: value + 0,
    month: null,
    day: null,
    season: null,
    precision: 'year',
    instant: null,
    approximate: Boolean(parsed.approximate),
    uncertain: Boolean(parsed.uncertain)
  };
  const month = second === undefined ? null : second + 1;
  if (parsed.type === 'Century') return { ...base, year: value * 100, precision: 'century' };
  if (parsed.type === 'Season') {
    return { ...base, season: second ?? null, precision: 'season' };
  }
  switch (parsed.unspecified ?? 0) {
    case 0:
      break;
    case 0b1000:
    case 0b1100:
      // "-000X" holds the year 0 and years before it: it has no first year that a part could name.
      if (text.startsWith('-') && value === 0) return 'date-unsupported';
      return { ...base, precision: parsed.unspecified === 0b1000 ? 'decade' : 'century' };
    case 0b11000000:
      return { ...base, month, precision: 'month' };
    case 0b110000:
    case 0b11110000:
      return base;
    default:
      return 'date-unsupported';
  }
  if (month === null) return base;
  if (third === undefined) return { ...base, month, precision: 'month' };
  const precision = parsed.values.length > 3 ? 'instant' : 'day';
  return { ...base, month, day: third, precision };
}

/** A clock time without an offset is one in the zone; where that comes twice, both are possible. */
function instantEnd(part: DatePart, parsed: ParsedDate, zone: string): EdtfEnd {
  const [year = 0, , day = 1, hours = 0, minutes = 0, seconds = 0, rest = 0] = parsed.values;
  const date = { year, month: part.month ?? 1, day };
  const clock = ((hours * 60 + minutes) * 60 + seconds) * 1000 + rest;
  const shift = parsed.timeZone === undefined ? null : (parsed.offset ?? 0) * 60_000;
  const at = (pick: 'earlier' | 'later') =>
    shift === null
      ? instantOf(zone, date, clock, pick)
      : instantOf('UTC', date, clock, pick) - shift;
  const [from, to] = [at('earlier'), at('later')];
  return {
    part: { ...part, ...dayOf(from, zone), instant: from },
    from,
    to,
    wideFrom: from,
    wideTo: to
  };
}

/** First instant of the unit `shift` units after the part's own. */
function unitStart(part: DatePart, zone: string, shift: number): number {
  const { year, month, day } = part;
  switch (part.precision) {
    case 'century':
      return startOfDay(zone, firstYear(year, 100) + shift * 100, 1, 1);
    case 'decade':
      return startOfDay(zone, firstYear(year, 10) + shift * 10, 1, 1);
    case 'season':
      return startOfDay(zone, year, 3 * ((part.season ?? 21) - 20 + shift), 1);
    case 'month':
      return startOfDay(zone, year, (month ?? 1) + shift, 1);
    case 'day':
      return startOfDay(zone, year, month ?? 1, (day ?? 1) + shift);
    default:
      return startOfDay(zone, year + shift, 1, 1);
  }
}

/** "-199X" is −1999 to −1990: before the year 0 the X runs backwards. */
function firstYear(year: number, size: number): number {
  return year < 0 ? year - size + 1 : year;
}

function writeDate(part: DatePart): string {
  const two = (value: number | null) => String(value).padStart(2, '0');
  const sign = part.year < 0 ? '-' : '';
  const digits = String(Math.abs(part.year)).padStart(4, '0');
  const year = digits.length > 4 ? `Y${part.year}` : sign + digits;
  switch (part.precision) {
    case 'century':
      return `${year.slice(0, -2)}XX`;
    case 'decade':
      return `${year.slice(0, -1)}X`;
    case 'year':
      return year;
    case 'season':
      return `${year}-${two(part.season)}`;
    case 'month':
      return `${year}-${two(part.month)}`;
    case 'day':
      return `${year}-${two(part.month)}-${two(part.day)}`;
    case 'instant':
      return writeInstant(part.instant ?? 0);
  }
}

/** A year before 0 has four digits in EDTF and six in ISO. */
function writeInstant(ms: number): string {
  return new Date(ms).toISOString().replace('.000Z', 'Z').replace(/^-00/, '-');
}

import type { ProblemCode } from '../problem';
import type { EventTime } from '../story';
import { isFault, readWhen } from '../time';
import { DAY, HOUR, MINUTE, YEARS, instantOf, startOfDay } from '../zone';

/** What is known of a time, in milliseconds since 1970 UTC: the four bounds of `EventTime`. */
export type WhenBounds = Pick<
  EventTime,
  'startEarliest' | 'startLatest' | 'endEarliest' | 'endLatest'
>;

/**
 * What the cells of a time column are: EDTF text; days since 1970, by the story's zone; instants in milliseconds since 1970 UTC; clock
 * times of the story's zone, in milliseconds since its clocks would have shown midnight, 1 January 1970.
 */
export type TimeType = 'text' | 'day' | 'instant' | 'clock';

/** A cell of a time column; null and empty text when there is none. */
export interface TimeCell {
  readonly type: TimeType;
  readonly value: string | number | null;
  /** As it stands in the file, where `value` was made of that. */
  readonly found?: string;
}

/** Why a row's time cannot be read, and which of its two cells is to blame. */
export interface WhenFault {
  readonly fault: ProblemCode;
  readonly at: 'time' | 'end';
}

/** Texts and days whose reading is remembered, since archives repeat them. */
const REMEMBERED = 100_000;

/**
 * Reads the times of an archive, a million of them in seconds: `readWhen` takes a tenth of a millisecond. Plain dates and clock times
 * are worked out here, with the same result; all else is handed to `readWhen`.
 */
export class WhenReader {
  readonly #zone: string;
  readonly #texts = new Map<string, WhenBounds | ProblemCode>();
  readonly #days = new Map<number, number>();

  /** `zone`: an IANA name that `isZone` knows. */
  constructor(zone: string) {
    this.#zone = zone;
  }

  /**
   * When a row happened. With an `end` it went on from the start of `time` to the end of `end`, as the EDTF interval of both says. Null
   * when both are empty; what is wrong with which of them when they cannot be read.
   */
  read(time: TimeCell, end: TimeCell | null): WhenBounds | WhenFault | null {
    if (!end) return faultAt('time', this.#one(time));
    const [first, last] = [plainText(time), plainText(end)];
    const open = (first === '..' && last !== null) || (last === '..' && first !== null);
    if (!open) {
      const from = faultAt('time', this.#one(time));
      if (isWhenFault(from)) return from;
      const to = faultAt('end', this.#one(end));
      if (isWhenFault(to)) return to;
      if (!to) return from;
      const quick = !first || !last || (readQuick(first) && readQuick(last));
      if (quick) return faultAt('end', joined(from, to));
    }
    // Which of two dates is before the other depends on what their qualifiers widen: a matter for EDTF.
    return faultAt('end', this.#slow(`${first}/${last}`));
  }

  #one({ type, value }: TimeCell): WhenBounds | ProblemCode | null {
    if (value === null || value === '') return null;
    if (typeof value === 'string') return this.#text(value);
    if (Number.isNaN(value)) return null;
    const ms = type === 'day' ? value * DAY : value;
    if (!(ms >= FIRST && ms <= LAST)) return 'date-out-of-range';
    if (type === 'day') return this.#day(value);
    return type === 'clock' ? this.#clock(Math.floor(value)) : instant(Math.floor(value));
  }

  #text(value: string): WhenBounds | ProblemCode | null {
    const text = value.trim();
    if (text === '') return null;
    const read = readQuick(text);
    if (!read) return this.#slow(asEdtf(text));
    if (read.ms === null) return this.#day(read.day);
    const local = read.day * DAY + read.ms;
    return read.offset === null ? this.#clock(local) : instant(local - read.offset);
  }

  #slow(edtf: string): WhenBounds | ProblemCode {
    const known = this.#texts.get(edtf);
    if (known !== undefined) return known;
    const time = readWhen(edtf, this.#zone);
    let read: WhenBounds | ProblemCode;
    if (isFault(time)) read = time.fault;
    else {
      const { startEarliest, startLatest, endEarliest, endLatest } = time;
      read = { startEarliest, startLatest, endEarliest, endLatest };
    }
    if (this.#texts.size >= REMEMBERED) this.#texts.clear();
    this.#texts.set(edtf, read);
    return read;
  }

  #day(day: number): WhenBounds {
    const from = this.#start(day);
    // A day that the zone skipped is one instant long.
    return some(from, Math.max(from, this.#start(day + 1) - 1));
  }

  #clock(local: number): WhenBounds {
    const day = Math.floor(local / DAY);
    const clock = local - day * DAY;
    const start = this.#start(day);
    if (this.#start(day + 1) - start === DAY) return instant(start + clock);
    const at = (pick: 'earlier' | 'later') =>
      instantOf(this.#zone, { year: 1970, month: 1, day: 1 + day }, clock, pick);
    return some(at('earlier'), at('later'));
  }

  #start(day: number): number {
    let start = this.#days.get(day);
    if (start === undefined) {
      start = startOfDay(this.#zone, 1970, 1, 1 + day);
      if (this.#days.size >= REMEMBERED) this.#days.clear();
      this.#days.set(day, start);
    }
    return start;
  }
}

/** Days from 1 January 1970 to a day of the proleptic Gregorian calendar; months 1–12. */
export function dayNumber(year: number, month: number, day: number): number {
  // Years begin in March, so that the leap day is the last of its year.
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const ofEra = y - era * 400;
  const ofYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return (
    era * 146_097 + ofEra * 365 + Math.floor(ofEra / 4) - Math.floor(ofEra / 100) + ofYear - 719_468
  );
}

const FIRST = dayNumber(YEARS.min, 1, 1) * DAY;
const LAST = dayNumber(YEARS.max + 1, 1, 1) * DAY - 1;

interface Quick {
  /** Days since 1970 of the date as written. */
  readonly day: number;
  /** Milliseconds after midnight; null for a whole day. */
  readonly ms: number | null;
  /** Milliseconds by which its clock is ahead of UTC; null for the zone's own clock. */
  readonly offset: number | null;
}

const QUICK =
  /^(-?\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,9}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** Reads "2022-07-15", "2022-07-15 14:05", "2022-07-15T14:05:09.123+02:00" and the like; null for all else, sound or not. */
export function readQuick(text: string): Quick | null {
  const found = QUICK.exec(text);
  if (!found) return null;
  const [, y = '', mo = '', d = '', h, mi = '', s = '0', fraction = '', zone] = found;
  const [year, month, date] = [Number(y), Number(mo), Number(d)];
  if (y === '-0000' || month < 1 || month > 12 || date < 1 || date > lengthOf(year, month)) {
    return null;
  }
  const day = dayNumber(year, month, date);
  if (h === undefined) return { day, ms: null, offset: null };
  const [hours, minutes, seconds] = [Number(h), Number(mi), Number(s)];
  if (hours > 23 || minutes > 59 || seconds > 59) return null;
  const offset = zone === undefined ? null : readOffset(zone);
  if (Number.isNaN(offset)) return null;
  const thousandths = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return { day, ms: hours * HOUR + minutes * MINUTE + seconds * 1000 + thousandths, offset };
}

/** Milliseconds of "Z", "+02:00", "+0200", "+02", from −12:00 to +14:00; NaN for another. */
function readOffset(text: string): number {
  if (text === 'Z') return 0;
  const digits = text.replace(/\D/g, '').padEnd(4, '0');
  const minutes = Number(digits.slice(2));
  const ahead = (Number(digits.slice(0, 2)) * 60 + minutes) * (text.startsWith('-') ? -1 : 1);
  return minutes > 59 || ahead < -12 * 60 || ahead > 14 * 60 || Object.is(ahead, -0)
    ? NaN
    : ahead * MINUTE;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function lengthOf(year: number, month: number): number {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && leap ? 29 : (LENGTHS[month - 1] ?? 0);
}

/** The text of a cell as EDTF, in which a clock time follows "T" and not a space. */
function asEdtf(text: string): string {
  return text.replace(/(\d) (?=\d\d:\d\d)/g, '$1T');
}

/** The text of a cell that is one date; null for an interval, and for what is not text. */
function plainText({ value }: TimeCell): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  return text === '' || text.includes('/') ? null : asEdtf(text);
}

export function isWhenFault(read: WhenBounds | WhenFault | null): read is WhenFault {
  return read !== null && 'fault' in read;
}

function faultAt<T>(at: WhenFault['at'], read: T | ProblemCode): T | WhenFault {
  return typeof read === 'string' ? { fault: read as ProblemCode, at } : (read as T);
}

function instant(ms: number): WhenBounds {
  return some(ms, ms);
}

/** Began and ended some time from `from` to `to`. */
function some(from: number, to: number): WhenBounds {
  return { startEarliest: from, startLatest: to, endEarliest: from, endLatest: to };
}

function joined(from: WhenBounds | null, to: WhenBounds): WhenBounds | ProblemCode {
  const { endEarliest, endLatest } = to;
  if (!from) {
    return { startEarliest: -Infinity, startLatest: endLatest, endEarliest, endLatest };
  }
  const { startEarliest, startLatest } = from;
  if (endLatest < startEarliest) return 'date-reversed';
  // It had begun before it ended; only "never sure" and "open" stay beyond the bounds.
  const within = (ms: number) =>
    Number.isFinite(ms) ? Math.min(Math.max(ms, startEarliest), endLatest) : ms;
  return {
    startEarliest,
    startLatest: within(startLatest),
    endEarliest: within(endEarliest),
    endLatest
  };
}

import { readEnd, writePart, type EdtfEnd } from './edtf';
import type { ProblemCode } from './problem';
import { DAY_PARTS, type DayPart, type EventTime, type LanguageMap } from './story';
import {
  DAY,
  HOUR,
  MINUTE,
  daysInMonth,
  endOfDay,
  instantOf,
  isZone,
  startOfDay,
  type Day
} from './zone';

/** A time as a story states it: EDTF, or EDTF with what is known besides. */
export type WhenText =
  | string
  | {
      readonly edtf: string;
      /** IANA zone; the story's when left out. */
      readonly zone?: string | undefined;
      /** "14:05", "14:05~", "14:00/16:30" or a part of the day. */
      readonly time?: string | undefined;
      /** First and last possible day, "YYYY-MM-DD". */
      readonly earliest?: string | undefined;
      readonly latest?: string | undefined;
      readonly note?: LanguageMap | undefined;
    };

/** Why a time cannot be read, and which of its fields is to blame. */
export interface TimeFault {
  readonly fault: ProblemCode;
  readonly at: 'edtf' | 'zone' | 'time' | 'earliest' | 'latest';
  readonly value: string;
}

export function isFault(read: EventTime | TimeFault): read is TimeFault {
  return 'fault' in read;
}

/**
 * Reads EDTF level 0 or 1 as days in `storyZone`, an IANA name. A date of some precision means "began and ended some time in it".
 * "~" widens its end by one unit on either side; "~" and "?" leave it never sure, unless a single date has both bounds stated.
 * The ends of an interval are read one by one, so seasons and "199X" may stand there too.
 */
export function readWhen(when: WhenText, storyZone: string): EventTime | TimeFault {
  const stated = typeof when === 'string' ? { edtf: when } : when;
  const zone = stated.zone ?? storyZone;
  if (!isZone(zone)) return { fault: 'zone-unknown', at: 'zone', value: zone };

  const ends = readEnds(stated.edtf, zone);
  if (typeof ends === 'string') return { fault: ends, at: 'edtf', value: stated.edtf };

  const limits = readLimits(ends, stated, zone);
  if ('fault' in limits) return limits;

  const clock = stated.time === undefined ? null : readClock(stated.time, ends, zone);
  if (typeof clock === 'string') return { fault: clock, at: 'time', value: stated.time ?? '' };

  return {
    edtf: stated.edtf,
    zone,
    ...boundsOf(ends, limits, clock),
    start: ends.start?.part ?? null,
    end: ends.interval ? (ends.end?.part ?? null) : null,
    interval: ends.interval,
    openStart: ends.openStart,
    openEnd: ends.openEnd,
    clock: clock?.clock ?? null,
    note: stated.note ?? null
  };
}

/** The EDTF text of a time: its dates and qualifiers. Clock and stated bounds have no place in EDTF. */
export function writeEdtf(time: EventTime): string {
  const start = time.start ? writePart(time.start) : time.openStart ? '..' : '';
  if (!time.interval) return start;
  return `${start}/${time.end ? writePart(time.end) : time.openEnd ? '..' : ''}`;
}

/** Reads "YYYY-MM-DD" as a day, or names what is wrong with it. */
export function readIsoDay(text: string): Day | ProblemCode {
  const [, year, month, day] = (/^(\d{4})-(\d\d)-(\d\d)$/.exec(text) ?? []).map(Number);
  if (year === undefined || month === undefined || day === undefined) return 'date-unreadable';
  const real = month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
  return real ? { year, month, day } : 'date-impossible';
}

type Bounds = Pick<EventTime, 'startEarliest' | 'startLatest' | 'endEarliest' | 'endLatest'>;

/** The two sides of the text; a single date is its own start and end. A null end is open or unknown. */
type Ends =
  | { interval: false; start: EdtfEnd; end: EdtfEnd; openStart: false; openEnd: false }
  | {
      interval: true;
      start: EdtfEnd | null;
      end: EdtfEnd | null;
      openStart: boolean;
      openEnd: boolean;
    };

/** Stated bounds, in milliseconds. */
interface Limits {
  readonly earliest?: number;
  readonly latest?: number;
}

function readEnds(text: string, zone: string): Ends | ProblemCode {
  // Sets and lists may hold slashes of their own.
  const sides = /^[[{]/.test(text) ? [text] : text.split('/');
  const [first = '', second] = sides;
  if (second === undefined) {
    const only = readEnd(first, zone);
    if (typeof only === 'string') return only;
    return { interval: false, start: only, end: only, openStart: false, openEnd: false };
  }
  const given = (side: string) => side !== '' && side !== '..';
  if (sides.length > 2 || (!given(first) && !given(second))) return 'date-unreadable';
  const start = given(first) ? readEnd(first, zone) : null;
  const end = given(second) ? readEnd(second, zone) : null;
  if (typeof start === 'string') return start;
  if (typeof end === 'string') return end;
  if (start && end && end.to < start.from) return 'date-reversed';
  return { interval: true, start, end, openStart: first === '..', openEnd: second === '..' };
}

function readLimits(
  ends: Ends,
  stated: Exclude<WhenText, string>,
  zone: string
): Limits | TimeFault {
  const limits: { earliest?: number; latest?: number } = {};
  for (const at of ['earliest', 'latest'] as const) {
    const value = stated[at];
    if (value === undefined) continue;
    const day = readIsoDay(value);
    if (typeof day === 'string') return { fault: day, at, value };
    if (at === 'earliest' ? ends.openStart : ends.openEnd) {
      return { fault: 'bounds-on-open-end', at, value };
    }
    limits[at] = (at === 'earliest' ? startOfDay : endOfDay)(zone, day.year, day.month, day.day);
  }
  const { earliest = -Infinity, latest = Infinity } = limits;
  const fault = (code: ProblemCode, at: 'earliest' | 'latest'): TimeFault => ({
    fault: code,
    at,
    value: stated[at] ?? ''
  });
  if (earliest > latest) return fault('bounds-reversed', 'latest');
  for (const end of [ends.start, ends.end]) {
    if (!end) continue;
    const { from, to } = widened(end);
    if (from > latest) return fault('bounds-beside-date', 'latest');
    if (to < earliest) return fault('bounds-beside-date', 'earliest');
  }
  return limits;
}

function widened(end: EdtfEnd): { from: number; to: number } {
  return end.part.approximate ? { from: end.wideFrom, to: end.wideTo } : end;
}

function isQualified(end: EdtfEnd): boolean {
  return end.part.approximate || end.part.uncertain;
}

function boundsOf(ends: Ends, limits: Limits, clock: ReadClock | null): Bounds {
  if (ends.interval) return intervalBounds(ends, limits);
  const sure = isSure(ends.start, limits);
  if (clock && narrows(ends.start, limits)) return singleBounds(clock.from, clock.to, sure);
  const { from, to } = widened(ends.start);
  return singleBounds(limits.earliest ?? from, limits.latest ?? to, sure);
}

/** Whether some window can be sure to hold a single date. */
function isSure(only: EdtfEnd, { earliest, latest }: Limits): boolean {
  return !isQualified(only) || (earliest !== undefined && latest !== undefined);
}

function singleBounds(from: number, to: number, sure: boolean): Bounds {
  return {
    startEarliest: from,
    startLatest: sure ? to : Infinity,
    endEarliest: sure ? from : -Infinity,
    endLatest: to
  };
}

function intervalBounds({ start, end, openStart, openEnd }: Ends, limits: Limits): Bounds {
  const startEarliest = limits.earliest ?? (start ? widened(start).from : -Infinity);
  const endLatest = limits.latest ?? (end ? widened(end).to : Infinity);
  const latestStart = !start
    ? openStart
      ? -Infinity
      : endLatest
    : isQualified(start)
      ? Infinity
      : start.to;
  const earliestEnd = !end
    ? openEnd
      ? Infinity
      : startEarliest
    : isQualified(end)
      ? -Infinity
      : end.from;
  return {
    startEarliest,
    // It started before it ended, and the stated bounds hold for both; only "never sure" stays beyond them.
    startLatest: Number.isFinite(latestStart)
      ? clamp(latestStart, startEarliest, endLatest)
      : latestStart,
    endEarliest: Number.isFinite(earliestEnd)
      ? clamp(earliestEnd, startEarliest, endLatest)
      : earliestEnd,
    endLatest
  };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}

/** A clock time narrows a day that is known; not one that is only about right, and not bounds stated wider than the day. */
function narrows(day: EdtfEnd, { earliest, latest }: Limits): boolean {
  if (day.part.approximate) return false;
  return (earliest ?? day.from) >= day.from && (latest ?? day.to) <= day.to;
}

interface ReadClock {
  readonly clock: EventTime['clock'];
  readonly from: number;
  readonly to: number;
}

function readClock(text: string, ends: Ends, zone: string): ReadClock | ProblemCode {
  const part = ends.start?.part;
  if (ends.interval || part?.precision !== 'day') return 'clock-without-day';
  const day = { year: part.year, month: part.month ?? 1, day: part.day ?? 1 };
  const at = (minutes: number, pick: 'earlier' | 'later') =>
    instantOf(zone, day, minutes * MINUTE, pick);

  if (Object.hasOwn(DAY_PARTS, text)) {
    const name = text as DayPart;
    const [from, to] = DAY_PARTS[name];
    return {
      clock: { part: name },
      from: at(from * 60, 'earlier'),
      to: at(to * 60, 'earlier') - 1
    };
  }
  const [, from, second, about] = /^(\d\d:\d\d)(?:\/(\d\d:\d\d)|(~))?$/.exec(text) ?? [];
  if (from === undefined) return 'clock-malformed';
  const to = second ?? from;
  const [first, last] = [minutesOf(from), minutesOf(to)];
  if (Number.isNaN(first) || Number.isNaN(last) || first * MINUTE === DAY) return 'clock-malformed';
  if (last < first) return 'clock-reversed';
  const slack = about ? HOUR : 0;
  return {
    clock: { from, to, approximate: slack > 0 },
    from: at(first, 'earlier') - slack,
    // "24:00" is the end of this day, not the start of the next.
    to: (last * MINUTE === DAY ? at(last, 'earlier') - 1 : at(last, 'later')) + slack
  };
}

/** Minutes after midnight of "HH:MM", to 24:00; NaN when there is no such time. */
function minutesOf(text: string): number {
  const [hours = 0, minutes = 0] = text.split(':').map(Number);
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= 24 * 60 ? total : NaN;
}

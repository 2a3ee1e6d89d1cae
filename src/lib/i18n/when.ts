import type { DatePart, EventTime } from '../core/story';
import { dayOf, endOfDay, startOfDay } from '../core/zone';
import {
  formatDay,
  formatDayNumber,
  formatPart,
  formatPartRange,
  unitOf,
  utcDay,
  type Unit
} from './date-part';
import type { DateWords } from './en/dates';

/** Whom a date is told to. */
export interface Dating {
  /** BCP 47 tag. */
  readonly locale: string;
  /** IANA zone of the story; a clock time in any other says so. */
  readonly storyZone: string;
}

/**
 * When something happened, in words, as exactly as it is known and no more: "15 July 2022", "about August 2022", "between 20 and 26 August 2022",
 * "20–26 August 2022" for what lasted, "7 September 2022, about midday", "16 May 2013 (approximate) to 9 September 2016", "since 2017".
 */
export function formatWhen(time: EventTime, words: DateWords, dating: Dating): string {
  const told: Telling = { ...dating, words, time };
  return time.interval ? tellInterval(told) : tellSingle(told);
}

/** How sure the date is, in a phrase: "day known", "month approximate", "day known, time approximate", "day stated, could be later". */
export function certaintyWords(time: EventTime, words: DateWords): string {
  const { certainty } = words;
  const earlier = movesBeyond(time, 'first') ? [certainty.earlier] : [];
  const later = movesBeyond(time, 'last') ? [certainty.later] : [];
  const of = (part: DatePart | null, open: boolean, remarks: readonly string[]) =>
    certainty.list([partCertainty(part, open, remarks.length > 0, words), ...remarks]);

  if (time.interval) {
    const start = of(time.start, time.openStart, earlier);
    const end = of(time.end, time.openEnd, later);
    return start === end ? certainty.both(start) : certainty.ends(start, end);
  }
  if (time.start && narrower(time, time.start)) return certainty.withinBounds;
  const either = earlier.length + later.length === 2 ? [certainty.earlierOrLater] : null;
  const day = of(time.start, false, either ?? [...earlier, ...later]);
  return certainty.list([day, ...clockCertainty(time, words)]);
}

interface Telling extends Dating {
  readonly words: DateWords;
  readonly time: EventTime;
}

function tellSingle(told: Telling): string {
  const { time, words, locale } = told;
  const part = time.start;
  if (!part) return words.atAnyTime;
  const within = narrower(time, part);
  if (within) {
    const text = tellBetween(within, told, true);
    return part.uncertain ? words.possibly(text) : text;
  }
  const day = before(part, words, tell(part, told));
  const date = tellClock(told).reduce(words.onDay, day);

  const { early, late } = beyond(time);
  const year = yearOf(unitOf(part).last);
  const named = (bound: number) => formatDay(bound, locale, yearOf(bound) !== year);
  if (early !== null && late !== null) {
    const inYear = yearOf(early) === year && yearOf(late) === year;
    return words.remark(date, tellBetween({ first: early, last: late }, told, !inYear));
  }
  if (early !== null) return words.remark(date, words.atTheEarliest(named(early)));
  if (late !== null) return words.remark(date, words.atTheLatest(named(late)));
  return date;
}

function tellInterval(told: Telling): string {
  const { time, words, locale } = told;
  const { early, late } = beyond(time);
  const years = [time.start, time.end].flatMap((part) => (part ? [yearOf(unitOf(part).last)] : []));
  // A year already said, and the only one, need not be said again.
  const named = (bound: number) =>
    formatDay(
      bound,
      locale,
      years.some((year) => year !== yearOf(bound))
    );
  const remarks = [
    ...(early === null ? [] : [words.fromAtTheEarliest(named(early))]),
    ...(late === null ? [] : [words.untilAtTheLatest(named(late))])
  ];
  return remarks.reduce(words.remark, tellEnds(told));
}

function tellEnds(told: Telling): string {
  const { time, words, locale } = told;
  const { start, end, openStart, openEnd } = time;
  if (start && end) {
    const plain = !isQualified(start) && !isQualified(end);
    const range = plain ? formatPartRange(start, end, locale, time.zone) : null;
    if (range !== null) return tellZone(told, start).reduce(words.onDay, range);
    const sameYear = start.year === end.year && [start, end].every(hasMonth);
    return words.to(
      behind(start, words, tell(start, told, !sameYear)),
      before(end, words, tell(end, told))
    );
  }
  if (start) {
    const text = before(start, words, tell(start, told));
    return openEnd ? words.since(text) : words.fromWithUnknownEnd(text);
  }
  if (end) {
    const text = before(end, words, tell(end, told));
    return openStart ? words.until(text) : words.untilWithUnknownStart(text);
  }
  return words.atAnyTime;
}

function tell(part: DatePart, told: Telling, withYear = true): string {
  const { words, locale, time } = told;
  const text = formatPart(part, words, locale, time.zone, withYear);
  return tellZone(told, part).reduce(words.onDay, text);
}

/** The zone of an instant, unless it is the story's. */
function tellZone({ time, words, storyZone }: Telling, part: DatePart): string[] {
  const told = part.precision === 'instant' && time.zone !== storyZone;
  return told ? [zoneName(time.zone, words)] : [];
}

/** The hour or part of the day, and its zone unless it is the story's. */
function tellClock({ time, words, storyZone }: Telling): string[] {
  const { clock, zone } = time;
  if (!clock) return [];
  const zoneWords = zone === storyZone ? [] : [zoneName(zone, words)];
  if ('part' in clock) return [words.dayParts[clock.part], ...zoneWords];
  const { from, to, approximate } = clock;
  const text = from === to ? from : words.clockBetween(from, to);
  return [approximate ? words.about(text) : text, ...zoneWords];
}

/** "Tehran time" for Asia/Tehran; a name without a city stays as it is ("UTC"). */
function zoneName(zone: string, words: DateWords): string {
  const city = zone.split('/').slice(1).at(-1);
  if (city === undefined) return zone;
  return words.zoneTime(words.zoneCities[zone] ?? city.replaceAll('_', ' '));
}

/** "between 20 and 26 August 2022", leaving out what is said later or, without `withYear`, around it; one day is just that day. */
function tellBetween({ first, last }: Unit, { words, locale }: Telling, withYear: boolean): string {
  if (first === last) return formatDay(last, locale, withYear);
  const sameYear = yearOf(first) === yearOf(last);
  const sameMonth = sameYear && new Date(first).getUTCMonth() === new Date(last).getUTCMonth();
  const start = sameMonth
    ? formatDayNumber(first, locale)
    : formatDay(first, locale, withYear && !sameYear);
  return words.between(start, formatDay(last, locale, withYear));
}

function before(part: DatePart, words: DateWords, text: string): string {
  const about = part.approximate ? words.about(text) : text;
  return part.uncertain ? words.possibly(about) : about;
}

function behind({ approximate, uncertain }: DatePart, words: DateWords, text: string): string {
  if (approximate && uncertain) return words.approximateAndUncertain(text);
  return approximate ? words.approximate(text) : uncertain ? words.uncertain(text) : text;
}

function partCertainty(
  part: DatePart | null,
  open: boolean,
  couldMove: boolean,
  { certainty }: DateWords
): string {
  if (!part) return open ? certainty.open : certainty.unknown;
  const unit = certainty.units[part.precision];
  if (part.approximate && part.uncertain) return certainty.approximateAndUncertain(unit);
  if (part.approximate) return certainty.approximate(unit);
  if (part.uncertain) return certainty.uncertain(unit);
  return couldMove ? certainty.stated(unit) : certainty.known(unit);
}

function clockCertainty({ clock }: EventTime, { certainty }: DateWords): string[] {
  if (!clock) return [];
  if ('part' in clock) return [certainty.partOfDay];
  if (clock.approximate) return [certainty.timeApproximate];
  return [clock.from === clock.to ? certainty.timeKnown : certainty.timeBetween];
}

/**
 * Stated bounds worth saying: the first and last possible day where they are neither those of the date itself nor
 * those that "about" implies anyway. Calendar days; null for nothing to say.
 */
function beyond(time: EventTime): { early: number | null; late: number | null } {
  const { first, last } = possibleDays(time);
  const start = time.start;
  const end = time.interval ? time.end : time.start;
  const says = (bound: number | null, part: DatePart | null, side: keyof Unit) =>
    bound !== null &&
    part !== null &&
    part.precision !== 'instant' &&
    bound !== unitOf(part)[side] &&
    !(part.approximate && bound === unitOf(part, true)[side]);
  return {
    early: says(first, start, 'first') ? first : null,
    late: says(last, end, 'last') ? last : null
  };
}

/** Whether a stated bound lies outside the day, month, year… that the date names. */
function movesBeyond(time: EventTime, side: keyof Unit): boolean {
  const { early, late } = beyond(time);
  const part = time.interval && side === 'last' ? time.end : time.start;
  if (!part) return false;
  const unit = unitOf(part);
  return side === 'first'
    ? early !== null && early < unit.first
    : late !== null && late > unit.last;
}

/** The days between which a single date is known to lie, where they leave out some of the month, year… that it names. */
function narrower(time: EventTime, part: DatePart): Unit | null {
  const { first, last } = possibleDays(time);
  if (part.precision === 'day' || first === null || last === null) return null;
  const unit = unitOf(part);
  const inside = first >= unit.first && last <= unit.last;
  return inside && (first > unit.first || last < unit.last) ? { first, last } : null;
}

/** First and last possible day in the zone of the time; null for a bound that is no edge of a day (so a clock time's) or is open. */
function possibleDays({ zone, startEarliest, endLatest }: EventTime): {
  first: number | null;
  last: number | null;
} {
  const dayWith = (ms: number, edge: typeof startOfDay) => {
    if (!Number.isFinite(ms)) return null;
    const { year, month, day } = dayOf(ms, zone);
    return edge(zone, year, month, day) === ms ? utcDay(year, month, day) : null;
  };
  return { first: dayWith(startEarliest, startOfDay), last: dayWith(endLatest, endOfDay) };
}

const isQualified = (part: DatePart) => part.approximate || part.uncertain;
const hasMonth = (part: DatePart) => part.precision === 'day' || part.precision === 'month';
const yearOf = (day: number) => new Date(day).getUTCFullYear();

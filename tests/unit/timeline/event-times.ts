import type { DatePart, EventTime } from '../../../src/lib/core/story';
import { DAY } from '../../../src/lib/core/zone';
import type { TimelineMark } from '../../../src/lib/timeline/mark';

const PART: DatePart = {
  year: 2022,
  month: null,
  day: null,
  season: null,
  precision: 'year',
  instant: null,
  approximate: false,
  uncertain: false
};

/** "2022-09-07" as a date part. */
export function part(text: string, more: Partial<DatePart> = {}): DatePart {
  const [year = 2022, month = null, day = null] = text.split('-').map(Number);
  const precision = day ? 'day' : month ? 'month' : 'year';
  return { ...PART, year, month, day, precision, ...more };
}

/** A single day in UTC. */
export function onDay(text: string, more: Partial<EventTime> = {}): EventTime {
  const from = Date.parse(`${text}T00:00Z`);
  const to = from + DAY - 1;
  return {
    edtf: text,
    zone: 'UTC',
    startEarliest: from,
    startLatest: to,
    endEarliest: from,
    endLatest: to,
    start: part(text),
    end: null,
    interval: false,
    openStart: false,
    openEnd: false,
    clock: null,
    note: null,
    ...more
  };
}

/** From one day to another in UTC, both exact. */
export function fromTo(first: string, last: string, more: Partial<EventTime> = {}): EventTime {
  const [a, b] = [onDay(first), onDay(last)];
  return {
    ...a,
    edtf: `${first}/${last}`,
    endEarliest: b.startEarliest,
    endLatest: b.endLatest,
    end: part(last),
    interval: true,
    ...more
  };
}

export function mark(id: string, time: EventTime, more: Partial<TimelineMark> = {}): TimelineMark {
  return {
    id,
    time,
    hue: 'blue',
    shape: 'circle',
    status: 'occurred',
    contested: false,
    title: `Event ${id}`,
    ...more
  };
}

import type { StoryEvent } from '$lib/core/story';
import { DAY, dayOf, startOfDay } from '$lib/core/zone';
import { formatDate } from '$lib/i18n/intl';
import type { viewer } from '$lib/i18n/en/viewer';

export interface TimeGroup {
  /** Unlike that of any other group. */
  readonly key: string;
  /** A day or a month in words; null for events without a date. */
  readonly heading: string | null;
  readonly events: readonly StoryEvent[];
}

/** From this many events in one month on, each of its days gets a heading of its own. */
const CROWDED_MONTH = 8;
const MONTH = { month: 'long', year: 'numeric' } as const;
const WEEKDAY = { weekday: 'long', day: 'numeric', ...MONTH } as const;

/**
 * The heading of each event by id: the day or the month in which it began, by the clocks of its own zone. Made once for a story, so that
 * headings stay as they are while the window moves.
 */
export function headingsOf(
  events: readonly StoryEvent[],
  locale: string,
  t: typeof viewer.list
): ReadonlyMap<string, string | null> {
  const anchors = events.map(anchorOf);
  const months = anchors.map((at) => at && formatDate(at.ms, at.zone, locale, MONTH));
  const perMonth = new Map<string | null, number>();
  for (const month of months) perMonth.set(month, (perMonth.get(month) ?? 0) + 1);

  return new Map(
    events.map(({ id }, i) => {
      const at = anchors[i];
      const month = months[i];
      if (!at || !month) return [id, null];
      if (at.known === 'until') return [id, t.until(month)];
      if (at.known === 'or-later') return [id, t.orLater(month)];
      const byDay = at.known === 'day' && (perMonth.get(month) ?? 0) >= CROWDED_MONTH;
      return [id, byDay ? formatDate(at.ms, at.zone, locale, WEEKDAY) : month];
    })
  );
}

/** Events in their given order, those that follow one another under one heading together. */
export function groupByTime(
  events: readonly StoryEvent[],
  headings: ReadonlyMap<string, string | null>
): readonly TimeGroup[] {
  const groups: { key: string; heading: string | null; events: StoryEvent[] }[] = [];
  for (const event of events) {
    const heading = headings.get(event.id) ?? null;
    const last = groups.at(-1);
    if (last && last.heading === heading) last.events.push(event);
    else groups.push({ key: `${heading} ${event.id}`, heading, events: [event] });
  }
  return groups;
}

interface Anchor {
  readonly ms: number;
  readonly zone: string;
  readonly known: 'day' | 'month' | 'or-later' | 'until';
}

/** The instant an event is filed under, and what that instant says; null for none. */
function anchorOf({ when }: StoryEvent): Anchor | null {
  if (!when) return null;
  const { zone, start, startEarliest, endLatest } = when;
  if (!Number.isFinite(startEarliest)) {
    return Number.isFinite(endLatest) ? { ms: endLatest, zone, known: 'until' } : null;
  }
  if (!start) return { ms: startEarliest, zone, known: 'month' };
  const named = start.instant ?? startOfDay(zone, start.year, start.month ?? 1, start.day ?? 1);
  // A stated bound in an earlier month files the event there, as the list is ordered by it.
  const slack = start.approximate ? 32 * DAY : 0;
  if (startEarliest < named - slack && !sameMonth(startEarliest, named, zone)) {
    return { ms: startEarliest, zone, known: 'or-later' };
  }
  const day = start.day !== null || start.instant !== null;
  const filed = sameMonth(startEarliest, named, zone) ? startEarliest : named;
  return {
    ms: filed,
    zone,
    known: day && !(start.approximate && filed !== named) ? 'day' : 'month'
  };
}

function sameMonth(a: number, b: number, zone: string): boolean {
  const [first, second] = [dayOf(a, zone), dayOf(b, zone)];
  return first.year === second.year && first.month === second.month;
}

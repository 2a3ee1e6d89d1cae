import type { StoryEvent } from '$lib/core/story';

export interface TimeGroup {
  /** A day or a month in words; null for events without a date. */
  readonly heading: string | null;
  readonly events: readonly StoryEvent[];
}

/** From this many events in one month on, each of its days gets a heading of its own. */
const CROWDED_MONTH = 8;

/**
 * Events in their given order under headings: the month in which each begins or may begin, or the day where a month is crowded.
 * Events that began before anything known fall under their end.
 */
export function groupByTime(
  events: readonly StoryEvent[],
  zone: string,
  locale: string
): readonly TimeGroup[] {
  const english = locale === 'en' ? 'en-GB' : locale;
  const month = new Intl.DateTimeFormat(english, {
    month: 'long',
    year: 'numeric',
    timeZone: zone
  });
  const day = new Intl.DateTimeFormat(english, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: zone
  });
  const anchors = events.map(anchorOf);
  const perMonth = new Map<string, number>();
  for (const at of anchors) {
    if (at !== null) perMonth.set(month.format(at), (perMonth.get(month.format(at)) ?? 0) + 1);
  }

  const groups = new Map<string | null, StoryEvent[]>();
  events.forEach((event, i) => {
    const heading = headingOf(event, anchors[i] ?? null);
    const group = groups.get(heading);
    if (group) group.push(event);
    else groups.set(heading, [event]);
  });
  return [...groups].map(([heading, grouped]) => ({ heading, events: grouped }));

  function headingOf(event: StoryEvent, at: number | null): string | null {
    if (at === null) return null;
    const name = month.format(at);
    const dayKnown = event.when?.start?.day != null && !event.when.start.approximate;
    return dayKnown && (perMonth.get(name) ?? 0) >= CROWDED_MONTH ? day.format(at) : name;
  }
}

/** The instant an event is filed under, or null for none. */
function anchorOf(event: StoryEvent): number | null {
  if (!event.when) return null;
  const { startEarliest, endLatest } = event.when;
  if (Number.isFinite(startEarliest)) return startEarliest;
  return Number.isFinite(endLatest) ? endLatest : null;
}

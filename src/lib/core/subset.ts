import type { Story, StoryEvent, Window } from './story';

/** What part of a story is meant; null: all. An event is in it when every part that is given lets it in. */
export interface Subset {
  /** Ids. */
  readonly events: readonly string[] | null;
  /** Ids; an event that touches one of them. */
  readonly places: readonly string[] | null;
  readonly chapter: string | null;
  /** An event that may have happened in it; one without a date is out. */
  readonly window: Window | null;
}

export const ALL: Subset = { events: null, places: null, chapter: null, window: null };

/** The story with the events of the subset alone. Places, parties and kinds stay: ids lead nowhere else. */
export function subsetOf(story: Story, { events, places, chapter, window }: Subset): Story {
  const told = story.chapters.find(({ id }) => id === chapter)?.events ?? null;
  const isIn = (event: StoryEvent) =>
    (events === null || events.includes(event.id)) &&
    (told === null || told.includes(event.id)) &&
    (places === null || event.where.some(({ place }) => places.includes(place))) &&
    (window === null || mayBeIn(event, window));
  return { ...story, events: story.events.filter(isIn) };
}

function mayBeIn({ when }: StoryEvent, { from, to }: Window): boolean {
  return when !== null && when.startEarliest <= to && when.endLatest >= from;
}

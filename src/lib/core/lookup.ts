import type {
  Chapter,
  Citation,
  EventKind,
  Hue,
  Party,
  PartyGroup,
  Place,
  Story,
  StoryEvent
} from './story';

/** A story's items by id. */
export interface Lookup {
  readonly places: ReadonlyMap<string, Place>;
  readonly parties: ReadonlyMap<string, Party>;
  readonly groups: ReadonlyMap<string, PartyGroup>;
  readonly kinds: ReadonlyMap<string, EventKind>;
  readonly citations: ReadonlyMap<string, Citation>;
  readonly events: ReadonlyMap<string, StoryEvent>;
  readonly chapters: ReadonlyMap<string, Chapter>;
}

export function buildLookup(story: Story): Lookup {
  return {
    places: byId(story.places),
    parties: byId(story.parties),
    groups: byId(story.groups),
    kinds: byId(story.kinds),
    citations: byId(story.citations),
    events: byId(story.events),
    chapters: byId(story.chapters)
  };
}

/** The item with this id; a story has been checked for dangling ids, so a missing one is a misuse and throws. */
export function itemOf<T>(items: ReadonlyMap<string, T>, id: string): T {
  const item = items.get(id);
  if (item === undefined) throw new Error(`There is no item with the id "${id}"`);
  return item;
}

/** The hue of an event is that of its first party's group; grey when nobody is named. */
export function hueOf(event: StoryEvent, lookup: Lookup): Hue {
  const first = event.parties[0];
  const party = first && lookup.parties.get(first.party);
  return (party && lookup.groups.get(party.group)?.hue) ?? 'grey';
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

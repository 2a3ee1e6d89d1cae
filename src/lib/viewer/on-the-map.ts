import { appearanceOf, type Appearance } from './appearance';
import { tell, type Reading } from './reading';
import { hueOf, itemOf, type Lookup } from '$lib/core/lookup';
import type { ActKind, Hue, LonLat, StoryEvent } from '$lib/core/story';
import { acts } from '$lib/i18n/en/acts';

/** A line from the home of who acts to the home of whom it is done to. */
export interface ActLine {
  readonly id: string;
  readonly act: ActKind;
  readonly from: LonLat;
  readonly to: LonLat;
  readonly hue: Hue;
  readonly eventId: string;
  readonly fromParty: string;
  readonly toParty: string;
}

/** The same with what each says of itself. */
export function linesInWords(
  events: readonly StoryEvent[],
  reading: Pick<Reading, 'lookup' | 'story' | 'language'>
) {
  const { lookup } = reading;
  const name = (party: string) => tell(reading, itemOf(lookup.parties, party).names);
  return linesOf(events, lookup).map((line) => ({
    ...line,
    label: acts[line.act](name(line.fromParty), name(line.toParty))
  }));
}

/** The acts of these events between parties that have homes on the map. */
export function linesOf(events: readonly StoryEvent[], lookup: Lookup): ActLine[] {
  return events.flatMap((event) =>
    event.acts.flatMap((act, i) => {
      const from = homeOf(act.from, lookup);
      const to = homeOf(act.to, lookup);
      if (!from || !to) return [];
      const id = `${event.id}:${i}`;
      return [
        {
          id,
          act: act.act,
          from,
          to,
          hue: hueOf(event, lookup),
          eventId: event.id,
          fromParty: act.from,
          toParty: act.to
        }
      ];
    })
  );
}

function homeOf(partyId: string, lookup: Lookup): LonLat | null {
  const { home } = itemOf(lookup.parties, partyId);
  return home === null ? null : itemOf(lookup.places, home).point;
}

/** The events at each place, by place id, in the given order. */
export function eventsByPlace(events: readonly StoryEvent[]): ReadonlyMap<string, StoryEvent[]> {
  const byPlace = new Map<string, StoryEvent[]>();
  for (const event of events) {
    for (const id of new Set(event.where.map((where) => where.place))) {
      const own = byPlace.get(id);
      if (own) own.push(event);
      else byPlace.set(id, [event]);
    }
  }
  return byPlace;
}

/** Events at any of these places, each once. */
export function countIn(
  byPlace: ReadonlyMap<string, readonly StoryEvent[]>,
  placeIds: readonly string[]
): number {
  return new Set(placeIds.flatMap((id) => byPlace.get(id) ?? [])).size;
}

/** How the only event of a place is drawn, by place id; places of several events are left out. */
export function singlesIn(
  byPlace: ReadonlyMap<string, readonly StoryEvent[]>,
  lookup: Lookup
): ReadonlyMap<string, Appearance> {
  return new Map(
    [...byPlace].flatMap(([id, [only, ...others]]) =>
      only && others.length === 0 ? [[id, appearanceOf(only, lookup)] as const] : []
    )
  );
}

/** The hue that all events of a place have in common, by place id; places of mixed events are left out. */
export function sharedHues(
  byPlace: ReadonlyMap<string, readonly StoryEvent[]>,
  lookup: Lookup
): ReadonlyMap<string, Hue> {
  const shared = new Map<string, Hue>();
  for (const [id, events] of byPlace) {
    const [hue, ...others] = new Set(events.map((event) => hueOf(event, lookup)));
    if (hue && others.length === 0) shared.set(id, hue);
  }
  return shared;
}

/** Those of some events that a map cannot show. */
export function withoutPoint(
  events: readonly StoryEvent[],
  { places }: Lookup
): readonly StoryEvent[] {
  return events.filter(({ where }) => !where.some(({ place }) => places.get(place)?.point));
}

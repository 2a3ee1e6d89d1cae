import { hueOf, itemOf, type Lookup } from '$lib/core/lookup';
import {
  isContested,
  type EventStatus,
  type Hue,
  type Shape,
  type StoryEvent
} from '$lib/core/story';
import { tell, type Reading } from './reading';

/** What an event's mark looks like, on the map, the timeline and in lists alike. */
export interface Appearance {
  readonly shape: Shape;
  readonly hue: Hue;
  readonly status: EventStatus;
  readonly contested: boolean;
}

export function appearanceOf(event: StoryEvent, lookup: Lookup): Appearance {
  return {
    shape: itemOf(lookup.kinds, event.kind).shape,
    hue: hueOf(event, lookup),
    status: event.status,
    contested: isContested(event)
  };
}

/** Names of what an event is by, for those who want rows by that: its kind, its first party and its main place. */
export function lanesOf(
  { kind, parties: [first], where: [main] }: StoryEvent,
  reading: Pick<Reading, 'language' | 'lookup' | 'story'>
) {
  const { kinds, parties, places } = reading.lookup;
  return {
    kind: tell(reading, itemOf(kinds, kind).name),
    party: first ? tell(reading, itemOf(parties, first.party).names) : null,
    place: main ? tell(reading, itemOf(places, main.place).names) : null
  };
}

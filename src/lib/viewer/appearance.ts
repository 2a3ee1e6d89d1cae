import { hueOf, itemOf, type Lookup } from '$lib/core/lookup';
import {
  isContested,
  type EventStatus,
  type Hue,
  type Shape,
  type StoryEvent
} from '$lib/core/story';

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

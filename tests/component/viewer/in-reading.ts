import { render } from '@testing-library/svelte';
import type { Component } from 'svelte';
import { buildLookup } from '../../../src/lib/core/lookup';
import type { Place, Story, StoryEvent } from '../../../src/lib/core/story';
import { dates } from '../../../src/lib/i18n/en/dates';
import { viewer } from '../../../src/lib/i18n/en/viewer';
import type { Reading } from '../../../src/lib/viewer/reading';
import { smallStory } from '../../fixtures/small-story';
import InReading from './InReading.svelte';

/** A page about a story: addresses are "#event" and "places/place/". */
export function readingOf(story: Story, parts: Partial<Reading> = {}): Reading {
  return {
    story,
    lookup: buildLookup(story),
    language: 'en',
    t: viewer,
    dateWords: dates,
    measured: new Map([['length', 32_912]]),
    eventHref: (id) => `#${id}`,
    placeHref: (id) => `places/${id}/`,
    ...parts
  };
}

/** Renders a part of the viewer as if it stood on a page; `update` gives it other props. */
export function renderPart<P extends object>(
  part: Component<P>,
  props: NoInfer<P>,
  reading: Reading = readingOf(smallStory)
) {
  const all = (given: object) => ({
    reading,
    part: part as unknown as Component<Record<string, unknown>>,
    given: given as Record<string, unknown>
  });
  const { rerender, container, unmount } = render(InReading, { props: all(props) });
  const update = (parts: Partial<P>) => rerender(all({ ...props, ...parts }));
  return { container, unmount, update };
}

export function eventOf(id: string, story: Story = smallStory): StoryEvent {
  const event = story.events.find((one) => one.id === id);
  if (!event) throw new Error(`no event "${id}"`);
  return event;
}

export function placeOf(id: string, story: Story = smallStory): Place {
  const place = story.places.find((one) => one.id === id);
  if (!place) throw new Error(`no place "${id}"`);
  return place;
}

/** The small story with one event changed. */
export function withEvent(id: string, parts: Partial<StoryEvent>): Story {
  const events = smallStory.events.map((event) =>
    event.id === id ? { ...event, ...parts } : event
  );
  return { ...smallStory, events };
}

/** What an element says, as it would be read: with single spaces. */
export function said(element: Element | null | undefined): string {
  return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

import { expect, it } from 'vitest';
import { placesOf } from '../../../src/stories/stories.server';
import { makeStory } from '../core/arbitrary-story';
import { makePlan } from '../core/archive/archive-fixture';
import { smallStory } from '../../fixtures/small-story';

it('a story has a page for each of its places', () => {
  expect(placesOf(smallStory)).toEqual(smallStory.places);
  expect(smallStory.places.length).toBeGreaterThan(0);
});

it('a story whose events are in a file has none: its page does not lead to places', () => {
  const { source } = makePlan('fires.csv');
  expect(placesOf({ ...makeStory(), places: smallStory.places, archive: source })).toEqual([]);
});

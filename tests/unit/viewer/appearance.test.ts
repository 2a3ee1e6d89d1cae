import { expect, test } from 'vitest';
import { buildLookup } from '../../../src/lib/core/lookup';
import type { StoryEvent } from '../../../src/lib/core/story';
import { appearanceOf } from '../../../src/lib/viewer/appearance';
import { smallStory } from '../../fixtures/small-story';

const lookup = buildLookup(smallStory);
const eventOf = (id: string) => lookup.events.get(id) as StoryEvent;

test('an event looks as its kind, its first party, its status and its claims say', () => {
  expect(appearanceOf(eventOf('closed'), lookup)).toEqual({
    shape: 'diamond',
    hue: 'blue',
    status: 'occurred',
    contested: true
  });
  expect(appearanceOf(eventOf('papers-burned'), lookup)).toEqual({
    shape: 'diamond',
    hue: 'vermilion',
    status: 'alleged',
    contested: false
  });
});

test('an event that names nobody is grey', () => {
  expect(appearanceOf(eventOf('reopening'), lookup)).toEqual({
    shape: 'square',
    hue: 'grey',
    status: 'planned',
    contested: false
  });
});

test('a kind that the story does not have is a misuse, and named', () => {
  const event = { ...eventOf('closed'), kind: 'earthquake' };
  expect(() => appearanceOf(event, lookup)).toThrow('"earthquake"');
});

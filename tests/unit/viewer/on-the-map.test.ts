import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildLookup } from '../../../src/lib/core/lookup';
import type { StoryEvent } from '../../../src/lib/core/story';
import {
  eventsByPlace,
  linesOf,
  sharedHues,
  withoutPoint
} from '../../../src/lib/viewer/on-the-map';
import { smallStory } from '../../fixtures/small-story';
import { arbitraryStory, makeEvent } from '../core/arbitrary-story';

const lookup = buildLookup(smallStory);
const EAST = [20.08, 41.11];
const FAR = [51.39, 35.69];
const act = (from: string, to: string) => ({ act: 'sanctions' as const, from, to, citations: [] });
const at = (id: string, ...places: string[]) =>
  makeEvent(id, { where: places.map((place) => ({ place, role: null })) });
const by = (event: StoryEvent, ...parties: string[]): StoryEvent => ({
  ...event,
  parties: parties.map((party) => ({ party, role: { en: 'there' } }))
});

describe('linesOf', () => {
  test('draws each act from the home of who acts to the home of whom it is done to', () => {
    expect(linesOf(smallStory.events, lookup)).toEqual([
      {
        id: 'expelled:0',
        act: 'expels',
        from: EAST,
        to: FAR,
        hue: 'blue',
        eventId: 'expelled',
        fromParty: 'east-council',
        toParty: 'west-council'
      },
      {
        id: 'answered:0',
        act: 'accuses',
        from: FAR,
        to: EAST,
        hue: 'vermilion',
        eventId: 'answered',
        fromParty: 'west-council',
        toParty: 'east-council'
      }
    ]);
  });

  test('gives several acts of one event ids of their own', () => {
    const event = makeEvent('twice', {
      acts: [act('east-council', 'west-council'), act('west-council', 'east-council')]
    });
    expect(linesOf([event], lookup).map(({ id }) => id)).toEqual(['twice:0', 'twice:1']);
  });

  test('leaves out an act of or against a party without a home', () => {
    const event = makeEvent('e', {
      acts: [act('gazette', 'east-council'), act('east-council', 'gazette')]
    });
    expect(linesOf([event], lookup)).toEqual([]);
  });

  test('leaves out an act of a party whose home has no point', () => {
    const homes = new Map(lookup.parties);
    const gazette = homes.get('gazette');
    if (gazette) homes.set('gazette', { ...gazette, home: 'online' });
    const event = makeEvent('e', { acts: [act('gazette', 'east-council')] });
    expect(linesOf([event], { ...lookup, parties: homes })).toEqual([]);
  });

  test('a party that the story does not have is a misuse, and named', () => {
    const event = makeEvent('e', { acts: [act('nobody', 'east-council')] });
    expect(() => linesOf([event], lookup)).toThrow('"nobody"');
  });
});

describe('eventsByPlace', () => {
  test('lists the events of each place in the given order, and no place without one', () => {
    const [a, b, c] = [at('a', 'bridge', 'east-town'), at('b'), at('c', 'bridge')];
    expect([...eventsByPlace([c, a, b])]).toEqual([
      ['bridge', [c, a]],
      ['east-town', [a]]
    ]);
  });

  test('counts an event that names a place twice once', () => {
    const event = at('a', 'bridge', 'east-town', 'bridge');
    expect(eventsByPlace([event]).get('bridge')).toEqual([event]);
  });
});

describe('sharedHues', () => {
  test('gives a place the hue of its events when they have one in common', () => {
    const events = [
      by(at('a', 'bridge'), 'east-council'),
      by(at('b', 'bridge'), 'east-council', 'west-council'),
      by(at('c', 'east-town'), 'east-council'),
      by(at('d', 'east-town'), 'west-council'),
      at('e', 'far-capital')
    ];
    expect([...sharedHues(eventsByPlace(events), lookup)]).toEqual([
      ['bridge', 'blue'],
      ['far-capital', 'grey']
    ]);
  });

  test('gives none to a place without events', () => {
    expect([...sharedHues(new Map([['bridge', []]]), lookup)]).toEqual([]);
  });
});

describe('withoutPoint', () => {
  test('lists, of the events that are given, those none of whose places has a point', () => {
    const some = fc.func(fc.boolean());
    fc.assert(
      fc.property(arbitraryStory, some, (story, given) => {
        const events = story.events.filter(({ id }) => given(id));
        const pointless = events.filter(({ where }) =>
          where.every(({ place }) => !story.places.find(({ id }) => id === place)?.point)
        );
        expect(withoutPoint(events, buildLookup(story))).toEqual(pointless);
      })
    );
  });
});

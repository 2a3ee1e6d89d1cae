import { describe, expect, test } from 'vitest';
import { buildLookup, hueOf, itemOf } from '../../../src/lib/core/lookup';
import type { Story } from '../../../src/lib/core/story';
import { smallStory } from '../../fixtures/small-story';
import { makeEvent } from './arbitrary-story';

const lookup = buildLookup(smallStory);

describe('buildLookup', () => {
  const lists = [
    'places',
    'parties',
    'groups',
    'kinds',
    'citations',
    'events',
    'chapters'
  ] as const satisfies readonly (keyof Story)[];
  test.each(lists)('finds each of the %s by its id, in the order of the story', (list) => {
    const items = lookup[list] as ReadonlyMap<string, { id: string }>;
    expect([...items.values()]).toEqual(smallStory[list]);
    for (const item of smallStory[list]) expect(items.get(item.id)).toBe(item);
  });
});

describe('itemOf', () => {
  test('gives the item with the id', () => {
    expect(itemOf(lookup.places, 'bridge')).toBe(smallStory.places[0]);
  });

  test('throws for an id that nothing has, naming it', () => {
    expect(() => itemOf(lookup.places, 'nowhere')).toThrow('"nowhere"');
  });
});

describe('hueOf', () => {
  test('is the hue of the group of the first party, whoever else was there', () => {
    const named = (...ids: string[]) =>
      makeEvent('e', { parties: ids.map((party) => ({ party, role: { en: 'there' } })) });
    expect(hueOf(named('east-council', 'west-council'), lookup)).toBe('blue');
    expect(hueOf(named('west-council', 'east-council'), lookup)).toBe('vermilion');
  });

  test('is grey where nobody is named', () => {
    expect(hueOf(makeEvent('e'), lookup)).toBe('grey');
  });

  test('is grey for a party or a group that the story does not have', () => {
    const event = makeEvent('e', { parties: [{ party: 'gazette', role: { en: 'there' } }] });
    expect(hueOf(event, { ...lookup, parties: new Map() })).toBe('grey');
    expect(hueOf(event, { ...lookup, groups: new Map() })).toBe('grey');
  });
});

import { describe, expect, it, test } from 'vitest';
import { groupsAt } from '../../../src/lib/core/clusters';
import type { LonLat, Place } from '../../../src/lib/core/story';
import {
  answerPress,
  buildStands,
  groupPlaces,
  namedCountries,
  nextCut
} from '../../../src/lib/map/mark-model';
import { markRadius, type Mark } from '../../../src/lib/map/marks';

const place = (id: string, point: LonLat | null, kind: Place['kind'] = 'city'): Place => ({
  id,
  kind,
  names: { en: id },
  point,
  radius: 5000,
  pointStatus: 'verified',
  basis: {},
  citations: [],
  sameAs: [],
  note: null
});
const TIRANA: LonLat = [19.82, 41.33];
const DURRES: LonLat = [19.45, 41.32];
const places = [place('tirana', TIRANA), place('durres', DURRES), place('online', null)];
const byId = new Map(places.map((item) => [item.id, item]));
const grouping = groupPlaces(places, new Map([['tirana', 3]]));
const mark = (over: Partial<Mark>): Mark => ({
  id: 'tirana',
  center: TIRANA,
  ids: ['tirana', 'durres'],
  partsAt: 8,
  named: 'tirana',
  name: 'Tirana',
  otherNames: [],
  count: 4,
  hue: null,
  single: null,
  approximate: false,
  selected: false,
  related: false,
  ...over
});

test('groupPlaces leaves out what is not on the map and puts the place with more events first', () => {
  expect(grouping.members.map(({ id }) => id)).toEqual(['tirana', 'durres']);
});

test('nextCut stays until the groups change', () => {
  expect(nextCut(grouping, null, 3)).toBe(3);
  expect(nextCut(grouping, 3, 4)).toBe(3);
  expect(nextCut(grouping, 3, 12)).toBe(12);
});

describe('a press on a mark', () => {
  it('of one place chooses the place it names', () => {
    expect(answerPress(mark({ ids: ['durres'], named: 'durres' }), 5, null)).toEqual({
      place: 'durres'
    });
    expect(answerPress(mark({ ids: [], named: 'tirana' }), 5, null)).toEqual({ place: 'tirana' });
  });

  it('of several goes past the zoom that parts them, and at least a stride closer', () => {
    expect(answerPress(mark({}), 5, null)).toEqual({ zoom: 8.3 });
    expect(answerPress(mark({}), 7.9, null)).toEqual({ zoom: 7.9 + 1.2 });
  });

  it('of places that no zoom parts goes from one to the next and round again', () => {
    const together = mark({ partsAt: 17 });
    const after = (selected: string | null) => answerPress(together, 5, selected);
    expect([null, 'tirana', 'durres', 'elsewhere'].map(after)).toEqual(
      ['tirana', 'durres', 'tirana', 'tirana'].map((id) => ({ place: id }))
    );
  });
});

test('buildStands ends a line at the mark that stands for its place, clear of it', () => {
  const groups = groupsAt(grouping, 3);
  const standAt = buildStands(groups, [mark({})], byId);
  const stand = { center: TIRANA, gap: markRadius(mark({})) + 3 };
  expect([standAt(TIRANA), standAt(DURRES)]).toEqual([stand, stand]);
  expect(standAt([1, 2])).toEqual({ center: [1, 2], gap: 4 });
});

test('namedCountries are those that lead a group', () => {
  const iran = place('Iran', [53, 32], 'country');
  const groups = [
    { lead: 'Iran', ids: ['Iran'], center: [53, 32] as const },
    { lead: 'tirana', ids: ['tirana'], center: TIRANA }
  ];
  expect(namedCountries(groups, new Map([...byId, ['Iran', iran]]), 'en')).toEqual(['Iran']);
});

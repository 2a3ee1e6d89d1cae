import { describe, expect, it, test } from 'vitest';
import { groupsAt } from '../../../src/lib/core/clusters';
import {
  answerPress,
  buildStands,
  groupingZoom,
  groupPlaces,
  namesOnMarks,
  nextCut
} from '../../../src/lib/map/mark-model';
import { APART, markRadius, type Mark } from '../../../src/lib/map/marks';
import { roundnessAt } from '../../../src/lib/map/projection';
import { DURRES, frameAt, mark as markAt, place, TIRANA } from './fixture';

const places = [place('tirana', TIRANA), place('durres', DURRES), place('online', null)];
const byId = new Map(places.map((item) => [item.id, item]));
const grouping = groupPlaces(places, new Map([['tirana', 3]]));
const mark = (over: Partial<Mark>) =>
  markAt('tirana', TIRANA, { ids: ['tirana', 'durres'], partsAt: 8, count: 4, ...over });

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

  it('of several goes farther in where the world is still a globe, on which they stand closer', () => {
    const zoom = (partsAt: number) =>
      (answerPress(mark({ partsAt }), 0, null) as { zoom: number }).zoom - partsAt;
    expect(zoom(3)).toBeGreaterThan(zoom(4.5));
    expect(zoom(4.5)).toBeGreaterThan(zoom(6));
    for (const partsAt of [2, 3.4, 4, 5.2, 8]) {
      const after = partsAt + zoom(partsAt);
      expect(groupingZoom({ zoom: after, roundness: roundnessAt(after, false) })).toBeGreaterThan(
        partsAt
      );
    }
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

test('namesOnMarks are those of the places that lead a group, in the language of the page', () => {
  const iran = place('Iran', [53, 32], { kind: 'country', names: { en: 'Iran', sq: 'Irani' } });
  const groups = [
    { lead: 'Iran', ids: ['Iran'], center: [53, 32] as const },
    { lead: 'tirana', ids: ['tirana', 'durres'], center: TIRANA },
    { lead: 'gone', ids: ['gone'], center: TIRANA }
  ];
  const all = new Map([...byId, ['Iran', iran]]);
  expect(namesOnMarks(groups, all, 'sq')).toEqual(['Irani', 'tirana']);
  expect(namesOnMarks(groups, all, 'en')).toEqual(['Iran', 'tirana']);
});

describe('groupingZoom', () => {
  it('is that of the picture on the flat map, and of one farther away on a globe', () => {
    expect(groupingZoom({ zoom: 7, roundness: 0 })).toBe(7);
    expect(groupingZoom({ zoom: 2, roundness: 1 })).toBeLessThan(2);
    const between = groupingZoom({ zoom: 2, roundness: 0.5 });
    expect(between).toBeLessThan(2);
    expect(between).toBeGreaterThan(groupingZoom({ zoom: 2, roundness: 1 }));
  });

  it('lets no two marks touch on a globe that would on the flat map, up to a third of the way to its edge', () => {
    const frame = frameAt([0, 0], 2.5);
    const zoom = groupingZoom(frame);
    /** As far apart as places are that only just have marks of their own. */
    const degrees = (APART * 360) / (512 * 2 ** zoom);
    for (let lon = 0; lon + degrees < 27; lon++) {
      const [a, b] = [frame.project([lon, 0]), frame.project([lon + degrees, 0])];
      expect(b.x - a.x).toBeGreaterThan(APART * 0.98);
    }
  });
});

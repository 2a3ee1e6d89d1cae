import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  buildGrouping,
  groupCount,
  groupsAt,
  partZoom,
  type GroupPoint
} from '../../../src/lib/core/clusters';
import { PLACE_KINDS } from '../../../src/lib/core/story';

const points = fc
  .array(
    fc.record({
      point: fc.oneof(
        fc.tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -80, max: 80 })),
        // Dense: a city's worth of sites.
        fc.tuple(
          fc.integer({ min: 0, max: 400 }).map((n) => 19.8 + n / 10_000),
          fc.integer({ min: 0, max: 400 }).map((n) => 41.3 + n / 10_000)
        )
      ),
      kind: fc.constantFrom(...PLACE_KINDS),
      weight: fc.integer({ min: 0, max: 20 })
    }),
    { maxLength: 40 }
  )
  .map((list): GroupPoint[] => list.map((item, i) => ({ id: `p${i}`, ...item })));
const zooms = fc.double({ min: 0, max: 22, noNaN: true });

const px = (a: GroupPoint, b: GroupPoint, zoom: number) => {
  const y = (lat: number) => Math.asinh(Math.tan((lat * Math.PI) / 180)) / (2 * Math.PI);
  const dx = Math.abs(a.point[0] - b.point[0]) / 360;
  return 512 * 2 ** zoom * Math.hypot(Math.min(dx, 1 - dx), y(a.point[1]) - y(b.point[1]));
};
const byId = (list: readonly GroupPoint[]) => {
  const map = new Map(list.map((point) => [point.id, point]));
  return (id: string) => map.get(id) as GroupPoint;
};

const groupPlaces = (list: readonly GroupPoint[], zoom: number, apart?: number) =>
  groupsAt(buildGrouping(list), zoom, apart);

describe('the groups at a zoom', () => {
  test('puts every place into exactly one group', () => {
    fc.assert(
      fc.property(points, zooms, (list, zoom) => {
        const ids = groupPlaces(list, zoom).flatMap((group) => group.ids);
        expect(ids.toSorted()).toEqual(list.map(({ id }) => id).toSorted());
      })
    );
  });

  test('never sets two marks closer than the minimum', () => {
    fc.assert(
      fc.property(points, zooms, (list, zoom) => {
        const at = byId(list);
        const leads = groupPlaces(list, zoom, 40).map(({ lead }) => at(lead));
        for (const [i, a] of leads.entries())
          for (const b of leads.slice(i + 1)) expect(px(a, b, zoom)).toBeGreaterThan(40 - 1e-3);
      })
    );
  });

  test('joins every other member to a more important member nearer than the minimum', () => {
    fc.assert(
      fc.property(points, zooms, (list, zoom) => {
        const at = byId(list);
        for (const { ids } of groupPlaces(list, zoom, 40))
          for (const [i, id] of ids.entries()) {
            const near = ids.slice(0, i).some((other) => px(at(id), at(other), zoom) < 40 + 1e-3);
            expect(i === 0 || near).toBe(true);
          }
      })
    );
  });

  test('only splits as one zooms in', () => {
    fc.assert(
      fc.property(points, zooms, zooms, (list, one, other) => {
        const far = groupPlaces(list, Math.min(one, other));
        const near = groupPlaces(list, Math.max(one, other));
        for (const { ids } of near)
          expect(far.some((group) => ids.every((id) => group.ids.includes(id)))).toBe(true);
      })
    );
  });

  test('gives the same groups whatever the order of the places', () => {
    fc.assert(
      fc.property(points, zooms, (list, zoom) => {
        expect(groupPlaces(list.toReversed(), zoom)).toEqual(groupPlaces(list, zoom));
      })
    );
  });

  test('separates at zoom 22 all that do not coincide', () => {
    fc.assert(
      fc.property(points, (list) => {
        for (const { ids } of groupPlaces(list, 22)) {
          const at = byId(list);
          const different = new Set(ids.map((id) => `${at(id).point}`.replace(/^-180,/, '180,')));
          expect(different.size).toBe(1);
        }
      })
    );
  });

  it('stands a group on its lead', () => {
    fc.assert(
      fc.property(points, zooms, (list, zoom) => {
        for (const { lead, ids, center } of groupPlaces(list, zoom)) {
          expect(ids[0]).toBe(lead);
          expect(center).toEqual(byId(list)(lead).point);
        }
      })
    );
  });

  it('names a group after its city, not after a building or the country around it', () => {
    const list: GroupPoint[] = [
      { id: 'embassy', kind: 'site', point: [19.8234, 41.32256], weight: 12 },
      { id: 'albania', kind: 'country', point: [20, 41], weight: 9 },
      { id: 'tirana', kind: 'city', point: [19.81889, 41.3275], weight: 3 }
    ];
    expect(groupPlaces(list, 4)).toEqual([
      { lead: 'tirana', ids: ['tirana', 'embassy', 'albania'], center: [19.81889, 41.3275] }
    ]);
  });

  it('names a group of equals after the one with more events', () => {
    const list: GroupPoint[] = [
      { id: 'a', kind: 'city', point: [19.4, 41.3], weight: 1 },
      { id: 'b', kind: 'city', point: [19.8, 41.3], weight: 2 }
    ];
    expect(groupPlaces(list, 3)[0]?.lead).toBe('b');
  });

  it('joins across the antimeridian', () => {
    const list: GroupPoint[] = [
      { id: 'fiji', kind: 'city', point: [179.9, -17], weight: 0 },
      { id: 'taveuni', kind: 'site', point: [-179.9, -17], weight: 0 }
    ];
    expect(groupPlaces(list, 4)).toHaveLength(1);
  });

  it('returns nothing for nothing', () => {
    expect(groupPlaces([], 3)).toEqual([]);
  });
});

test('groupCount tells the number of groups without building them', () => {
  fc.assert(
    fc.property(points, zooms, (list, zoom) => {
      const grouping = buildGrouping(list);
      expect(groupCount(grouping, zoom)).toBe(groupsAt(grouping, zoom).length);
    })
  );
});

describe('partZoom', () => {
  it('is the zoom from which these places are in more than one group', () => {
    fc.assert(
      fc.property(points, zooms, fc.nat(), (list, zoom, some) => {
        const grouping = buildGrouping(list);
        for (const group of groupsAt(grouping, zoom)) {
          const few = group.ids.filter((_, i) => (some >> (i % 31)) & 1);
          for (const ids of [group.ids, few]) {
            const parted = partZoom(grouping, ids);
            if (parted === Infinity) continue;
            expect(parted).toBeGreaterThan(zoom);
            const groupsWithThem = (at: number) =>
              groupsAt(grouping, at).filter((other) => other.ids.some((id) => ids.includes(id)));
            expect(groupsWithThem(parted - 1e-6)).toHaveLength(1);
            expect(groupsWithThem(parted + 1e-6).length).toBeGreaterThan(1);
          }
        }
      })
    );
  });

  it('is Infinity for places at one point, for one place and for none', () => {
    const list: GroupPoint[] = ['a', 'b'].map((id) => ({
      id,
      kind: 'site',
      point: [1, 2],
      weight: 0
    }));
    const grouping = buildGrouping(list);
    expect([['a', 'b'], ['a'], []].map((ids) => partZoom(grouping, ids))).toEqual([
      Infinity,
      Infinity,
      Infinity
    ]);
  });

  it('throws for a place that was not grouped', () => {
    expect(() => partZoom(buildGrouping([]), ['x'])).toThrow('"x"');
  });
});

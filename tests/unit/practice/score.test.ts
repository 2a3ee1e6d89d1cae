import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destinationPoints, distance } from '../../../src/lib/core/geodesy';
import { STANCES, type LonLat } from '../../../src/lib/core/story';
import {
  bestPlace,
  contradictions,
  HALVES_EVERY,
  marks,
  orderShare,
  placeShare,
  sayingShare,
  surelyBefore,
  together,
  toldPairs
} from '../../../src/lib/practice/score';

const metres = fc.double({ min: 0, max: 20_004_000, noNaN: true });
const point = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -85, max: 85, noNaN: true })
) as fc.Arbitrary<LonLat>;

describe('marks for a point on the map', () => {
  it('are full anywhere within the radius of the place, and nowhere else', async () => {
    await fc.assert(
      fc.asyncProperty(
        point,
        fc.integer({ min: 50, max: 800_000 }),
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.integer({ min: 0, max: 35 }),
        async (center, radius, share, bearing) => {
          // Points on a sphere are at most 0.6 % off from those on the ellipsoid.
          const inside = destinationPoints(center, radius * share, 36)[bearing] ?? center;
          expect(placeShare(await distance(center, inside), radius)).toBe(1);
          const outside = destinationPoints(center, radius * 1.02, 36)[bearing] ?? center;
          expect(placeShare(await distance(center, outside), radius)).toBeLessThan(1);
        }
      ),
      { numRuns: 200 }
    );
  });

  it('never rise with the distance, and never fall at a step', () => {
    fc.assert(
      fc.property(metres, metres, metres, (a, b, radius) => {
        const [near, far] = [Math.min(a, b), Math.max(a, b)];
        const [more, less] = [placeShare(near, radius), placeShare(far, radius)];
        expect(less).toBeLessThanOrEqual(more);
        expect(less).toBeGreaterThanOrEqual(0);
        expect(more - less).toBeLessThanOrEqual(((far - near) * Math.LN2) / HALVES_EVERY + 1e-9);
      })
    );
    expect(placeShare(100 + HALVES_EVERY, 100)).toBe(0.5);
  });

  it('are those of the place that they are highest for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ radius: metres, distance: metres }), { minLength: 1, maxLength: 4 }),
        (all) => {
          const [first, ...rest] = all as [(typeof all)[0], ...typeof all];
          const best = bestPlace(
            [first, ...rest],
            all.map((each) => each.distance)
          );
          expect(best.share).toBe(Math.max(...all.map((e) => placeShare(e.distance, e.radius))));
          expect(best.share).toBe(placeShare(best.distance, best.place.radius));
        }
      )
    );
  });
});

const end = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 1, arbitrary: fc.constantFrom(-Infinity, Infinity) }
);
const span = fc
  .tuple(end, end)
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
  .filter(({ from, to }) => from < Infinity && to > -Infinity);

/** Whether each event can be given an instant of its own span so that none comes before the one ahead of it. */
function possible(order: readonly { from: number; to: number }[]): boolean {
  let now = -Infinity;
  for (const { from, to } of order) {
    now = Math.max(now, from);
    if (now > to) return false;
  }
  return true;
}

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length === 0) return [[]];
  return items.flatMap((item, i) =>
    permutations([...items.slice(0, i), ...items.slice(i + 1)]).map((rest) => [item, ...rest])
  );
}

describe('marks for an order', () => {
  it('are full for exactly the orders in which it can have happened', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 0, maxLength: 5 }), (events) => {
        for (const order of permutations(events)) {
          expect(orderShare(order) === 1).toBe(possible(order));
          const wrong = order.flatMap((a, i) =>
            order.slice(i + 1).filter((b) => surelyBefore(b, a))
          );
          expect(contradictions(order)).toHaveLength(wrong.length);
        }
      }),
      { numRuns: 150 }
    );
  });

  it('count only pairs that the dates tell: none is given away', () => {
    fc.assert(
      fc.property(fc.array(span, { minLength: 0, maxLength: 5 }), (events) => {
        const orders = permutations(events);
        // A pair is told where all orders in which it can have happened agree on it.
        const allowed = orders.filter(possible);
        const told = events.flatMap((a, i) =>
          events.slice(i + 1).flatMap((b) => {
            const firsts = new Set(
              permutations([a, b])
                .filter(possible)
                .map(([first]) => first)
            );
            return firsts.size === 1 ? [[a, b, [...firsts][0]] as const] : [];
          })
        );
        expect(toldPairs(events)).toBe(told.length);
        const shares = orders.map((order) => {
          const kept = told.filter(([a, b, first]) => {
            const ahead = order.indexOf(a) < order.indexOf(b) ? a : b;
            return ahead === first;
          });
          expect(orderShare(order)).toBeCloseTo(told.length ? kept.length / told.length : 1);
          return orderShare(order);
        });
        expect(allowed.length).toBeGreaterThan(0);
        // What is shuffled blindly gets half, and the worst order nothing.
        if (told.length > 0) {
          expect(together(shares)).toBeCloseTo(0.5);
          expect(Math.min(...shares)).toBe(0);
        }
      }),
      { numRuns: 100 }
    );
  });

  it('are always to be had: some order is right', () => {
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (events) => {
        expect(orderShare([...events].sort((a, b) => a.to - b.to || a.from - b.from))).toBe(1);
      })
    );
  });

  it('take as right either order of what overlaps or only touches', () => {
    const [a, b, c] = [
      { from: 0, to: 5 },
      { from: 5, to: 6 },
      { from: 6.5, to: 9 }
    ];
    expect(orderShare([a, b, c])).toBe(1);
    expect(orderShare([b, a, c])).toBe(1);
    expect(orderShare([b, c, a])).toBe(0.5);
    expect(orderShare([c, b, a])).toBe(0);
    expect(contradictions([c, b, a])).toEqual([
      [0, 1],
      [0, 2]
    ]);
  });
});

describe('marks', () => {
  it('count speaker and stance alike', () => {
    const answer = { speaker: 'a', stance: STANCES[0] };
    expect(sayingShare(answer, answer)).toBe(1);
    expect(sayingShare({ ...answer, speaker: 'b' }, answer)).toBe(0.5);
    expect(sayingShare({ ...answer, stance: STANCES[1] }, answer)).toBe(0.5);
    expect(sayingShare({ speaker: 'b', stance: STANCES[1] }, answer)).toBe(0);
  });

  it('are a hundred for nothing less than all', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (all) => {
        const share = together(all);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(marks(share)).toBeLessThanOrEqual(100);
        if (all.every((each) => each === 1)) expect(marks(share)).toBe(100);
        else if (share < 0.99) expect(marks(share)).toBeLessThan(100);
      })
    );
    expect(marks(placeShare(101, 100))).toBe(99);
    expect(marks(orderShare([]))).toBe(100);
    expect(together([])).toBe(0);
  });
});

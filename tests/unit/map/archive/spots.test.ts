import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedBox, fixedX, fixedY, X_UNITS } from '../../../../src/lib/core/archive/fixed-point';
import { eventsIn } from '../../../../src/lib/map/archive/event-order';
import { Spots, SPOTS_MOST } from '../../../../src/lib/map/archive/spots';
import { meets, rows, window } from '../../core/archive/arbitrary-columns';
import { boxes, certainty, indexOf, instants, rowsIn } from './fixture';

const whole = (index: ReturnType<typeof indexOf>) => ({
  order: index.byClass,
  classes: index.classes
});
const zoom = fc.integer({ min: -1, max: 17 });

describe('spots', () => {
  // One set of lists for all: what an earlier count has left there must not show.
  const spots = new Spots();

  it('hold each event in the box and the window once, with their mean place and how many surely are in it', () => {
    fc.assert(
      fc.property(
        rows,
        boxes,
        window,
        certainty,
        zoom,
        fc.boolean(),
        (list, box, span, certainty, zoom, local) => {
          const index = indexOf(list);
          const fixed = fixedBox(box);
          spots.look(zoom);
          const order = local ? eventsIn(index, fixed) : whole(index);
          expect(spots.count(index, order, fixed, span, certainty)).toBe(true);
          const found = Array.from(
            { length: spots.events },
            (_, i) => index.rows[spots.positions[i] as number] as number
          );
          expect(found.toSorted((a, b) => a - b)).toEqual(rowsIn(list, box, span, certainty));
          for (let spot = 0; spot < spots.length; spot++) {
            const own = found.filter((_, i) => spots.spotOf[i] === spot).map((row) => list[row]);
            expect(spots.counts[spot]).toBe(own.length);
            expect(spots.sure[spot]).toBe(
              own.filter((row) => row && meets(row, span, 'surely')).length
            );
            const xs = own.map((row) => fixedX(row?.at?.[0] ?? 0) >>> 0);
            const ys = own.map((row) => fixedY(row?.at?.[1] ?? 0));
            const mean = (values: number[]) => values.reduce((a, b) => a + b, 0) / values.length;
            expect(((spots.x[spot] as number) + X_UNITS) % X_UNITS).toBeCloseTo(
              mean(xs) % X_UNITS,
              3
            );
            expect(spots.y[spot]).toBeCloseTo(mean(ys), 3);
            // A spot is one cell.
            expect(new Set(xs.map((x) => Math.floor(x / 2 ** spots.xShift))).size).toBe(1);
            expect(new Set(ys.map((y) => Math.floor(y / 2 ** spots.yShift))).size).toBe(1);
            const single = spots.single[spot] as number;
            expect(single >= 0 ? index.rows[single] : -1).toBe(
              own.length === 1 ? found[spots.spotOf.indexOf(spot)] : -1
            );
          }
        }
      ),
      { numRuns: 500 }
    );
  });

  it('are as wide as dots are, at any zoom', () => {
    for (let zoom = 0; zoom <= 17; zoom += 0.5) {
      spots.look(zoom);
      const px = (512 * 2 ** zoom * 2 ** spots.xShift) / X_UNITS;
      expect(px).toBeGreaterThanOrEqual(7);
      expect(px).toBeLessThan(14.001);
    }
  });

  it('tell the least count of which there are no more than so many', () => {
    fc.assert(
      fc.property(rows, window, zoom, fc.integer({ min: 0, max: 20 }), (list, span, zoom, most) => {
        const index = indexOf(list);
        spots.look(zoom);
        spots.count(index, whole(index), fixedBox([-180, -90, 180, 90]), span, 'may');
        const least = spots.leastFor(most);
        const having = (count: number) =>
          [...spots.counts.subarray(0, spots.length)].filter((own) => own >= count).length;
        expect(having(least)).toBeLessThanOrEqual(most);
        if (least > 1) expect(having(least - 1)).toBeGreaterThan(most);
      })
    );
  });

  it('leave as dots the events of those with fewer, each with its place', () => {
    fc.assert(
      fc.property(rows, window, fc.integer({ min: 1, max: 4 }), (list, span, least) => {
        const index = indexOf(list);
        spots.look(2);
        spots.count(index, whole(index), fixedBox([-180, -90, 180, 90]), span, 'may');
        spots.chooseDots(index, least);
        const wanted = [...spots.positions.subarray(0, spots.events)].filter(
          (_, i) => (spots.counts[spots.spotOf[i] as number] as number) < least
        );
        expect([...spots.dotPositions.subarray(0, spots.dots)]).toEqual(wanted);
        wanted.forEach((position, i) => {
          expect(spots.dotPlaces[2 * i]).toBe(index.x[position]);
          expect(spots.dotPlaces[2 * i + 1]).toBe(index.y[position]);
          expect(spots.dotSurely[i]).toBe(index.meets(position, span, 'surely') ? 1 : 0);
        });
      })
    );
  });

  it('are given up where there are more events than can be looked at one by one', () => {
    const list = instants(SPOTS_MOST + 1, (i) => [(i % 3000) / 10 - 150, 40]);
    const index = indexOf(list);
    const world = fixedBox([-180, -90, 180, 90]);
    spots.look(3);
    expect(spots.count(index, whole(index), world, null, 'may')).toBe(false);
    const all = { from: 0, to: (SPOTS_MOST - 1) * 86_400_000 };
    expect(spots.count(index, whole(index), world, all, 'may')).toBe(true);
    expect(spots.events).toBe(SPOTS_MOST);
  });
});

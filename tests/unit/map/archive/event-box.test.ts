import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOfEvents, zoomThatParts } from '../../../../src/lib/map/archive/event-box';
import { MAX_ZOOM } from '../../../../src/lib/map/projection';
import { indexOf, instants } from './fixture';

const around = (points: readonly (readonly [number, number])[]) => {
  const index = indexOf(instants(points.length, (i) => points[i] as readonly [number, number]));
  return boxOfEvents(index, (visit) => points.forEach((_, i) => visit(i)));
};

describe('the box of some events', () => {
  it('holds each of them, also across the antimeridian', () => {
    const near = fc.tuple(
      fc.integer({ min: -800, max: 800 }).map((n) => n / 100),
      fc.integer({ min: -8000, max: 8000 }).map((n) => n / 100)
    );
    fc.assert(
      fc.property(
        fc.integer({ min: -180, max: 179 }),
        fc.array(near, { minLength: 1, maxLength: 20 }),
        (lon, offsets) => {
          const turned = (east: number) => ((((lon + east + 180) % 360) + 360) % 360) - 180;
          const found = around(offsets.map(([east, lat]) => [turned(east), lat] as const));
          if (found === null) throw new Error('There are events.');
          const [west, south, east, north] = found.box;
          const [easts, lats] = [offsets.map(([e]) => e), offsets.map(([, lat]) => lat)];
          const same = (a: number, b: number) =>
            expect(Math.abs((((a - b) % 360) + 540) % 360) - 180).toBeCloseTo(0, 5);
          same(west, lon + Math.min(...easts));
          same(east, lon + Math.max(...easts));
          expect(south).toBeCloseTo(Math.min(...lats), 5);
          expect(north).toBeCloseTo(Math.max(...lats), 5);
          expect(found.count).toBe(offsets.length);
          expect(found.wide).toBeCloseTo((Math.max(...easts) - Math.min(...easts)) / 360, 6);
        }
      )
    );
  });

  it('is none of no events', () => {
    expect(boxOfEvents(indexOf([]), () => undefined)).toBeNull();
  });
});

describe('the zoom that parts events', () => {
  it('shows all of them, at least a step closer', () => {
    const found = around([
      [19, 41],
      [20, 41.5]
    ]);
    if (found === null) throw new Error('There are events.');
    const zoom = zoomThatParts(found, 4, 800, 600) as number;
    const px = found.wide * 512 * 2 ** zoom;
    expect(px).toBeGreaterThan(300);
    expect(px).toBeLessThan(800);
    expect(zoomThatParts(found, zoom, 800, 600)).toBe(zoom + 1);
  });

  it('is null for what lies in one place, and when all is as near as it gets', () => {
    const [one, two] = [
      around([
        [20, 41],
        [20, 41]
      ]),
      around([
        [20, 41],
        [20.1, 41]
      ])
    ];
    if (one === null || two === null) throw new Error('There are events.');
    expect(zoomThatParts(one, 3, 800, 600)).toBeNull();
    expect(zoomThatParts(two, MAX_ZOOM, 800, 600)).toBeNull();
    expect(zoomThatParts(two, 3, 800, 600)).toBeLessThanOrEqual(MAX_ZOOM);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mercator } from '../../../../src/lib/core/geodesy';
import { boxOfEvents, zoomThatParts } from '../../../../src/lib/map/archive/event-box';
import { MAX_ZOOM } from '../../../../src/lib/map/projection';
import { indexOf, instants } from './fixture';

const around = (points: readonly (readonly [number, number])[]) => {
  const index = indexOf(instants(points.length, (i) => points[i] as readonly [number, number]));
  return boxOfEvents(index, (visit) => points.forEach((_, i) => visit(i)));
};

describe('the box of some events', () => {
  it('lies around each of them, also across the antimeridian', () => {
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
          const [easts, lats] = [offsets.map(([e]) => e), offsets.map(([, lat]) => lat)];
          const [west, east] = [Math.min(...easts), Math.max(...easts)];
          const [north, south] = [Math.max(...lats), Math.min(...lats)].map(
            (lat) => mercator([0, lat])[1]
          ) as [number, number];
          const off = found.center[0] - lon - (west + east) / 2;
          expect(off - 360 * Math.round(off / 360)).toBeCloseTo(0, 5);
          expect(mercator(found.center)[1]).toBeCloseTo((north + south) / 2, 6);
          expect(found.wide).toBeCloseTo((east - west) / 360, 6);
          expect(found.high).toBeCloseTo(south - north, 6);
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

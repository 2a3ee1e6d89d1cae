import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../../src/lib/core/geodesy';
import type { LonLat } from '../../../src/lib/core/story';
import { boundsOf, circleOutline, shortestLine } from '../../../src/lib/map/geometry';
import { frameAt, frames, TIRANA } from './fixture';

const points = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -75, max: 75, noNaN: true })
) as fc.Arbitrary<LonLat>;

describe('shortestLine', () => {
  it('starts and ends at the places, and its steps add up to the distance', () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        const whole = greatCircle(a, b);
        fc.pre(whole < 19_000_000);
        const line = shortestLine(a, b);
        expect(greatCircle(line[0] as LonLat, a)).toBeLessThan(0.5);
        expect(greatCircle(line[line.length - 1] as LonLat, b)).toBeLessThan(0.5);
        const steps = line
          .slice(1)
          .reduce((sum, point, i) => sum + greatCircle(line[i] as LonLat, point), 0);
        expect(Math.abs(steps - whole)).toBeLessThan(1);
      })
    );
  });

  it('runs on past 180° instead of jumping', () => {
    const lons = shortestLine([170, 10], [-170, 10]).map(([lon]) => lon);
    expect(lons[0]).toBe(170);
    expect(lons[lons.length - 1]).toBeCloseTo(190, 6);
  });
});

describe('boundsOf', () => {
  it('holds every place, and leaves out the widest gap around the world', () => {
    fc.assert(
      fc.property(fc.array(points, { minLength: 1, maxLength: 8 }), (list) => {
        const box = boundsOf(list.map((point) => ({ point, radius: 0 })));
        if (box === null) throw new Error('expected a box');
        const [west, south, east, north] = box;
        for (const [lon, lat] of list) {
          const inside = [-360, 0, 360].some(
            (turn) => lon + turn >= west - 1e-9 && lon + turn <= east + 1e-9
          );
          expect(inside).toBe(true);
          expect(lat).toBeGreaterThanOrEqual(south - 1e-9);
          expect(lat).toBeLessThanOrEqual(north + 1e-9);
        }
        const lons = list.map(([lon]) => lon).toSorted((a, b) => a - b);
        const gaps = lons.map((lon, i) => (lons[i + 1] ?? (lons[0] as number) + 360) - lon);
        expect(east - west).toBeCloseTo(360 - Math.max(...gaps), 6);
      })
    );
  });

  it('goes across the antimeridian where that is the shorter way', () => {
    const at = (lon: number) => ({ point: [lon, 0] as LonLat, radius: 0 });
    expect(boundsOf([at(179), at(-179)])).toEqual([179, 0, 181, 0]);
  });

  it('makes room for the radius', () => {
    const box = boundsOf([{ point: TIRANA, radius: 111_195 }]);
    expect(box?.[3]).toBeCloseTo(42.33, 1);
    expect(box?.[2]).toBeCloseTo(21.15, 1);
  });

  it('is null for nothing', () => {
    expect(boundsOf([])).toBeNull();
  });
});

describe('circleOutline', () => {
  const corners = (path: string) => {
    expect(path).toMatch(/^M[^MZ]*Z$/);
    return path
      .slice(1, -1)
      .split('L')
      .map((pair) => pair.split(',').map(Number) as [number, number]);
  };

  it.each([
    ['a globe', frames(1, 3.5)],
    ['a globe that flattens', frames(3.5, 5.5)],
    ['a flat map', frames(5.5, 12)]
  ])('is drawn that many metres from the place, on %s', (_, kind) => {
    fc.assert(
      fc.property(kind, fc.double({ min: 15, max: 120, noNaN: true }), (frame, px) => {
        const radius = px * frame.metresPerPixel;
        const drawn = corners(circleOutline(frame, frame.center, radius));
        expect(drawn).toHaveLength(90);
        for (const [x, y] of drawn) {
          const point = frame.unproject({ x, y });
          expect(point).not.toBeNull();
          // Rounded to a tenth of a pixel, which is more at the sides of a globe.
          const off = greatCircle(frame.center, point as LonLat) - radius;
          expect(Math.abs(off)).toBeLessThan(0.3 * frame.metresPerPixel);
        }
      })
    );
  });

  it('is on the copy of the world in the picture, and whole across the antimeridian', () => {
    const xs = corners(circleOutline(frameAt([179.9, 0], 8), [-179.9, 0], 50_000)).map(([x]) => x);
    expect(Math.min(...xs)).toBeGreaterThan(300);
    expect(Math.max(...xs)).toBeLessThan(800);
  });

  it('reaches further towards the pole when large, as the map does', () => {
    const frame = frameAt([15, 62], 6);
    const ys = corners(circleOutline(frame, [15, 62], 700_000)).map(([, y]) => y - 300);
    expect(-Math.min(...ys)).toBeGreaterThan(Math.max(...ys) * 1.1);
  });
});

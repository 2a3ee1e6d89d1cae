import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  arcDegrees,
  destinationPoints,
  distance,
  greatCircle,
  mercator,
  metresPerPixel
} from '../../../src/lib/core/geodesy';
import type { LonLat } from '../../../src/lib/core/story';

const CAMP: LonLat = [19.57624, 41.42961];
const TIRANA: LonLat = [19.81889, 41.3275];
const degrees = (max: number) => fc.double({ min: -max, max, noNaN: true });
const arbitraryPoint: fc.Arbitrary<LonLat> = fc.tuple(degrees(180), degrees(90));

describe('distance', () => {
  test('is 23.25 km from the camp to Tirana, fifty metres more than on a sphere', async () => {
    expect((await distance(CAMP, TIRANA)) / 1000).toBeCloseTo(23.251, 3);
  });

  test('is the line from Wellington to Salamanca that GeographicLib gives as its example', async () => {
    expect(await distance([174.81, -41.32], [-5.5, 40.96])).toBeCloseTo(19959679.267, 3);
  });

  test('is a quarter meridian from the equator to the pole, at any longitude', async () => {
    expect(await distance([0, 0], [123, 90])).toBeCloseTo(10001965.729, 3);
  });

  test('goes the short way across the antimeridian', async () => {
    expect(await distance([179.5, 0], [-179.5, 0])).toBeCloseTo(111319.491, 3);
  });

  test('throws for what is no point', async () => {
    await expect(distance([NaN, 0], TIRANA)).rejects.toThrow('[NaN,0]');
    await expect(distance([0, 91], TIRANA)).rejects.toThrow('[0,91]');
  });
});

describe('greatCircle', () => {
  test('is 23.2 km from the camp to Tirana', () => {
    expect(greatCircle(CAMP, TIRANA) / 1000).toBeCloseTo(23.2, 1);
  });

  test('is half way round between antipodes and nothing from a point to itself', () => {
    expect(greatCircle([0, 0], [180, 0])).toBeCloseTo(Math.PI * 6_371_008.8, 3);
    expect(greatCircle(TIRANA, TIRANA)).toBe(0);
  });

  test('is within 0.6 % of the ellipsoid and the same in both directions', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryPoint, arbitraryPoint, async (a, b) => {
        const exact = await distance(a, b);
        expect(Math.abs(greatCircle(a, b) - exact)).toBeLessThanOrEqual(exact * 0.006 + 1e-6);
        expect(greatCircle(b, a)).toBeCloseTo(greatCircle(a, b), 3);
      })
    );
  });
});

describe('metresPerPixel', () => {
  test('is the equator over 512 pixels at zoom 0, half of it one zoom further, and shrinks with the cosine of the latitude', () => {
    expect(metresPerPixel(0, 0)).toBeCloseTo(78271.517, 3);
    expect(metresPerPixel(0, 1)).toBeCloseTo(39135.758, 3);
    expect(metresPerPixel(60, 0)).toBeCloseTo(39135.758, 3);
  });
});

test('arcDegrees is how far north the same distance leads', () => {
  expect(arcDegrees(10_000)).toBeCloseTo(
    (destinationPoints([20, 41], 10_000, 1)[0]?.[1] ?? 0) - 41,
    9
  );
});

describe('mercator', () => {
  test('puts the crossing of the first meridian and the equator in the middle and the poles at the edges', () => {
    expect(mercator([0, 0])).toEqual([0.5, 0.5]);
    expect(mercator([-180, 90])[0]).toBe(0);
    expect(mercator([-180, 90])[1]).toBeCloseTo(0, 6);
    expect(mercator([200, -90])[1]).toBeCloseTo(1, 6);
    expect(mercator([200, -90])[0]).toBeGreaterThan(1);
  });

  test('is stretched at each latitude as metresPerPixel says', () => {
    fc.assert(
      fc.property(degrees(84), (lat) => {
        const step = mercator([0, lat - 5e-5])[1] - mercator([0, lat + 5e-5])[1];
        // At zoom -9 the world is one pixel wide; a degree on Mercator's own sphere is 111,319.49 m.
        expect((step * metresPerPixel(lat, -9)) / 11.131949).toBeCloseTo(1, 5);
      })
    );
  });
});

describe('destinationPoints', () => {
  test('are as many as asked for, all at the radius, beginning in the north', () => {
    fc.assert(
      fc.property(
        fc.tuple(degrees(180), degrees(89)),
        fc.double({ min: 100, max: 1e6, noNaN: true }),
        (center, radius) => {
          const ring = destinationPoints(center, radius, 16);
          expect(ring).toHaveLength(16);
          for (const point of ring) {
            expect(greatCircle(center, point)).toBeCloseTo(radius, 1);
          }
        }
      )
    );
    const [north, east] = destinationPoints([20, 41], 1000, 4) as [LonLat, LonLat];
    expect(north[0]).toBe(20);
    expect(north[1]).toBeGreaterThan(41);
    expect(east[0]).toBeGreaterThan(20);
  });

  test('run on past the antimeridian instead of jumping back', () => {
    const lons = destinationPoints([179.99, 0], 10_000, 8).map(([lon]) => lon);
    expect(Math.max(...lons)).toBeGreaterThan(180);
    expect(Math.min(...lons)).toBeGreaterThan(179);
  });
});

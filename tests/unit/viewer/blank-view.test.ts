import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../../src/lib/core/story';
import { frameOf, projectNear } from '../../../src/lib/map/projection';
import { cameraOn } from '../../../src/lib/viewer/practice/blank-view';

const circle = fc.record({
  // Not all around the world, which no flat picture of a phone's size holds.
  point: fc.tuple(
    fc.double({ min: -60, max: 60, noNaN: true }),
    fc.double({ min: -60, max: 60, noNaN: true })
  ) as fc.Arbitrary<LonLat>,
  radius: fc.integer({ min: 0, max: 300_000 })
});

describe('cameraOn', () => {
  it('shows all that it is asked for, and goes no closer than it may', () => {
    fc.assert(
      fc.property(
        fc.array(circle, { minLength: 1, maxLength: 5 }),
        fc.integer({ min: 280, max: 900 }),
        fc.integer({ min: 240, max: 600 }),
        (circles, width, height) => {
          const { lon, lat, zoom } = cameraOn(circles, width, height, 6);
          expect(zoom).toBeLessThanOrEqual(6);
          const middle = { x: width / 2, y: height / 2 };
          const center: LonLat = [lon, lat];
          const sight = { center, zoom, width, height, middle, depth: 1, flat: true };
          for (const { point } of circles) {
            const { x, y } = projectNear(frameOf(sight), point);
            expect(x).toBeGreaterThanOrEqual(0);
            expect(x).toBeLessThanOrEqual(width);
            expect(y).toBeGreaterThanOrEqual(0);
            expect(y).toBeLessThanOrEqual(height);
          }
        }
      )
    );
  });
});

import { describe, expect, it } from 'vitest';
import { openingOnBox } from '../../../../src/lib/map/archive/box-opening';
import { cameraFor, openingOn } from '../../../../src/lib/map/opening';
import { frameOf, projectNear } from '../../../../src/lib/map/projection';
import { depthFor } from '../../../../src/lib/map/opening';

const look = (box: Parameters<typeof openingOnBox>[0], width = 900, height = 600) => {
  const opening = openingOnBox(box);
  const { lon, lat, zoom } = cameraFor(opening, width, height);
  const middle = { x: width / 2, y: height / 2 };
  const depth = depthFor(opening, width, height);
  return frameOf({ center: [lon, lat], zoom, width, height, middle, depth, flat: opening.flat });
};

describe('the opening on a box', () => {
  it('shows all of it', () => {
    for (const box of [
      [19, 39, 21, 43],
      [-20, 30, 60, 60],
      [170, -45, -175, -30],
      [-179, -60, 179, 75]
    ] as const) {
      const frame = look(box);
      const [west, south, east, north] = box;
      for (const point of [
        [west, south],
        [west, north],
        [east, south],
        [east, north]
      ] as const) {
        const { x, y } = projectNear(frame, point);
        expect(frame.hides(point)).toBe(false);
        expect(x).toBeGreaterThanOrEqual(0);
        expect(x).toBeLessThanOrEqual(900);
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(600);
      }
    }
  });

  it('is a flat map where one side of a globe does not hold it', () => {
    expect(openingOnBox([-170, -50, 170, 70]).flat).toBe(true);
    expect(openingOnBox([10, 30, 50, 60]).flat).toBe(false);
  });

  it('is the world where there is no box', () => {
    expect(openingOnBox(null)).toEqual(openingOn([]));
  });
});

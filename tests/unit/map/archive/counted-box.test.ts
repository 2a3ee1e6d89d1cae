import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fixedBox,
  fixedBoxHolds,
  fixedX,
  fixedY
} from '../../../../src/lib/core/archive/fixed-point';
import type { Box } from '../../../../src/lib/core/box';
import { countedBox, holdsPicture } from '../../../../src/lib/map/archive/counted-box';
import { FixedProjection, fixedViewOf } from '../../../../src/lib/map/archive/fixed-projection';
import { MARGIN } from '../../../../src/lib/map/archive/mark-slots';
import { frameOf, nearest, type Frame } from '../../../../src/lib/map/projection';
import { frameAt, radiusAt } from '../fixture';

/** Evenly: fast-check's doubles are mostly next to nothing. */
const number = (least: number, most: number) =>
  fc.integer({ min: 0, max: 4000 }).map((n) => least + ((most - least) * n) / 4000);

const pictures = fc
  .record({
    lon: number(-180, 180),
    lat: number(-80, 80),
    zoom: number(-1, 9),
    width: fc.integer({ min: 300, max: 1600 }),
    height: fc.integer({ min: 300, max: 1000 }),
    middle: number(0.2, 0.8),
    flat: fc.boolean()
  })
  .map(({ lon, lat, zoom, width, height, middle, flat }) =>
    frameAt([lon, lat], zoom, {
      width,
      height,
      middle: { x: width * middle, y: height / 2 },
      depth: 4 * radiusAt(lat, Math.min(zoom, 3.5)),
      flat
    })
  );

/** Where the map goes next, in shares of the picture. */
const moves = fc.record({
  east: number(-0.4, 0.4),
  north: number(-0.4, 0.4),
  closer: number(-1, 1.2),
  middle: number(0.2, 0.8)
});

function moved(frame: Frame, { east, north, closer, middle }: Record<string, number>): Frame {
  const degrees = 360 / (512 * 2 ** frame.zoom);
  const lat = frame.center[1] + (north as number) * frame.height * degrees;
  const lon = frame.center[0] + (east as number) * frame.width * degrees;
  return frameOf({
    ...frame,
    center: [nearest([lon, 0], 0)[0], Math.max(-84, Math.min(84, lat))],
    zoom: frame.zoom + (closer as number),
    middle: { x: (middle as number) * frame.width, y: frame.middle.y }
  });
}

function holds(box: Box, frame: Frame): boolean {
  const projection = new FixedProjection(fixedViewOf(frame, MARGIN));
  return holdsPicture(fixedBox(box), projection, frame.width, frame.height);
}

/** Points all over a picture that the box has outside. */
function outside(box: Box, frame: Frame, steps: number) {
  const fixed = fixedBox(box);
  const points = [];
  for (let i = 0; i <= steps; i++) {
    for (let j = 0; j <= steps; j++) {
      const at = { x: (frame.width * i) / steps, y: (frame.height * j) / steps };
      const point = frame.unproject(at);
      if (point === null) continue;
      const [lon, lat] = nearest(point, 0);
      // Where a globe becomes flat, points that near to a pole are guessed.
      if (frame.roundness < 1 && Math.abs(lat) > 84) continue;
      if (!fixedBoxHolds(fixed, fixedX(lon), fixedY(lat))) points.push([lon, lat]);
    }
  }
  return points;
}

describe('the part of the map that is counted', () => {
  it('holds the picture that it was chosen for', () => {
    fc.assert(
      fc.property(pictures, (frame) => {
        expect(holds(countedBox(frame), frame)).toBe(true);
      }),
      { numRuns: 1000 }
    );
  });

  it('is said to hold another picture only where it has all that this shows', () => {
    fc.assert(
      fc.property(pictures, moves, (frame, move) => {
        const box = countedBox(frame);
        const next = moved(frame, move);
        if (holds(box, next)) expect(outside(box, next, 20)).toEqual([]);
      }),
      { numRuns: 1000 }
    );
  });

  it('holds a picture that has moved a little', () => {
    for (const zoom of [1, 3, 4.5, 9]) {
      const frame = frameAt([20, 40], zoom);
      const box = countedBox(frame);
      const step = (0.2 * frame.width * 360) / (512 * 2 ** zoom);
      for (const lon of [20 - step, 20 + step])
        expect(holds(box, frameAt([lon, 40], zoom))).toBe(true);
      expect(holds(box, frameAt([20, 40], zoom + 1))).toBe(true);
      expect(holds(box, frameAt([20, 40], zoom - 0.3))).toBe(true);
    }
  });

  it('does not hold the far side of a globe', () => {
    for (const zoom of [-1, 1.2, 3]) {
      const box = countedBox(frameAt([-160, 0], zoom));
      for (const lon of [20, 0, 60, -20]) expect(holds(box, frameAt([lon, 0], zoom))).toBe(false);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedX, fixedY } from '../../../../src/lib/core/archive/fixed-point';
import type { LonLat } from '../../../../src/lib/core/story';
import {
  FixedProjection,
  fixedViewOf,
  PROJECT_GLSL,
  type FixedView
} from '../../../../src/lib/map/archive/fixed-projection';
import { projectNear, type Frame } from '../../../../src/lib/map/projection';
import { frameAt, frames } from '../fixture';

const RUNS = { numRuns: 1000 };
const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const flat = fc
  .tuple(number(-180, 180), number(-80, 80), number(-1, 17))
  .map(([lon, lat, zoom]) => frameAt([lon, lat], zoom, { flat: true }));
const pictures = fc.oneof(frames(-1, 3.5), frames(3.5, 5.5), frames(5.5, 17), flat);
const anywhere = fc.oneof(
  fc.tuple(number(-180, 180), number(-89.9, 89.9)),
  fc.constantFrom([180, 10], [-180, 10], [0, 89.99], [12, -89.99], [0, 0])
) as fc.Arbitrary<LonLat>;
/** Near enough to the middle to be in the picture at any zoom. */
const nearby = (frame: Frame) =>
  fc.tuple(number(-1, 1), number(-1, 1)).map(([east, north]): LonLat => {
    const reach = 360 / 2 ** Math.max(0, frame.zoom);
    const lat = Math.max(-84, Math.min(84, frame.center[1] + north * reach * 0.4));
    return [frame.center[0] + east * reach, lat];
  });
const shown = pictures.chain((frame) =>
  fc.record({ frame: fc.constant(frame), point: fc.oneof(anywhere, nearby(frame)) })
);

/** Opposite the middle both ways round are the same length, and either copy is right. */
const opposite = (frame: Frame, [lon]: LonLat) => {
  const away = Math.abs(lon - frame.center[0]) % 360;
  return Math.abs(away - 180) < 1e-5;
};

type Drawn = { x: number; y: number; near: boolean };

function compare(frame: Frame, point: LonLat, drawn: Drawn) {
  if (opposite(frame, point)) return;
  const wanted = projectNear(frame, point);
  // A unit of fixed point is up to an eighth of a pixel; far outside the picture what counts is the direction.
  const slack = 0.1 + 1e-7 * (Math.abs(wanted.x) + Math.abs(wanted.y));
  expect(Math.abs(drawn.x - wanted.x)).toBeLessThan(slack);
  expect(Math.abs(drawn.y - wanted.y)).toBeLessThan(slack);
  const edge = frame.radius / (frame.radius + frame.depth);
  const onEdge = Math.abs(nearnessOf(frame, point) - edge) < 1e-6;
  if (!onEdge) expect(drawn.near).toBe(!frame.hides(point));
}

function nearnessOf({ center }: Frame, [lon, lat]: LonLat): number {
  const rad = Math.PI / 180;
  const [a, b] = [center[1] * rad, lat * rad];
  return Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos((lon - center[0]) * rad);
}

describe('a position in fixed point', () => {
  it('is drawn where the map draws it, and hidden where the map hides it', () => {
    fc.assert(
      fc.property(shown, ({ frame, point }) => {
        const projection = new FixedProjection(fixedViewOf(frame, 0));
        const near = projection.project(fixedX(point[0]), fixedY(point[1]));
        compare(frame, point, { x: projection.x, y: projection.y, near });
      }),
      RUNS
    );
  });

  it('is drawn there by the shader, too', () => {
    fc.assert(
      fc.property(shown, ({ frame, point }) => {
        const view = fixedViewOf(frame, 0);
        const { atX, atY, near } = runShader(view, fixedX(point[0]), fixedY(point[1]));
        const hidden = view.roundness > 0 && near < view.horizon;
        compare(frame, point, { x: atX, y: atY, near: !hidden });
      }),
      RUNS
    );
  });
});

describe('copies of the flat world', () => {
  it('are those that reach into the picture', () => {
    fc.assert(
      fc.property(flat, (frame) => {
        const { world, firstCopy, lastCopy, middleX } = fixedViewOf(frame, 0);
        const reaches = (copy: number) =>
          middleX + (copy + 0.5) * world >= 0 && middleX + (copy - 0.5) * world <= frame.width;
        for (let copy = firstCopy; copy <= lastCopy; copy++) expect(reaches(copy)).toBe(true);
        expect(reaches(firstCopy - 1)).toBe(false);
        expect(reaches(lastCopy + 1)).toBe(false);
      })
    );
  });

  it('are none of a globe', () => {
    fc.assert(
      fc.property(frames(0, 5), (frame) => {
        const { firstCopy, lastCopy } = fixedViewOf(frame, 36);
        expect([firstCopy, lastCopy]).toEqual([0, 0]);
      })
    );
  });
});

/** The shader's own text, line by line, with integers of 32 bits as a graphics card has them. */
const lines = PROJECT_GLSL.replace(/int (\w+) = ([^;]+);/g, 'const $1 = ($2) | 0;')
  .replace(/float (\w+) =/g, 'const $1 =')
  .replaceAll('float(', 'Number(');
const shader = new Function(
  'place',
  'center',
  'view',
  `const { restY, scaleX, scaleY, sin0, cos0, radius, depth, roundness, middleX, middleY } = view;
  const { sin, cos, tanh, cosh, min, max } = Math;
  const clamp = (value, least, most) => min(most, max(least, value));
  ${lines}
  return { atX, atY, near };`
);

function runShader(view: FixedView, x: number, y: number) {
  const center = { x: view.centerX, y: view.centerY };
  return shader({ x, y }, center, view) as { atX: number; atY: number; near: number };
}

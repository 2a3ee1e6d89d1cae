import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedBox } from '../../../../src/lib/core/archive/fixed-point';
import { CircleScale } from '../../../../src/lib/map/archive/circle-size';
import { FixedProjection, fixedViewOf } from '../../../../src/lib/map/archive/fixed-projection';
import { MARGIN, MarkSlots } from '../../../../src/lib/map/archive/mark-slots';
import { dotAt, markAt } from '../../../../src/lib/map/archive/pick';
import { Spots } from '../../../../src/lib/map/archive/spots';
import { projectNear } from '../../../../src/lib/map/projection';
import { rows } from '../../core/archive/arbitrary-columns';
import { frameAt, frames, shares } from '../fixture';
import { indexOf } from './fixture';

const flat = fc
  .tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -1, max: 3 }))
  .map(([lon, zoom]) => frameAt([lon, 20], zoom, { flat: true }));
const WORLD = fixedBox([-180, -90, 180, 90]);

/** Each place as often as a flat world shows it. */
const copies = ({ view }: FixedProjection) =>
  Array.from(
    { length: view.lastCopy - view.firstCopy + 1 },
    (_, i) => (view.firstCopy + i) * view.world
  );

describe('the dot at a point', () => {
  it('is the nearest within six pixels on the near side, of all that are dots', () => {
    const spots = new Spots();
    fc.assert(
      fc.property(
        rows,
        fc.oneof(frames(0, 6), flat),
        shares,
        fc.nat(),
        fc.boolean(),
        (list, frame, share, which, near) => {
          const index = indexOf(list);
          spots.look(frame.zoom);
          spots.count(index, { order: index.byClass, classes: index.classes }, WORLD, null, 'may');
          spots.chooseDots(index, 3);
          const projection = new FixedProjection(fixedViewOf(frame, MARGIN));
          const dots = [...spots.dotPositions.subarray(0, spots.dots)].flatMap((position) => {
            if (!projection.project(index.x[position] as number, index.y[position] as number))
              return [];
            const { x, y } = projection;
            return copies(projection).map((shift) => ({ position, x: x + shift, y }));
          });
          // Half of the time right beside a dot: by chance the pointer would seldom meet one.
          const beside = near && dots.length > 0 ? dots[which % dots.length] : undefined;
          const at = {
            x: (beside?.x ?? 0) + share.x * (beside ? 8 : frame.width),
            y: (beside?.y ?? 0) + share.y * (beside ? 8 : frame.height)
          };
          const away = ({ x, y }: { x: number; y: number }) => Math.hypot(x - at.x, y - at.y);
          const least = Math.min(...dots.map(away));
          const found = dotAt(spots, projection, at.x, at.y);
          if (least > 6) expect(found).toBe(-1);
          else {
            const own = dots.filter(({ position }) => position === found).map(away);
            expect(Math.min(...own)).toBeCloseTo(least, 6);
          }
        }
      ),
      { numRuns: 500 }
    );
  });
});

describe('the mark at a point', () => {
  const frame = frameAt([0, 0], 5);
  const scale = new CircleScale();
  scale.fit(1000);
  const at = [
    [0, 0, 1000],
    [0.85, 0, 40],
    [8, 3, 7]
  ] as const;
  const index = indexOf(
    at.map(([lon, lat]) => ({
      when: { start: 0, startLatest: 0, endEarliest: 0, end: 0 },
      at: [lon, lat] as const,
      kind: 0
    }))
  );
  const projection = new FixedProjection(fixedViewOf(frame, MARGIN));
  const marks = new MarkSlots();
  marks.fill(
    {
      length: 3,
      counts: Uint32Array.from(at, ([, , count]) => count),
      sure: new Uint32Array(3),
      x: Float64Array.from(index.x),
      y: Float64Array.from(index.y),
      single: new Int32Array(3).fill(-1)
    },
    1,
    projection,
    scale,
    frame.width,
    frame.height
  );
  const point = (i: number) => projectNear(frame, [at[i]?.[0] ?? 0, at[i]?.[1] ?? 0]);

  it('is the one whose circle holds it', () => {
    for (const i of [0, 1, 2]) {
      const { x, y } = point(i);
      expect(markAt(marks, projection, x, y, 0)).toBe(i);
      const r = marks.radius[i] as number;
      expect(markAt(marks, projection, x, y - r + 0.5, 0)).toBe(i);
      expect(markAt(marks, projection, x, y - r - 0.5, 0)).toBe(-1);
    }
  });

  it('is the one drawn last where circles lie over one another', () => {
    const { x, y } = point(1);
    const r = marks.radius[1] as number;
    expect(Math.hypot(x - r + 1 - point(0).x, 0)).toBeLessThan(marks.radius[0] as number);
    expect(markAt(marks, projection, x - r + 1, y, 0)).toBe(1);
  });

  it('is the nearest around which a finger lands', () => {
    const { x, y } = point(2);
    const r = marks.radius[2] as number;
    expect(markAt(marks, projection, x + r + 10, y, 14)).toBe(2);
    expect(markAt(marks, projection, x + r + 15, y, 14)).toBe(-1);
  });
});

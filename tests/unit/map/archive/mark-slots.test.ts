import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixedX, fixedY } from '../../../../src/lib/core/archive/fixed-point';
import { CircleScale } from '../../../../src/lib/map/archive/circle-size';
import { FixedProjection, fixedViewOf } from '../../../../src/lib/map/archive/fixed-projection';
import { MARGIN, MarkSlots, type Groups } from '../../../../src/lib/map/archive/mark-slots';
import type { Frame } from '../../../../src/lib/map/projection';
import { frameAt, frames } from '../fixture';

interface Group {
  readonly lon: number;
  readonly lat: number;
  readonly count: number;
  readonly sure: number;
}

const group = fc
  .record({
    lon: fc.integer({ min: -36, max: 36 }).map((n) => n * 5 - 0.01),
    lat: fc.integer({ min: -16, max: 16 }).map((n) => n * 5),
    count: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 2000 })),
    share: fc.integer({ min: 0, max: 3 })
  })
  .map(({ lon, lat, count, share }) => ({ lon, lat, count, sure: Math.ceil((count * share) / 3) }));
const pictures = fc.oneof(
  frames(0, 5.4),
  fc
    .tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -1, max: 4 }))
    .map(([lon, zoom]) => frameAt([lon, 20], zoom, { flat: true }))
);

function groupsOf(list: readonly Group[]): Groups {
  return {
    length: list.length,
    counts: Uint32Array.from(list, ({ count }) => count),
    sure: Uint32Array.from(list, ({ sure }) => sure),
    x: Float64Array.from(list, ({ lon }) => fixedX(lon)),
    y: Float64Array.from(list, ({ lat }) => fixedY(lat)),
    single: Int32Array.from(list, ({ count }, i) => (count === 1 ? 100 + i : -1))
  };
}

function fill(list: readonly Group[], frame: Frame, least = 1, slots = new MarkSlots()) {
  const scale = new CircleScale();
  scale.fit(Math.max(1, ...list.map(({ count }) => count)));
  const projection = new FixedProjection(fixedViewOf(frame, MARGIN));
  slots.fill(groupsOf(list), least, projection, scale, frame.width, frame.height);
  return { slots, scale, projection };
}

const sum = (counts: Uint32Array, length: number) =>
  counts.subarray(0, length).reduce((a, b) => a + b, 0);

describe('marks', () => {
  it('stand for every event in sight exactly once, with those out of sight and those left out', () => {
    fc.assert(
      fc.property(
        fc.array(group, { maxLength: 80 }),
        pictures,
        fc.integer({ min: 1, max: 50 }),
        (list, frame, least) => {
          const { slots } = fill(list, frame, least);
          const total = list.reduce((all, { count }) => all + count, 0);
          const unseen = list.reduce(
            (all, { count }, i) => all + (slots.markOf[i] === -1 ? count : 0),
            0
          );
          expect(sum(slots.counts, slots.length) + unseen + slots.leftOut).toBe(total);
          const surely = list.reduce(
            (all, { sure }, i) => all + ((slots.markOf[i] as number) >= 0 ? sure : 0),
            0
          );
          expect(sum(slots.sure, slots.length)).toBe(surely);
        }
      ),
      { numRuns: 500 }
    );
  });

  it('are the sums of the groups that are in them', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 80 }), pictures, (list, frame) => {
        const { slots } = fill(list, frame);
        for (let mark = 0; mark < slots.length; mark++) {
          const own = list.filter((_, i) => slots.markOf[i] === mark);
          expect(slots.counts[mark]).toBe(own.reduce((all, { count }) => all + count, 0));
          expect(own).toContain(list[slots.lead[mark] as number]);
          const single = own.length === 1 && own[0]?.count === 1;
          expect((slots.single[mark] as number) >= 0).toBe(single);
          if (single) expect(slots.single[mark]).toBe(100 + list.indexOf(own[0] as Group));
        }
      }),
      { numRuns: 300 }
    );
  });

  it('do not hide one another’s numbers, across the seam of the world either', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 80 }), pictures, (list, frame) => {
        const { slots, projection } = fill(list, frame);
        const { view } = projection;
        const around = view.lastCopy > view.firstCopy ? [-view.world, 0, view.world] : [0];
        for (let a = 0; a < slots.length; a++) {
          for (let b = 0; b < a; b++) {
            const dy = (slots.y[a] as number) - (slots.y[b] as number);
            const apart = Math.min(
              ...around.map((shift) =>
                Math.hypot((slots.x[a] as number) - (slots.x[b] as number) + shift, dy)
              )
            );
            const radii = (slots.radius[a] as number) + (slots.radius[b] as number);
            expect(apart).toBeGreaterThanOrEqual(0.8 * radii - 1e-6);
          }
        }
      }),
      { numRuns: 300 }
    );
  });

  it('come with the larger counts first, each as large as its count asks', () => {
    fc.assert(
      fc.property(fc.array(group, { maxLength: 80 }), pictures, (list, frame) => {
        const { slots, scale } = fill(list, frame);
        const counts = [...slots.counts.subarray(0, slots.length)];
        expect(counts).toEqual([...counts].sort((a, b) => b - a));
        counts.forEach((count, mark) => expect(slots.radius[mark]).toBe(scale.radius(count)));
      })
    );
  });

  it('stand where their groups are, between those that came together', () => {
    const frame = frameAt([0, 0], 6);
    const [west, east] = [
      { lon: -0.05, lat: 0, count: 30, sure: 30 },
      { lon: 0.1, lat: 0, count: 10, sure: 0 }
    ];
    const { slots, projection } = fill([west, east, { lon: 3, lat: 1, count: 5, sure: 5 }], frame);
    expect([...slots.counts.subarray(0, slots.length)]).toEqual([40, 5]);
    const at = (lon: number) => {
      projection.project(fixedX(lon), 0);
      return projection.x;
    };
    expect(slots.x[0]).toBeCloseTo((at(-0.05) * 30 + at(0.1) * 10) / 40, 3);
    expect(slots.y[0]).toBeCloseTo(frame.middle.y, 3);
  });

  it('of one picture leave nothing behind in the next', () => {
    const slots = new MarkSlots();
    const frame = frameAt([0, 0], 3);
    const many = Array.from({ length: 60 }, (_, i) => ({
      lon: i * 3 - 90,
      lat: (i % 7) * 10 - 30,
      count: i + 1,
      sure: 0
    }));
    fill(many, frame, 1, slots);
    const few = many.slice(0, 9);
    const again = fill(few, frame, 1, slots).slots;
    const fresh = fill(few, frame).slots;
    expect(again.length).toBe(fresh.length);
    for (const list of ['x', 'y', 'radius', 'counts', 'sure', 'single', 'lead'] as const)
      expect([...again[list].subarray(0, fresh.length)]).toEqual([
        ...fresh[list].subarray(0, fresh.length)
      ]);
    expect([...again.markOf.subarray(0, 9)]).toEqual([...fresh.markOf.subarray(0, 9)]);
  });
});

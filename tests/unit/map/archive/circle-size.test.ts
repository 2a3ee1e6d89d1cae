import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CircleScale,
  numberSize,
  SHAPE_RADIUS,
  sureRadius,
  wholeRadius
} from '../../../../src/lib/map/archive/circle-size';

const count = fc.oneof(fc.integer({ min: 2, max: 50 }), fc.integer({ min: 2, max: 2_000_000 }));

describe('a circle', () => {
  it('grows with its count, from where its number has room up to the largest', () => {
    fc.assert(
      fc.property(count, count, count, (a, b, largest) => {
        const scale = new CircleScale();
        scale.fit(largest);
        const [less, more] = [Math.min(a, b), Math.max(a, b)];
        expect(scale.radius(less)).toBeLessThanOrEqual(scale.radius(more));
        expect(scale.radius(less)).toBeGreaterThanOrEqual(9);
        expect(scale.radius(more)).toBeLessThanOrEqual(scale.most);
      })
    );
  });

  it('has an area in proportion to its count, where neither bound is reached', () => {
    const scale = new CircleScale();
    scale.fit(1000);
    expect(scale.radius(1000) ** 2 / scale.radius(500) ** 2).toBeCloseTo(2, 6);
  });

  it('leaves some white between it and its neighbour’s', () => {
    const scale = new CircleScale();
    scale.roomFor(40);
    scale.fit(10_000);
    expect(scale.radius(10_000)).toBeLessThan(20);
  });

  it('is not large where the largest count is small', () => {
    const scale = new CircleScale();
    scale.fit(4);
    expect(scale.radius(4)).toBeLessThan(12);
  });

  it('is the shape of the event where there is but one', () => {
    expect(new CircleScale().radius(1)).toBe(SHAPE_RADIUS);
  });

  it('keeps its size from step to step while the largest count changes a little', () => {
    const scale = new CircleScale();
    scale.fit(900);
    const { full } = scale;
    for (const largest of [700, 950, 400, 990]) {
      scale.fit(largest);
      expect(scale.full).toBe(full);
    }
    scale.fit(90);
    expect(scale.full).toBeLessThan(full);
    scale.fit(5000);
    expect(scale.full).toBeGreaterThan(full);
  });
});

describe('the solid part of a circle', () => {
  it('is all of it when all events surely are in the window, and nothing when none is', () => {
    expect(sureRadius(20, 12, 12)).toBe(20);
    expect(wholeRadius(20, 12, 12)).toBe(20);
    expect(sureRadius(20, 12, 0)).toBe(0);
    expect(wholeRadius(20, 12, 0)).toBe(20);
  });

  it('grows with its share, has room for the number, and leaves a rim of what is only possible', () => {
    const partly = count.chain((all) =>
      fc.record({
        all: fc.constant(all),
        sure: fc.integer({ min: 1, max: all - 1 }),
        radius: fc.constant(new CircleScale().radius(all))
      })
    );
    fc.assert(
      fc.property(partly, ({ all, sure, radius }) => {
        const solid = sureRadius(radius, all, sure);
        expect(solid).toBeGreaterThanOrEqual(9);
        expect(solid).toBeGreaterThanOrEqual(sureRadius(radius, all, Math.max(1, sure - 1)));
        expect(wholeRadius(radius, all, sure) - solid).toBeGreaterThanOrEqual(3 - 1e-9);
        expect(wholeRadius(radius, all, sure)).toBeGreaterThanOrEqual(radius);
      })
    );
  });
});

describe('a number', () => {
  it('is set smaller where it is wide, and never too small to read', () => {
    expect(numberSize(40, 20)).toBe(12);
    expect(numberSize(25, 21)).toBe(10);
    expect(numberSize(18, 60)).toBe(8);
  });
});

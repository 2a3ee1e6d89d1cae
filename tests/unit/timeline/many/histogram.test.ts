import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  barHeight,
  barPaths,
  barsOf,
  heightScale
} from '../../../../src/lib/timeline/many/histogram';

const even = (ms: number) => ms * 10;
const counts = (may: number[], surely = may) => ({ may, surely });

describe('bars', () => {
  test('stand where their bins are, cut off where the axis ends', () => {
    const edges = Float64Array.of(-1, 1, 2, 4);
    expect(barsOf(edges, counts([5, 6, 7]), even, 0, 35)).toEqual([
      { from: -1, to: 1, x0: 0, x1: 10, may: 5, surely: 5 },
      { from: 1, to: 2, x0: 10, x1: 20, may: 6, surely: 6 },
      { from: 2, to: 4, x0: 20, x1: 35, may: 7, surely: 7 }
    ]);
  });

  test('of a shortened stretch stand for several bins, as high as the fullest', () => {
    const edges = Float64Array.of(0, 1, 2, 3, 4);
    const thin = (ms: number) => ms;
    expect(barsOf(edges, counts([1, 9, 2, 3], [0, 4, 2, 1]), thin, 0, 100)).toEqual([
      { from: 0, to: 3, x0: 0, x1: 3, may: 9, surely: 4 },
      { from: 3, to: 4, x0: 3, x1: 4, may: 3, surely: 1 }
    ]);
  });

  test('cover the axis without a gap, whatever the bins', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: -50, max: 250 }), { minLength: 2, maxLength: 60 }),
        fc.double({ min: 0.05, max: 5, noNaN: true }),
        (list, perMs) => {
          const edges = Float64Array.from(list).sort();
          const all = counts(list.slice(1).map((_, i) => i));
          const bars = barsOf(edges, all, (ms) => ms * perMs, 0, 200 * perMs);
          bars.forEach((bar, i) => {
            if (i > 0) expect(bar.x0).toBe(bars[i - 1]?.x1);
            expect(bar.x1).toBeGreaterThan(bar.x0);
          });
        }
      )
    );
  });
});

describe('heights', () => {
  const barsWith = (...may: number[]) =>
    may.map((count, i) => ({ from: i, to: i + 1, x0: i, x1: i + 1, may: count, surely: 0 }));

  test('are by number, and no bar with an event in it is invisible', () => {
    const scale = heightScale([barsWith(10, 5, 0, 8)]);
    expect(scale).toEqual({ most: 10, root: false });
    expect(barHeight(5, scale, 80)).toBe(40);
    expect(barHeight(0, scale, 80)).toBe(0);
    expect(barHeight(1, heightScale([barsWith(1000, 900, 950)]), 80)).toBe(1.5);
  });

  test('are by square root where one would leave the others flat', () => {
    const scale = heightScale([barsWith(10_000, 3, 4, 0, 5)]);
    expect(scale).toEqual({ most: 10_000, root: true });
    expect(barHeight(100, scale, 80)).toBe(8);
  });

  test('are the same in all rows', () => {
    expect(heightScale([barsWith(3, 4), barsWith(9, 9)])).toEqual({ most: 9, root: false });
  });

  test('of nothing are nothing', () => {
    const scale = heightScale([barsWith(0, 0)]);
    expect(scale).toEqual({ most: 0, root: false });
    expect(barPaths(barsWith(0, 0), scale, 94, 80)).toEqual({ surely: '', may: '' });
  });
});

test('what is sure stands on the line, and what else may be on top of it', () => {
  const bar = { from: 0, to: 1, x0: 10, x1: 13, may: 10, surely: 4 };
  expect(barPaths([bar], { most: 10, root: false }, 100, 50)).toEqual({
    surely: 'M10,100V80H13V100z',
    may: 'M10,80V50H13V80z'
  });
});

test('wide bars stand apart', () => {
  const bar = { from: 0, to: 1, x0: 10, x1: 20, may: 1, surely: 1 };
  expect(barPaths([bar], { most: 1, root: false }, 100, 50).surely).toBe('M10,100V50H19V100z');
});

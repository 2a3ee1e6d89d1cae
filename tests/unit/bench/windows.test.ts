import { describe, expect, it } from 'vitest';
import { countByBruteForce } from '../../../bench/brute-force';
import { drag, firstWindow, sweep } from '../../../bench/windows';

const DAY = 86_400_000;
const extent = { T0: 0, T1: 3_650 * DAY };
const widths = (windows: readonly (readonly [number, number])[]) => [
  ...new Set(windows.map(([from, to]) => (to - from) / DAY))
];

describe('countByBruteForce', () => {
  const one = (start: number, end: number) => ({
    n: 1,
    start: Float64Array.of(start),
    end: Float64Array.of(end)
  });

  it.each([
    ['an instant at the beginning is in', one(10, NaN), 1],
    ['an instant at the end is out', one(20, NaN), 0],
    ['what ends as the window begins is in', one(0, 10), 1],
    ['what ended just before is out', one(0, 9), 0],
    ['what outlasts the window is in', one(0, 30), 1],
    ['what begins as the window ends is out', one(20, 30), 0]
  ])('%s', (_, columns, count) => {
    expect(countByBruteForce(columns, [10, 20])).toBe(count);
  });
});

describe('windows', () => {
  it('begin with the first 30 days', () => {
    expect(firstWindow(extent)).toEqual([0, 30 * DAY]);
    expect(sweep('month', extent, 7)[0]).toEqual(firstWindow(extent));
  });

  it('sweep from the beginning to the end in steps of one size', () => {
    const windows = sweep('year', extent, 4);
    expect(windows.map(([from]) => from / DAY)).toEqual([0, 1_095, 2_190, 3_285]);
    expect(widths(windows)).toEqual([365]);
    expect(windows.at(-1)?.[1]).toBe(extent.T1);
  });

  it('of all ten years keep their width and move to either side', () => {
    const windows = sweep('all', extent, 3);
    expect(windows.map(([from]) => from / DAY)).toEqual([-180, 0, 180]);
    expect(widths(windows)).toEqual([3_650]);
  });

  it('can be one or none', () => {
    expect(sweep('month', extent, 1)).toHaveLength(1);
    expect(sweep('month', extent, 0)).toEqual([]);
  });

  it('of a drag are 30 days each, two days apart', () => {
    const windows = drag(extent, 3);
    expect(windows.map(([from]) => from / DAY)).toEqual([1_825, 1_827, 1_829]);
    expect(widths(windows)).toEqual([30]);
  });
});

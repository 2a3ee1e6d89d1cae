import { describe, expect, test } from 'vitest';
import { shapePath } from '../../../src/lib/core/mark-shapes';
import { SHAPES, type Shape } from '../../../src/lib/core/story';

/** Points of "M…l…l…Z"; of the circle the four where it is widest. */
function pointsOf(shape: Shape, radius: number): [number, number][] {
  if (shape === 'circle') {
    const widest = [0, 1, 2, 3].map((quarter) => (quarter * Math.PI) / 2);
    return widest.map((turn) => [radius * Math.cos(turn), radius * Math.sin(turn)]);
  }
  let [x, y] = [0, 0];
  const sides = shapePath(shape, radius).slice(1, -1).split('l');
  return sides.map((side) => {
    const [right = NaN, down = NaN] = side.split(',').map(Number);
    return [(x = rounded(x + right)), (y = rounded(y + down))];
  });
}

/** As they are written, without what sums of them leave. */
const rounded = (value: number) => Math.round(value * 100) / 100;

/** By the shoelace formula, whichever way round. */
function areaOf(points: [number, number][]): number {
  const twice = points.map(([x, y], i) => {
    const [nextX, nextY] = points[(i + 1) % points.length] as [number, number];
    return x * nextY - nextX * y;
  });
  return Math.abs(twice.reduce((sum, n) => sum + n, 0)) / 2;
}

describe('shapePath', () => {
  test.each(SHAPES)('%s is one closed path of finite numbers', (shape) => {
    const path = shapePath(shape, 6);
    expect(path).toMatch(/^M[^MZ]*Z$/);
    expect(path).not.toMatch(/NaN|Infinity|undefined|e-/);
  });

  test('the circle has the radius asked for', () => {
    expect(shapePath('circle', 6)).toBe('M-6,0a6,6 0 1 1 12,0a6,6 0 1 1 -12,0Z');
  });

  test.each(SHAPES)('%s is the same around another point', (shape) => {
    const startAndRest = /^M([^,]+),([^al]+)(.*)$/;
    const [, x, y, rest] = startAndRest.exec(shapePath(shape, 6)) ?? [];
    const [, ...there] = startAndRest.exec(shapePath(shape, 6, 100, 20)) ?? [];
    expect(Number(there[0])).toBeCloseTo(Number(x) + 100);
    expect(Number(there[1])).toBeCloseTo(Number(y) + 20);
    expect(there[2]).toBe(rest);
  });

  test.each(SHAPES)('%s lies around the origin and stays within 1.25 of its radius', (shape) => {
    const points = pointsOf(shape, 10);
    for (const [x, y] of points) expect(Math.hypot(x, y)).toBeLessThanOrEqual(15.6);
    for (const axis of [0, 1] as const) {
      const values = points.map((point) => point[axis]);
      expect(Math.min(...values)).toBeLessThan(-8);
      expect(Math.max(...values)).toBeGreaterThan(8);
      expect(Math.max(...values.map(Math.abs))).toBeLessThanOrEqual(12.5);
    }
  });

  test.each(SHAPES)('%s weighs about as much to the eye as the circle', (shape) => {
    if (shape === 'circle') return;
    const share = areaOf(pointsOf(shape, 100)) / (Math.PI * 100 ** 2);
    expect(share).toBeGreaterThan(0.6);
    expect(share).toBeLessThan(1.2);
  });

  test.each(SHAPES)('%s mirrors itself from left to right', (shape) => {
    const key = ([x, y]: [number, number]) => `${Math.round(x * 10) + 0},${Math.round(y * 10) + 0}`;
    const points = pointsOf(shape, 10);
    const mirrored = points.map(([x, y]): [number, number] => [-x, y]);
    expect(new Set(mirrored.map(key))).toEqual(new Set(points.map(key)));
  });

  test('no two shapes are drawn alike', () => {
    expect(new Set(SHAPES.map((shape) => shapePath(shape, 6))).size).toBe(SHAPES.length);
  });

  test('grows with the radius', () => {
    for (const shape of SHAPES) {
      const area = (radius: number) => areaOf(pointsOf(shape, radius));
      expect(area(50) / area(5)).toBeCloseTo(100, 0);
    }
  });
});

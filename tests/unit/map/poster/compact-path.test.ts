import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawGround } from '../../../../src/lib/map/ground-drawing';
import { readBaseMap } from '../../../../src/lib/map/basemap-data';
import { compactPath } from '../../../../src/lib/map/poster/compact-path';
import { frameAt } from '../fixture';
import { base } from './fixture';

type Step = [command: string, x: number, y: number];

/** Follows a path as a browser does: where the pen is after each step. */
function follow(path: string): Step[] {
  const steps: Step[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (const [, command = '', rest = ''] of path.matchAll(/([a-zA-Z])([^a-zA-Z]*)/g)) {
    const numbers = (rest.match(/-?\d*\.?\d+/g) ?? []).map(Number);
    if (command === 'Z' || command === 'z') {
      [x, y] = [startX, startY];
      steps.push(['Z', x, y]);
    }
    for (let i = 0; i < numbers.length; i += 2) {
      const [dx, dy] = [numbers[i] as number, numbers[i + 1] as number];
      [x, y] = command === 'l' ? [x + dx, y + dy] : [dx, dy];
      if (command === 'M') [startX, startY] = [x, y];
      steps.push([command.toUpperCase(), x, y]);
    }
  }
  return steps;
}

const coordinate = fc.double({ min: -3000, max: 3000, noNaN: true }).map((v) => v.toFixed(1));
const line = fc
  .tuple(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 40 }), fc.boolean())
  .map(([points, closed]) => `M${points.map((p) => p.join(',')).join('L')}${closed ? 'Z' : ''}`);

function same(path: string) {
  const [long, short] = [follow(path), follow(compactPath(path))];
  expect(short.map(([command]) => command)).toEqual(long.map(([command]) => command));
  for (const [i, [, x, y]] of short.entries()) {
    expect(x / 10).toBeCloseTo((long[i] as Step)[1], 6);
    expect(y / 10).toBeCloseTo((long[i] as Step)[2], 6);
  }
}

describe('compactPath', () => {
  it('is the same line in tenths, step by step', () => {
    fc.assert(fc.property(fc.array(line, { maxLength: 5 }), (lines) => same(lines.join(''))));
  });

  it('does not drift along a line of points between the tenths', () => {
    const points = Array.from({ length: 2000 }, (_, i) => `${i * 0.26},${i * 0.14}`);
    const last = follow(compactPath(`M${points.join('L')}`)).at(-1);
    expect((last?.[1] ?? 0) / 10).toBeCloseTo(1999 * 0.26, 1);
    expect((last?.[2] ?? 0) / 10).toBeCloseTo(1999 * 0.14, 1);
  });

  it.each([
    ['M1,2L3,4L2,4Z', 'M10 20l20 20-10 0z'],
    ['M-1,-2L-1,-3L0,0', 'M-10-20l0-10 10 30'],
    ['M1,2L1,2ZM5,5L6,6', 'M10 20l0 0zM50 50l10 10'],
    ['', '']
  ])('writes %s as %s', (path, compact) => {
    expect(compactPath(path)).toBe(compact);
  });

  it('reads all that is drawn of the real ground, and says it in much less', () => {
    for (const frame of [frameAt([35, 38], 2.6), frameAt([35, 38], 6)]) {
      const ground = drawGround(readBaseMap(base.fine), frame);
      for (const path of Object.values(ground)) {
        expect(path).toMatch(/^[MLZ0-9.,-]*$/);
        same(path);
      }
      expect(compactPath(ground.land).length).toBeLessThan(0.65 * ground.land.length);
    }
  });
});

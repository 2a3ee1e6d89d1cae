import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clipCurve, pointAt, type Curve } from '../../../src/lib/map/clip-curve';
import type { Point } from '../../../src/lib/map/projection';

const SIZE = { width: 800, height: 600 };
/** As in the source: pixels around the picture that are drawn as well. */
const AROUND = 40;

const coordinate = fc.oneof(
  fc.double({ min: -200, max: 1000, noNaN: true }),
  fc.double({ min: -1e6, max: 1e6, noNaN: true })
);
const point = fc.record({ x: coordinate, y: coordinate });
const bent = fc.record({ from: point, control: point, to: point });
/** Through a point of the picture and far beyond it, as a measured line is close up. */
const straight = fc
  .record({ x: fc.integer({ min: 1, max: 799 }), y: fc.integer({ min: 1, max: 599 }), far: point })
  .map(({ x, y, far }): Curve => {
    const to = { x: 2 * x - far.x / 3, y: 2 * y - far.y / 3 };
    return { from: far, control: { x: (far.x + to.x) / 2, y: (far.y + to.y) / 2 }, to };
  });

const off = ({ x, y }: Point) =>
  Math.max(-AROUND - x, x - SIZE.width - AROUND, -AROUND - y, y - SIZE.height - AROUND);
const samples = (curve: Curve, count: number) =>
  Array.from({ length: count + 1 }, (_, i) => pointAt(curve, i / count));
/** To the nearest straight stretch between neighbours of a list. */
const toLine = (line: readonly Point[], { x, y }: Point) =>
  Math.min(
    ...line.slice(1).map((b, i) => {
      const a = line[i] as Point;
      const [dx, dy] = [b.x - a.x, b.y - a.y];
      const share = ((x - a.x) * dx + (y - a.y) * dy) / (dx * dx + dy * dy || 1);
      const t = Math.max(0, Math.min(1, share));
      return Math.hypot(x - a.x - t * dx, y - a.y - t * dy);
    })
  );

describe('clipCurve', () => {
  it.each([
    ['a bent', bent],
    ['a straight', straight]
  ])('keeps all of %s line that the picture shows, and nothing far outside', (_, curves) => {
    fc.assert(
      fc.property(curves, (curve) => {
        const parts = clipCurve(curve, SIZE);
        for (const part of parts)
          for (const at of samples(part, 20)) expect(off(at)).toBeLessThan(0.01);
        const kept = parts.map((part) => samples(part, 50));
        for (const at of samples(curve, 2000)
          .filter((each) => off(each) < -1)
          .slice(0, 200)) {
          const away = Math.min(...kept.map((line) => toLine(line, at)));
          expect(away).toBeLessThan(1);
        }
      }),
      { numRuns: 200 }
    );
  });

  it('cuts a long line that is all but straight as exactly as any', () => {
    const curve = {
      from: { x: 999999.9921673986, y: 0 },
      control: { x: 0, y: 0 },
      to: { x: -999999.9788317428, y: 0 }
    };
    for (const part of clipCurve(curve, SIZE))
      for (const at of samples(part, 20)) expect(off(at)).toBeLessThan(1e-6);
  });

  it('keeps a curve that is all in sight as it is, and nothing of one that is nowhere near', () => {
    const curve = { from: { x: 10, y: 10 }, control: { x: 300, y: 0 }, to: { x: 500, y: 400 } };
    expect(clipCurve(curve, SIZE)).toEqual([curve]);
    const far = { from: { x: 0, y: -900 }, control: { x: 300, y: -800 }, to: { x: 500, y: -700 } };
    expect(clipCurve(far, SIZE)).toEqual([]);
  });

  it('is in two parts where a curve leaves the picture and comes back', () => {
    const curve = {
      from: { x: 100, y: 300 },
      control: { x: 400, y: 2000 },
      to: { x: 700, y: 300 }
    };
    const [first, second, ...more] = clipCurve(curve, SIZE);
    expect(more).toEqual([]);
    expect(first?.from).toEqual(curve.from);
    expect(second?.to).toEqual(curve.to);
    expect([first?.to.y, second?.from.y]).toEqual([expect.closeTo(640, 6), expect.closeTo(640, 6)]);
  });
});

import type { Point } from './projection';

/** A quadratic Bézier curve. */
export interface Curve {
  readonly from: Point;
  readonly control: Point;
  readonly to: Point;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Pixels around the picture that are drawn as well, so that ends and the width of a stroke are out of sight. */
const AROUND = 40;

/**
 * The parts of a curve that a picture shows. A dashed line to a place half a world away has a million dashes close up, and browsers count them
 * all; so what is out of sight must not be drawn.
 */
export function clipCurve(curve: Curve, { width, height }: Size): readonly Curve[] {
  const sides = [
    ...crossings(curve, 'x', -AROUND),
    ...crossings(curve, 'x', width + AROUND),
    ...crossings(curve, 'y', -AROUND),
    ...crossings(curve, 'y', height + AROUND)
  ];
  const cuts = [0, ...sides.filter((t) => t > 0 && t < 1).sort((a, b) => a - b), 1];
  const inside = ({ x, y }: Point) =>
    x >= -AROUND && y >= -AROUND && x <= width + AROUND && y <= height + AROUND;
  const parts: Curve[] = [];
  for (const [i, start] of cuts.slice(0, -1).entries()) {
    const end = cuts[i + 1] ?? 1;
    if (inside(pointAt(curve, (start + end) / 2))) parts.push(part(curve, start, end));
  }
  return parts;
}

export function pointAt({ from, control, to }: Curve, t: number): Point {
  const at = (a: number, b: number, c: number) =>
    (1 - t) ** 2 * a + 2 * t * (1 - t) * b + t ** 2 * c;
  return { x: at(from.x, control.x, to.x), y: at(from.y, control.y, to.y) };
}

/** The stretch of a curve between two values of its parameter. */
function part(curve: Curve, start: number, end: number): Curve {
  const { from, control, to } = curve;
  const at = (a: number, b: number, c: number) =>
    (1 - start) * (1 - end) * a + (start + end - 2 * start * end) * b + start * end * c;
  return {
    from: pointAt(curve, start),
    control: { x: at(from.x, control.x, to.x), y: at(from.y, control.y, to.y) },
    to: pointAt(curve, end)
  };
}

/** Where the curve crosses a side of the picture, as values of its parameter. */
function crossings({ from, control, to }: Curve, axis: 'x' | 'y', side: number): number[] {
  const a = from[axis] - 2 * control[axis] + to[axis];
  const b = 2 * (control[axis] - from[axis]);
  const c = from[axis] - side;
  if (Math.abs(a) < 1e-9) return b === 0 ? [] : [-c / b];
  const inner = b * b - 4 * a * c;
  if (inner < 0) return [];
  // Added with one sign, so that a curve that is all but straight loses no digits.
  const sum = -(b + (b < 0 ? -1 : 1) * Math.sqrt(inner)) / 2;
  return sum === 0 ? [0] : [sum / a, c / sum];
}

import type { Shape } from './story';

/** Corners of each shape on the unit circle or square, y down. The circle is drawn with arcs. */
const CORNERS: Record<Exclude<Shape, 'circle'>, readonly (readonly [number, number])[]> = {
  square: [
    [-0.85, -0.85],
    [0.85, -0.85],
    [0.85, 0.85],
    [-0.85, 0.85]
  ],
  diamond: [
    [0, -1.15],
    [1.15, 0],
    [0, 1.15],
    [-1.15, 0]
  ],
  triangle: [
    [0, -1.1],
    [1.1, 0.9],
    [-1.1, 0.9]
  ],
  wedge: [
    [-1.1, -0.9],
    [1.1, -0.9],
    [0, 1.1]
  ],
  hexagon: Array.from({ length: 6 }, (_, i) => onCircle(i / 6, 1.05)),
  star: Array.from({ length: 10 }, (_, i) => onCircle(i / 10, i % 2 === 0 ? 1.2 : 0.55)),
  cross: [
    [-0.4, -1.1],
    [0.4, -1.1],
    [0.4, -0.4],
    [1.1, -0.4],
    [1.1, 0.4],
    [0.4, 0.4],
    [0.4, 1.1],
    [-0.4, 1.1],
    [-0.4, 0.4],
    [-1.1, 0.4],
    [-1.1, -0.4],
    [-0.4, -0.4]
  ]
};

/**
 * SVG path data of a shape around a point, which is the origin unless another is given; all in the units of the drawing. All shapes weigh about
 * the same to the eye.
 */
export function shapePath(shape: Shape, radius: number, x = 0, y = 0): string {
  if (shape === 'circle') {
    return `M${round(x - radius)},${round(y)}a${radius},${radius} 0 1 1 ${2 * radius},0a${radius},${radius} 0 1 1 ${-2 * radius},0Z`;
  }
  const corners = CORNERS[shape].map(
    ([right, down]) => [round(right * radius), round(down * radius)] as const
  );
  // From corner to corner, so that a page with many marks says the same again and again, which costs it little.
  const sides = corners.map(([right, down], i) => {
    const [fromX, fromY] = corners[i - 1] ?? [-x, -y];
    return `${round(right - fromX)},${round(down - fromY)}`;
  });
  return `M${sides.join('l')}Z`;
}

/** A point at `turn` of a full circle, clockwise from the top. */
function onCircle(turn: number, radius: number): [number, number] {
  return [radius * Math.sin(turn * 2 * Math.PI), -radius * Math.cos(turn * 2 * Math.PI)];
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

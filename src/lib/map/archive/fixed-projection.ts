import { fixedX, X_UNITS, Y_UNITS } from '../../core/archive/fixed-point';
import { mercator } from '../../core/geodesy';
import type { Frame } from '../projection';

/** A picture of the map in numbers, for positions in fixed point: what the shader of the dots is given, by the same names. */
export interface FixedView {
  /** The picture's centre: whole units, from which positions are subtracted as integers. */
  readonly centerX: number;
  readonly centerY: number;
  /** What is left of the centre southwards of `centerY`, less than a unit. */
  readonly restY: number;
  /** Pixels a unit on the flat map. */
  readonly scaleX: number;
  readonly scaleY: number;
  /** Of the centre's latitude. */
  readonly sin0: number;
  readonly cos0: number;
  /** As in `Frame`. */
  readonly radius: number;
  readonly depth: number;
  readonly roundness: number;
  readonly middleX: number;
  readonly middleY: number;
  /** Nearer to the eye than this, as a cosine, is on the near side of the globe. */
  readonly horizon: number;
  /** Pixels once around the flat world, and the copies of it that the picture reaches into: 0 is the one nearest to its middle. */
  readonly world: number;
  readonly firstCopy: number;
  readonly lastCopy: number;
}

const HALF_TURN = X_UNITS / 2;
/** Where the square that flat maps show ends. */
const EDGE_Y = Y_UNITS / 2;
const X_RADIANS = (2 * Math.PI) / X_UNITS;
const Y_RADIANS = (2 * Math.PI) / Y_UNITS;

/** `margin`: pixels beyond the picture in which something may reach into it. */
export function fixedViewOf(frame: Frame, margin: number): FixedView {
  const { center, zoom, radius, depth, roundness, middle, width } = frame;
  const world = 512 * 2 ** zoom;
  const y = (mercator(center)[1] - 0.5) * Y_UNITS;
  const centerY = Math.floor(y);
  const lat = (center[1] * Math.PI) / 180;
  const flat = roundness === 0;
  return {
    centerX: fixedX(center[0]),
    centerY,
    restY: y - centerY,
    scaleX: world / X_UNITS,
    scaleY: world / Y_UNITS,
    sin0: Math.sin(lat),
    cos0: Math.cos(lat),
    radius,
    depth,
    roundness,
    middleX: middle.x,
    middleY: middle.y,
    horizon: radius / (radius + depth),
    world,
    // Each copy reaches half a world to both sides of where its own centre is drawn.
    firstCopy: flat ? Math.ceil((-margin - middle.x) / world - 0.5) : 0,
    lastCopy: flat ? Math.floor((width + margin - middle.x) / world + 0.5) : 0
  };
}

/** Draws positions in fixed point where `Frame.project` does, on the copy of the world nearest to the middle, and makes no objects of them. */
export class FixedProjection {
  view: FixedView;
  /** Where the last position was drawn, pixels. */
  x = 0;
  y = 0;

  constructor(view: FixedView) {
    this.view = view;
  }

  /** False on the far side of the globe. A mean of positions need not be whole. */
  project(x: number, y: number): boolean {
    const view = this.view;
    let dx = x - view.centerX;
    if (dx >= HALF_TURN) dx -= X_UNITS;
    else if (dx < -HALF_TURN) dx += X_UNITS;
    const bounded = Math.max(-EDGE_Y, Math.min(EDGE_Y, y));
    const flatX = dx * view.scaleX;
    const flatY = (bounded - view.centerY - view.restY) * view.scaleY;
    if (view.roundness === 0) {
      this.x = view.middleX + flatX;
      this.y = view.middleY + flatY;
      return true;
    }
    const north = -y * Y_RADIANS;
    const sin = Math.tanh(north);
    const cos = 1 / Math.cosh(north);
    const cosEast = Math.cos(dx * X_RADIANS);
    const globeX = view.radius * cos * Math.sin(dx * X_RADIANS);
    const globeY = -view.radius * (view.cos0 * sin - view.sin0 * cos * cosEast);
    const near = view.sin0 * sin + view.cos0 * cos * cosEast;
    const scale = view.depth / (view.depth + view.roundness * view.radius * (1 - near));
    this.x = view.middleX + (flatX + (globeX - flatX) * view.roundness) * scale;
    this.y = view.middleY + (flatY + (globeY - flatY) * view.roundness) * scale;
    return near >= view.horizon;
  }
}

/**
 * The same in a shader, from `ivec2 place`: `at` in pixels, and `near`. What is subtracted from what are integers, so that float32 is exact
 * enough at any zoom: a difference is small wherever it is in the picture.
 */
export const PROJECT_GLSL = `
  int dx = place.x - center.x;
  float flatX = float(dx) * scaleX;
  float flatY = (float(clamp(place.y, -${EDGE_Y}, ${EDGE_Y}) - center.y) - restY) * scaleY;
  float north = -float(place.y) * ${Y_RADIANS};
  float sinLat = tanh(north);
  float cosLat = 1.0 / cosh(north);
  float cosEast = cos(float(dx) * ${X_RADIANS});
  float globeX = radius * cosLat * sin(float(dx) * ${X_RADIANS});
  float globeY = -radius * (cos0 * sinLat - sin0 * cosLat * cosEast);
  float near = sin0 * sinLat + cos0 * cosLat * cosEast;
  float scale = depth / (depth + roundness * radius * (1.0 - near));
  float atX = middleX + (flatX + (globeX - flatX) * roundness) * scale;
  float atY = middleY + (flatY + (globeY - flatY) * roundness) * scale;
`;

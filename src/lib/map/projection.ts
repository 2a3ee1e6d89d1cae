import { mercator, metresPerPixel } from '../core/geodesy';
import type { LonLat } from '../core/story';
import { GLOBE_UNTIL, MERCATOR_FROM } from './style/projection-zooms';

/** CSS pixels from the map's top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What decides a picture of the map. */
export interface Sight {
  readonly center: LonLat;
  /** MapLibre zoom (tiles of 512 px). */
  readonly zoom: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Where the centre is drawn; the middle of the picture unless something covers a side of it. */
  readonly middle: Point;
  /** Pixels from the eye to the centre: how strongly a globe recedes. */
  readonly depth: number;
  /** Never a globe. */
  readonly flat: boolean;
}

/** One picture of the map, whoever draws it: the same numbers as MapLibre's, tested against it. */
export interface Frame extends Sight {
  /** 1: a globe; 0: web Mercator; between them both are mixed, as MapLibre's shaders do it. */
  readonly roundness: number;
  /** Of the globe, pixels. */
  readonly radius: number;
  /** Longitudes beyond ±180° land on the flat world's next copy. */
  project(point: LonLat): Point;
  /** True on the far side of the globe. */
  hides(point: LonLat): boolean;
  /** The position at a point of the picture; null beside the globe. */
  unproject(point: Point): LonLat | null;
  /** At the picture's middle. */
  readonly metresPerPixel: number;
}

/** The whole flat world in the width of a phone. */
export const MIN_ZOOM = -1;

/** Zooming in further is of no use: the base map has nothing more to show. */
export const MAX_ZOOM = 17;

const RAD = Math.PI / 180;
const TILE = 512;

export function frameOf(sight: Sight): Frame {
  const { center, zoom, middle, depth } = sight;
  const world = TILE * 2 ** zoom;
  const radius = world / (2 * Math.PI * Math.cos(center[1] * RAD));
  const roundness = roundnessAt(zoom, sight.flat);
  const [x0, y0] = mercator(center);
  const [sin0, cos0] = [Math.sin(center[1] * RAD), Math.cos(center[1] * RAD)];
  /** Cosine of the angle at which the globe's edge is seen. */
  const horizon = radius / (radius + depth);

  /** On the unit sphere: x east, y north, z towards the eye. */
  const onSphere = ([lon, lat]: LonLat) => {
    const [sin, cos] = [Math.sin(lat * RAD), Math.cos(lat * RAD)];
    const east = (lon - center[0]) * RAD;
    return {
      x: cos * Math.sin(east),
      y: cos0 * sin - sin0 * cos * Math.cos(east),
      z: sin0 * sin + cos0 * cos * Math.cos(east)
    };
  };

  const hides = (point: LonLat) => roundness > 0 && onSphere(point).z < horizon;

  const project = (point: LonLat): Point => {
    const [mx, my] = mercator(point);
    const flat = { x: (mx - x0) * world, y: (my - y0) * world };
    if (roundness === 0) return { x: middle.x + flat.x, y: middle.y + flat.y };
    const { x, y, z } = onSphere(point);
    const scale = depth / (depth + roundness * radius * (1 - z));
    const mix = (plane: number, globe: number) => plane + (globe - plane) * roundness;
    return {
      x: middle.x + mix(flat.x, radius * x) * scale,
      y: middle.y + mix(flat.y, -radius * y) * scale
    };
  };

  const onPlane = ({ x, y }: Point): LonLat => {
    const my = y0 + (y - middle.y) / world;
    const lat = Math.atan(Math.sinh(Math.PI * (1 - 2 * my))) / RAD;
    return [center[0] + ((x - middle.x) / world) * 360, lat];
  };

  /** Where the line of sight first meets the sphere. */
  const onGlobe = (point: Point): LonLat | null => {
    const [a, b] = [(point.x - middle.x) / depth, (middle.y - point.y) / depth];
    const eye = 1 + depth / radius;
    const m = 1 + a * a + b * b;
    const inside = eye * eye - m * (eye * eye - 1);
    if (inside < 0) return null;
    const t = (eye - Math.sqrt(inside)) / m;
    const [x, y, z] = [a * t, b * t, eye - t];
    const lat = Math.asin(Math.max(-1, Math.min(1, sin0 * z + cos0 * y))) / RAD;
    return [center[0] + Math.atan2(x, cos0 * z - sin0 * y) / RAD, lat];
  };

  const unproject = (point: Point): LonLat | null => {
    if (roundness === 0) return onPlane(point);
    if (roundness === 1) return onGlobe(point);
    const found = search(project, point, onPlane(point));
    // Beside the globe the plane that it is mixed with goes on, for more than once around the world.
    return found && !hides(found) && Math.abs(found[0] - center[0]) <= 180 ? found : null;
  };

  return {
    ...sight,
    roundness,
    radius,
    project,
    hides,
    unproject,
    metresPerPixel: metresPerPixel(center[1], zoom)
  };
}

/** 1 where the world is a globe, 0 where it is flat. */
export function roundnessAt(zoom: number, flat: boolean): number {
  if (flat) return 0;
  return Math.max(0, Math.min(1, (MERCATOR_FROM - zoom) / (MERCATOR_FROM - GLOBE_UNTIL)));
}

/** The position that `project` draws at `target`, by Newton's method from a guess near it; null when there is none. */
function search(project: (point: LonLat) => Point, target: Point, guess: LonLat): LonLat | null {
  const STEP = 1e-4;
  let [lon, lat] = guess;
  for (let i = 0; i < 8; i++) {
    const at = project([lon, lat]);
    const east = project([lon + STEP, lat]);
    const north = project([lon, lat + STEP]);
    const [ex, ey] = [(east.x - at.x) / STEP, (east.y - at.y) / STEP];
    const [nx, ny] = [(north.x - at.x) / STEP, (north.y - at.y) / STEP];
    const [dx, dy] = [target.x - at.x, target.y - at.y];
    const area = ex * ny - ey * nx;
    lon += (dx * ny - dy * nx) / area;
    lat = Math.max(-85, Math.min(85, lat + (dy * ex - dx * ey) / area));
  }
  const { x, y } = project([lon, lat]);
  return Math.hypot(target.x - x, target.y - y) < 0.01 ? [lon, lat] : null;
}

/** A position as it is on the copy of the world nearest to `reference` (a longitude). */
export function nearest([lon, lat]: LonLat, reference: number): LonLat {
  return [lon + 360 * Math.round((reference - lon) / 360), lat];
}

/** Where to draw a position: on the copy of the world nearest to the map's middle. */
export function projectNear(frame: Frame, point: LonLat): Point {
  return frame.project(nearest(point, frame.center[0]));
}

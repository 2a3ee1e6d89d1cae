import { destinationPoints } from '../core/geodesy';
import type { LonLat, Place } from '../core/story';
import type { Camera } from '../core/view';
import { boundsOf } from './geometry';
import { frameOf, MIN_ZOOM, projectNear, type Frame, type Point } from './projection';
import { GLOBE_UNTIL, MERCATOR_FROM } from './style/projection-zooms';

/**
 * How to look at some places, whatever the size of the picture: a frame of one of a few shapes, as large as fits. A drawing made long before
 * anybody knows the reader's screen therefore agrees with the map made on it, by scaling alone.
 */
export interface Opening {
  readonly center: LonLat;
  readonly shape: Shape;
  /** MapLibre zoom at which the picture is as large as its shape's measure. */
  readonly zoom: number;
  /** The places lie too far around the world for one side of a globe. */
  readonly flat: boolean;
}

/** Width and height of a picture of each shape, pixels. The style of the poster has the same numbers. */
export const SHAPES = {
  wide: { width: 1200, height: 600 },
  broad: { width: 960, height: 720 },
  square: { width: 800, height: 800 },
  tall: { width: 600, height: 900 }
} as const;
type Shape = keyof typeof SHAPES;

/** Of a picture's width and height, what the places may take up: names and marks need the rest. */
const FILL = 0.84;
/** A fit goes no closer: nearer there is nothing to show around the marks. */
const FIT_ZOOM = 15;
/** Where there is nothing to look at. */
const WORLD: Opening = { center: [10, 25], shape: 'square', zoom: 1.2, flat: false };
/** From the globe's surface to the eye, in its radii, at the opening view. */
const EYE = 4;
/** Degrees of latitude from which on a globe is seen from its pole, the way nobody knows it. */
const POLAR = 65;

/** Pixels kept clear on each side of the opening view. The style of the poster has the same number. */
export const EDGE = 16;

export interface Circle {
  readonly point: LonLat;
  /** Metres. */
  readonly radius: number;
}

/** The circles of these places; `ids` null: of all. Places without a point have none. */
export function circlesOf(
  places: readonly Place[],
  ids: readonly string[] | null
): readonly Circle[] {
  const wanted = ids === null ? places : places.filter(({ id }) => ids.includes(id));
  // With several places their points matter; one alone should be seen whole.
  const most = wanted.length > 1 ? 30_000 : Infinity;
  return wanted.flatMap(({ point, radius }) =>
    point ? [{ point, radius: Math.min(radius, most) }] : []
  );
}

/** Of no circles: the world. */
export function openingOn(circles: readonly Circle[]): Opening {
  const box = boundsOf(circles);
  if (box === null) return WORLD;
  const [west, south, east, north] = box;
  const guess: LonLat = [(west + east) / 2, (south + north) / 2];
  const points = circles.flatMap(({ point, radius }) =>
    radius > 0 ? destinationPoints(point, radius, 12) : [point]
  );
  const globe = fit(points, guess, false);
  // One side of a globe does not hold them, or only as seen from a pole.
  const flat =
    points.some((point) => globe.frame.hides(point)) || Math.abs(globe.frame.center[1]) > POLAR;
  const round = toOpening(globe, flat);
  return !flat && round.zoom < (GLOBE_UNTIL + MERCATOR_FROM) / 2
    ? round
    : toOpening(fit(points, guess, true), flat);
}

/** Where to look so that the opening fills a picture of `width` and `height` pixels. */
export function cameraFor({ center, shape, zoom }: Opening, width: number, height: number): Camera {
  const measure = SHAPES[shape];
  const scale = Math.max(1e-3, Math.min(width / measure.width, height / measure.height));
  const [lon, lat] = center;
  return { lon, lat, zoom: Math.max(MIN_ZOOM, Math.min(FIT_ZOOM, zoom + Math.log2(scale))) };
}

/** Pixels from the eye to the ground for an opening of this size; the globe looks the same in all of them. */
export function depthFor(opening: Opening, width: number, height: number): number {
  const { lat, zoom } = cameraFor(opening, width, height);
  return EYE * radiusAt(lat, Math.min(zoom, GLOBE_UNTIL));
}

interface Fit {
  readonly frame: Frame;
  /** What the points take up in it. */
  readonly width: number;
  readonly height: number;
}

/** Centres the picture on what is to be seen. */
function fit(points: readonly LonLat[], guess: LonLat, flat: boolean): Fit {
  const zoom = GLOBE_UNTIL - 1;
  const middle: Point = { x: 0, y: 0 };
  let center = guess;
  for (let i = 0; ; i++) {
    const depth = EYE * radiusAt(center[1], zoom);
    const frame = frameOf({ center, zoom, width: 0, height: 0, middle, depth, flat });
    const drawn = points.map((point) => projectNear(frame, point));
    const [left, right] = rangeOf(drawn.map(({ x }) => x));
    const [top, bottom] = rangeOf(drawn.map(({ y }) => y));
    const off = { x: (left + right) / 2, y: (top + bottom) / 2 };
    const next = frame.unproject(off);
    if (i === 12 || next === null || Math.hypot(off.x, off.y) < 0.01)
      return { frame, width: right - left, height: bottom - top };
    center = next;
  }
}

function toOpening({ frame, width, height }: Fit, flat: boolean): Opening {
  const ratio = Math.log(Math.max(1e-9, width) / Math.max(1e-9, height));
  const off = (shape: Shape) =>
    Math.abs(ratio - Math.log(SHAPES[shape].width / SHAPES[shape].height));
  const shape = (Object.keys(SHAPES) as Shape[]).reduce((a, b) => (off(b) < off(a) ? b : a));
  const measure = SHAPES[shape];
  const scale = FILL * Math.min(measure.width / width, measure.height / height);
  return {
    center: frame.center,
    shape,
    zoom: Math.min(FIT_ZOOM + 4, frame.zoom + Math.log2(scale)),
    flat
  };
}

function radiusAt(lat: number, zoom: number): number {
  return (512 * 2 ** zoom) / (2 * Math.PI * Math.cos((lat * Math.PI) / 180));
}

function rangeOf(values: readonly number[]): readonly [number, number] {
  return [Math.min(...values), Math.max(...values)];
}

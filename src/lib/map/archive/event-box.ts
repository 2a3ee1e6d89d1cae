import type { ArchiveIndex } from '../../core/archive/archive-index';
import { lonLatOf, X_UNITS, Y_UNITS } from '../../core/archive/fixed-point';
import type { LonLat } from '../../core/story';
import { MAX_ZOOM } from '../projection';

/** Where some events lie. */
export interface EventBox {
  readonly center: LonLat;
  /** Shares of the world's width. */
  readonly wide: number;
  readonly high: number;
}

const HALF = X_UNITS / 2;

/** The box around the events that `each` visits, the short way around the world from the first of them; null for none. */
export function boxOfEvents(
  { x, y }: ArchiveIndex,
  each: (visit: (position: number) => void) => void
): EventBox | null {
  let [first, west, east, north, south] = [0, Infinity, -Infinity, Infinity, -Infinity];
  each((position) => {
    const at = x[position] as number;
    // None has been visited yet.
    if (west > east) first = at;
    const turned = (at - first) | 0;
    west = Math.min(west, turned);
    east = Math.max(east, turned);
    north = Math.min(north, y[position] as number);
    south = Math.max(south, y[position] as number);
  });
  if (west > east) return null;
  const middle = first + (west + east) / 2;
  const turned = middle >= HALF ? middle - X_UNITS : middle < -HALF ? middle + X_UNITS : middle;
  return {
    center: lonLatOf(turned, (north + south) / 2),
    wide: (east - west) / X_UNITS,
    high: (south - north) / Y_UNITS
  };
}

/** Of the picture, what the events may take up. */
const FILL = 0.6;
/** A press goes at least this much closer. */
const STRIDE = 1;
/** Pixels: events that lie within this when all is as near as it gets cannot be told apart. */
const TOGETHER = 16;

/** The zoom at which these events fill a picture of `width` by `height` pixels; null when no zoom parts them. */
export function zoomThatParts(
  { wide, high }: EventBox,
  zoom: number,
  width: number,
  height: number
): number | null {
  const spread = Math.max(wide, high) * 512;
  if (spread * 2 ** MAX_ZOOM < TOGETHER || zoom >= MAX_ZOOM) return null;
  const fitted = Math.log2(FILL * Math.min(width / (wide * 512), height / (high * 512)));
  return Math.min(MAX_ZOOM, Math.max(zoom + STRIDE, fitted));
}

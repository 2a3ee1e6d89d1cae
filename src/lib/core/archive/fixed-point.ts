import type { Box } from '../box';
import type { LonLat } from '../story';

/**
 * Positions on the Mercator plane as whole numbers of 32 bits, exact to centimetres, which neither degrees nor shares of the world are as
 * float32. x: longitude, the world once around being 2³² units (0.9 cm at the equator), 0 at Greenwich. y: southwards from the equator, the
 * world being 2²⁹ units wide in it (7.5 cm): the plane goes on beyond the square that maps show, so that a pole has a place on it.
 */
export const X_UNITS = 2 ** 32;
export const Y_UNITS = 2 ** 29;
/** A y of this says that there is no position. */
export const NOWHERE = -(2 ** 31);

/** The plane is endless: this near to a pole counts as the pole. */
const FARTHEST_LAT = 89.9999;
const RAD = Math.PI / 180;

/** Longitudes beyond ±180° are turned back. */
export function fixedX(lon: number): number {
  return Math.round((lon / 360) * X_UNITS) | 0;
}

export function fixedY(lat: number): number {
  const clamped = Math.max(-FARTHEST_LAT, Math.min(FARTHEST_LAT, lat));
  return Math.round((-Math.asinh(Math.tan(clamped * RAD)) / (2 * Math.PI)) * Y_UNITS);
}

/** Degrees WGS84 of a fixed-point position, or of a mean of some. */
export function lonLatOf(x: number, y: number): LonLat {
  const lon = (x / X_UNITS) * 360;
  return [
    lon < -180 ? lon + 360 : lon >= 180 ? lon - 360 : lon,
    Math.atan(Math.sinh((-y / Y_UNITS) * 2 * Math.PI)) / RAD
  ];
}

/** A box in fixed point: its sides are inside. East of `west` by `width` units, so that the antimeridian is no border. */
export interface FixedBox {
  readonly west: number;
  /** 0 to 2³² − 1. */
  readonly width: number;
  readonly north: number;
  readonly south: number;
}

export function fixedBox([west, south, east, north]: Box): FixedBox {
  const span = east >= west ? east - west : 360 + ((east - west) % 360);
  const whole = span >= 360;
  return {
    west: fixedX(west),
    width: whole ? X_UNITS - 1 : Math.round((span / 360) * X_UNITS),
    north: fixedY(north),
    south: fixedY(south)
  };
}

/** True when the position lies inside the box or on its edge; a pole is at every longitude. */
export function fixedBoxHolds(
  { west, width, north, south }: FixedBox,
  x: number,
  y: number
): boolean {
  return (
    y >= north && y <= south && ((x - west) >>> 0 <= width || y <= NORTH_POLE || y >= SOUTH_POLE)
  );
}

const NORTH_POLE = fixedY(90);
const SOUTH_POLE = fixedY(-90);

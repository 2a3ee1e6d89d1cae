import type { LonLat } from './story';

/**
 * [west, south, east, north] in degrees. It runs eastwards from west to east, across the antimeridian when west > east; longitudes may
 * lie beyond ±180 as a map hands them out, and 360 or more between them is the whole world.
 */
export type Box = readonly [west: number, south: number, east: number, north: number];

/**
 * True when the point lies inside the box or on its edge. A pole is at every longitude, so any box that reaches it holds it.
 * @throws RangeError when the box is no box: a side that is not a number, or south above north.
 */
export function boxHolds(box: Box, [lon, lat]: LonLat): boolean {
  const [west, south, east, north] = box;
  if (box.some(Number.isNaN) || south > north) {
    throw new RangeError(`boxHolds: [${box}] is not [west, south, east, north]`);
  }
  if (lat < south || lat > north) return false;
  if (east - west >= 360 || Math.abs(lat) === 90) return true;
  const [from, to, at] = [turn(west), turn(east), turn(lon)];
  return from <= to ? from <= at && at <= to : from <= at || at <= to;
}

/** The same meridian within [-180, 180); exact for what is within it already. */
function turn(lon: number): number {
  if (lon >= -180 && lon < 180) return lon;
  const turned = (lon + 180) % 360;
  return turned < 0 ? turned + 180 : turned - 180;
}

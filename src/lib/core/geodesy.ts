import type { LonLat } from './story';

/** Mean radius of the Earth (IUGG R₁), metres. */
const MEAN_RADIUS = 6_371_008.8;
/** Equatorial radius of WGS84, metres: the sphere of web Mercator. */
const EQUATORIAL_RADIUS = 6_378_137;
/** MapLibre's zoom counts tiles of this many pixels. */
const TILE = 512;
/** Where web Mercator is as high as it is wide, degrees. */
const MERCATOR_LAT = 85.051129;

/** Length in metres of the shortest line between two points on the WGS84 ellipsoid (Karney 2013, within nanometres). */
export async function distance(a: LonLat, b: LonLat): Promise<number> {
  const { default: geographiclib } = await import('geographiclib-geodesic');
  const line = geographiclib.Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0]);
  if (line.s12 === undefined || Number.isNaN(line.s12)) {
    throw new RangeError(`distance: not two points in degrees: [${a}], [${b}]`);
  }
  return line.s12;
}

/** Metres between two points on a sphere (haversine): at most 0.6 % off, for sorting by nearness. */
export function greatCircle(a: LonLat, b: LonLat): number {
  const halfLat = radians(b[1] - a[1]) / 2;
  const halfLon = radians(b[0] - a[0]) / 2;
  const h =
    Math.sin(halfLat) ** 2 +
    Math.cos(radians(a[1])) * Math.cos(radians(b[1])) * Math.sin(halfLon) ** 2;
  // Rounding can push antipodes a hair above 1.
  return 2 * MEAN_RADIUS * Math.asin(Math.sqrt(Math.min(1, h)));
}

/** Metres on the ground that one pixel covers at a latitude in degrees and a MapLibre zoom (tiles of 512 px). */
export function metresPerPixel(lat: number, zoom: number): number {
  return (2 * Math.PI * EQUATORIAL_RADIUS * Math.cos(radians(lat))) / (TILE * 2 ** zoom);
}

/** Degrees of a great circle that are this many metres long, such as degrees of latitude. */
export function arcDegrees(metres: number): number {
  return degrees(metres / MEAN_RADIUS);
}

/**
 * Web Mercator, the world being 1 wide and 1 high: x from 180° W eastwards, y from the north down. Longitudes beyond ±180 lie beyond 0 and 1;
 * the poles are cut off where the projection's square ends.
 */
export function mercator([lon, lat]: LonLat): readonly [x: number, y: number] {
  const bounded = Math.max(-MERCATOR_LAT, Math.min(MERCATOR_LAT, lat));
  return [lon / 360 + 0.5, 0.5 - Math.asinh(Math.tan(radians(bounded))) / (2 * Math.PI)];
}

/**
 * `n` points in degrees on the circle of `radius` metres around `center`, clockwise from north, the first not repeated.
 * Longitudes run on past ±180 instead of jumping, so that the ring stays whole where it crosses the antimeridian.
 */
export function destinationPoints(center: LonLat, radius: number, n: number): LonLat[] {
  const angle = radius / MEAN_RADIUS;
  const lat = radians(center[1]);
  return Array.from({ length: n }, (_, i): LonLat => {
    const bearing = (2 * Math.PI * i) / n;
    const sinLat =
      Math.sin(lat) * Math.cos(angle) + Math.cos(lat) * Math.sin(angle) * Math.cos(bearing);
    const east = Math.sin(bearing) * Math.sin(angle) * Math.cos(lat);
    const north = Math.cos(angle) - Math.sin(lat) * sinLat;
    return [
      center[0] + degrees(Math.atan2(east, north)),
      degrees(Math.asin(Math.max(-1, Math.min(1, sinLat))))
    ];
  });
}

const radians = (deg: number) => (deg * Math.PI) / 180;
const degrees = (rad: number) => (rad * 180) / Math.PI;

import type { LonLat } from '../core/story';

/** CSS pixels from the map's top left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** All that what is drawn above a map needs to know of it. MapLibre gives one; so can a drawn map before it arrives. */
interface Projection {
  /** Longitudes beyond ±180° land on the world's next copy. */
  project(point: LonLat): Point;
  metresPerPixel(lat: number): number;
  /** MapLibre zoom (tiles of 512 px). */
  readonly zoom: number;
}

/** One picture of the map. */
export interface Frame extends Projection {
  readonly width: number;
  readonly height: number;
  readonly center: LonLat;
}

/** Zooming in further is of no use: the base map has nothing more to show. */
export const MAX_ZOOM = 17;

/** A position as it is on the copy of the world nearest to `reference` (a longitude). */
export function nearest([lon, lat]: LonLat, reference: number): LonLat {
  return [lon + 360 * Math.round((reference - lon) / 360), lat];
}

/** Where to draw a position: on the copy of the world nearest to the map's middle. */
export function projectNear(frame: Frame, point: LonLat): Point {
  return frame.project(nearest(point, frame.center[0]));
}

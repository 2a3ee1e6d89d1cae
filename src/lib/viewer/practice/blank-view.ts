import { mercator } from '$lib/core/geodesy';
import type { LonLat } from '$lib/core/story';
import type { Camera } from '$lib/core/view';
import { boundsOf } from '$lib/map/geometry';
import { MIN_ZOOM } from '$lib/map/projection';

interface Circle {
  readonly point: LonLat;
  /** Metres. */
  readonly radius: number;
}

/** Of the picture, what is shown may take up this share. */
const FILL = 0.8;

/** Where a flat map of this size looks to show all of these; no closer than `closest`. */
export function cameraOn(
  circles: readonly Circle[],
  width: number,
  height: number,
  closest: number
): Camera {
  const [west, south, east, north] = boundsOf(circles) ?? [-180, -60, 180, 75];
  const [left, bottom] = mercator([west, south]);
  const [right, top] = mercator([east, north]);
  const middle = (top + bottom) / 2;
  const zoom = Math.log2(
    Math.min(
      (FILL * width) / (512 * Math.max(1e-9, right - left)),
      (FILL * height) / (512 * Math.max(1e-9, bottom - top))
    )
  );
  const lat = (Math.atan(Math.sinh(Math.PI * (1 - 2 * middle))) * 180) / Math.PI;
  return { lon: (west + east) / 2, lat, zoom: Math.max(MIN_ZOOM, Math.min(closest, zoom)) };
}

import type { LonLat, Place } from '../core/story';
import { shortestLine } from './geometry';
import { nearest, type Frame } from './projection';

/** Two places whose distance is shown. */
export interface Measure {
  readonly from: Place;
  readonly to: Place;
  /** Along the ellipsoid; null while it is being computed. */
  readonly metres: number | null;
}

/** The measured line on the ground; null when one of the places has no point. */
export function measureLine({ from, to }: Measure): readonly LonLat[] | null {
  return from.point && to.point && shortestLine(from.point, to.point);
}

/** The line on the screen, as an SVG path, and its middle, where the distance is written. */
export function drawMeasure(line: readonly LonLat[], frame: Frame) {
  const middle = line[Math.floor(line.length / 2)] as LonLat;
  // The whole line moves to the copy of the world its middle is on, or it would be torn at the edge.
  const turn = nearest(middle, frame.center[0])[0] - middle[0];
  const at = ([lon, lat]: LonLat) => frame.project([lon + turn, lat]);
  const path = line.map((point) => {
    const { x, y } = at(point);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return { path: `M${path.join('L')}`, middle: at(middle) };
}

import type { LonLat, Place } from '../core/story';
import { clipCurve } from './clip-curve';
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
  let path = '';
  let pen = '';
  for (const [i, point] of line.slice(1).entries()) {
    const before = line[i] as LonLat;
    // What lies behind the globe is left out of the line, and so is what lies outside the picture.
    if (frame.hides(before) || frame.hides(point)) continue;
    const [from, to] = [at(before), at(point)];
    const control = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
    for (const piece of clipCurve({ from, control, to }, frame)) {
      const start = `${piece.from.x.toFixed(1)},${piece.from.y.toFixed(1)}`;
      const end = `${piece.to.x.toFixed(1)},${piece.to.y.toFixed(1)}`;
      path += pen === start ? `L${end}` : `M${start}L${end}`;
      pen = end;
    }
  }
  return { path, middle: at(middle) };
}

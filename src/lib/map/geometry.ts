import type { Box } from '../core/box';
import { arcDegrees, destinationPoints } from '../core/geodesy';
import type { LonLat } from '../core/story';
import { nearest, type Frame } from './projection';

// On a sphere, for drawing: at most 0.6 % off, less than a stroke's width. What is *said* of a distance is computed on the ellipsoid.

const RAD = Math.PI / 180;

/** `steps` + 1 points along the shortest way from one place to another; longitudes run on past 180°. */
export function shortestLine(from: LonLat, to: LonLat, steps = 48): readonly LonLat[] {
  const a = vector(from);
  const b = vector(to);
  const angle = Math.acos(Math.max(-1, Math.min(1, a[0] * b[0] + a[1] * b[1] + a[2] * b[2])));
  if (angle < 1e-9) return [from, nearest(to, from[0])];
  let lon = from[0];
  return Array.from({ length: steps + 1 }, (_, i) => {
    const s = Math.sin((1 - i / steps) * angle) / Math.sin(angle);
    const t = Math.sin((i / steps) * angle) / Math.sin(angle);
    const [x, y, z] = [s * a[0] + t * b[0], s * a[1] + t * b[1], s * a[2] + t * b[2]];
    const point = nearest([Math.atan2(y, x) / RAD, Math.atan2(z, Math.hypot(x, y)) / RAD], lon);
    lon = point[0];
    return point;
  });
}

/** SVG path around all that lies within `radius` metres of a place, as the picture shows it: no true circle when it is large. */
export function circleOutline(frame: Frame, center: LonLat, radius: number): string {
  const middle = nearest(center, frame.center[0]);
  const points = destinationPoints(middle, radius, 90).map((point) => {
    const { x, y } = frame.project(point);
    return `${x.toFixed(1)},${y.toFixed(1)}`;
  });
  return `M${points.join('L')}Z`;
}

/** The smallest box around circles of `radius` metres; the narrowest way round the world. Null for none. */
export function boundsOf(
  circles: readonly { readonly point: LonLat; readonly radius: number }[]
): Box | null {
  if (circles.length === 0) return null;
  const spans = circles.map(({ point: [lon, lat], radius }) => {
    const dLat = arcDegrees(radius);
    const dLon = Math.min(180, dLat / Math.max(0.02, Math.cos(lat * RAD)));
    return { west: lon - dLon, east: lon + dLon, south: lat - dLat, north: lat + dLat };
  });
  const boxes = spans.map(({ west }) => {
    // Seen from each western edge in turn, every other span lies at or east of it.
    const east = Math.max(
      ...spans.map((s) => s.east + 360 * Math.ceil((west - s.west) / 360 - 1e-12))
    );
    return { west, east };
  });
  const { west, east } = boxes.reduce((a, b) => (b.east - b.west < a.east - a.west ? b : a));
  return [
    west,
    Math.max(-85, Math.min(...spans.map((s) => s.south))),
    Math.min(east, west + 360),
    Math.min(85, Math.max(...spans.map((s) => s.north)))
  ];
}

function vector([lon, lat]: LonLat): readonly [number, number, number] {
  const cos = Math.cos(lat * RAD);
  return [cos * Math.cos(lon * RAD), cos * Math.sin(lon * RAD), Math.sin(lat * RAD)];
}

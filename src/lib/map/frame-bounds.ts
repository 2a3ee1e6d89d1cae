import type { Box } from '../core/box';
import { destinationPoints } from '../core/geodesy';
import type { LonLat } from '../core/story';
import type { Padding } from './aim';
import { nearest, projectNear, type Frame, type Point } from './projection';

const STEPS = 16;

/** The smallest box around all that a picture shows: exact on the flat map, within a few pixels on the globe. */
export function boundsOfFrame(frame: Frame): Box {
  const { width, height, center, roundness, radius, depth } = frame;
  const points: LonLat[] = [];
  const add = (point: LonLat | null) => point && points.push(nearest(point, center[0]));
  if (roundness === 0) {
    const [northWest, southEast] = [
      frame.unproject({ x: 0, y: 0 }),
      frame.unproject({ x: width, y: height })
    ];
    if (northWest && southEast) {
      const [west, north] = northWest;
      const [east, south] = southEast;
      return [west, south, Math.min(east, west + 360), north];
    }
  }
  for (let i = 0; i <= STEPS; i++)
    for (let j = 0; j <= STEPS; j++)
      add(frame.unproject({ x: (width * i) / STEPS, y: (height * j) / STEPS }));
  const inside = ({ x, y }: Point) => x >= 0 && y >= 0 && x <= width && y <= height;
  // Around the globe's edge, just on the near side.
  const reach = Math.acos(radius / (radius + depth)) - 1e-3;
  for (const point of destinationPoints(center, reach * EARTH, 360))
    if (inside(frame.project(point))) add(point);
  const poles = ([90, -90] as const).filter((lat) => {
    const pole = [center[0], lat] as const;
    return roundness === 1 && !frame.hides(pole) && inside(frame.project(pole));
  });
  const lats = [...points.map(([, lat]) => lat), ...poles];
  const lons = points.map(([lon]) => lon);
  const [west, east] =
    poles.length > 0 ? [center[0] - 180, center[0] + 180] : [Math.min(...lons), Math.max(...lons)];
  return [west, Math.min(...lats), east, Math.max(...lats)];
}

/** Whether a picture shows a point where nothing covers it. */
export function showsClearly(frame: Frame, point: LonLat, covered: Padding): boolean {
  if (frame.hides(point)) return false;
  const { x, y } = projectNear(frame, point);
  return (
    x >= covered.left &&
    y >= covered.top &&
    x <= frame.width - covered.right &&
    y <= frame.height - covered.bottom
  );
}

/** Mean radius, metres. */
const EARTH = 6_371_008.8;

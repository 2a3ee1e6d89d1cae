import type { Box } from '../../core/box';
import type { LonLat } from '../../core/story';
import { openingOn, type Opening } from '../opening';

/** Along each side, so that a globe shows all of it and not just its corners. */
const STEPS = 4;
/** A box is fitted no nearer to the poles: Mercator makes what lies there larger than all the rest. */
const FARTHEST = 80;

/** How to look at all of a box; at the world when it is null. */
export function openingOnBox(box: Box | null): Opening {
  if (box === null) return openingOn([]);
  const [west, south, east, north] = box;
  const wide = east >= west ? Math.min(360, east - west) : east - west + 360;
  const [least, most] = [bounded(south), bounded(north)];
  const points: LonLat[] = [];
  for (let i = 0; i <= STEPS; i++) {
    const lon = west + (wide * i) / STEPS;
    const lat = least + ((most - least) * i) / STEPS;
    points.push([lon, least], [lon, most], [west, lat], [west + wide, lat]);
  }
  return openingOn(points.map((point) => ({ point, radius: 0 })));
}

function bounded(lat: number): number {
  return Math.max(-FARTHEST, Math.min(FARTHEST, lat));
}

import type { LonLat } from '../core/story';
import { projectNear, type Frame, type Point } from './projection';

/** A circle of a round distance around a place. */
export interface Ring {
  readonly metres: number;
  readonly px: number;
}

/** From this zoom on, rings help where there are no streets. */
export const RINGS_FROM = 11.5;
/** Pixels from one ring to the next, at least. */
const APART = 72;
const MOST = 4;

/** Rings at even, round distances (1, 2 or 5 times a power of ten metres); none where the map is too far away for them. */
export function ringsFor({
  zoom,
  metresPerPixel
}: Pick<Frame, 'zoom' | 'metresPerPixel'>): readonly Ring[] {
  if (zoom < RINGS_FROM) return [];
  const least = metresPerPixel * APART;
  const power = 10 ** Math.floor(Math.log10(least));
  const step = power * ([1, 2, 5].find((factor) => factor * power >= least) ?? 10);
  return Array.from({ length: MOST }, (_, i) => ({
    metres: step * (i + 1),
    px: (step * (i + 1)) / metresPerPixel
  }));
}

/** Where on a ring around `center` its distance is written: above, else below, right or left, wherever that is in the picture; null for nowhere. */
export function ringLabel(
  px: number,
  center: Point,
  { width, height }: Pick<Frame, 'width' | 'height'>
): Point | null {
  const offsets = [
    { x: 0, y: -px },
    { x: 0, y: px },
    { x: px, y: 0 },
    { x: -px, y: 0 }
  ];
  const room = ({ x, y }: Point) =>
    center.x + x > 32 &&
    center.x + x < width - 32 &&
    center.y + y > 16 &&
    center.y + y < height - 16;
  return offsets.find(room) ?? null;
}

/** Of these places, the point nearest to the middle of the picture; null when none is in it. */
export function nearestToMiddle(points: readonly LonLat[], frame: Frame): LonLat | null {
  let found: LonLat | null = null;
  let least = Infinity;
  for (const point of points) {
    const { x, y } = projectNear(frame, point);
    const inside = x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
    const away = Math.hypot(x - frame.middle.x, y - frame.middle.y);
    if (inside && away < least) [found, least] = [point, away];
  }
  return found;
}

import type { FixedProjection } from './fixed-projection';
import type { MarkSlots } from './mark-slots';
import type { Spots } from './spots';

/** Pixels from a dot within which a pointer is on it. */
const DOT_REACH = 6;

/** The mark at a point of the picture, pixels, the last drawn of several; −1 for none. `reach`: pixels around a mark that are it, for a finger. */
export function markAt(
  marks: MarkSlots,
  { view }: FixedProjection,
  x: number,
  y: number,
  reach: number
): number {
  let [found, least] = [-1, Infinity];
  for (let mark = marks.length - 1; mark >= 0; mark--) {
    for (let copy = view.firstCopy; copy <= view.lastCopy; copy++) {
      const dx = (marks.x[mark] as number) + copy * view.world - x;
      const dy = (marks.y[mark] as number) - y;
      const beside = Math.hypot(dx, dy) - (marks.radius[mark] as number);
      // Within the circle itself the one on top; around circles the nearest.
      if (beside <= 0) return mark;
      if (beside <= reach && beside < least) [found, least] = [mark, beside];
    }
  }
  return found;
}

/**
 * The event whose dot is nearest to a point of the picture; −1 when none is near. It looks at each event that is drawn as a dot: these are never
 * so many that it would take long, and for wide windows, where there would be, there are no dots.
 */
export function dotAt(spots: Spots, projection: FixedProjection, x: number, y: number): number {
  const { view } = projection;
  let [found, least] = [-1, DOT_REACH ** 2];
  for (let i = 0; i < spots.dots; i++) {
    const [atX, atY] = [spots.dotPlaces[2 * i] as number, spots.dotPlaces[2 * i + 1] as number];
    if (!projection.project(atX, atY)) continue;
    const dy = projection.y - y;
    for (let copy = view.firstCopy; copy <= view.lastCopy; copy++) {
      const dx = projection.x + copy * view.world - x;
      const distance = dx * dx + dy * dy;
      if (distance <= least) [found, least] = [spots.dotPositions[i] as number, distance];
    }
  }
  return found;
}

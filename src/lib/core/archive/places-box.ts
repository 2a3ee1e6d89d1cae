import type { Box } from '../box';
import type { ArchiveIndex } from './archive-index';
import { lonLatOf, NOWHERE, X_UNITS } from './fixed-point';

/**
 * The narrowest box that holds the places of all events, across the antimeridian where that is narrower; null when none has a place. East is
 * then the smaller of the two (see `box`).
 */
export function placesBox({ x, y, size }: ArchiveIndex): Box | null {
  const placed = Array.from({ length: size }, (_, position) => position).filter(
    (position) => y[position] !== NOWHERE
  );
  if (placed.length === 0) return null;
  const east = Int32Array.from(placed, (position) => x[position] as number).sort();
  // The widest stretch without an event lies outside the box.
  let [west, widest] = [0, (east[0] as number) + X_UNITS - (east[east.length - 1] as number)];
  for (let i = 1; i < east.length; i++) {
    const gap = (east[i] as number) - (east[i - 1] as number);
    if (gap > widest) [west, widest] = [i, gap];
  }
  let [north, south] = [Infinity, -Infinity];
  for (const position of placed) {
    north = Math.min(north, y[position] as number);
    south = Math.max(south, y[position] as number);
  }
  const [left, top] = lonLatOf(east[west] as number, north);
  const [right, bottom] = lonLatOf(east[(west + east.length - 1) % east.length] as number, south);
  return [left, bottom, right, top];
}

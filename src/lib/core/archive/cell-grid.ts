import type { Box } from '../box';
import { fixedBox, X_UNITS, Y_UNITS } from './fixed-point';

/** Square cells over a part of the Mercator plane, from `west` eastwards and from `north` southwards, both in fixed point and on cells' borders. */
export interface CellGrid {
  readonly west: number;
  readonly north: number;
  readonly columns: number;
  readonly rows: number;
  /** A cell is 2^shift units wide, and high. */
  readonly xShift: number;
  readonly yShift: number;
}

/** No screen holds more; a box much larger than one gets larger cells. */
const MOST_CELLS = 4096;
const X_BITS = Math.log2(X_UNITS);
const Y_BITS = Math.log2(Y_UNITS);

/**
 * The cells that cover a box: at `zoom` (MapLibre's, tiles of 512 px) from `least` to 2 × `least` pixels wide. Their borders depend on the zoom level
 * alone, so that panning gives no event to another cell. There are two around the world at least.
 */
export function gridOver(box: Box, zoom: number, least: number): CellGrid {
  const wanted = Math.floor(zoom + Math.log2(512 / least));
  for (let across = Math.max(1, Math.min(Y_BITS, wanted)); ; across--) {
    const grid = gridOf(box, across);
    if (grid.columns * grid.rows <= MOST_CELLS || across === 1) return grid;
  }
}

/** With 2^`across` cells around the world. */
function gridOf(box: Box, across: number): CellGrid {
  const [xShift, yShift] = [X_BITS - across, Y_BITS - across];
  const { west, width, north, south } = fixedBox(box);
  const column = Math.floor((west >>> 0) / 2 ** xShift);
  const last = Math.floor(((west >>> 0) + width) / 2 ** xShift);
  const row = Math.floor(north / 2 ** yShift);
  return {
    west: (column * 2 ** xShift) | 0,
    north: row * 2 ** yShift,
    columns: Math.min(2 ** across, last - column + 1),
    rows: Math.floor(south / 2 ** yShift) - row + 1,
    xShift,
    yShift
  };
}

/** The cell of a position, row by row; −1 outside the grid. */
export function cellOf(grid: CellGrid, x: number, y: number): number {
  const column = (x - grid.west) >>> grid.xShift;
  const row = (y - grid.north) >>> grid.yShift;
  return column < grid.columns && y >= grid.north && row < grid.rows
    ? row * grid.columns + column
    : -1;
}

export function sameGrid(a: CellGrid, b: CellGrid): boolean {
  return (
    a.west === b.west &&
    a.north === b.north &&
    a.columns === b.columns &&
    a.rows === b.rows &&
    a.xShift === b.xShift
  );
}

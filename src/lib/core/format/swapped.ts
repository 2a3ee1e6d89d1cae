import type { LonLat } from '../story';

/** Degrees. Far: nothing else within ten to twenty degrees; near: something within two to four. */
const FAR = 10;
const NEAR = 2;

/**
 * Positions of the points that were likely written latitude first: far from all others, but near some when swapped. Says nothing of
 * fewer than four points. Counts on two coarse grids, so its cost grows with the number of points only; it does not look across the
 * date line.
 */
export function likelySwapped(points: readonly LonLat[]): number[] {
  if (points.length < 4) return [];
  const [far, near] = [countCells(points, FAR), countCells(points, NEAR)];
  return points.flatMap(([lon, lat], i) => {
    // Swapping must move the point, or it would be near itself.
    if (Math.abs(lon) > 90 || Math.abs(lon - lat) < FAR) return [];
    const alone = countAround(far, FAR, [lon, lat]) === 1;
    return alone && countAround(near, NEAR, [lat, lon]) > 0 ? [i] : [];
  });
}

type Cells = ReadonlyMap<string, number>;

function cellOf([lon, lat]: LonLat, size: number): [number, number] {
  return [Math.floor(lon / size), Math.floor(lat / size)];
}

function countCells(points: readonly LonLat[], size: number): Cells {
  const cells = new Map<string, number>();
  for (const point of points) {
    const key = cellOf(point, size).join();
    cells.set(key, (cells.get(key) ?? 0) + 1);
  }
  return cells;
}

/** Points in the cell of `point` and the eight around it. */
function countAround(cells: Cells, size: number, point: LonLat): number {
  const [x, y] = cellOf(point, size);
  let count = 0;
  for (let dx = -1; dx <= 1; dx++) {
    for (let dy = -1; dy <= 1; dy++) count += cells.get(`${x + dx},${y + dy}`) ?? 0;
  }
  return count;
}

import { unwrapLine } from './plane.mjs';

/** @typedef {[number, number]} LonLat */

/** How many parallels are tried. */
const ROWS = 41;

/**
 * Where a country's name is best written: the middle of the widest stretch of its largest part, nearer its middle than its ends.
 * @param {import('geojson').Polygon | import('geojson').MultiPolygon} geometry
 * @returns {{ point: LonLat, width: number }} degrees
 */
export function labelPoint(geometry) {
  const polygons = /** @type {LonLat[][][]} */ (
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  );
  const rings = polygons
    .map((rings) => rings.map(unwrapLine))
    .reduce((a, b) => (area(b[0]) > area(a[0]) ? b : a));
  const outer = rings[0] ?? [];
  const lats = outer.map(([, lat]) => lat);
  const south = lats.reduce((a, b) => Math.min(a, b), 90);
  const north = lats.reduce((a, b) => Math.max(a, b), -90);
  let best = { score: 0, point: outer[0] ?? /** @type {LonLat} */ ([0, 0]), width: 0.01 };
  for (let row = 1; row < ROWS; row++) {
    const lat = south + ((north - south) * row) / ROWS;
    const middle = 1 - Math.abs((2 * row) / ROWS - 1) ** 2;
    for (const [from, to] of stretches(rings, lat)) {
      const width = to - from;
      if (width * middle > best.score)
        best = { score: width * middle, point: [(from + to) / 2, lat], width };
    }
  }
  return { point: best.point, width: best.width };
}

/** Where a parallel runs inside the polygon, from longitude to longitude. @param {LonLat[][]} rings @param {number} lat */
function stretches(rings, lat) {
  /** @type {number[]} */
  const ends = [];
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++) {
      const [[x0, y0], [x1, y1]] = /** @type {[LonLat, LonLat]} */ ([ring[i], ring[i + 1]]);
      if (y0 > lat !== y1 > lat) ends.push(x0 + ((lat - y0) / (y1 - y0)) * (x1 - x0));
    }
  ends.sort((a, b) => a - b);
  return ends.flatMap((from, i) => {
    const to = ends[i + 1];
    return i % 2 === 0 && to !== undefined ? [/** @type {LonLat} */ ([from, to])] : [];
  });
}

/** @param {LonLat[] | undefined} ring */
function area(ring = []) {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x0, y0], [x1, y1]] = /** @type {[LonLat, LonLat]} */ ([ring[i], ring[i + 1]]);
    sum += x0 * y1 - x1 * y0;
  }
  return Math.abs(sum);
}

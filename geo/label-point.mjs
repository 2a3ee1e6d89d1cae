/**
 * Where a country's name is best written: the middle of the widest stretch of its largest part, nearer its middle than its ends.
 * @param {import('geojson').Polygon | import('geojson').MultiPolygon} geometry
 * @returns {{ point: [number, number], width: number }} degrees
 */
export function labelPoint(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const rings = polygons
    .map((rings) => rings.map(unwrap))
    .reduce((a, b) => (area(b[0]) > area(a[0]) ? b : a));
  const lats = rings[0].map(([, lat]) => lat);
  const south = Math.min(...lats);
  const north = Math.max(...lats);
  const rows = 41;
  let best = { score: 0, point: rings[0][0], width: 0.01 };
  for (let row = 1; row < rows; row++) {
    const lat = south + ((north - south) * row) / rows;
    const middle = 1 - Math.abs((2 * row) / rows - 1) ** 2;
    const ends = crossings(rings, lat);
    for (let i = 0; i + 1 < ends.length; i += 2) {
      const width = ends[i + 1] - ends[i];
      if (width * middle > best.score)
        best = { score: width * middle, point: [(ends[i] + ends[i + 1]) / 2, lat], width };
    }
  }
  return { point: best.point, width: best.width };
}

/** Longitudes that run on past 180° instead of jumping to −180°. */
function unwrap(ring) {
  let turns = 0;
  return ring.map(([lon, lat], i) => {
    const step = i === 0 ? 0 : lon - ring[i - 1][0];
    if (Math.abs(step) > 180) turns -= Math.sign(step);
    return [lon + 360 * turns, lat];
  });
}

/** Longitudes at which a parallel enters and leaves the polygon, in order. */
function crossings(rings, lat) {
  const found = [];
  for (const ring of rings)
    for (let i = 0; i + 1 < ring.length; i++) {
      const [x0, y0] = ring[i];
      const [x1, y1] = ring[i + 1];
      if (y0 > lat !== y1 > lat) found.push(x0 + ((lat - y0) / (y1 - y0)) * (x1 - x0));
    }
  return found.sort((a, b) => a - b);
}

function area(ring) {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++)
    sum += ring[i][0] * ring[i + 1][1] - ring[i + 1][0] * ring[i][1];
  return Math.abs(sum);
}

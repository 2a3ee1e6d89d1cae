/** @typedef {[number, number]} LonLat */

/**
 * Land in world-atlas crosses the antimeridian as on a sphere; tiles are cut from a plane. So longitudes run on past 180° (the cutter
 * wraps them), holes go along with the ring they are in, and a ring round the pole (Antarctica) is closed along the bottom edge.
 * @param {LonLat[][]} polygon
 * @returns {LonLat[][]}
 */
export function flattenPolygon(polygon) {
  const rings = polygon.map(unwrapLine);
  const middle = (/** @type {LonLat[]} */ ring) =>
    ring.reduce((sum, [lon]) => sum + lon, 0) / ring.length;
  const outer = middle(rings[0] ?? []);
  return rings.map((ring) => {
    const turns = Math.round((middle(ring) - outer) / 360) + Math.round(outer / 360);
    return closeRoundPole(ring.map(([lon, lat]) => [lon - 360 * turns, lat]));
  });
}

/** @param {LonLat[]} ring @returns {LonLat[]} */
function closeRoundPole(ring) {
  const [first, last] = [ring[0], ring.at(-1)];
  if (first === undefined || last === undefined || first[0] === last[0]) return ring;
  return [...ring, [last[0], -90], [first[0], -90], first];
}

/**
 * Longitudes that run on past 180° in place of jumping to −180°.
 * @param {LonLat[]} line
 * @returns {LonLat[]}
 */
export function unwrapLine(line) {
  let turns = 0;
  return line.map(([lon, lat], i) => {
    const before = line[i - 1]?.[0] ?? lon;
    if (Math.abs(lon - before) > 180) turns -= Math.sign(lon - before);
    return [lon + 360 * turns, lat];
  });
}

/**
 * Longitudes back in −180…180.
 * @param {LonLat[]} line
 * @returns {LonLat[]}
 */
export function wrapLine(line) {
  return line.map(([lon, lat]) => [lon > 180 ? lon - 360 : lon < -180 ? lon + 360 : lon, lat]);
}

/**
 * A ring's size on the screen, in square pixels of the Mercator map at a zoom (tiles of 512 px).
 * @param {readonly (readonly number[])[]} ring
 * @param {number} zoom
 */
export function pixelArea(ring, zoom) {
  let sum = 0;
  let lats = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x = 0, y = 0] = ring[i] ?? [];
    const [X = 0, Y = 0] = ring[i + 1] ?? [];
    sum += x * Y - X * y;
    lats += y;
  }
  const middle = Math.max(-80, Math.min(80, lats / (ring.length - 1)));
  const perDegree = (512 * 2 ** zoom) / 360;
  return (Math.abs(sum) / 2) * (perDegree ** 2 / Math.cos((middle * Math.PI) / 180));
}

/**
 * The parts of a line in and out of a box, each piece going where its middle is.
 * @param {LonLat[]} line
 * @param {(middle: LonLat) => boolean} inside
 * @returns {{ inside: boolean, line: LonLat[] }[]}
 */
export function splitLine(line, inside) {
  /** @type {{ inside: boolean, line: LonLat[] }[]} */
  const parts = [];
  for (let i = 0; i + 1 < line.length; i++) {
    const [from, to] = /** @type {[LonLat, LonLat]} */ ([line[i], line[i + 1]]);
    const is = inside([(from[0] + to[0]) / 2, (from[1] + to[1]) / 2]);
    const last = parts.at(-1);
    if (last?.inside === is) last.line.push(to);
    else parts.push({ inside: is, line: [from, to] });
  }
  return parts;
}

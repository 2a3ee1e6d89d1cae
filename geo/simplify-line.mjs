/** @typedef {[number, number]} LonLat */

/**
 * Leaves out points that lie closer than `tolerance` to the line between those kept (Douglas and Peucker).
 * @param {LonLat[]} line
 * @param {number | ((point: LonLat) => number)} tolerance degrees, the same everywhere or by place
 * @returns {LonLat[]} starting and ending as before
 */
export function simplifyLine(line, tolerance) {
  const allowed = typeof tolerance === 'number' ? () => tolerance : tolerance;
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  /** @type {[number, number][]} */
  const stack = [[0, line.length - 1]];
  for (let range = stack.pop(); range; range = stack.pop()) {
    const [first, last] = range;
    let worst = 1;
    let at = -1;
    for (let i = first + 1; i < last; i++) {
      const point = /** @type {LonLat} */ (line[i]);
      const off =
        distanceToPiece(
          point,
          /** @type {LonLat} */ (line[first]),
          /** @type {LonLat} */ (line[last])
        ) / allowed(point);
      if (off > worst) [worst, at] = [off, i];
    }
    if (at < 0) continue;
    keep[at] = 1;
    stack.push([first, at], [at, last]);
  }
  return line.filter((_, i) => keep[i] === 1);
}

/**
 * From a point to a straight piece of line, on the plane.
 * @param {LonLat} point
 * @param {LonLat} from
 * @param {LonLat} to
 * @returns {number} degrees
 */
export function distanceToPiece([px, py], [x, y], [X, Y]) {
  const [dx, dy] = [X - x, Y - y];
  const length = dx * dx + dy * dy;
  const t = length === 0 ? 0 : Math.max(0, Math.min(1, ((px - x) * dx + (py - y) * dy) / length));
  const [ex, ey] = [px - x - t * dx, py - y - t * dy];
  return Math.sqrt(ex * ex + ey * ey);
}

/** @typedef {[number, number]} LonLat */
/** @typedef {{ level: number, line: LonLat[] }} Dumped */

/**
 * Reads what `gmt coast -M` prints: a header with a level, then a point a line.
 * @param {string} text
 * @returns {Dumped[]} degrees
 */
export function readLines(text) {
  /** @type {Dumped[]} */
  const lines = [];
  for (const row of text.split('\n')) {
    if (row.startsWith('>')) lines.push({ level: Number(/Level (\d+)/.exec(row)?.[1]), line: [] });
    else if (row !== '') {
      const [lon = 0, lat = 0] = row.split('\t').map(Number);
      lines.at(-1)?.line.push([lon, lat]);
    }
  }
  return lines.filter(({ line }) => line.length > 1);
}

/**
 * GSHHG is stored by cells of two degrees: joins what was cut at their edges into closed rings. What does not close is dropped.
 * @param {Dumped[]} lines
 * @returns {LonLat[][]}
 */
export function stitchRings(lines) {
  return chain(lines).filter((line) => key(line[0]) === key(line.at(-1)) && line.length > 3);
}

/**
 * The same for open lines, such as rivers, whichever way their parts run. A line goes on only where exactly two ends meet.
 * @param {Dumped[]} lines
 * @returns {LonLat[][]}
 */
export function stitchLines(lines) {
  // Where a line touches a cell's edge, a piece of no length may come with it.
  const pieces = lines.filter(({ line }) => line.length > 2 || key(line[0]) !== key(line.at(-1)));
  /** @type {Map<string, Set<LonLat[]>>} */
  const ends = new Map();
  for (const { line } of pieces)
    for (const end of [line[0], line.at(-1)]) {
      const there = ends.get(key(end));
      if (there) there.add(line);
      else ends.set(key(end), new Set([line]));
    }
  const left = new Set(pieces.map(({ line }) => line));
  /** @param {LonLat[]} line its own part at its end, which is used up already */
  const next = (line) => {
    const meeting = [...(ends.get(key(line.at(-1))) ?? [])];
    return meeting.length === 2 ? meeting.find((other) => left.has(other)) : undefined;
  };
  /** @type {LonLat[][]} */
  const out = [];
  for (const first of left) {
    left.delete(first);
    let line = first;
    for (let turned = 0; turned < 2; turned++, line = [...line].reverse())
      for (let other = next(line); other; other = next(line)) {
        left.delete(other);
        const onward = key(other[0]) === key(line.at(-1)) ? other : [...other].reverse();
        line = [...line, ...onward.slice(1)];
      }
    out.push(line);
  }
  return out;
}

/** @param {Dumped[]} lines @returns {LonLat[][]} */
function chain(lines) {
  /** @type {Map<string, LonLat[][]>} */
  const starts = new Map();
  for (const { line } of lines) {
    const at = key(line[0]);
    starts.set(at, [...(starts.get(at) ?? []), line]);
  }
  /** @type {LonLat[][]} */
  const out = [];
  /** @type {Set<LonLat[]>} */
  const used = new Set();
  for (const { line: first } of lines) {
    if (used.has(first)) continue;
    used.add(first);
    let line = first;
    while (key(line[0]) !== key(line.at(-1))) {
      const next = starts.get(key(line.at(-1)))?.find((other) => !used.has(other));
      if (next === undefined) break;
      used.add(next);
      line = [...line, ...next.slice(1)];
    }
    out.push(line);
  }
  return out;
}

/** To about 100 m, and the same east and west of Greenwich. @param {LonLat | undefined} point */
function key(point) {
  const [lon, lat] = point ?? [0, 0];
  return `${(((lon % 360) + 360) % 360).toFixed(3)},${lat.toFixed(3)}`;
}

import { DISPUTES } from './disputed.mjs';
import { splitLine } from './plane.mjs';
import { distanceToPiece } from './simplify-line.mjs';

/** @typedef {[number, number]} LonLat */
/** @typedef {{ a: string, b: string, line: LonLat[] }} SharedLine countries by code, see `countryOf` */
/** @typedef {{ country: LonLat[][], disputed: LonLat[][] }} Borders */

/** Special administrative regions and the like: a line between them and their state is no border between countries. */
const WITHIN = new Set(['CN HK', 'CN MO']);

/**
 * Sorts the lines between countries into those that are settled and those that are not.
 * @param {SharedLine[]} shared
 * @returns {Borders}
 */
export function sortBorders(shared) {
  /** @type {Borders} */
  const out = { country: [], disputed: [] };
  for (const { a, b, line } of shared) {
    if (a === b || WITHIN.has(pairKey(a, b))) continue;
    const rules = DISPUTES.filter(({ pairs }) =>
      pairs?.some(([c, d]) => pairKey(c, d) === pairKey(a, b))
    );
    for (const part of splitLine(line, (middle) => rules.some((rule) => covers(rule, middle))))
      out[part.inside ? 'disputed' : 'country'].push(part.line);
  }
  return out;
}

/**
 * Lines of claims to draw beside the borders as they are held: without the stretches where a line is drawn already.
 * @param {{ id: number, lines: LonLat[][] }[]} claims
 * @param {Borders} borders
 * @returns {LonLat[][]}
 */
export function claimLines(claims, { country, disputed }) {
  const drawn = nearTest([...country, ...disputed]);
  const wanted = new Set(DISPUTES.flatMap(({ claims }) => claims ?? []));
  const lines = claims.filter(({ id }) => wanted.has(id)).flatMap(({ lines }) => joinEnds(lines));
  const byHand = DISPUTES.flatMap(({ lines }) => lines ?? []);
  return [...lines, ...byHand].flatMap((line) =>
    splitLine(line, drawn).flatMap((part) => (part.inside ? [] : [part.line]))
  );
}

/** @param {string} a @param {string} b */
function pairKey(a, b) {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

/** @param {import('./disputed.mjs').Dispute} rule @param {LonLat} point */
function covers({ within }, [lon, lat]) {
  if (within === undefined) return true;
  const [w, s, e, n] = within;
  return lon >= w && lon <= e && lat >= s && lat <= n;
}

/** Whether a point lies on one of the lines, within some 2 km. @param {LonLat[][]} lines */
export function nearTest(lines, near = 0.02) {
  const cell = 0.25;
  /** @type {Map<string, [LonLat, LonLat][]>} */
  const cells = new Map();
  for (const line of lines)
    for (let i = 0; i + 1 < line.length; i++) {
      const piece = /** @type {[LonLat, LonLat]} */ ([line[i], line[i + 1]]);
      const [[x, y], [X, Y]] = piece;
      const reach = (/** @type {number} */ from, /** @type {number} */ to) => [
        Math.floor((Math.min(from, to) - near) / cell),
        Math.floor((Math.max(from, to) + near) / cell)
      ];
      const [[w = 0, e = 0], [s = 0, n = 0]] = [reach(x, X), reach(y, Y)];
      for (let column = w; column <= e; column++)
        for (let row = s; row <= n; row++) {
          const key = `${column} ${row}`;
          const known = cells.get(key);
          if (known) known.push(piece);
          else cells.set(key, [piece]);
        }
    }
  return (/** @type {LonLat} */ point) => {
    const key = `${Math.floor(point[0] / cell)} ${Math.floor(point[1] / cell)}`;
    return (cells.get(key) ?? []).some(([from, to]) => distanceToPiece(point, from, to) < near);
  };
}

/** Claims come in short pieces: dashes run evenly only along whole lines. @param {LonLat[][]} lines */
function joinEnds(lines) {
  const left = lines.map((line) => [...line]);
  for (let i = 0; i < left.length; i++)
    for (let j = i + 1; j < left.length; j++) {
      const [a, b] = /** @type {[LonLat[], LonLat[]]} */ ([left[i], left[j]]);
      const joined = join(a, b) ?? join(a, [...b].reverse()) ?? join([...a].reverse(), b);
      if (joined === null) continue;
      left[i] = joined;
      left.splice(j, 1);
      j = i;
    }
  return left;
}

/** @param {LonLat[]} a @param {LonLat[]} b */
function join(a, b) {
  if (a.at(-1)?.join() === b[0]?.join()) return [...a, ...b.slice(1)];
  if (b.at(-1)?.join() === a[0]?.join()) return [...b, ...a.slice(1)];
  return null;
}

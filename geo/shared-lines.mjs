import { distanceToPiece } from './simplify-line.mjs';

/** @typedef {[number, number]} LonLat */
/** @typedef {import('geojson').Feature<import('geojson').Polygon | import('geojson').MultiPolygon, Record<string, string>>} Area */

/** @typedef {{ a: string, b: string, line: LonLat[] }} SharedLine with a < b */
/** @typedef {{ owner: string, from: LonLat, to: LonLat }} Piece */

/**
 * The lines along which two areas meet, found by the pieces of outline that they have in common to the last digit.
 * @param {Area[]} areas
 * @param {(properties: Record<string, string>, index: number) => string} keyOf
 * @returns {SharedLine[]}
 */
export function sharedLines(areas, keyOf) {
  return join(sharedPieces(areas, keyOf).shared);
}

/**
 * The same for areas whose outlines fit badly here and there: where a piece has one owner though it is no coast, it goes to the pair
 * that it lies next to, drawn once.
 * @param {Area[]} areas
 * @param {(properties: Record<string, string>, index: number) => string} keyOf
 * @param {(point: LonLat) => boolean} onCoast
 * @returns {SharedLine[]}
 */
export function nearlySharedLines(areas, keyOf, onCoast) {
  const { shared, once } = sharedPieces(areas, keyOf);
  const loose = once.filter(({ from, to }) => !onCoast(from) || !onCoast(to));
  for (const piece of loose) {
    const partner = nearest(
      piece,
      loose.filter(({ owner }) => owner !== piece.owner)
    );
    // Of two outlines that run side by side, the one of the first in the alphabet.
    if (partner === null || partner.away > 0.03 || partner.owner < piece.owner) continue;
    const pair = `${piece.owner} ${partner.owner}`;
    shared.set(pair, [...(shared.get(pair) ?? []), [piece.from, piece.to]]);
  }
  return join(shared);
}

/** @param {Area[]} areas @param {(properties: Record<string, string>, index: number) => string} keyOf */
function sharedPieces(areas, keyOf) {
  /** @type {Map<string, Piece>} */
  const once = new Map();
  /** @type {Map<string, [LonLat, LonLat][]>} */
  const shared = new Map();
  areas.forEach(({ geometry, properties }, index) => {
    const owner = keyOf(properties, index);
    const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
    for (const ring of polygons.flat())
      for (let i = 0; i + 1 < ring.length; i++) {
        const [from, to] = /** @type {[LonLat, LonLat]} */ ([ring[i], ring[i + 1]]);
        const [a, b] = [from.join(), to.join()];
        const key = a < b ? `${a} ${b}` : `${b} ${a}`;
        const other = once.get(key);
        if (other === undefined) once.set(key, { owner, from, to });
        else {
          once.delete(key);
          if (other.owner === owner) continue;
          const pair = other.owner < owner ? `${other.owner} ${owner}` : `${owner} ${other.owner}`;
          const there = shared.get(pair);
          if (there) there.push([from, to]);
          else shared.set(pair, [[from, to]]);
        }
      }
  });
  return { shared, once: [...once.values()] };
}

/** The piece that runs closest to another's middle. @param {Piece} piece @param {Piece[]} others */
function nearest({ from, to }, others) {
  /** @type {LonLat} */
  const middle = [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
  /** @type {{ owner: string, away: number } | null} */
  let best = null;
  for (const other of others) {
    const away = distanceToPiece(middle, other.from, other.to);
    if (best === null || away < best.away) best = { owner: other.owner, away };
  }
  return best;
}

/** @param {Map<string, [LonLat, LonLat][]>} shared @returns {SharedLine[]} */
function join(shared) {
  return [...shared].flatMap(([pair, pieces]) => {
    const [a = '', b = ''] = pair.split(' ');
    return joinPieces(pieces).map((line) => ({ a, b, line }));
  });
}

/** Whole lines from their pieces, whichever way these run; a line ends where other than two pieces meet. @param {[LonLat, LonLat][]} pieces @returns {LonLat[][]} */
function joinPieces(pieces) {
  /** @type {Map<string, [LonLat, LonLat][]>} */
  const meeting = new Map();
  for (const piece of pieces)
    for (const end of piece) {
      const there = meeting.get(end.join());
      if (there) there.push(piece);
      else meeting.set(end.join(), [piece]);
    }
  const at = (/** @type {LonLat} */ point) => meeting.get(point.join()) ?? [];
  const left = new Set(pieces);
  /** @type {LonLat[][]} */
  const lines = [];
  /** @param {[LonLat, LonLat]} first @param {LonLat} start */
  const follow = (first, start) => {
    const line = [start];
    for (let piece = /** @type {[LonLat, LonLat] | undefined} */ (first); piece;) {
      left.delete(piece);
      const from = line.at(-1)?.join();
      const to = piece[0].join() === from ? piece[1] : piece[0];
      line.push(to);
      piece = at(to).length === 2 ? at(to).find((other) => left.has(other)) : undefined;
    }
    lines.push(line);
  };
  for (const piece of pieces)
    for (const end of piece) if (left.has(piece) && at(end).length !== 2) follow(piece, end);
  for (const piece of pieces) if (left.has(piece)) follow(piece, piece[0]);
  return lines;
}

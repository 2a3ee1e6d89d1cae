import { readFileSync } from 'node:fs';
import { feature, merge } from 'topojson-client';
import { readInput } from './read-input.mjs';

/** @typedef {[number, number]} LonLat */
/** @typedef {import('topojson-specification').Topology<{ countries: import('topojson-specification').GeometryCollection<{ name: string }>, land: import('topojson-specification').GeometryCollection }>} Atlas */
/** @typedef {import('topojson-specification').Polygon | import('topojson-specification').MultiPolygon} Shape */

/** Land to which Natural Earth gives no ISO number, but which has a code or belongs, for our lines, to a country that has one. */
const CODES = /** @type {Record<string, string>} */ ({
  Kosovo: 'XK',
  Baikonur: 'KZ',
  'USNB Guantanamo Bay': 'CU',
  Akrotiri: 'GB',
  Dhekelia: 'GB'
});
const territories = /** @type {Record<string, string>} */ (readInput('territory-codes'));

const FILES = {
  '10m': import.meta.resolve('world-atlas/countries-10m.json'),
  '50m': import.meta.resolve('world-atlas/countries-50m.json'),
  '110m': import.meta.resolve('world-atlas/countries-110m.json')
};

/**
 * Natural Earth's countries, by way of the npm package `world-atlas`.
 * @param {keyof typeof FILES} scale
 * @returns {Atlas}
 */
export function readAtlas(scale) {
  return JSON.parse(readFileSync(new URL(FILES[scale]), 'utf8'));
}

/**
 * A country's two letters as in CLDR, or Natural Earth's name of what has none.
 * @param {{ id?: string | number | undefined, properties?: { name?: string } | undefined }} country
 */
export function countryOf({ id, properties }) {
  const name = properties?.name ?? '';
  return (id === undefined ? CODES[name] : territories[String(id)]) ?? name;
}

/** Three letters, as other data sets have them, to two. @param {string} a3 */
export function countryOfA3(a3) {
  return { XKX: 'XK', KOS: 'XK' }[a3] ?? territories[a3] ?? a3;
}

/** @param {string} country */
export function hasCode(country) {
  return /^[A-Z]{2}$/.test(country);
}

/** All land, without the lines between countries. @param {Atlas} atlas @returns {LonLat[][][]} rings as on a sphere */
export function landOf(atlas) {
  const countries = /** @type {Shape[]} */ (
    atlas.objects.countries.geometries.filter(({ type }) => type !== null)
  );
  const { coordinates } = merge(atlas, /** @type {any} */ (countries));
  return glueAntimeridian(/** @type {LonLat[][][]} */ (coordinates));
}

/**
 * Natural Earth at 1:10 million is cut along 180°: two parts that share a stretch of it become one again.
 * @param {LonLat[][][]} polygons
 */
function glueAntimeridian(polygons) {
  const [cut, whole] = [
    polygons.filter((rings) => seam(rings)),
    polygons.filter((rings) => !seam(rings))
  ];
  while (cut.length > 0) {
    const [one] = cut.splice(0, 1);
    const edge = one && seam(one);
    if (!one || !edge) continue;
    const at = cut.findIndex((rings) => {
      const other = seam(rings);
      return (
        other && Math.abs(other.from - edge.to) < 0.01 && Math.abs(other.to - edge.from) < 0.01
      );
    });
    const other = cut[at];
    const otherEdge = other && seam(other);
    if (!other || !otherEdge) {
      whole.push(one);
      continue;
    }
    cut.splice(at, 1);
    const ring = [...edge.opened, ...otherEdge.opened];
    whole.push([[...ring, /** @type {LonLat} */ (ring[0])], ...one.slice(1), ...other.slice(1)]);
  }
  return whole;
}

/**
 * The stretch of the antimeridian that a polygon's outer ring runs along, if there is one, and the ring opened there.
 * @param {LonLat[][]} polygon
 * @returns {{ from: number, to: number, opened: LonLat[] } | null} latitudes
 */
function seam([ring = []]) {
  const on = (/** @type {number} */ i) => Math.abs(ring[i]?.[0] ?? 0) > 179.9999;
  const at = ring.findIndex((_, i) => i + 1 < ring.length && on(i) && on(i + 1));
  const [from, to] = [ring[at], ring[at + 1]];
  if (at < 0 || !from || !to || Math.abs(from[1] - to[1]) < 0.03) return null;
  return {
    from: from[1],
    to: to[1],
    opened: [...ring.slice(at + 1, -1), ...ring.slice(0, at + 1)]
  };
}

/** Arcs between two countries, by number. @param {Atlas} atlas */
export function borderArcs(atlas) {
  /** @type {Map<number, string[]>} */
  const owners = new Map();
  /** @param {any} arcs @param {string} owner */
  const walk = (arcs, owner) => {
    for (const arc of arcs) {
      if (Array.isArray(arc)) walk(arc, owner);
      else owners.set(arc < 0 ? ~arc : arc, [...(owners.get(arc < 0 ? ~arc : arc) ?? []), owner]);
    }
  };
  for (const country of atlas.objects.countries.geometries)
    if ('arcs' in country) walk(country.arcs, countryOf(country));
  return [...owners]
    .filter(([, [a, b]]) => a !== undefined && b !== undefined)
    .map(([arc, [a = '', b = '']]) => ({ arc, a, b }))
    .sort((one, other) => one.arc - other.arc);
}

/** The lines between countries. @param {Atlas} atlas @returns {import('./borders.mjs').SharedLine[]} */
export function bordersOf(atlas) {
  return borderArcs(atlas).map(({ arc, a, b }) => {
    const line = feature(atlas, { type: 'LineString', arcs: [arc] }).geometry;
    return { a, b, line: /** @type {LonLat[]} */ (line.coordinates) };
  });
}

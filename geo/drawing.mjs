import archives from '../src/lib/map/tile-archives.json' with { type: 'json' };
import { quantize } from 'topojson-client';
import { bordersOf, landOf, readAtlas } from './atlas.mjs';
import { claimLines, sortBorders } from './borders.mjs';
import { countryPoints } from './country-points.mjs';
import { unwrapLine, wrapLine } from './plane.mjs';
import { readInput } from './read-input.mjs';
import { simplifyLine } from './simplify-line.mjs';

/** @typedef {[number, number]} LonLat */
/** @typedef {(point: LonLat) => number} ByPlace */

/**
 * The world for an SVG: where there is no WebGL, and for pictures made when the site is built.
 * @returns {import('topojson-specification').Topology} rings run as on a sphere (d3-geo) and may cross the antimeridian
 */
export function coarseDrawing() {
  return draw({
    scale: '110m',
    tolerance: () => 0.08,
    leastLand: () => 0,
    leastLake: () => 15_000,
    steps: 3_600,
    named: true
  });
}

/** The same in finer lines, finest around the regions that have an archive of their own; without names. */
export function fineDrawing() {
  return draw({
    scale: '10m',
    tolerance: byPlace(0.007, 0.04),
    leastLand: byPlace(2, 60),
    leastLake: byPlace(30, 1200),
    steps: 36_000,
    named: false
  });
}

/**
 * @param {object} options
 * @param {'10m' | '110m'} options.scale
 * @param {ByPlace} options.tolerance degrees
 * @param {ByPlace} options.leastLand square km
 * @param {ByPlace} options.leastLake square km
 * @param {number} options.steps around the world: coordinates are rounded to them
 * @param {boolean} options.named
 */
function draw({ scale, tolerance, leastLand, leastLake, steps, named }) {
  const atlas = readAtlas(scale);
  const borders = sortBorders(bordersOf(atlas));
  const disputed = [...borders.disputed, ...claimLines(readInput('claims'), borders)];
  const lakes = /** @type {{ area: number, rings: LonLat[][] }[]} */ (readInput('lakes'));
  /** @type {LonLat[][]} */
  const arcs = [];
  const simple = (/** @type {LonLat[]} */ line) =>
    wrapLine(simplifyLine(unwrapLine(line), tolerance));
  const add = (/** @type {LonLat[]} */ line) => arcs.push(line) - 1;
  const lines = (/** @type {LonLat[][]} */ all) => ({
    type: /** @type {const} */ ('MultiLineString'),
    arcs: all.map((line) => [add(simple(line))])
  });
  /** @param {LonLat[][][]} all @param {ByPlace} least */
  const areas = (all, least) => ({
    type: /** @type {const} */ ('MultiPolygon'),
    arcs: all.flatMap((rings) => {
      const large = rings.filter((ring) => squareKm(ring) >= least(ring[0] ?? [0, 0])).map(simple);
      const drawn = large.filter((ring) => ring.length > 3);
      return drawn.length === 0 ? [] : [drawn.map((ring) => [add(ring)])];
    })
  });
  const objects = {
    land: areas(landOf(atlas), leastLand),
    borders: lines(borders.country),
    disputed: lines(disputed),
    lakes: areas(
      lakes.map(({ rings }) => rings.map(turn)),
      leastLake
    ),
    ...(named && { names: names() })
  };
  return quantize({ type: 'Topology', objects, arcs }, steps);
}

function names() {
  return {
    type: /** @type {const} */ ('GeometryCollection'),
    geometries: countryPoints().map(({ code, point, zoom }) => ({
      type: /** @type {const} */ ('Point'),
      id: code,
      coordinates: point,
      properties: { zoom }
    }))
  };
}

/** @param {number} near where a region's archive lies @param {number} far elsewhere @returns {ByPlace} */
function byPlace(near, far) {
  return ([lon, lat]) =>
    archives.regions.some(({ bounds: [w = 0, s = 0, e = 0, n = 0] }) => {
      return lon > w && lon < e && lat > s && lat < n;
    })
      ? near
      : far;
}

/** Outer rings clockwise, holes the other way, as d3-geo has it. @param {LonLat[]} ring @param {number} index */
function turn(ring, index) {
  return signedArea(ring) > 0 === (index === 0) ? [...ring].reverse() : ring;
}

/** @param {LonLat[]} ring */
function squareKm(ring) {
  const line = unwrapLine(ring);
  // Round the pole: it is no ring on the plane.
  if (line[0]?.[0] !== line.at(-1)?.[0]) return Infinity;
  const middle = line.reduce((sum, [, lat]) => sum + lat, 0) / line.length;
  return Math.abs(signedArea(line)) * 111.2 ** 2 * Math.cos((middle * Math.PI) / 180);
}

/** @param {LonLat[]} ring square degrees, positive when it runs against the clock */
function signedArea(ring) {
  let sum = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [[x, y], [X, Y]] = /** @type {[LonLat, LonLat]} */ ([ring[i], ring[i + 1]]);
    sum += x * Y - X * y;
  }
  return sum / 2;
}

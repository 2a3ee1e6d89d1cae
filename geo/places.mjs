import { readFileSync } from 'node:fs';
import { LANGUAGES } from './languages.mjs';
import { readInput } from './read-input.mjs';

/** @typedef {[number, number]} LonLat */
/** @typedef {{ name?: string, zoom?: number, skip?: true, capital?: false } & Record<string, string | number | boolean | undefined>} Names name, what sets it apart, and names by language */
/** @typedef {{ id: number, name: string, country: string, kind: string, population: number, point: LonLat }} Source */
/** @typedef {{ point: LonLat, country: string, zoom: number, properties: Record<string, string | number> }} Place */

/** Where each zoom's places come from: the least people for a place to be shown at it. */
const PEOPLE = [
  { zoom: 3, people: 8_000_000 },
  { zoom: 4, people: 3_000_000 },
  { zoom: 5, people: 1_000_000 },
  { zoom: 6, people: 300_000 },
  { zoom: 7, people: 80_000 },
  { zoom: 8, people: 25_000 },
  { zoom: 9, people: 6_000 },
  { zoom: 10, people: 0 }
];
const LAST = 11;
/** The room that a name takes on the screen, in px: no other place begins in it. */
const ROOM = { x: 96, y: 36 };
/** Names of these countries are transcribed with marks that no newspaper prints. */
const PLAIN = new Set(
  'AE AF BH DZ EG IL IQ IR JO KW LB LY MA OM PK PS QA SA SD SY TN YE AM AZ TM UZ GR IN'.split(' ')
);

const names = /** @type {{ places: Record<string, Record<string, Names>> }} */ (
  JSON.parse(readFileSync(new URL('./names.json', import.meta.url), 'utf8'))
);
const cityNames = /** @type {{ country: string, names: Record<string, string> }[]} */ (
  readInput('city-names')
);

/**
 * All populated places with the least zoom at which each has room, the weightiest first.
 * @returns {Place[]}
 */
export function readPlaces() {
  const known = gatherNames(readSources());
  const room = new Map();
  return known
    .filter(({ called }) => called.skip !== true)
    .map((entry) => ({ ...entry, weight: weigh(entry.source) }))
    .sort((a, b) => b.weight - a.weight || a.source.id - b.source.id)
    .map(({ source, called }) => {
      const first = called.zoom ?? firstZoom(source);
      const zoom = called.zoom ?? firstFree(room, source.point, first);
      take(room, source.point, zoom);
      return {
        point: source.point,
        country: source.country,
        zoom,
        properties: describe(source, called, zoom)
      };
    })
    .filter(({ zoom }) => zoom <= LAST);
}

/** @returns {Source[]} */
function readSources() {
  const rows = /** @type {[number, string, string, string, number, number, number][]} */ (
    readInput('places')
  );
  return rows.map(([id, name, country, kind, population, lon, lat]) => ({
    id,
    name,
    country,
    kind,
    population,
    point: [lon, lat]
  }));
}

/** Puts the names kept by hand and those of CLDR to the places; by hand counts more. @param {Source[]} sources largest first */
function gatherNames(sources) {
  /** @type {Map<string, Names>} */
  const byHand = new Map();
  for (const [country, places] of Object.entries(names.places))
    for (const [name, called] of Object.entries(places)) byHand.set(`${country} ${name}`, called);
  const cldr = new Map(
    cityNames.map(({ country, names }) => [`${country} ${plain(names.en ?? '')}`, names])
  );
  /** @type {{ source: Source, called: Names }[]} */
  const out = [];
  for (const source of sources) {
    const key = `${source.country} ${source.name}`;
    const hand = byHand.get(key) ?? {};
    byHand.delete(key);
    const shared =
      cldr.get(`${source.country} ${plain(hand.name ?? source.name)}`) ??
      cldr.get(`${source.country} ${plain(source.name)}`);
    if (shared) for (const [at, value] of cldr) if (value === shared) cldr.delete(at);
    out.push({ source, called: { ...shared, ...hand } });
  }
  if (byHand.size > 0)
    throw new Error(`names.json names places that are not there: ${[...byHand.keys()].join('; ')}`);
  return out;
}

/** @param {Source} source @param {Names} called @param {number} zoom */
function describe(source, called, zoom) {
  const name = called.name ?? usualName(source, called);
  const local = (LANGUAGES[source.country] ?? [])
    .flatMap((language) => (typeof called[language] === 'string' ? [called[language]] : []))
    .filter((one, i, all) => all.indexOf(one) === i)
    .join(' / ');
  return {
    name,
    ...(called.sq !== undefined && called.sq !== name && { name_sq: String(called.sq) }),
    ...(called.fa !== undefined && called.fa !== name && { name_fa: String(called.fa) }),
    ...(local !== '' && local !== name && { local }),
    rank: Math.max(0, Math.min(6, firstZoom(source) - 3)),
    ...(source.kind === 'PPLC' && called.capital !== false && { capital: 1 }),
    zoom
  };
}

/** @param {Source} source @param {Names} called */
function usualName(source, called) {
  if (typeof called.en === 'string') return called.en;
  return PLAIN.has(source.country) ? plain(source.name) : source.name;
}

/** Without accents, dots and signs for letters that the Latin alphabet lacks. @param {string} name */
function plain(name) {
  return name.normalize('NFD').replace(/[\u0300-\u036f\u02bb-\u02bf\u2018\u2019`]/g, '');
}

/** @param {Source} source */
function firstZoom({ kind, population }) {
  const zoom = PEOPLE.find(({ people }) => population >= people)?.zoom ?? 10;
  if (kind === 'PPLC') return Math.min(zoom, population > 500_000 ? 4 : 5);
  return kind === 'PPLA' && population > 10_000 ? Math.min(zoom, 7) : zoom;
}

/** Capitals come before larger towns that are none. @param {Source} source */
function weigh(source) {
  const { kind, population } = source;
  const seat = { PPLC: 4_000_000, PPLA: 60_000, PPLA2: 3000 }[kind] ?? 0;
  return population + seat;
}

/** @param {Map<string, LonLat[]>} room @param {LonLat} point @param {number} first */
function firstFree(room, point, first) {
  let zoom = first;
  while (zoom <= LAST && !isFree(room, point, zoom)) zoom++;
  return zoom;
}

/** @param {Map<string, LonLat[]>} room places by zoom and cell, in px of that zoom @param {LonLat} point @param {number} zoom */
function isFree(room, point, zoom) {
  const [x, y] = pixels(point, zoom);
  const [column, row] = [Math.floor(x / ROOM.x), Math.floor(y / ROOM.y)];
  for (let dx = -1; dx <= 1; dx++)
    for (let dy = -1; dy <= 1; dy++)
      for (const [X, Y] of room.get(`${zoom} ${column + dx} ${row + dy}`) ?? [])
        if (Math.abs(X - x) < ROOM.x && Math.abs(Y - y) < ROOM.y) return false;
  return true;
}

/** @param {Map<string, LonLat[]>} room @param {LonLat} point @param {number} zoom */
function take(room, point, zoom) {
  for (let z = zoom; z <= LAST; z++) {
    const [x, y] = pixels(point, z);
    const key = `${z} ${Math.floor(x / ROOM.x)} ${Math.floor(y / ROOM.y)}`;
    const there = room.get(key);
    if (there) there.push([x, y]);
    else room.set(key, [[x, y]]);
  }
}

/** @param {LonLat} point @param {number} zoom @returns {LonLat} on the Mercator map */
function pixels([lon, lat], zoom) {
  const world = 512 * 2 ** zoom;
  const sin = Math.sin((lat * Math.PI) / 180);
  return [
    ((lon + 180) / 360) * world,
    (0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI) * world
  ];
}

/**
 * Writes the base map into static/basemap/ from the npm package `world-atlas` (Natural Earth as TopoJSON).
 * Same input, same bytes. See README.md beside this file.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { feature, meshArcs, quantize } from 'topojson-client';
import { labelPoint } from './label-point.mjs';

const SCALES = [
  // `steps` across the world: the finest that stays below what a reader can see at the zooms the scale is used at.
  // Names come with the first only: it is loaded always, and one list of them is enough.
  {
    scale: '110m',
    source: import.meta.resolve('world-atlas/countries-110m.json'),
    steps: 3_600,
    named: true
  },
  {
    scale: '50m',
    source: import.meta.resolve('world-atlas/countries-50m.json'),
    steps: 24_000,
    named: false
  }
];

/** Countries to which Natural Earth gives no ISO number but CLDR gives a code, and so a name in each language. */
const CODES = { Kosovo: 'XK' };

const out = new URL('../static/basemap/', import.meta.url);
await mkdir(out, { recursive: true });
for (const { scale, source, steps, named } of SCALES) {
  const text = JSON.stringify(
    slim(JSON.parse(await readFile(new URL(source), 'utf8')), steps, named)
  );
  await writeFile(new URL(`countries-${scale}.json`, out), text + '\n');
  console.log(`countries-${scale}.json  ${Math.round(text.length / 1000)} kB`);
}

/** Keeps what is drawn: land, borders between countries, and a point to write each country's name at. */
function slim(topology, steps, named) {
  const { countries, land } = topology.objects;
  const objects = {
    land: { type: 'MultiPolygon', arcs: land.geometries.flatMap((geometry) => geometry.arcs) },
    borders: meshArcs(topology, countries, (a, b) => a !== b),
    ...(named && { names: { type: 'GeometryCollection', geometries: names(topology) } })
  };
  const arcs = renumber(objects, topology);
  return quantize({ type: 'Topology', objects, arcs }, steps);
}

function names(topology) {
  return topology.objects.countries.geometries.flatMap((country) => {
    const code = countryCode(country);
    if (code === null) return [];
    const { point, width } = labelPoint(feature(topology, country).geometry);
    // The zoom at which the country is some 64 px wide: smaller, and its name covers its neighbours.
    const zoom = Math.max(1, Math.log2((64 * 360) / (512 * width)));
    const properties = { zoom: Math.round(zoom * 10) / 10 };
    return [{ type: 'Point', id: code, coordinates: point, properties }];
  });
}

/** Natural Earth's three digits as the two letters that `Intl.DisplayNames` knows; null for what has neither. */
function countryCode(country) {
  if (country.id === undefined) return CODES[country.properties.name] ?? null;
  const code = new Intl.Locale(`und-${country.id}`).region;
  return /^[A-Z]{2}$/.test(code) && code !== 'AQ' ? code : null;
}

/** Drops the arcs that `objects` no longer use; returns the rest in degrees. */
function renumber(objects, topology) {
  const kept = new Map();
  const index = (arc) => {
    const old = arc < 0 ? ~arc : arc;
    if (!kept.has(old)) kept.set(old, kept.size);
    const now = kept.get(old);
    return arc < 0 ? ~now : now;
  };
  const walk = (arcs) => arcs.map((arc) => (Array.isArray(arc) ? walk(arc) : index(arc)));
  for (const object of Object.values(objects)) if (object.arcs) object.arcs = walk(object.arcs);
  return [...kept.keys()].map((old) => degrees(topology.arcs[old], topology.transform));
}

function degrees(arc, { scale, translate }) {
  let x = 0;
  let y = 0;
  return arc.map(([dx, dy]) => [
    (x += dx) * scale[0] + translate[0],
    (y += dy) * scale[1] + translate[1]
  ]);
}

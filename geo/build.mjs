/**
 * Writes the base map into static/basemap/, or with `--out DIR` into that folder. Same inputs, same bytes. See README.md beside this file.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'fflate';
import archives from '../src/lib/map/tile-archives.json' with { type: 'json' };
import { coarseDrawing, fineDrawing } from './drawing.mjs';
import { ATTRIBUTION, FIELDS } from './contract.mjs';
import { regionLayers, worldLayers } from './layers.mjs';
import { writePmtiles } from './pmtiles-writer.mjs';
import { sizeTable } from './size-table.mjs';
import { cutTiles } from './tiles.mjs';

/** @typedef {import('./tiles.mjs').Layers} Layers */
/** @typedef {import('./size-table.mjs').Row} Row */

const { values } = parseArgs({ options: { out: { type: 'string' } } });
const out = resolve(values.out ?? fileURLToPath(new URL('../static/basemap/', import.meta.url)));
const WORLD = [-180, -85.0511287, 180, 85.0511287];

await mkdir(out, { recursive: true });
const rows = [await writeArchive('world', WORLD, archives.world, worldLayers())];
for (const region of archives.regions)
  rows.push(await writeArchive(region.id, region.bounds, region, regionLayers(region)));
rows.push(await writeDrawing('drawing-coarse.json', coarseDrawing()));
rows.push(await writeDrawing('drawing-fine.json', fineDrawing()));

const table = sizeTable(rows);
console.log(table);
if (values.out === undefined) await writeTable(table);

/**
 * @param {string} id
 * @param {readonly number[]} bounds
 * @param {{ minzoom: number, maxzoom: number }} zooms
 * @param {(z: number) => Layers} layersAt
 * @returns {Promise<Row>}
 */
async function writeArchive(id, bounds, { minzoom, maxzoom }, layersAt) {
  const tiles = [];
  for (let z = minzoom; z <= maxzoom; z++)
    tiles.push(...cutTiles(layersAt(z), z, bounds, { finest: z === maxzoom }));
  const bytes = writePmtiles(tiles, {
    bounds,
    metadata: {
      name: `Dateline ${id}`,
      attribution: ATTRIBUTION,
      type: 'baselayer',
      vector_layers: Object.keys(layersAt(maxzoom)).map((layer) => ({
        id: layer,
        minzoom,
        maxzoom,
        fields: FIELDS[layer] ?? {}
      }))
    }
  });
  await writeFile(join(out, `${id}.pmtiles`), bytes);
  const largest = tiles.reduce((most, { data }) => Math.max(most, data.length), 0);
  return {
    file: `${id}.pmtiles`,
    zooms: `${minzoom}–${maxzoom}`,
    tiles: tiles.length,
    bytes: bytes.length,
    largest
  };
}

/** @param {string} file @param {object} topology @returns {Promise<Row>} with its size as it is sent, by gzip */
async function writeDrawing(file, topology) {
  const bytes = new TextEncoder().encode(`${JSON.stringify(topology)}\n`);
  await writeFile(join(out, file), bytes);
  return { file, bytes: gzipSync(bytes, { level: 9, mtime: 0 }).length };
}

/** Between the two comments in README.md. @param {string} table */
async function writeTable(table) {
  const path = new URL('./README.md', import.meta.url);
  const text = await readFile(path, 'utf8');
  const marked = /(<!-- sizes -->\n)[\s\S]*(<!-- \/sizes -->)/;
  if (!marked.test(text)) throw new Error('geo/README.md has lost its <!-- sizes --> comments');
  await writeFile(path, text.replace(marked, `$1\n${table}\n$2`));
}

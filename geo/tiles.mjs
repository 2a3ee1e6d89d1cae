import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { gzipSync } from 'fflate';

/** @typedef {import('geojson').Feature} Feature */
/** @typedef {Record<string, Feature[]>} Layers in the order in which they are written */

const EXTENT = 4096;
/** A tile is drawn 512 px wide, so this many units are a pixel. */
const PER_PIXEL = EXTENT / 512;

/**
 * Cuts layers into vector tiles of one zoom. What is smaller than half a pixel there is left out.
 * @param {Layers} layers
 * @param {number} z
 * @param {readonly number[]} bounds west, south, east, north in degrees: tiles that touch them
 * @param {{ finest?: boolean }} [options] `finest`: drawn enlarged as well, so twice as exact
 * @returns {import('./pmtiles-writer.mjs').Tile[]} tiles with something in them
 */
export function cutTiles(layers, z, bounds, { finest = false } = {}) {
  const indexes = Object.entries(layers)
    .filter(([, features]) => features.length > 0)
    .map(([name, features]) => ({
      name,
      // One zoom more than is wanted: at its last zoom geojson-vt leaves everything in.
      index: new GeoJSONVT(
        { type: 'FeatureCollection', features },
        {
          maxZoom: z + 1,
          indexMaxZoom: z,
          indexMaxPoints: 0,
          tolerance: PER_PIXEL * (finest ? 0.25 : 0.5),
          extent: EXTENT,
          buffer: 64
        }
      )
    }));
  const tiles = [];
  const [west, north, east, south] = tileRange(z, bounds);
  for (let x = west; x <= east; x++)
    for (let y = north; y <= south; y++) {
      /** @type {Record<string, import('@maplibre/geojson-vt').GeoJSONVTTile>} */
      const content = {};
      for (const { name, index } of indexes) {
        const tile = index.getTile(z, x, y);
        if (tile !== null && tile.features.length > 0) content[name] = tile;
      }
      if (Object.keys(content).length === 0) continue;
      const bytes = fromGeojsonVt(content, { version: 2, extent: EXTENT });
      tiles.push({ z, x, y, data: gzipSync(bytes, { level: 9, mtime: 0 }) });
    }
  return tiles;
}

/**
 * @param {number} z
 * @param {readonly number[]} bounds
 * @returns {[number, number, number, number]} first column and row, last column and row
 */
function tileRange(z, [w = 0, s = 0, e = 0, n = 0]) {
  const last = 2 ** z - 1;
  const column = (/** @type {number} */ lon) => ((lon + 180) / 360) * 2 ** z;
  const row = (/** @type {number} */ lat) => {
    const sin = Math.sin((Math.max(-85.05, Math.min(85.05, lat)) * Math.PI) / 180);
    return (0.5 - (0.25 * Math.log((1 + sin) / (1 - sin))) / Math.PI) * 2 ** z;
  };
  return [
    Math.max(0, Math.floor(column(w))),
    Math.max(0, Math.floor(row(n))),
    Math.min(last, Math.ceil(column(e)) - 1),
    Math.min(last, Math.ceil(row(s)) - 1)
  ];
}

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { PMTiles, type Source } from 'pmtiles';

/** An archive in memory, for the reader that the app uses too. */
export function sourceOf(bytes: Uint8Array): Source {
  return {
    getKey: () => 'memory',
    getBytes: async (offset, length) => ({
      data: new Uint8Array(bytes.subarray(offset, offset + length)).buffer
    })
  };
}

export function openArchive(bytes: Uint8Array): PMTiles {
  return new PMTiles(sourceOf(bytes));
}

export function archivePath(file: string): string {
  return fileURLToPath(new URL(`../../../static/basemap/${file}`, import.meta.url));
}

export function readArchive(id: string): PMTiles {
  return openArchive(readFileSync(archivePath(`${id}.pmtiles`)));
}

export interface ReadTile {
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly tile: VectorTile;
}

export async function readTile(archive: PMTiles, z: number, x: number, y: number) {
  const found = await archive.getZxy(z, x, y);
  return found === undefined ? null : { z, x, y, tile: new VectorTile(new PbfReader(found.data)) };
}

/** Every tile that could be there is asked for: what the header counts must be what is found. */
export async function readAllTiles(archive: PMTiles): Promise<ReadTile[]> {
  const { minZoom, maxZoom, minLon, maxLon, minLat, maxLat } = await archive.getHeader();
  const tiles: ReadTile[] = [];
  for (let z = minZoom; z <= maxZoom; z++) {
    const [west, north] = tileOf([minLon, maxLat], z);
    const [east, south] = tileOf([maxLon, minLat], z);
    for (let x = west; x <= Math.min(east, 2 ** z - 1); x++)
      for (let y = north; y <= Math.min(south, 2 ** z - 1); y++) {
        const read = await readTile(archive, z, x, y);
        if (read !== null) tiles.push(read);
      }
  }
  return tiles;
}

/** The tile that a point is in, column and row. */
export function tileOf([lon, lat]: readonly [number, number], z: number): [number, number] {
  const [x, y] = onMap([lon, lat], z);
  return [Math.max(0, Math.floor(x)), Math.max(0, Math.floor(y))];
}

/** A point on the Mercator map, in tiles. */
function onMap([lon, lat]: readonly [number, number], z: number): [number, number] {
  const sin = Math.sin((lat * Math.PI) / 180);
  const y = 0.5 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI);
  return [((lon + 180) / 360) * 2 ** z, y * 2 ** z];
}

export function featuresOf({ tile }: ReadTile, layer: string): VectorTileFeature[] {
  const found = tile.layers[layer];
  return found === undefined
    ? []
    : Array.from({ length: found.length }, (_, i) => found.feature(i));
}

/** Whether a layer's polygons cover a point of the earth, by the tile as it is drawn. */
export function covers(read: ReadTile | null, layer: string, point: readonly [number, number]) {
  if (read === null) return false;
  const [x, y] = onMap(point, read.z);
  const at = { x: (x - read.x) * 4096, y: (y - read.y) * 4096 };
  return featuresOf(read, layer).some((feature) => {
    let inside = false;
    for (const ring of feature.loadGeometry())
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
        const [a, b] = [ring[i] as { x: number; y: number }, ring[j] as { x: number; y: number }];
        if (a.y > at.y !== b.y > at.y && at.x < ((b.x - a.x) * (at.y - a.y)) / (b.y - a.y) + a.x)
          inside = !inside;
      }
    return inside;
  });
}

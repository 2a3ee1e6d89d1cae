import type { SourceSpecification, VectorSourceSpecification } from 'maplibre-gl';
import type { StyleOptions } from './style-options';

export const WORLD = 'world';
export const STREETS = 'streets';

/**
 * Archives state their tiles' address and extent outright: nothing is then asked of one before a tile of it is in sight, none is asked
 * for a tile outside its bounds, and beyond its last zoom MapLibre enlarges.
 */
export function buildSources(options: StyleOptions): Record<string, SourceSpecification> {
  const { basemap, archives, streets } = options;
  const tiles = (id: string) => [`pmtiles://${basemap}/${id}.pmtiles/{z}/{x}/{y}`];
  const sources: Record<string, SourceSpecification> = {
    [WORLD]: { type: 'vector', tiles: tiles(WORLD), ...archives.world }
  };
  for (const { id, bounds, minzoom, maxzoom } of archives.regions)
    sources[id] = { type: 'vector', tiles: tiles(id), bounds: box(bounds), minzoom, maxzoom };
  if (streets !== null) sources[STREETS] = { type: 'vector', url: streetsUrl(streets) };
  return sources;
}

function streetsUrl(address: string): string {
  return new URL(address).pathname.endsWith('.pmtiles') ? `pmtiles://${address}` : address;
}

function box([west = -180, south = -85.051129, east = 180, north = 85.051129]: readonly number[]) {
  return [west, south, east, north] satisfies VectorSourceSpecification['bounds'];
}

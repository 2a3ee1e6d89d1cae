import type { BaseTopology } from '$lib/map/basemap-data';

/** The ground for drawn maps, which one file has in itself. */
export async function readGround(_: string, scale: 'coarse' | 'fine'): Promise<BaseTopology> {
  return JSON.parse(document.getElementById(`ground-${scale}`)?.textContent ?? '');
}

import type { BaseTopology } from './basemap-data';

/** The ground for drawn maps, for looking from afar or from nearer. `basemap`: the folder of the base map. Rejects when it does not come. */
export async function readGround(basemap: string, scale: 'coarse' | 'fine'): Promise<BaseTopology> {
  const address = `${basemap}/drawing-${scale}.json`;
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

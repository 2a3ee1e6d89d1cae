import { geoContains } from 'd3-geo';
import type { LonLat } from '../core/story';
import { readBaseMap, type BaseTopology } from './basemap-data';

/** How to tell whether a position is on land, and not in a lake, as the drawing of the ground has it. */
export function landIn(topology: BaseTopology): (point: LonLat) => boolean {
  const { land, lakes } = readBaseMap(topology);
  return ([lon, lat]) => geoContains(land, [lon, lat]) && !geoContains(lakes, [lon, lat]);
}

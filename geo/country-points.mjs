import { feature } from 'topojson-client';
import { countryOf, hasCode, readAtlas } from './atlas.mjs';
import { labelPoint } from './label-point.mjs';

/** A country or an island narrower than this at this zoom is named all the same. */
const LATEST = 7;

/**
 * A point for each country's name, and the zoom at which the country is some 64 px wide: smaller, and the name covers its neighbours.
 * @returns {{ code: string, point: [number, number], zoom: number }[]} by CLDR code, in Natural Earth's order
 */
export function countryPoints() {
  const atlas = readAtlas('50m');
  const points = atlas.objects.countries.geometries.flatMap((country) => {
    const code = countryOf({ id: country.id, properties: country.properties });
    if (!hasCode(code) || code === 'AQ' || country.type === null) return [];
    const area = /** @type {import('geojson').Feature<import('geojson').Polygon>} */ (
      feature(atlas, country)
    );
    const { point, width } = labelPoint(area.geometry);
    const zoom = Math.max(1, Math.min(LATEST, Math.log2((64 * 360) / (512 * width))));
    return [{ code, point, zoom: Math.round(zoom * 10) / 10 }];
  });
  // Far islands with their country's code are not named after it.
  const widest = new Map();
  for (const each of points)
    if (!(widest.get(each.code)?.zoom <= each.zoom)) widest.set(each.code, each);
  return points.filter((each) => widest.get(each.code) === each);
}

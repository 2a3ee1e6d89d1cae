import type { Feature, FeatureCollection, MultiLineString, MultiPolygon, Point } from 'geojson';
import { feature } from 'topojson-client';
import type {
  GeometryCollection,
  MultiLineString as Lines,
  MultiPolygon as Polygons,
  Topology
} from 'topojson-specification';

/** What `geo/build.mjs` writes. */
export type BaseTopology = Topology<{
  land: Polygons;
  borders: Lines;
  names?: GeometryCollection<{ zoom: number }>;
}>;

export interface BaseMap {
  readonly land: Feature<MultiPolygon>;
  readonly borders: Feature<MultiLineString>;
  /** Null when the file has none. */
  readonly names: FeatureCollection<Point, { name: string; zoom: number }> | null;
}

export function readBaseMap(topology: BaseTopology, language: string): BaseMap {
  const { land, borders, names } = topology.objects;
  const polygons = feature(topology, land) as Feature<MultiPolygon>;
  const coordinates = polygons.geometry.coordinates.map((rings) => rings.map(unwrapRing));
  return {
    land: { ...polygons, geometry: { type: 'MultiPolygon', coordinates } },
    borders: feature(topology, borders) as Feature<MultiLineString>,
    names: names === undefined ? null : namesIn(topology, names, language)
  };
}

function namesIn(
  topology: BaseTopology,
  names: GeometryCollection<{ zoom: number }>,
  language: string
): FeatureCollection<Point, { name: string; zoom: number }> {
  const display = new Intl.DisplayNames(language, { type: 'region' });
  const points = feature(topology, names) as FeatureCollection<Point, { zoom: number }>;
  const features = points.features.map((point) => {
    const name = display.of(String(point.id)) ?? '';
    return { ...point, properties: { zoom: point.properties.zoom, name } };
  });
  return { type: 'FeatureCollection', features };
}

/**
 * Land in the file crosses the antimeridian as on a sphere; MapLibre draws a plane and would streak it across the map. So longitudes
 * run on past 180°, and a ring that goes round the pole (Antarctica) is closed along the bottom edge.
 */
export function unwrapRing(ring: readonly (readonly number[])[]): number[][] {
  let turns = 0;
  let before: number | null = null;
  const out = ring.map(([lon = 0, lat = 0]) => {
    if (before !== null && Math.abs(lon - before) > 180) turns -= Math.sign(lon - before);
    before = lon;
    return [lon + 360 * turns, lat];
  });
  if (turns === 0) return out;
  const [first, last] = [out[0] as number[], out[out.length - 1] as number[]];
  return [...out, [last[0] as number, -90], [first[0] as number, -90], first];
}

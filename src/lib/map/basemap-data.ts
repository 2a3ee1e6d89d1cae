import type { FeatureCollection, MultiLineString, MultiPolygon, Point } from 'geojson';
import { feature } from 'topojson-client';
import type {
  GeometryCollection,
  MultiLineString as Lines,
  MultiPolygon as Polygons,
  Topology
} from 'topojson-specification';

/** What `geo/build.mjs` writes for drawings: `static/basemap/drawing-*.json`. */
export type BaseTopology = Topology<{
  land: Polygons;
  borders: Lines;
  disputed: Lines;
  lakes: Polygons;
  names?: GeometryCollection<{ zoom: number }>;
}>;

/** The ground as shapes on a sphere, in degrees. */
export interface BaseMap {
  readonly land: MultiPolygon;
  readonly lakes: MultiPolygon;
  readonly borders: MultiLineString;
  readonly disputed: MultiLineString;
}

/** Where a country's name is best written. */
export interface CountryPoint {
  /** As `Intl.DisplayNames` knows it. */
  readonly code: string;
  readonly point: readonly [lon: number, lat: number];
  /** The least MapLibre zoom at which the name has room. */
  readonly zoom: number;
}

export function readBaseMap(topology: BaseTopology): BaseMap {
  const { land, lakes, borders, disputed } = topology.objects;
  return {
    land: feature(topology, land).geometry as MultiPolygon,
    lakes: feature(topology, lakes).geometry as MultiPolygon,
    borders: feature(topology, borders).geometry as MultiLineString,
    disputed: feature(topology, disputed).geometry as MultiLineString
  };
}

/** Only the coarse file has them. */
export function readCountries(topology: BaseTopology): readonly CountryPoint[] {
  const { names } = topology.objects;
  if (names === undefined) return [];
  const { features } = feature(topology, names) as FeatureCollection<Point, { zoom: number }>;
  return features.map(({ id, geometry, properties }) => ({
    code: String(id),
    point: geometry.coordinates as [number, number],
    zoom: properties.zoom
  }));
}

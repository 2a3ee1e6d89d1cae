import type { Feature, FeatureCollection, Point } from 'geojson';
import type { BenchColumns } from '../data';

/** `to` is the last moment of the event: its end, or its start where it has none. */
export type TimedFeature = Feature<Point, { from: number; to: number }>;

/** One GeoJSON object an event, which is what the other ways of showing them are given. */
export function featuresOf({ n, lon, lat, start, end }: BenchColumns): TimedFeature[] {
  return Array.from({ length: n }, (_, i) => {
    const from = start[i] as number;
    const until = end[i] as number;
    return {
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon[i] as number, lat[i] as number] },
      properties: { from, to: Number.isNaN(until) ? from : until }
    };
  });
}

export function collectionOf<F extends Feature>(
  features: F[]
): FeatureCollection & { features: F[] } {
  return { type: 'FeatureCollection', features };
}

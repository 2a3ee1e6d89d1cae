import type { GeoJSONSource } from 'maplibre-gl';
import type { BenchSubject } from '../contract';
import { firstWindow } from '../windows';
import { collectionOf, featuresOf, type TimedFeature } from './features';
import { countPictures, drawn, emptyMap, featuresAt } from './maplibre-map';

/** The way in common use where there are many: the events of the window as the new data of a source that clusters them. */
export async function setData(box: HTMLElement): Promise<BenchSubject> {
  const map = await emptyMap(box);
  const frames = countPictures(map, 'events');
  let features: TimedFeature[] = [];
  const within = (from: number, to: number) =>
    collectionOf(features.filter(({ properties: p }) => p.from < to && p.to >= from));
  return {
    load(columns) {
      features = featuresOf(columns);
      const data = within(...firstWindow(columns));
      map.addSource('events', { type: 'geojson', data, cluster: true, generateId: true });
      map.addLayer({
        id: 'events',
        type: 'circle',
        source: 'events',
        paint: {
          'circle-radius': ['step', ['coalesce', ['get', 'point_count'], 1], 4, 2, 9, 100, 14],
          'circle-color': '#a3262a',
          'circle-opacity': 0.7
        }
      });
      return drawn(map);
    },
    scrub(from, to) {
      map.getSource<GeoJSONSource>('events')?.setData(within(from, to));
      return drawn(map);
    },
    visibleCount() {
      // At the edge of a tile a circle is drawn by both. Clusters and single events number themselves apart.
      const counts = new Map<string, number>();
      for (const { id, properties: p } of map.queryRenderedFeatures({ layers: ['events'] })) {
        counts.set(`${p.cluster ? 'cluster' : 'event'} ${id}`, p.point_count ?? 1);
      }
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    },
    frames,
    hover: (x, y) => featuresAt(map, 'events', x, y)
  };
}

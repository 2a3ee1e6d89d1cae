import type { FilterSpecification } from 'maplibre-gl';
import type { BenchSubject } from '../contract';
import { firstWindow, type BenchWindow } from '../windows';
import { collectionOf, featuresOf } from './features';
import { countPictures, drawn, emptyMap, featuresAt } from './maplibre-map';

/** The way in commonest use: all events in a GeoJSON source, the window in the filter of a circle layer. */
export async function setFilter(box: HTMLElement): Promise<BenchSubject> {
  const map = await emptyMap(box);
  const frames = countPictures(map, 'events');
  return {
    load(columns) {
      const data = collectionOf(featuresOf(columns));
      map.addSource('events', { type: 'geojson', data, generateId: true });
      map.addLayer({
        id: 'events',
        type: 'circle',
        source: 'events',
        filter: filterOf(firstWindow(columns)),
        paint: { 'circle-radius': 4, 'circle-color': '#a3262a', 'circle-opacity': 0.7 }
      });
      return drawn(map);
    },
    scrub(from, to) {
      map.setFilter('events', filterOf([from, to]));
      return drawn(map);
    },
    // At the edge of a tile a circle is drawn by both.
    visibleCount: () =>
      new Set(map.queryRenderedFeatures({ layers: ['events'] }).map(({ id }) => id)).size,
    frames,
    hover: (x, y) => featuresAt(map, 'events', x, y)
  };
}

function filterOf([from, to]: BenchWindow): FilterSpecification {
  return ['all', ['<', ['get', 'from'], to], ['>=', ['get', 'to'], from]];
}

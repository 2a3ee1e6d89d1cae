import leaflet, { type Timeline } from 'leaflet';
import 'leaflet/dist/leaflet.css';
import 'leaflet.timeline';
import type { BenchSubject } from '../contract';
import { firstWindow } from '../windows';
import { collectionOf, featuresOf, type TimedFeature } from './features';
import { CENTER, ZOOM } from './view';

/**
 * leaflet.timeline shows an instant, not a window: here every event is lengthened by the window's width and shown at the window's end, so a
 * window of another width is another layer, made from the start.
 */
export function leafletTimeline(box: HTMLElement): BenchSubject {
  const [lon, lat] = CENTER;
  // Leaflet's world is half as wide at the same zoom.
  const view = { center: [lat, lon], zoom: ZOOM + 1 };
  const map = leaflet.map(box, { ...view, zoomControl: false, attributionControl: false });
  const renderer = leaflet.canvas();
  const style = { renderer, radius: 4, stroke: false, fillColor: '#a3262a', fillOpacity: 0.7 };

  let features: TimedFeature[] = [];
  let layer: Timeline | null = null;
  let width = 0;
  let [frames, asked] = [0, false];
  let waiting: (() => void)[] = [];

  function layerOf(): Timeline {
    return leaflet.timeline(collectionOf(features), {
      getInterval(feature) {
        const { from, to } = (feature as TimedFeature).properties;
        return { start: from, end: to + width, startExclusive: true };
      },
      pointToLayer: (_, place) => leaflet.circleMarker(place, style)
    });
  }

  function painted() {
    asked = false;
    frames++;
    const done = waiting;
    waiting = [];
    for (const resolve of done) resolve();
  }

  function scrub(from: number, to: number): Promise<void> {
    if (!layer || to - from !== width) {
      width = to - from;
      layer?.remove();
      layer = layerOf().addTo(map);
    }
    layer.setTime(to);
    // Leaflet has asked for its frame by now, and is called before us in it.
    if (!asked) requestAnimationFrame(painted);
    asked = true;
    return new Promise((resolve) => waiting.push(resolve));
  }

  return {
    load(columns) {
      features = featuresOf(columns);
      return scrub(...firstWindow(columns));
    },
    scrub,
    visibleCount: () => layer?.getLayers().length ?? 0,
    frames: () => frames
  };
}

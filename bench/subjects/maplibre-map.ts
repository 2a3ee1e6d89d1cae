import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
// Without this line the build passes and the map never loads.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import { CENTER, ZOOM } from './view';

setWorkerUrl(workerUrl);

/** A map with nothing on it but a colour: the least that any base map costs. Settles when it is there. */
export async function emptyMap(box: HTMLElement): Promise<MapLibreMap> {
  const map = new MapLibreMap({
    container: box,
    center: [...CENTER],
    zoom: ZOOM,
    attributionControl: false,
    fadeDuration: 0,
    style: {
      version: 8,
      sources: {},
      layers: [{ id: 'ground', type: 'background', paint: { 'background-color': '#dde5e8' } }]
    }
  });
  await map.once('load');
  return map;
}

/** Settles when all that the map was told until now is drawn. */
export async function drawn(map: MapLibreMap): Promise<void> {
  // Told what it knows already, a map has nothing to draw and would never be idle again.
  map.triggerRepaint();
  await map.once('idle');
}

/** Counts the frames that show something new of a source: a tile laid out again, in whole or in part. */
export function countPictures(map: MapLibreMap, source: string): () => number {
  let [pictures, fresh] = [0, false];
  map.on('sourcedata', (event) => {
    if (event.sourceId === source && event.tile) fresh = true;
  });
  map.on('render', () => {
    if (fresh) pictures++;
    fresh = false;
  });
  return () => pictures;
}

/** What is drawn within 6 pixels. */
export function featuresAt(map: MapLibreMap, layer: string, x: number, y: number): unknown {
  const box: [[number, number], [number, number]] = [
    [x - 6, y - 6],
    [x + 6, y + 6]
  ];
  return map.queryRenderedFeatures(box, { layers: [layer] });
}

import { addProtocol, LngLat, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import type { ErrorEvent, GeoJSONSource } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
// Without this line the build passes and the map never loads: MapLibre would ask for a worker at an address that does not exist.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { LonLat } from '../core/story';
import type { Camera } from '../core/view';
import type { Padding } from './aim';
import { CLEAR, clearings, clearLayers, type Clear } from './clear-ground';
import archives from './tile-archives.json';
import { FLIGHT_MS, sightOf, STEP_MS, type EngineOptions, type MapEngine } from './engine';
import { absolute, type BaseMapAddress } from './ground-address';
import type { MapHealth } from './map-status';
import type { Opening } from './opening';
import { frameOf, MAX_ZOOM, MIN_ZOOM, type Frame } from './projection';
import { registerTiles } from './style/tile-protocol';
import { fontFiles } from './style/font-files';
import { buildStyle, themeColours } from './style/build-style';
import { nameFilters } from './style/label-layers';
import { addPlaceImages } from './style/place-images';
import { readPalette, watchTheme } from './style/palette';
import { PROJECTION } from './style/projection-zooms';
import { WORLD } from './style/sources';
import type { StyleOptions } from './style/style-options';

setWorkerUrl(workerUrl);
registerTiles(addProtocol);

export interface EventMapOptions extends EngineOptions {
  readonly address: BaseMapAddress;
  readonly onhealth: (change: Partial<MapHealth>) => void;
}

function withinWorld({ lng, lat }: LngLat, zoom: number) {
  const center = new LngLat(lng, Math.max(-85, Math.min(85, lat))).wrap();
  return { center, zoom: Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, zoom)) };
}

/** Marks movements that the reader did not make. */
const TOLD = { told: true };

/** The living map: the only code that talks to MapLibre. The camera is MapLibre's own while the reader moves it. */
export class EventMap implements MapEngine {
  readonly #map: MapLibreMap;
  readonly #options: EventMapOptions;
  readonly #observer: ResizeObserver;
  readonly #stopWatching: () => void;
  #padding: Padding;
  #hidden: readonly string[];
  #clear: readonly Clear[];
  /** False until MapLibre has read the style, and whenever it has dropped it; it then takes no word about layers. */
  #styled = false;
  /** A tile of the world did not come; whether any has is seen once it is time to show them. */
  #failed = false;
  #ready = false;

  /** Throws where there is no WebGL. */
  constructor(container: HTMLElement, options: EventMapOptions) {
    this.#options = options;
    this.#padding = options.padding;
    this.#hidden = options.hidden;
    this.#clear = options.clear;
    const { start, gestures, address } = options;
    this.#map = new MapLibreMap({
      container,
      style: address.style
        ? absolute(address.style.address)
        : buildStyle(this.#styleOptions(container)),
      center: [start.lon, start.lat],
      zoom: start.zoom,
      minZoom: MIN_ZOOM,
      maxZoom: MAX_ZOOM,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      // A flat world may be lower than the picture, as it is in the drawing: MapLibre would zoom in until it is not.
      transformConstrain: options.lens.flat ? withinWorld : null,
      cooperativeGestures: options.cooperative,
      trackResize: false,
      fadeDuration: 150,
      locale: {
        'Map.Title': options.title,
        'CooperativeGesturesHandler.WindowsHelpText': gestures.desktop,
        'CooperativeGesturesHandler.MacHelpText': gestures.mac,
        'CooperativeGesturesHandler.MobileHelpText': gestures.touch
      }
    });
    container.classList.toggle('flat', options.lens.flat);
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.setPadding(options.padding, TOLD);
    this.#focusLens();
    this.#listen();
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(container);
    this.#stopWatching = watchTheme(this.#recolour);
    // A way in for who wants to ask the map what it has drawn: a page that has this list finds its maps there.
    (globalThis as { datelineMaps?: MapLibreMap[] }).datelineMaps?.push(this.#map);
  }

  get frame(): Frame {
    const { lng, lat } = this.#map.getCenter();
    return frameOf(
      sightOf({
        center: [lng, lat],
        zoom: this.#map.getZoom(),
        ...this.#size,
        padding: this.#padding,
        lens: this.#options.lens
      })
    );
  }

  carry(overlay: HTMLElement): void {
    this.#map.getCanvasContainer().append(overlay);
  }

  focus(): void {
    this.#map.getCanvas().focus({ preventScroll: true });
  }

  show(target: Camera | Opening, animate: boolean): void {
    const to = this.#options.aim.take(target, this.#size, this.#padding);
    if (to) this.#move(to, animate, TOLD);
  }

  /** Looks where another map looks, and says when it has drawn what is there. */
  arriveAt({ lon, lat, zoom }: Camera, then: () => void): void {
    const { center, zoom: now } = this.frame;
    if (Math.abs(now - zoom) < 1e-6 && Math.hypot(center[0] - lon, center[1] - lat) < 1e-6) {
      then();
      return;
    }
    this.#move({ lon, lat, zoom }, false, TOLD);
    this.#map.once('idle', then);
  }

  zoomBy(steps: number): void {
    this.#move({ zoom: this.#map.getZoom() + steps }, true, {});
  }

  zoomTo([lon, lat]: LonLat, zoom: number): void {
    this.#move({ lon, lat, zoom: Math.min(zoom, MAX_ZOOM) }, true, {});
  }

  lookAt(opening: Opening): void {
    const to = this.#options.aim.take(opening, this.#size, this.#padding);
    if (to) this.#move(to, true, {});
  }

  setPadding(padding: Padding): void {
    const now = this.#padding;
    const same = (Object.keys(padding) as (keyof Padding)[]).every((e) => padding[e] === now[e]);
    if (same) return;
    this.#padding = padding;
    this.#map.setPadding(padding, TOLD);
    this.#refit();
  }

  setCooperative(on: boolean): void {
    const { cooperativeGestures } = this.#map;
    if (on) cooperativeGestures.enable();
    else cooperativeGestures.disable();
  }

  hideNames(names: readonly string[]): void {
    if (`${names}` === `${this.#hidden}`) return;
    this.#hidden = names;
    this.#filterNames();
  }

  keepClear(clear: readonly Clear[]): void {
    if (JSON.stringify(clear) === JSON.stringify(this.#clear)) return;
    this.#clear = clear;
    if (this.#styled) this.#map.getSource<GeoJSONSource>(CLEAR)?.setData(clearings(clear));
  }

  destroy(): void {
    this.#observer.disconnect();
    this.#stopWatching();
    this.#map.remove();
  }

  get #size() {
    const { clientWidth: width, clientHeight: height } = this.#map.getContainer();
    return { width, height };
  }

  #styleOptions(element: Element): StyleOptions {
    const { address, language } = this.#options;
    return {
      basemap: absolute(address.basemap),
      streets: address.streets === null ? null : absolute(address.streets),
      fonts: {
        latin: absolute(fontFiles.latin),
        latinExt: absolute(fontFiles.latinExt),
        italic: absolute(fontFiles.italic)
      },
      archives,
      language,
      palette: readPalette(element)
    };
  }

  #listen(): void {
    const map = this.#map;
    map.on('move', () => this.#options.onmove(this.frame));
    map.on('moveend', (event) => {
      if (!('told' in event)) {
        const { lng, lat } = map.getCenter();
        const camera = this.#options.aim.moved({ lon: lng, lat, zoom: map.getZoom() });
        if (camera) this.#options.oncamera(camera);
      }
      this.#options.onmove(this.frame);
      this.#options.onrest(this.frame);
    });
    map.on('click', ({ point }) => this.#options.onground(point));
    map.on('error', (event: ErrorEvent & { sourceId?: string }) => {
      if (this.#ready) return;
      if (event.sourceId === WORLD) this.#failed = true;
      // A style of somebody else's that cannot be had.
      else if (!this.#styled) this.#options.onhealth({ ground: 'missing' });
    });
    map.on('webglcontextlost', () => {
      this.#styled = false;
      this.#options.onhealth({ context: 'lost' });
    });
    // Comes once at the start, and again some time after `webglcontextrestored` with the style as it was before the loss.
    map.on('style.load', () => {
      this.#styled = true;
      if (this.#options.lens.flat) this.#map.setProjection({ type: 'mercator' });
      // A style of somebody else's has a projection of its own, or none.
      else if (this.#options.address.style) this.#map.setProjection(PROJECTION);
      addPlaceImages(this.#map);
      this.#recolour();
      this.#filterNames();
      this.#layClear();
      // All there is to see has been drawn, or will not be.
      map.once('idle', () => this.#arrive());
    });
  }

  #layClear(): void {
    // A style that comes back after its context was lost has it already.
    const source = this.#map.getSource<GeoJSONSource>(CLEAR);
    if (source) {
      source.setData(clearings(this.#clear));
      return;
    }
    this.#map.addSource(CLEAR, { type: 'geojson', data: clearings(this.#clear) });
    for (const layer of clearLayers) this.#map.addLayer(layer);
  }

  #arrive(): void {
    const bare =
      this.#failed && this.#map.querySourceFeatures(WORLD, { sourceLayer: 'land' }).length === 0;
    if (bare) return this.#options.onhealth({ ground: 'missing' });
    this.#ready = true;
    this.#options.onhealth({ engine: 'ready', ground: 'laid', context: 'held' });
  }

  #move(to: Partial<Camera>, animate: boolean, data: object): void {
    const { lon, lat, zoom } = to;
    const camera = {
      ...(zoom === undefined ? {} : { zoom }),
      ...(lon === undefined || lat === undefined ? {} : { center: [lon, lat] as [number, number] })
    };
    const still = !animate || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still) this.#map.jumpTo(camera, data);
    else if (camera.center)
      this.#map.flyTo({ ...camera, duration: FLIGHT_MS, essential: true }, data);
    else this.#map.easeTo({ ...camera, duration: STEP_MS, essential: true }, data);
  }

  #resize(): void {
    this.#map.resize(TOLD);
    this.#focusLens();
    this.#refit();
  }

  /** The eye stands as far from the globe as it does for the drawing. */
  #focusLens(): void {
    const { depth, height } = this.frame;
    const angle = 2 * Math.atan(height / 2 / depth);
    this.#map.setVerticalFieldOfView((angle * 180) / Math.PI, TOLD);
  }

  #refit(): void {
    const to = this.#options.aim.refit(this.#size, this.#padding);
    if (to) this.#move(to, false, TOLD);
  }

  readonly #recolour = (): void => {
    if (!this.#styled || this.#options.address.style) return;
    const layers = themeColours(this.#styleOptions(this.#map.getContainer()));
    for (const [layer, paint] of Object.entries(layers))
      for (const [property, value] of Object.entries(paint))
        this.#map.setPaintProperty(layer, property as never, value as never);
  };

  #filterNames(): void {
    if (!this.#styled || this.#options.address.style) return;
    const { language } = this.#options;
    const filters = nameFilters({ archives, language }, this.#hidden);
    for (const [layer, filter] of Object.entries(filters)) this.#map.setFilter(layer, filter);
  }
}

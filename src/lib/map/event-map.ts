import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import type { GeoJSONSource } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
// Without this line the build passes and the map never loads: MapLibre would ask for a worker at an address that does not exist.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { Box } from '../core/box';
import { roundCamera } from '../core/camera-text';
import { metresPerPixel } from '../core/geodesy';
import type { LonLat } from '../core/story';
import type { Camera } from '../core/view';
import { readBaseMap, type BaseMap, type BaseTopology } from './basemap-data';
import { DARK, buildStyle, colours, namesFilter, readPalette } from './basemap-style';
import type { MapHealth } from './map-status';
import { MAX_ZOOM, type Frame } from './projection';

setWorkerUrl(workerUrl);

export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface EventMapOptions {
  /** Drawn above the map; it moves into MapLibre's own container, so that wheel and fingers work on marks too. */
  readonly overlay: HTMLElement;
  readonly start: Camera | Box;
  readonly padding: Padding;
  readonly language: string;
  /** Spoken name of the map. */
  readonly title: string;
  /** Words for what to do when `cooperative` holds a gesture back. */
  readonly gestures: { readonly desktop: string; readonly mac: string; readonly touch: string };
  /** Wheel and one finger stay with the page around the map. */
  readonly cooperative: boolean;
  /** Base map for the first picture, asked for before this file had arrived, and the one for closer looks. */
  readonly ground: {
    readonly coarse: Promise<BaseTopology>;
    readonly fine: () => Promise<BaseTopology>;
  };
  /** At each picture of a movement, in step with it. */
  readonly onmove: (frame: Frame) => void;
  /** When the map has come to rest, whoever moved it. */
  readonly onrest: (frame: Frame, box: Box) => void;
  /** When the reader has moved it; rounded as a link carries it. */
  readonly oncamera: (camera: Camera) => void;
  /** A click beside all marks. */
  readonly onground: () => void;
  readonly onhealth: (change: Partial<MapHealth>) => void;
}

/** From here on the coarse base map looks coarse. */
const FINE_ZOOM = 2.5;
/** A fit goes no closer: nearer the base map has nothing to show around the marks. */
const FIT_ZOOM = 15;
const FLIGHT_MS = 1100;
const FIT_MARGIN = 44;
const EDGES = ['top', 'right', 'bottom', 'left'] as const;
/** Marks movements that the reader did not make. */
const TOLD = { told: true };

/** The living map: the only code that talks to MapLibre. The camera is MapLibre's own while the reader moves it. */
export class EventMap {
  readonly #map: MapLibreMap;
  readonly #options: EventMapOptions;
  readonly #observer: ResizeObserver;
  readonly #scheme = matchMedia(DARK);
  /** Kept in view through changes of size, until the reader moves the map. */
  #fitted: Box | null = null;
  /** Where the map is as the rest of the page knows it, rounded. */
  #known: Camera | null = null;
  #hidden: readonly string[] = [];
  #base: BaseMap | null = null;
  /** False until MapLibre has read the style, and whenever it has dropped it; it then takes no word about layers. */
  #styled = false;
  #fine = false;
  #destroyed = false;

  /** Throws where there is no WebGL. */
  constructor(container: HTMLElement, options: EventMapOptions) {
    this.#options = options;
    const { start } = options;
    this.#map = new MapLibreMap({
      container,
      style: buildStyle(readPalette(container)),
      ...('zoom' in start ? { center: [start.lon, start.lat] as const, zoom: start.zoom } : {}),
      minZoom: 0,
      maxZoom: MAX_ZOOM,
      attributionControl: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      maxPitch: 0,
      cooperativeGestures: options.cooperative,
      trackResize: false,
      fadeDuration: 150,
      locale: {
        'Map.Title': options.title,
        'CooperativeGesturesHandler.WindowsHelpText': options.gestures.desktop,
        'CooperativeGesturesHandler.MacHelpText': options.gestures.mac,
        'CooperativeGesturesHandler.MobileHelpText': options.gestures.touch
      }
    });
    this.#map.touchZoomRotate.disableRotation();
    this.#map.keyboard.disableRotation();
    this.#map.setPadding(options.padding, TOLD);
    this.#map.getCanvasContainer().append(options.overlay);
    this.#listen();
    if ('zoom' in start) this.#known = roundCamera(start);
    else this.show(start, false);
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(container);
    this.#scheme.addEventListener('change', this.#recolour);
    options.ground.coarse
      .then((topology) => this.#lay(topology))
      .catch(() => options.onhealth({ ground: 'missing' }));
    this.#rest();
  }

  get frame(): Frame {
    const map = this.#map;
    const { lng, lat } = map.getCenter();
    const zoom = map.getZoom();
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    return {
      zoom,
      width,
      height,
      center: [lng, lat],
      project: (point: LonLat) => map.project([point[0], point[1]]),
      metresPerPixel: (at: number) => metresPerPixel(at, zoom)
    };
  }

  /** Looks at a camera or a box. A camera the map reported itself is where it already is. */
  show(target: Camera | Box, animate: boolean): void {
    if ('zoom' in target) {
      const camera = roundCamera(target);
      if (camera === null || sameCamera(camera, this.#known)) return;
      this.#known = camera;
      this.#fitted = null;
      this.#move({ center: [camera.lon, camera.lat], zoom: camera.zoom }, animate, TOLD);
      return;
    }
    if (target.every((side, i) => side === this.#fitted?.[i])) return;
    this.#known = null;
    this.#fitted = target;
    this.#move(this.#cameraFor(target), animate, TOLD);
  }

  /** A movement the reader asked for by a button: reported as theirs. */
  zoomBy(steps: number): void {
    this.#move({ zoom: this.#map.getZoom() + steps }, true, {});
  }

  zoomTo([lon, lat]: LonLat, zoom: number): void {
    this.#move({ center: [lon, lat], zoom: Math.min(zoom, MAX_ZOOM) }, true, {});
  }

  lookAt(box: Box): void {
    this.#move(this.#cameraFor(box), true, {});
  }

  setPadding(padding: Padding): void {
    if (EDGES.every((edge) => padding[edge] === this.#map.getPadding()[edge])) return;
    this.#map.setPadding(padding, TOLD);
    this.#refit();
  }

  /** Leaves these names of countries out of the base map. */
  hideNames(names: readonly string[]): void {
    if (`${names}` === `${this.#hidden}`) return;
    this.#hidden = names;
    this.#filterNames();
  }

  destroy(): void {
    this.#destroyed = true;
    this.#observer.disconnect();
    this.#scheme.removeEventListener('change', this.#recolour);
    this.#map.remove();
  }

  #listen(): void {
    const map = this.#map;
    map.on('move', () => this.#options.onmove(this.frame));
    map.on('moveend', (event) => {
      if (!('told' in event)) {
        this.#fitted = null;
        const { lng, lat } = map.getCenter();
        this.#known = roundCamera({ lon: lng, lat, zoom: map.getZoom() });
        if (this.#known) this.#options.oncamera(this.#known);
      }
      this.#rest();
    });
    map.on('click', () => this.#options.onground());
    map.once('load', () => this.#options.onhealth({ engine: 'ready' }));
    map.on('webglcontextlost', () => {
      this.#styled = false;
      this.#options.onhealth({ context: 'lost' });
    });
    // Comes once at the start, and again some time after `webglcontextrestored` with the style as it was before the loss.
    map.on('style.load', () => {
      this.#styled = true;
      this.#recolour();
      this.#filterNames();
      if (this.#base) this.#fill(this.#base);
      this.#options.onhealth({ context: 'held' });
    });
  }

  #rest(): void {
    const bounds = this.#map.getBounds();
    const [west, east] = [bounds.getWest(), bounds.getEast()];
    this.#options.onmove(this.frame);
    this.#options.onrest(this.frame, [
      west,
      bounds.getSouth(),
      Math.min(east, west + 360),
      bounds.getNorth()
    ]);
    if (!this.#fine && this.#map.getZoom() > FINE_ZOOM) void this.#layFine();
  }

  #move(to: { center?: [number, number]; zoom?: number }, animate: boolean, data: object): void {
    const still = !animate || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still) this.#map.jumpTo(to, data);
    else if (to.center) this.#map.flyTo({ ...to, duration: FLIGHT_MS, essential: true }, data);
    else this.#map.easeTo({ ...to, duration: 250, essential: true }, data);
  }

  #cameraFor([west, south, east, north]: Box): { center?: [number, number]; zoom?: number } {
    const bounds: [[number, number], [number, number]] = [
      [west, south],
      [west > east ? east + 360 : east, north]
    ];
    const { clientWidth, clientHeight } = this.#map.getContainer();
    const padding = Math.min(FIT_MARGIN, clientWidth / 6, clientHeight / 6);
    const camera = this.#map.cameraForBounds(bounds, { padding, maxZoom: FIT_ZOOM });
    if (camera?.center === undefined || camera.zoom === undefined) return {};
    const { lng, lat } = camera.center as { lng: number; lat: number };
    return { center: [lng, lat], zoom: camera.zoom };
  }

  #resize(): void {
    this.#map.resize(TOLD);
    this.#refit();
  }

  #refit(): void {
    if (this.#fitted) this.#move(this.#cameraFor(this.#fitted), false, TOLD);
  }

  readonly #recolour = (): void => {
    if (!this.#styled) return;
    const layers = colours(readPalette(this.#map.getContainer()));
    for (const [layer, paint] of Object.entries(layers))
      for (const [property, value] of Object.entries(paint))
        this.#map.setPaintProperty(layer, property as never, value as never);
  };

  #filterNames(): void {
    if (this.#styled) this.#map.setFilter('names', namesFilter(this.#hidden));
  }

  async #layFine(): Promise<void> {
    this.#fine = true;
    try {
      // After the coarse one, which would else be laid over it.
      await this.#options.ground.coarse.catch(() => undefined);
      this.#lay(await this.#options.ground.fine());
    } catch {
      // The coarse one is there; another attempt comes with the next movement.
      this.#fine = false;
    }
  }

  #lay(topology: BaseTopology): void {
    if (this.#destroyed) return;
    const base = readBaseMap(topology, this.#options.language);
    this.#base = { ...base, names: base.names ?? this.#base?.names ?? null };
    if (this.#styled) this.#fill(base);
    this.#options.onhealth({ ground: 'laid' });
  }

  #fill({ land, borders, names }: BaseMap): void {
    for (const [source, data] of Object.entries({ land, borders, names }))
      if (data) this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }
}

function sameCamera(a: Camera, b: Camera | null): boolean {
  return a.lon === b?.lon && a.lat === b.lat && a.zoom === b.zoom;
}

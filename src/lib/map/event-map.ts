import { Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
import type { GeoJSONSource } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
// Without this line the build passes and the map never loads: MapLibre would ask for a worker at an address that does not exist.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import type { LonLat } from '../core/story';
import type { Camera } from '../core/view';
import { readBaseMap, type BaseTopology } from './basemap-data';
import { DARK, buildStyle, colours, namesFilter, readPalette } from './basemap-style';
import { EQUATOR, type Box, type Frame } from './projection';

setWorkerUrl(workerUrl);

/** `webgl`: no map can be drawn here. `ground`: land and borders did not arrive; the rest works. `context`: the graphics card let go, and may return. */
export type MapFailure = 'webgl' | 'ground' | 'context';

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
  /** When the reader has moved it. */
  readonly oncamera: (camera: Camera) => void;
  /** A click beside all marks. */
  readonly onground: () => void;
  readonly onready: () => void;
  readonly onfail: (reason: MapFailure) => void;
}

/** From here on the coarse base map looks coarse. */
const FINE_ZOOM = 2.5;
const MAX_ZOOM = 17;
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
  #known: Camera | null = null;
  #hidden: readonly string[] = [];
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
    if ('zoom' in start) this.#known = start;
    else this.show(start, false);
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(container);
    this.#scheme.addEventListener('change', this.#recolour);
    options.ground.coarse.then(
      (topology) => this.#lay(topology),
      () => options.onfail('ground')
    );
    this.#rest();
  }

  get frame(): Frame {
    const map = this.#map;
    const { lng, lat } = map.getCenter();
    const zoom = map.getZoom();
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    const perPixel = EQUATOR / (512 * 2 ** zoom);
    return {
      zoom,
      width,
      height,
      center: [lng, lat],
      project: (point: LonLat) => map.project([point[0], point[1]]),
      metresPerPixel: (at: number) => perPixel * Math.cos((at * Math.PI) / 180)
    };
  }

  /** Looks at a camera or a box. A camera the map reported itself is where it already is. */
  show(target: Camera | Box, animate: boolean): void {
    if ('zoom' in target) {
      if (this.#known !== null && sameCamera(target, this.#known)) return;
      this.#known = target;
      this.#fitted = null;
      this.#move({ center: [target.lon, target.lat], zoom: target.zoom }, animate, TOLD);
      return;
    }
    if (this.#fitted !== null && sameBox(target, this.#fitted)) return;
    this.#known = null;
    this.#fitted = target;
    this.#move(this.#cameraFor(target), animate, TOLD);
  }

  /** A movement the reader asked for by a button: reported as theirs. */
  zoomBy(steps: number): void {
    this.#move({ zoom: Math.round((this.#map.getZoom() + steps) * 100) / 100 }, true, {});
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
    if (this.#map.getLayer('names')) this.#map.setFilter('names', namesFilter(names));
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
        const { lng, lat } = map.getCenter().wrap();
        this.#known = { lon: round(lng, 5), lat: round(lat, 5), zoom: round(map.getZoom(), 2) };
        this.#options.oncamera(this.#known);
      }
      this.#rest();
    });
    map.on('click', () => this.#options.onground());
    map.once('load', () => this.#options.onready());
    map.on('webglcontextlost', () => this.#options.onfail('context'));
    map.on('webglcontextrestored', () => this.#options.onready());
  }

  #rest(): void {
    const bounds = this.#map.getBounds();
    const [west, east] = [bounds.getWest(), bounds.getEast()];
    this.#options.onmove(this.frame);
    this.#options.onrest(this.frame, {
      west,
      east: Math.min(east, west + 360),
      south: bounds.getSouth(),
      north: bounds.getNorth()
    });
    if (!this.#fine && this.#map.getZoom() > FINE_ZOOM) void this.#layFine();
  }

  #move(to: { center?: [number, number]; zoom?: number }, animate: boolean, data: object): void {
    const still = !animate || matchMedia('(prefers-reduced-motion: reduce)').matches;
    if (still) this.#map.jumpTo(to, data);
    else if (to.center) this.#map.flyTo({ ...to, duration: FLIGHT_MS, essential: true }, data);
    else this.#map.easeTo({ ...to, duration: 250, essential: true }, data);
  }

  #cameraFor(box: Box): { center?: [number, number]; zoom?: number } {
    const bounds: [[number, number], [number, number]] = [
      [box.west, box.south],
      [box.east, box.north]
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
    const layers = colours(readPalette(this.#map.getContainer()));
    for (const [layer, paint] of Object.entries(layers))
      for (const [property, value] of Object.entries(paint))
        this.#map.setPaintProperty(layer, property as never, value as never);
  };

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
    const write = () => {
      this.#set('land', base.land);
      this.#set('borders', base.borders);
      if (base.names) {
        this.#map.setFilter('names', namesFilter(this.#hidden));
        this.#set('names', base.names);
      }
    };
    if (this.#map.getSource('land')) write();
    else this.#map.once('style.load', write);
  }

  #set(source: string, data: GeoJSON.GeoJSON): void {
    this.#map.getSource<GeoJSONSource>(source)?.setData(data);
  }
}

function sameCamera(a: Camera, b: Camera): boolean {
  return (
    Math.abs(a.zoom - b.zoom) < 0.006 &&
    Math.abs(a.lon - b.lon) < 6e-6 &&
    Math.abs(a.lat - b.lat) < 6e-6
  );
}

function sameBox(a: Box, b: Box): boolean {
  return a.west === b.west && a.east === b.east && a.south === b.south && a.north === b.north;
}

function round(value: number, digits: number): number {
  const factor = 10 ** digits;
  return Math.round(value * factor) / factor;
}

import { Aim } from './aim';
import type { BaseTopology } from './basemap-data';
import type { EngineOptions, MapEngine } from './engine';
import type { EventMap } from './event-map';
import { fetchEngine } from './fetch-engine';
import type { BaseMapAddress } from './ground-address';
import type { MapHealth } from './map-status';
import { readGround } from './read-ground';
import { SvgMap } from './svg-map';

interface Host {
  readonly address: BaseMapAddress;
  /** The drawing that came with the page. */
  readonly poster: Element | null;
  /** Drawn above the map, whichever it is. */
  readonly overlay: HTMLElement;
  /** Asked each time a map is made, which may be long after the start. */
  readonly options: () => Omit<EngineOptions, 'aim'>;
  /** Another map is in charge from here on. */
  readonly onengine: (engine: MapEngine) => void;
  readonly onhealth: (change: Partial<MapHealth>) => void;
  /** Countries to name on the drawn map have come. */
  readonly onlaid: (coarse: BaseTopology) => void;
}

/**
 * Keeps a map in charge at all times: the drawn one from the start, MapLibre once its first picture stands, and the drawn one again when
 * MapLibre cannot go on. Both look at the same place, so a change of hands moves nothing.
 */
export class MapHost {
  readonly #container: HTMLElement;
  readonly #host: Host;
  readonly #load: typeof fetchEngine;
  readonly #aim = new Aim();
  readonly #drawn: SvgMap;
  /** MapLibre, in charge or not. */
  #living: EventMap | null = null;
  #holder: HTMLElement | null = null;
  #inCharge: MapEngine;
  /** The hand-over that is under way; another, or trouble, puts an end to it. */
  #arrival: object | null = null;
  #gone = false;

  constructor(container: HTMLElement, host: Host, load = fetchEngine) {
    this.#container = container;
    this.#host = host;
    this.#load = load;
    const { address, poster, onhealth, onlaid } = host;
    this.#drawn = new SvgMap(container, {
      ...host.options(),
      aim: this.#aim,
      poster,
      ground: {
        coarse: () => readGround(address.basemap, 'coarse'),
        fine: () => readGround(address.basemap, 'fine')
      },
      onlaid: (coarse) => {
        onhealth({ drawing: coarse ? 'laid' : 'missing' });
        if (coarse) onlaid(coarse);
      }
    });
    this.#inCharge = this.#drawn;
    this.#drawn.carry(host.overlay);
    host.onengine(this.#drawn);
    this.start();
  }

  /** Fetches MapLibre and sets it up; may be called again after it failed. */
  start(): void {
    this.#dismiss();
    if (this.#load === null) return this.#drawn.stay();
    void this.#load().then(
      (EventMap) => {
        if (!this.#gone) this.#make(EventMap);
      },
      () => this.#fail({ engine: 'no-code' })
    );
  }

  destroy(): void {
    this.#gone = true;
    this.#dismiss();
    this.#drawn.destroy();
  }

  #make(Made: typeof EventMap): void {
    const holder = document.createElement('div');
    holder.className = 'living-map';
    holder.inert = true;
    this.#container.append(holder);
    this.#holder = holder;
    const hear = <T extends unknown[]>(tell: (...said: T) => void) => {
      // While it is not in charge it has nothing to say of where it looks.
      return (...said: T) => {
        if (this.#inCharge === this.#living) tell(...said);
      };
    };
    const options = this.#host.options();
    try {
      this.#living = new Made(holder, {
        ...options,
        aim: this.#aim,
        start: this.#drawn.camera,
        address: this.#host.address,
        onmove: hear(options.onmove),
        onrest: hear(options.onrest),
        oncamera: hear(options.oncamera),
        onground: hear(options.onground),
        onhealth: (change) => this.#hearHealth(change)
      });
    } catch {
      this.#dismiss();
      this.#fail({ engine: 'no-webgl' });
    }
  }

  #hearHealth(change: Partial<MapHealth>): void {
    const living = this.#living;
    if (this.#gone || living === null) return;
    if (change.context === 'lost') {
      this.#arrival = null;
      this.#handBack(living);
    }
    if (change.ground === 'missing') {
      this.#handBack(living);
      this.#dismiss();
      this.#drawn.stay();
    }
    if (change.engine === 'ready') this.#handOver(living, change);
    else this.#report(change);
  }

  /** Waits for the reader's hand to be off the map; only then is it `ready`. */
  #handOver(living: EventMap, ready: Partial<MapHealth>): void {
    if (this.#inCharge === living) return this.#report(ready);
    const arrival = (this.#arrival = {});
    const still = () => this.#arrival === arrival;
    if (this.#drawn.moving) {
      setTimeout(() => still() && this.#handOver(living, ready), 100);
      return;
    }
    const { camera } = this.#drawn;
    living.arriveAt(camera, () => {
      if (!still()) return;
      const { lon, lat, zoom } = this.#drawn.camera;
      // The reader may have moved on meanwhile.
      const moved = lon !== camera.lon || lat !== camera.lat || zoom !== camera.zoom;
      if (this.#drawn.moving || moved) return this.#handOver(living, ready);
      this.#arrival = null;
      this.#show(true);
      this.#charge(living);
      this.#drawn.sleep();
      this.#report(ready);
    });
  }

  #handBack(living: EventMap): void {
    if (this.#inCharge !== living) return;
    const { center, zoom } = living.frame;
    this.#drawn.wake({ lon: center[0], lat: center[1], zoom });
    this.#charge(this.#drawn);
    this.#show(false);
    this.#drawn.stay();
  }

  #charge(engine: MapEngine): void {
    const focused = document.activeElement;
    const { overlay } = this.#host;
    const within = this.#container.contains(focused);
    const onMark = overlay.contains(focused);
    engine.carry(overlay);
    this.#inCharge = engine;
    // What moves in the page, or is hidden, loses the focus.
    if (onMark) (focused as HTMLElement).focus({ preventScroll: true });
    else if (within) engine.focus();
    this.#host.onengine(engine);
  }

  /** MapLibre's picture, or what is beneath it. */
  #show(living: boolean): void {
    this.#container.classList.toggle('living', living);
    if (this.#holder) this.#holder.inert = !living;
    this.#host.poster?.classList.toggle('covered', living);
  }

  #dismiss(): void {
    this.#arrival = null;
    this.#living?.destroy();
    this.#living = null;
    this.#holder?.remove();
    this.#holder = null;
  }

  #fail(change: Partial<MapHealth>): void {
    if (this.#gone) return;
    this.#report(change);
    this.#drawn.stay();
  }

  #report(change: Partial<MapHealth>): void {
    if (!this.#gone) this.#host.onhealth(change);
  }
}

import type { LonLat } from '../core/story';
import type { Camera } from '../core/view';
import type { Padding } from './aim';
import { FLIGHT_MS, sightOf, STEP_MS, type EngineOptions, type MapEngine } from './engine';
import { hearGestures } from './gestures';
import type { Opening } from './opening';
import { frameOf, MAX_ZOOM, MIN_ZOOM, type Frame, type Point } from './projection';
import { SvgGround, type SvgGroundOptions } from './svg-ground';

export interface SvgMapOptions extends EngineOptions, SvgGroundOptions {}

/** From the last picture of a movement until the ground is drawn in full. */
const REST_MS = 120;
/** A movement goes on by no more than this in one picture. */
const FRAME_MS = 64;
/** A map drawn as SVG: what a reader has before MapLibre has come, and wherever it cannot. It asks for its ground when it is first needed. */
export class SvgMap implements MapEngine {
  readonly #options: SvgMapOptions;
  readonly #surface = document.createElement('div');
  readonly #ground: SvgGround;
  readonly #observer: ResizeObserver;
  readonly #stop: () => void;
  #center: LonLat;
  #zoom: number;
  #padding: Padding;
  #size = { width: 0, height: 0 };
  #animation = 0;
  #resting: ReturnType<typeof setTimeout> | undefined;
  #hinting: ReturnType<typeof setTimeout> | undefined;
  #asleep = false;
  #cooperative = false;
  /** The reader's own hand is on the map. */
  #held = false;

  constructor(container: HTMLElement, options: SvgMapOptions) {
    this.#options = options;
    const { start, padding, title } = options;
    this.#center = [start.lon, start.lat];
    this.#zoom = start.zoom;
    this.#padding = padding;
    const surface = this.#surface;
    surface.className = 'drawn-map';
    surface.tabIndex = 0;
    surface.role = 'region';
    surface.ariaLabel = title;
    container.append(surface);
    this.setCooperative(options.cooperative);
    this.#measure();
    this.#ground = new SvgGround(surface, this.frame, options);
    this.#stop = hearGestures(surface, () => this.#cooperative, {
      pan: (dx, dy) => this.#byHand(() => this.#pan(dx, dy)),
      zoom: (by, at) => this.#byHand(() => this.#zoomAt(by, at)),
      step: (by, at) => this.#move(this.#zoomed(this.#zoom + by, at), true, true),
      rest: () => this.#release(),
      click: (at) => options.onground(at),
      refuse: (how) => this.#refuse(how)
    });
    this.#observer = new ResizeObserver(() => this.#resize());
    this.#observer.observe(container);
    this.#paint();
    this.#rest();
  }

  get frame(): Frame {
    return frameOf(
      sightOf({
        center: this.#center,
        zoom: this.#zoom,
        ...this.#size,
        padding: this.#padding,
        lens: this.#options.lens
      })
    );
  }

  get camera(): Camera {
    return { lon: this.#center[0], lat: this.#center[1], zoom: this.#zoom };
  }

  /** True while it moves, by hand or by itself. */
  get moving(): boolean {
    return this.#held || this.#animation !== 0;
  }

  carry(overlay: HTMLElement): void {
    this.#surface.append(overlay);
  }

  focus(): void {
    this.#surface.focus({ preventScroll: true });
  }

  show(target: Camera | Opening, animate: boolean): void {
    const to = this.#options.aim.take(target, this.#size, this.#padding);
    if (to) this.#move(to, animate, false);
  }

  zoomBy(steps: number): void {
    this.#move(this.#zoomed(this.#zoom + steps, null), true, true);
  }

  zoomTo([lon, lat]: LonLat, zoom: number): void {
    this.#move({ lon, lat, zoom }, true, true);
  }

  lookAt(opening: Opening): void {
    const to = this.#options.aim.take(opening, this.#size, this.#padding);
    if (to) this.#move(to, true, true);
  }

  setPadding(padding: Padding): void {
    const same = (Object.keys(padding) as (keyof Padding)[]).every(
      (edge) => padding[edge] === this.#padding[edge]
    );
    if (same) return;
    this.#padding = padding;
    this.#refit();
  }

  setCooperative(on: boolean): void {
    this.#cooperative = on;
    this.#surface.classList.toggle('cooperative', on);
  }

  // Names of countries are not the drawing's: they are written above it, where there is room.
  hideNames(): void {}
  keepClear(): void {}

  /** Another map has taken over; this one keeps what it has. */
  sleep(): void {
    clearTimeout(this.#resting);
    this.#asleep = true;
    this.#surface.inert = true;
    this.#surface.ariaHidden = 'true';
    // It stands until the other has faded in.
    this.#resting = setTimeout(() => (this.#surface.hidden = true), 300);
    cancelAnimationFrame(this.#animation);
    this.#animation = 0;
  }

  /** No other map will take over soon: what it needs for close looks is worth fetching. */
  stay(): void {
    this.#ground.stay();
  }

  /** Takes over again, from where the other map was. */
  wake({ lon, lat, zoom }: Camera): void {
    clearTimeout(this.#resting);
    this.#asleep = false;
    this.#surface.inert = false;
    this.#surface.ariaHidden = null;
    this.#surface.hidden = false;
    this.#measure();
    this.#move({ lon, lat, zoom }, false, false);
  }

  destroy(): void {
    this.#ground.destroy();
    clearTimeout(this.#hinting);
    this.#stop();
    this.#observer.disconnect();
    clearTimeout(this.#resting);
    cancelAnimationFrame(this.#animation);
    this.#surface.remove();
  }

  #byHand(change: () => void): void {
    cancelAnimationFrame(this.#animation);
    this.#animation = 0;
    this.#held = true;
    change();
    this.#paint();
  }

  #release(): void {
    this.#held = false;
    this.#report();
    this.#rest();
  }

  #report(): void {
    const camera = this.#options.aim.moved(this.camera);
    if (camera) this.#options.oncamera(camera);
  }

  #pan(dx: number, dy: number): void {
    const frame = this.frame;
    if (frame.roundness === 0) {
      const { middle } = frame;
      const center = frame.unproject({ x: middle.x - dx, y: middle.y - dy });
      if (center) this.#center = bounded(center);
      return;
    }
    // The ground in the middle stays under the finger; the globe stays as large as it is.
    const degrees = 180 / (Math.PI * frame.radius);
    const [lon, lat] = this.#center;
    const north = Math.max(-85, Math.min(85, lat + dy * degrees));
    const east = lon - (dx * degrees) / Math.max(0.2, Math.cos((lat * Math.PI) / 180));
    this.#zoom += Math.log2(Math.cos((north * Math.PI) / 180) / Math.cos((lat * Math.PI) / 180));
    this.#center = bounded([east, north]);
  }

  #zoomAt(by: number, at: Point | null): void {
    const { lon, lat, zoom } = this.#zoomed(this.#zoom + by, at);
    this.#center = [lon, lat];
    this.#zoom = zoom;
  }

  /** The camera at another zoom that leaves the ground at a point of the picture where it is. */
  #zoomed(wanted: number, at: Point | null): Camera {
    const zoom = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, wanted));
    const { middle } = this.frame;
    if (at === null) return { ...this.camera, zoom };
    const share = 1 - 2 ** (this.#zoom - zoom);
    const point = {
      x: middle.x + (at.x - middle.x) * share,
      y: middle.y + (at.y - middle.y) * share
    };
    const [lon, lat] = bounded(this.frame.unproject(point) ?? this.#center);
    return { lon, lat, zoom };
  }

  #move(to: Camera, animate: boolean, byReader: boolean): void {
    cancelAnimationFrame(this.#animation);
    this.#animation = 0;
    const arrive = () => {
      this.#animation = 0;
      this.#center = bounded([to.lon, to.lat]);
      this.#zoom = Math.max(MIN_ZOOM, Math.min(MAX_ZOOM, to.zoom));
      this.#paint();
      if (byReader) this.#report();
      this.#rest();
    };
    if (!animate || matchMedia('(prefers-reduced-motion: reduce)').matches) return arrive();
    const from = this.camera;
    const east = from.lon + ((((to.lon - from.lon) % 360) + 540) % 360) - 180;
    const far = from.lon !== to.lon || from.lat !== to.lat;
    // On a slow machine a movement takes longer rather than jump.
    let [elapsed, last] = [0, performance.now()];
    const step = (now: number) => {
      elapsed += Math.min(FRAME_MS, now - last);
      last = now;
      const t = Math.min(1, elapsed / (far ? FLIGHT_MS : STEP_MS));
      if (t === 1) return arrive();
      const eased = t < 0.5 ? 4 * t ** 3 : 1 - (2 - 2 * t) ** 3 / 2;
      const between = (a: number, b: number) => a + (b - a) * eased;
      this.#center = bounded([between(from.lon, east), between(from.lat, to.lat)]);
      this.#zoom = between(from.zoom, to.zoom);
      this.#paint();
      this.#animation = requestAnimationFrame(step);
    };
    this.#animation = requestAnimationFrame(step);
  }

  #measure(): void {
    const { clientWidth: width, clientHeight: height } = this.#surface;
    this.#size = { width, height };
  }

  #resize(): void {
    if (this.#asleep) return;
    this.#measure();
    const to = this.#options.aim.refit(this.#size, this.#padding);
    if (to) {
      this.#center = bounded([to.lon, to.lat]);
      this.#zoom = to.zoom;
    }
    const { frame } = this;
    this.#options.onmove(frame);
    this.#ground.resize(frame);
    this.#rest();
  }

  #refit(): void {
    const to = this.#options.aim.refit(this.#size, this.#padding);
    if (to) this.#move(to, false, false);
    else {
      this.#paint();
      this.#rest();
    }
  }

  #rest(): void {
    clearTimeout(this.#resting);
    if (this.#asleep) return;
    this.#options.onrest(this.frame);
    this.#resting = setTimeout(() => this.#ground.settle(), REST_MS);
  }

  #paint(): void {
    if (this.#asleep) return;
    const frame = this.frame;
    this.#options.onmove(frame);
    this.#ground.follow(frame);
  }

  #refuse(how: 'wheel' | 'touch'): void {
    const { desktop, mac, touch } = this.#options.gestures;
    const words = how === 'touch' ? touch : /Mac/.test(navigator.platform) ? mac : desktop;
    this.#surface.dataset['hint'] = words;
    clearTimeout(this.#hinting);
    this.#hinting = setTimeout(() => delete this.#surface.dataset['hint'], 1200);
  }
}

/** Within ±180° and where Mercator ends. */
function bounded([lon, lat]: LonLat): LonLat {
  const turned = Math.abs(lon) <= 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180;
  return [turned, Math.max(-85, Math.min(85, lat))];
}

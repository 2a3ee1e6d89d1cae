import type { LonLat } from '../../../src/lib/core/story';
import type { Camera } from '../../../src/lib/core/view';
import { sightOf, type MapEngine } from '../../../src/lib/map/engine';
import type { EventMapOptions } from '../../../src/lib/map/event-map';
import type { Opening } from '../../../src/lib/map/opening';
import { frameOf, type Frame } from '../../../src/lib/map/projection';

/** Stands in for MapLibre's map: ready when a test says so, with true pictures of where it looks, and a note of all it was told. */
export class EventMap implements MapEngine {
  static last: EventMap | null = null;
  static throws: Error | null = null;
  /** The file it comes in does not arrive. */
  static missing = false;
  /** What `arriveAt` waits for is not drawn before `draw` is called. */
  static slow = false;
  readonly told: string[] = [];
  readonly options: EventMapOptions;
  readonly canvas = document.createElement('div');
  camera: Camera;
  #then: (() => void) | null = null;

  static reset(): void {
    Object.assign(EventMap, { last: null, throws: null, missing: false, slow: false });
  }

  constructor(holder: HTMLElement, options: EventMapOptions) {
    if (EventMap.throws) throw EventMap.throws;
    EventMap.last = this;
    this.options = options;
    this.camera = options.start;
    this.canvas.className = 'living-canvas';
    this.canvas.tabIndex = 0;
    holder.append(this.canvas);
    // As MapLibre does before anybody sees it.
    this.#tell();
  }

  get frame(): Frame {
    const { lon, lat, zoom } = this.camera;
    const { padding, lens } = this.options;
    return frameOf(sightOf({ center: [lon, lat], zoom, width: 800, height: 600, padding, lens }));
  }

  /** Its first picture stands, or one after its context was restored. */
  ready(): void {
    this.options.onhealth({ engine: 'ready', ground: 'laid', context: 'held' });
  }
  loseContext(): void {
    this.options.onhealth({ context: 'lost' });
  }
  /** What was waited for has been drawn. */
  draw(): void {
    const then = this.#then;
    this.#then = null;
    then?.();
  }
  /** The reader moves the map. */
  moveTo(camera: Camera): void {
    this.camera = camera;
    const moved = this.options.aim.moved(camera);
    if (moved) this.options.oncamera(moved);
    this.#tell();
  }
  #tell(): void {
    this.options.onmove(this.frame);
    this.options.onrest(this.frame);
  }

  arriveAt(camera: Camera, then: () => void): void {
    this.told.push(`arriveAt ${camera.zoom}`);
    this.camera = camera;
    if (EventMap.slow) this.#then = then;
    else then();
  }
  carry(overlay: HTMLElement): void {
    this.canvas.append(overlay);
  }
  focus(): void {
    this.canvas.focus();
  }
  show(target: Camera | Opening): void {
    const to = this.options.aim.take(target, { width: 800, height: 600 }, this.options.padding);
    if (to === null) return;
    this.told.push(`show ${JSON.stringify(to)}`);
    this.camera = to;
    this.#tell();
  }
  zoomBy(steps: number): void {
    this.told.push(`zoomBy ${steps}`);
  }
  zoomTo(point: LonLat, zoom: number): void {
    this.told.push(`zoomTo ${point} ${zoom > this.camera.zoom ? 'closer' : 'farther'}`);
  }
  lookAt(): void {
    this.told.push('lookAt');
  }
  setPadding(): void {}
  setCooperative(on: boolean): void {
    this.told.push(`cooperative ${on}`);
  }
  hideNames(names: readonly string[]): void {
    this.told.push(`hideNames ${names}`);
  }
  keepClear(clear: readonly { name: string }[]): void {
    this.told.push(`keepClear ${clear.map(({ name }) => name)}`);
  }
  destroy(): void {
    this.told.push('destroy');
  }
}

import type { EventMapOptions } from '../../../src/lib/map/event-map';
import type { Frame } from '../../../src/lib/map/projection';

/** Stands in for the living map: a plain equirectangular picture, and a note of all it was told. */
export class EventMap {
  static last: EventMap | null = null;
  static throws: Error | null = null;
  /** The file it comes in does not arrive. */
  static missing = false;
  readonly told: string[] = [];
  readonly options: EventMapOptions;
  frame: Frame;

  constructor(_container: HTMLElement, options: EventMapOptions) {
    if (EventMap.throws) throw EventMap.throws;
    EventMap.last = this;
    this.options = options;
    this.frame = frameAt('zoom' in options.start ? options.start.zoom : 3);
    this.rest();
  }

  /** The reader moves the map to another zoom. */
  zoom(zoom: number): void {
    this.frame = frameAt(zoom);
    this.rest();
  }
  rest(): void {
    this.options.onmove(this.frame);
    this.options.onrest(this.frame, [-10, 30, 60, 60]);
  }
  show(target: object): void {
    this.told.push(`show ${JSON.stringify(target)}`);
  }
  zoomBy(steps: number): void {
    this.told.push(`zoomBy ${steps}`);
  }
  zoomTo(point: readonly number[], zoom: number): void {
    this.told.push(`zoomTo ${point} ${zoom > this.frame.zoom ? 'closer' : 'farther'}`);
  }
  lookAt(): void {
    this.told.push('lookAt');
  }
  setPadding(): void {}
  hideNames(names: readonly string[]): void {
    this.told.push(`hideNames ${names}`);
  }
  destroy(): void {
    this.told.push('destroy');
  }
}

function frameAt(zoom: number): Frame {
  const perDegree = (512 * 2 ** zoom) / 360;
  return {
    zoom,
    width: 800,
    height: 600,
    center: [25, 40],
    project: ([lon, lat]) => ({ x: 400 + (lon - 25) * perDegree, y: 300 - (lat - 40) * perDegree }),
    metresPerPixel: () => 40_075_016 / (512 * 2 ** zoom)
  };
}

import { vi } from 'vitest';

/** What jsdom lacks for a map: sizes, observers of them, media queries, pointers that can be captured, canvases. */
export class Browser {
  width = 800;
  height = 600;
  /** The reader asked for less motion: every movement is a jump. */
  still = true;
  readonly scheme = new EventTarget();
  readonly #observers = new Set<() => void>();

  constructor() {
    const observers = this.#observers;
    vi.stubGlobal(
      'ResizeObserver',
      class {
        readonly #tell: () => void;
        constructor(tell: () => void) {
          this.#tell = tell;
        }
        observe() {
          observers.add(this.#tell);
        }
        unobserve() {
          observers.delete(this.#tell);
        }
        disconnect() {
          observers.delete(this.#tell);
        }
      }
    );
    vi.stubGlobal('matchMedia', (query: string) =>
      query.includes('reduced-motion')
        ? { matches: this.still }
        : Object.assign(this.scheme, { matches: false })
    );
    const size = (read: () => number) => ({ configurable: true, get: read });
    Object.defineProperty(
      HTMLElement.prototype,
      'clientWidth',
      size(() => this.width)
    );
    Object.defineProperty(
      HTMLElement.prototype,
      'clientHeight',
      size(() => this.height)
    );
    HTMLElement.prototype.setPointerCapture = () => undefined;
    HTMLCanvasElement.prototype.getContext = () => null;
  }

  resize(width: number, height: number): void {
    [this.width, this.height] = [width, height];
    for (const tell of this.#observers) tell();
  }

  /** How many elements are being watched. */
  get watched(): number {
    return this.#observers.size;
  }
}

/** A base map of one square of land, and two countries to name. */
export const TOPOLOGY = {
  type: 'Topology',
  arcs: [
    [
      [10, 30],
      [10, 50],
      [60, 50],
      [60, 30],
      [10, 30]
    ]
  ],
  objects: {
    land: { type: 'MultiPolygon', arcs: [[[0]]] },
    lakes: { type: 'MultiPolygon', arcs: [] },
    borders: { type: 'MultiLineString', arcs: [[0]] },
    disputed: { type: 'MultiLineString', arcs: [] },
    names: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Point', id: 'AT', coordinates: [14, 47], properties: { zoom: 0 } },
        { type: 'Point', id: 'TR', coordinates: [35, 39], properties: { zoom: 0 } }
      ]
    }
  }
};

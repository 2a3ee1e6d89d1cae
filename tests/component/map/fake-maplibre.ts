type Listener = (event: object) => void;

/** Stands in for MapLibre's own map: its style comes and goes by hand, and it notes what it was told. */
export class FakeMapLibre {
  static last: FakeMapLibre;
  readonly told: string[] = [];
  readonly touchZoomRotate = { disableRotation() {} };
  readonly keyboard = { disableRotation() {} };
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #container: HTMLElement;
  styled = false;
  center = { lng: 0, lat: 0 };
  zoom = 1;

  constructor({
    container,
    center,
    zoom
  }: {
    container: HTMLElement;
    center?: number[];
    zoom?: number;
  }) {
    FakeMapLibre.last = this;
    this.#container = container;
    this.#go({ ...(center ? { center } : {}), ...(zoom === undefined ? {} : { zoom }) });
  }

  on(type: string, listener: Listener): this {
    this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(listener));
    return this;
  }
  once = this.on;
  fire(type: string, event: object = {}): void {
    for (const listener of this.#listeners.get(type) ?? []) listener(event);
  }
  loadStyle(): void {
    this.styled = true;
    this.fire('style.load');
  }
  loseContext(): void {
    this.styled = false;
    this.fire('webglcontextlost');
  }
  /** The reader drags and pinches. */
  moveTo(lng: number, lat: number, zoom: number): void {
    this.#go({ center: [lng, lat], zoom });
    this.fire('moveend', {});
  }
  #go({ center, zoom }: { center?: readonly number[]; zoom?: number }): void {
    if (center) this.center = { lng: center[0] ?? 0, lat: center[1] ?? 0 };
    if (zoom !== undefined) this.zoom = zoom;
  }

  jumpTo(to: { center?: readonly number[]; zoom?: number }, data: object): void {
    this.told.push('jump');
    this.#go(to);
    this.fire('moveend', data);
  }
  flyTo(to: { center?: readonly number[]; zoom?: number }, data: object): void {
    this.told.push(`fly ${to.center}/${to.zoom}`);
    this.#go(to);
    this.fire('moveend', data);
  }
  easeTo = this.flyTo;
  setFilter(_layer: string, filter: unknown): void {
    this.#style(`filter ${JSON.stringify(filter).match(/"literal",(.*?\])/)?.[1]}`);
  }
  setPaintProperty(layer: string, property: string, value: string): void {
    this.#style(`paint ${layer} ${property} ${value}`);
  }
  getSource(id: string) {
    return this.styled ? { setData: () => this.told.push(`data ${id}`) } : undefined;
  }
  #style(what: string): void {
    if (!this.styled) throw new Error('Style is not done loading');
    this.told.push(what);
  }
  cameraForBounds([[west, south], [east, north]]: [[number, number], [number, number]]) {
    return { center: { lng: (west + east) / 2, lat: (south + north) / 2 }, zoom: 5 };
  }
  getBounds = () => ({
    getWest: () => this.center.lng - 10,
    getEast: () => this.center.lng + 10,
    getSouth: () => this.center.lat - 5,
    getNorth: () => this.center.lat + 5
  });
  getCenter = () => this.center;
  getZoom = () => this.zoom;
  getContainer = () => this.#container;
  getCanvasContainer = () => this.#container;
  getPadding = () => ({ top: 0, right: 0, bottom: 0, left: 0 });
  setPadding(): void {}
  project = () => ({ x: 0, y: 0 });
  resize(): void {}
  remove(): void {}
}

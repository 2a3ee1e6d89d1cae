type Listener = (event: object) => void;
interface Target {
  readonly center?: readonly number[];
  readonly zoom?: number;
}

/** Stands in for MapLibre's own map: its style comes and goes by hand, it refuses what MapLibre refuses, and notes what it was told. */
export class FakeMapLibre {
  static last: FakeMapLibre;
  readonly told: string[] = [];
  readonly given: { readonly container: HTMLElement; readonly style: unknown } & Target &
    Record<string, unknown>;
  readonly cooperativeGestures = {
    enable: () => this.told.push('cooperative'),
    disable: () => this.told.push('on its own')
  };
  /** Features of the tiles that have come. */
  came: unknown[] = [];
  querySourceFeatures = () => this.came;
  readonly touchZoomRotate = { disableRotation() {} };
  readonly keyboard = { disableRotation() {} };
  readonly canvas = document.createElement('canvas');
  readonly sources = new Map<string, { data: unknown }>();
  readonly layers: string[] = [];
  readonly #listeners = new Map<string, Set<Listener>>();
  readonly #images = new Set<string>();
  styled = false;
  center = { lng: 0, lat: 0 };
  zoom = 1;
  /** Of the field of view, degrees. */
  angle = 0;
  projection: unknown = null;

  constructor(given: FakeMapLibre['given']) {
    FakeMapLibre.last = this;
    this.given = given;
    this.canvas.tabIndex = 0;
    given.container.append(this.canvas);
    this.#go(given);
  }

  on(type: string, listener: Listener): this {
    this.#listeners.set(type, (this.#listeners.get(type) ?? new Set()).add(listener));
    return this;
  }
  off(type: string, listener: Listener): this {
    this.#listeners.get(type)?.delete(listener);
    return this;
  }
  once(type: string, listener: Listener): this {
    const heard = (event: object) => {
      this.off(type, heard);
      listener(event);
    };
    return this.on(type, heard);
  }
  fire(type: string, event: object = {}): void {
    for (const listener of [...(this.#listeners.get(type) ?? [])]) listener(event);
  }
  loadStyle(): void {
    this.styled = true;
    this.fire('style.load');
  }
  /** All there is to see has been drawn. */
  rest(): void {
    this.fire('idle');
  }
  loseContext(): void {
    this.styled = false;
    this.#images.clear();
    this.fire('webglcontextlost');
  }
  /** The reader drags and pinches. */
  moveTo(lng: number, lat: number, zoom: number): void {
    this.#go({ center: [lng, lat], zoom });
    this.fire('moveend', {});
  }
  #go({ center, zoom }: Target): void {
    if (center) this.center = { lng: center[0] ?? 0, lat: center[1] ?? 0 };
    if (zoom !== undefined) this.zoom = zoom;
  }
  #move(how: string, to: Target, data: object): void {
    this.told.push(`${how}${'told' in data ? '' : ' for the reader'}`);
    this.#go(to);
    this.fire('move', data);
    this.fire('moveend', data);
  }

  jumpTo = (to: Target, data: object) => this.#move('jump', to, data);
  flyTo = (to: Target, data: object) => this.#move('fly', to, data);
  easeTo = (to: Target, data: object) => this.#move('ease', to, data);
  setPadding(_: unknown, data: object): void {
    this.told.push('padding');
    this.fire('moveend', data);
  }
  resize(data: object): void {
    this.told.push('resize');
    this.fire('moveend', data);
  }
  setVerticalFieldOfView(angle: number, data: object): void {
    this.angle = angle;
    this.fire('moveend', data);
  }

  setFilter(layer: string, filter: unknown): void {
    this.#style(`filter ${layer} ${JSON.stringify(filter)}`);
  }
  setPaintProperty(layer: string, property: string, value: string): void {
    this.#style(`paint ${layer} ${property} ${value}`);
  }
  setProjection(projection: unknown): void {
    this.#style('projection');
    this.projection = projection;
  }
  hasImage(id: string): boolean {
    return this.#images.has(id);
  }
  addImage(id: string): void {
    this.#style(`image ${id}`);
    this.#images.add(id);
  }
  addSource(id: string, source: { data: unknown }): void {
    this.#style(`source ${id}`);
    if (this.sources.has(id)) throw new Error(`Source "${id}" already exists.`);
    this.sources.set(id, source);
  }
  addLayer({ id }: { id: string }): void {
    this.#style(`layer ${id}`);
    this.layers.push(id);
  }
  getSource(id: string) {
    const source = this.styled ? this.sources.get(id) : undefined;
    return source && { setData: (data: unknown) => (source.data = data) };
  }
  #style(what: string): void {
    if (!this.styled) throw new Error('Style is not done loading');
    this.told.push(what);
  }

  getCenter = () => this.center;
  getZoom = () => this.zoom;
  getContainer = () => this.given.container;
  getCanvasContainer = () => this.given.container;
  getCanvas = () => this.canvas;
  remove(): void {
    this.told.push('remove');
  }
}

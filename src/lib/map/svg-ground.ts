import { mercator } from '../core/geodesy';
import { readBaseMap, type BaseMap, type BaseTopology } from './basemap-data';
import { drawGround, FINE_FROM, PARTS } from './ground-drawing';
import { EDGE } from './opening';
import { nearest, projectNear, type Frame } from './projection';

export interface SvgGroundOptions {
  /** Two drawings of the ground, for looking from afar and from nearer; each is asked for when it is first needed. */
  readonly ground: {
    readonly coarse: () => Promise<BaseTopology>;
    readonly fine: () => Promise<BaseTopology>;
  };
  /** The drawing that came with the page, of the view to open at; it serves as the ground until the reader looks elsewhere. */
  readonly poster: Element | null;
  /** The ground has come, or cannot be had. */
  readonly onlaid: (coarse: BaseTopology | null) => void;
}

/** After this long a ground that did not come may be asked for again. */
const RETRY_MS = 5000;
const SVG = 'http://www.w3.org/2000/svg';

/** Land, water and borders of a drawn map, as SVG in an element of the map's. */
export class SvgGround {
  readonly #options: SvgGroundOptions;
  readonly #holder: HTMLElement;
  readonly #group = document.createElementNS(SVG, 'g');
  readonly #paths = new Map<string, SVGPathElement>();
  #coarse: BaseMap | null = null;
  #fine: BaseMap | null = null;
  #asked = { coarse: false, fine: false };
  /** The picture that is to be seen. */
  #frame: Frame;
  /** The picture that the ground was last drawn for. */
  #drawn: Frame | null = null;
  /** The picture that the poster shows; null when it is of no use any more. */
  #posed: Frame | null;
  #staying = false;
  #gone = false;

  /** `frame`: the view that the poster shows, if there is one. */
  constructor(holder: HTMLElement, frame: Frame, options: SvgGroundOptions) {
    this.#holder = holder;
    this.#options = options;
    this.#frame = frame;
    this.#posed = options.poster ? frame : null;
    const svg = document.createElementNS(SVG, 'svg');
    svg.setAttribute('aria-hidden', 'true');
    for (const part of PARTS) {
      const path = document.createElementNS(SVG, 'path');
      path.setAttribute('class', part);
      this.#paths.set(part, path);
      this.#group.append(path);
    }
    svg.append(this.#group);
    holder.append(svg);
  }

  /** A picture of a movement. */
  follow(frame: Frame): void {
    this.#frame = frame;
    const away = this.#away;
    if (away) void this.#ask('coarse');
    if (this.#coarse === null) return this.#pose(away);
    const last = this.#drawn;
    if (last && last.roundness === 0 && frame.roundness === 0) {
      // On the flat map a movement is a shift and a scale of what is drawn.
      this.#group.setAttribute('transform', shift(last, frame));
    } else {
      this.#draw(this.#coarse, { beyond: 16, detail: 1.5 });
    }
  }

  /** The same view in a picture of another size: into that the poster fits itself, as what it shows does. */
  resize(frame: Frame): void {
    if (!this.#away) this.#posed = frame;
    this.follow(frame);
  }

  /** Draws in full what stands still. */
  settle(): void {
    if (this.#coarse === null) return;
    const { zoom, width, height } = this.#frame;
    if (zoom > FINE_FROM && this.#staying) void this.#ask('fine');
    // As far around the picture as the reader may soon move it.
    const beyond = Math.max(width, height) / 2;
    this.#draw((zoom > FINE_FROM && this.#fine) || this.#coarse, { beyond, detail: 0.6 });
  }

  /** No other map will take over soon: what close looks need is worth fetching. */
  stay(): void {
    this.#staying = true;
    this.settle();
  }

  destroy(): void {
    this.#gone = true;
  }

  /** The view is another than the poster's. */
  get #away(): boolean {
    const [posed, now] = [this.#posed, this.#frame];
    if (posed === null) return true;
    const off = projectNear(now, posed.center);
    return (
      Math.hypot(off.x - posed.middle.x, off.y - posed.middle.y) > 0.5 ||
      Math.abs(posed.zoom - now.zoom) > 1e-3
    );
  }

  /** Moves the poster along as well as a flat picture can, until there is something to draw. */
  #pose(away: boolean): void {
    const { poster } = this.#options;
    if (!(poster instanceof HTMLElement || poster instanceof SVGElement) || !this.#posed) return;
    const { center, middle, zoom } = this.#posed;
    const { x, y } = projectNear(this.#frame, center);
    const scale = 2 ** (this.#frame.zoom - zoom);
    poster.style.transformOrigin = `${middle.x - EDGE}px ${middle.y - EDGE}px`;
    poster.style.transform = away
      ? `translate(${x - middle.x}px, ${y - middle.y}px) scale(${scale})`
      : '';
  }

  #draw(base: BaseMap, options: { beyond: number; detail: number }): void {
    const frame = this.#frame;
    const drawing = drawGround(base, frame, options);
    for (const part of PARTS) this.#paths.get(part)?.setAttribute('d', drawing[part]);
    this.#group.removeAttribute('transform');
    this.#holder.classList.toggle('flat', frame.roundness === 0);
    this.#drawn = frame;
  }

  async #ask(which: 'coarse' | 'fine'): Promise<void> {
    if (this.#asked[which]) return;
    this.#asked[which] = true;
    let topology: BaseTopology;
    let base: BaseMap;
    try {
      topology = await this.#options.ground[which]();
      base = readBaseMap(topology);
    } catch {
      // Another attempt comes with the next movement.
      setTimeout(() => (this.#asked[which] = false), RETRY_MS);
      if (which === 'coarse' && !this.#gone) this.#options.onlaid(null);
      return;
    }
    if (this.#gone) return;
    if (which === 'fine') this.#fine = base;
    else {
      this.#coarse = base;
      this.#posed = null;
      this.#options.poster?.classList.add('outdated');
      this.#options.onlaid(topology);
    }
    this.settle();
  }
}

/** How the flat picture `from` lies in the flat picture `to`, as an SVG transform. */
function shift(from: Frame, to: Frame): string {
  const world = 512 * 2 ** to.zoom;
  const scale = 2 ** (to.zoom - from.zoom);
  const [a, b] = [mercator(nearest(from.center, to.center[0])), mercator(to.center)];
  const x = to.middle.x + (a[0] - b[0]) * world - from.middle.x * scale;
  const y = to.middle.y + (a[1] - b[1]) * world - from.middle.y * scale;
  return `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(5)})`;
}

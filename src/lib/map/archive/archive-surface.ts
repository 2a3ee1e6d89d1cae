import type { ArchiveIndex } from '../../core/archive/archive-index';
import { lonLatOf } from '../../core/archive/fixed-point';
import { REST_MS, RestTimer } from '../../core/rest-timer';
import { same } from '../../core/same';
import type { LonLat, Shape, Window } from '../../core/story';
import type { Certainty } from '../../core/view';
import type { Clear } from '../clear-ground';
import type { Frame, Point } from '../projection';
import { ArchiveScene } from './archive-scene';
import type { CountText } from './count-text';
import { DotLayer } from './dot-layer';
import { boxOfEvents, type EventBox } from './event-box';
import { readInks, watchInks, type Inks } from './inks';
import { Painter, type Emphasis } from './painter';
import { dotAt, markAt } from './pick';

/** One mark as a button stands for it. */
export interface RestingMark {
  /** The same while the mark stays what it is. */
  readonly key: string;
  readonly point: LonLat;
  /** Pixels. */
  readonly radius: number;
  readonly count: number;
  /** Kind of the event where it is but one, else null. */
  readonly kind: number | null;
}

/** What lies at a point: an event, by its position in the index, or a mark of several. */
export type Hit = { readonly event: number } | { readonly mark: number };

interface Surface {
  readonly index: ArchiveIndex;
  readonly shapes: readonly Shape[];
  readonly text: CountText;
  readonly fonts: string;
  readonly marks: HTMLCanvasElement;
  readonly dots: HTMLCanvasElement;
  /** A picture of the present window is on the canvas: it stands for so many events, on this map or not. */
  readonly ondrawn: (total: number) => void;
  /** Nothing has moved for a while. Null: there are too many marks, or dots beside them, for each to be listed. `clear`: what no name is to be written across. */
  readonly onrest: (marks: readonly RestingMark[] | null, clear: readonly Clear[]) => void;
}

/** More marks than this are no buttons. */
const MOST_BUTTONS = 30;

/**
 * The canvases above the map of an archive, and what is on them. A step of a scrub is drawn at once, further ones in the same frame of the screen
 * together at its end; a movement of the map in the map's own frame, so that marks never lag. The map itself is never asked for a repaint.
 */
export class ArchiveSurface {
  readonly #surface: Surface;
  readonly #painter: Painter;
  readonly #stop: () => void;
  #scene: ArchiveScene | null = null;
  #index: ArchiveIndex;
  #frame: Frame | null = null;
  #window: Window | null = null;
  #certainty: Certainty = 'may';
  #emphasis: Emphasis = { selected: null, hovered: null, mark: -1 };
  #dots: DotLayer | null = null;
  /** The end of the frame in which something was drawn is waited for. */
  #frameEnd = 0;
  /** Something has changed since. */
  #stale = false;
  #inks: Inks;
  #stepped = true;

  constructor(surface: Surface) {
    this.#surface = surface;
    this.#index = surface.index;
    this.#inks = readInks(surface.marks);
    this.#painter = new Painter(
      surface.marks,
      this.#inks,
      surface.shapes,
      surface.text,
      surface.fonts
    );
    this.#stop = watchInks(() => this.#recolour());
  }

  setIndex(index: ArchiveIndex): void {
    if (index === this.#index) return;
    this.#index = index;
    this.#scene = null;
    this.#stepped = true;
    this.#ask();
  }

  setKinds(shapes: readonly Shape[]): void {
    if (`${shapes}` === `${this.#painter.shapes}`) return;
    this.#painter.shapes = shapes;
    this.#ask();
  }

  step(window: Window | null, certainty: Certainty): void {
    if (same(window, this.#window) && certainty === this.#certainty) return;
    this.#window = window;
    this.#certainty = certainty;
    this.#scene?.step(window, certainty);
    this.#stepped = true;
    this.#forgetMark();
    this.#ask();
  }

  emphasise(change: Partial<Emphasis>): void {
    const [now, next] = [this.#emphasis, { ...this.#emphasis, ...change }];
    const { selected, hovered, mark } = next;
    if (selected === now.selected && hovered === now.hovered && mark === now.mark) return;
    this.#emphasis = next;
    this.#ask();
  }

  /** Draws in a picture of the map, at once. */
  follow(frame: Frame): void {
    this.#frame = frame;
    this.#forgetMark();
    this.#draw(false);
  }

  /** `reach`: pixels around a mark that are it. */
  at({ x, y }: Point, reach: number): Hit | null {
    const scene = this.#scene;
    if (scene === null) return null;
    const { marks, projection, spots } = scene;
    const within = markAt(marks, projection, x, y, 0);
    if (within >= 0) return this.#hitOf(within);
    const event = spots ? dotAt(spots, projection, x, y) : -1;
    if (event >= 0) return { event };
    const near = markAt(marks, projection, x, y, reach);
    return near < 0 ? null : this.#hitOf(near);
  }

  /** Where the events of a mark lie; null when there are none. */
  eventsIn(mark: number): EventBox | null {
    const scene = this.#scene;
    return scene && boxOfEvents(this.#index, (visit) => scene.eachIn(mark, visit));
  }

  /** The event of a mark that follows a position, or its first: pressed again and again a mark goes through all of them. */
  nextIn(mark: number, after: number | null): number | null {
    let [first, next] = [Infinity, Infinity];
    this.#scene?.eachIn(mark, (position) => {
      first = Math.min(first, position);
      if (after !== null && position > after) next = Math.min(next, position);
    });
    const found = next < Infinity ? next : first;
    return found < Infinity ? found : null;
  }

  destroy(): void {
    cancelAnimationFrame(this.#frameEnd);
    this.#rest.stop();
    this.#ahead.stop();
    this.#stop();
    this.#dots?.destroy();
  }

  #hitOf(mark: number): Hit {
    const event = this.#scene?.marks.single[mark] ?? -1;
    return event >= 0 ? { event } : { mark };
  }

  /** Marks have no names that last from picture to picture. */
  #forgetMark(): void {
    if (this.#emphasis.mark >= 0) this.#emphasis = { ...this.#emphasis, mark: -1 };
  }

  #ask(): void {
    if (this.#frameEnd !== 0) this.#stale = true;
    else this.#draw(false);
  }

  readonly #endFrame = (): void => {
    this.#frameEnd = 0;
    if (this.#stale) this.#draw(false);
  };

  #draw(rests: boolean): void {
    this.#stale = false;
    this.#ahead.stop();
    this.#frameEnd ||= requestAnimationFrame(this.#endFrame);
    const frame = this.#frame;
    // A map that is not in sight has no size, and no bounds.
    if (frame === null || !(frame.width > 0 && frame.height > 0)) return;
    if (this.#scene === null) {
      this.#scene = new ArchiveScene(this.#index, frame);
      this.#scene.step(this.#window, this.#certainty);
    }
    const scene = this.#scene;
    scene.show(frame, rests, this.#dots?.able ?? true);
    this.#drawDots(scene, frame);
    this.#painter.paint(scene, this.#emphasis);
    if (this.#stepped) {
      this.#stepped = false;
      this.#surface.ondrawn(this.#index.count(this.#window, this.#certainty));
    }
    if (!rests) this.#rest.begin();
  }

  #drawDots(scene: ArchiveScene, frame: Frame): void {
    const { dots } = this.#surface;
    if (scene.dots && this.#dots === null) {
      this.#dots = new DotLayer(dots, this.#inks, () => this.#ask());
      if (!this.#dots.able) scene.show(frame, false, false);
    }
    const { spots } = scene;
    const shown = scene.dots && spots !== null;
    if (shown) this.#dots?.draw(spots, scene.version, frame, scene.projection.view);
    // A canvas with nothing on it is not free.
    if (dots.hidden === shown) dots.hidden = !shown;
  }

  readonly #rest = new RestTimer(REST_MS, () => {
    if (this.#frame && this.#scene?.unsettled(this.#frame)) this.#draw(true);
    this.#surface.onrest(this.#restingMarks(), this.#clearings());
    this.#ahead.begin();
  });

  /** Part by part, each in a task of its own, so that whatever the reader does meanwhile comes between them. */
  readonly #ahead = new RestTimer(0, () => {
    if (this.#scene?.prepare()) this.#ahead.begin();
  });

  #restingMarks(): readonly RestingMark[] | null {
    const scene = this.#scene;
    if (scene === null || scene.dots || scene.marks.length > MOST_BUTTONS) return null;
    const { marks, frame } = scene;
    return Array.from({ length: marks.length }, (_, mark) => {
      const { x, y, kinds } = this.#index;
      const event = marks.single[mark] as number;
      const single = event >= 0;
      const at = { x: marks.x[mark] as number, y: marks.y[mark] as number };
      return {
        key: scene.keyOf(mark),
        point: single
          ? lonLatOf(x[event] as number, y[event] as number)
          : (frame.unproject(at) ?? frame.center),
        radius: marks.radius[mark] as number,
        count: marks.counts[mark] as number,
        kind: single ? (kinds[event] as number) : null
      };
    });
  }

  #clearings(): readonly Clear[] {
    const scene = this.#scene;
    if (scene === null) return [];
    const { marks, frame } = scene;
    return Array.from({ length: marks.length }, (_, mark) => {
      const at = { x: marks.x[mark] as number, y: marks.y[mark] as number };
      const point = frame.unproject(at) ?? frame.center;
      return { point, name: '', side: null, radius: marks.radius[mark] as number };
    });
  }

  #recolour(): void {
    this.#inks = readInks(this.#surface.marks);
    this.#painter.inks = this.#inks;
    this.#dots?.recolour(this.#inks);
    this.#ask();
  }
}

import type { TimeScale } from '../core/elastic-scale';
import type { Window } from '../core/story';
import { DAY } from '../core/zone';
import { nextStep, snap } from './wall-clock';

export type PlayMode = 'glide' | 'by-event';

/** The window as its player sees it. */
export interface Played {
  /** Null: the whole story. */
  window(): Window | null;
  scale(): TimeScale;
  /** Where the window's ends are, as shares of the axis. */
  ends(): { readonly a: number; readonly b: number };
  /** Puts the ends there. */
  slideTo(a: number, b: number): void;
  show(window: Window): void;
}

/** Share of the axis that a gliding window crosses in a second at speed 1. */
const GLIDE = 0.04;
/** How long play by event stays with each at speed 1, in ms. */
const DWELL = 1400;
/** Share of the axis that play starts with when no window is set. */
const FIRST_WINDOW = 0.08;

/** Moves a window along by itself: from where it is; from the beginning when there is none or it is at the end. */
export class Player {
  readonly #played: Played;
  /** When events begin, in order. */
  readonly #starts: readonly number[];
  readonly #zone: string;
  readonly #speed: number;
  readonly #mode: PlayMode;
  #waited = DWELL;
  /** What begins before this has been shown. The window cannot say so: one that covers everything is none. */
  #reached = -Infinity;

  constructor(
    played: Played,
    starts: readonly number[],
    zone: string,
    speed: number,
    mode: PlayMode
  ) {
    if (!(speed > 0)) throw new Error(`play: ${speed} is not a speed`);
    this.#played = played;
    this.#starts = starts;
    this.#zone = zone;
    this.#speed = speed;
    this.#mode = mode;
    const window = played.window();
    const { a, b } = played.ends();
    if (mode === 'by-event') {
      if (window && starts.some((start) => start > window.to)) this.#reached = window.to + 1;
    } else if (window === null) played.slideTo(0, FIRST_WINDOW);
    else if (b >= 1) played.slideTo(0, Math.min(b - a, 0.5));
  }

  /** `dt` ms have gone by. False at the end. */
  tick(dt: number): boolean {
    return this.#mode === 'glide' ? this.#glide(dt) : this.#wait(dt);
  }

  #glide(dt: number): boolean {
    const { a, b } = this.#played.ends();
    const step = Math.max(0, Math.min((dt / 1000) * this.#speed * GLIDE, 1 - b));
    this.#played.slideTo(a + step, b + step);
    return b + step < 1 - 1e-12;
  }

  #wait(dt: number): boolean {
    this.#waited += dt * this.#speed;
    if (this.#waited < DWELL) return true;
    this.#waited = 0;
    const next = this.#starts.find((start) => start >= this.#reached);
    if (next === undefined) return false;
    const end = nextStep(next, DAY, this.#zone, 1);
    const before = this.#reached === -Infinity ? null : this.#played.window();
    this.#showDay(snap(next, DAY, this.#zone, Math.floor), end, before);
    this.#reached = end;
    return true;
  }

  /** A window that ends with that day, as wide on the axis as the one before. */
  #showDay(from: number, to: number, before: Window | null): void {
    const { toUnit, toTime } = this.#played.scale();
    const width = before ? toUnit(before.to + 1) - toUnit(before.from) : 0;
    const start = snap(toTime(Math.max(0, toUnit(to) - width)), DAY, this.#zone);
    this.#played.show({ from: Math.min(from, start), to: to - 1 });
  }
}

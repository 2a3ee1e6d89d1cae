import type { Window } from '../../core/story';
import { DAY } from '../../core/zone';
import type { Moments } from '../moments';
import { playRate, stepOfMany } from './play-rate';
import type { Played, PlayMode } from '../timeline-control';
import { nextStep, snap } from '../wall-clock';

export interface PlaySetup {
  /** IANA zone in which days begin. */
  readonly zone: string;
  readonly moments: Moments;
  /** Above 0. */
  readonly speed: number;
  readonly mode: PlayMode;
  /** Events are too many to stop at each day on which one begins. */
  readonly many: boolean;
}

/** Share of the axis that a gliding window crosses in a second at speed 1. */
const GLIDE = 0.04;
/** How long play by event stays with each at speed 1, in ms. */
const DWELL = 1400;
/** Share of the axis that play starts with when no window is set. */
const FIRST_WINDOW = 0.08;

/** What plays for a reader: from event to event where they want nothing to glide. */
export function playerFor(setup: PlaySetup): (played: Played) => Player {
  const still = globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches;
  return (played) => new Player(played, still ? { ...setup, mode: 'by-event' } : setup);
}

/** Moves a window along by itself: from where it is; from the beginning when there is none or it is at the end. */
export class Player {
  readonly #played: Played;
  readonly #setup: PlaySetup;
  /** By time: ms of the axis in a second at speed 1. */
  readonly #rate: number;
  /** By event: all that begins within such a step (ms, see `calendar.ts`) is one stop. */
  readonly #step: number;
  #waited = DWELL;
  /** What begins before this has been shown. The window cannot say so: one that covers everything is none. */
  #reached = -Infinity;

  constructor(played: Played, setup: PlaySetup) {
    if (!(setup.speed > 0)) throw new Error(`play: ${setup.speed} is not a speed`);
    this.#played = played;
    this.#setup = setup;
    const { domain } = played.scale();
    this.#rate = playRate(domain);
    this.#step = setup.many ? stepOfMany(domain) : DAY;
    const window = played.window();
    const { a, b } = played.ends();
    if (setup.mode === 'by-event') {
      if (window && setup.moments.nextStart(window.to) !== null) this.#reached = window.to + 1;
    } else if (window === null) played.slideTo(0, FIRST_WINDOW);
    else if (b >= 1) {
      if (played.keptStart() === null) played.slideTo(0, Math.min(b - a, 0.5));
      else played.slideTo(a, a + Math.min(FIRST_WINDOW, (1 - a) / 2));
    }
  }

  /** `dt` ms have gone by. False at the end. */
  tick(dt: number): boolean {
    const { mode, speed } = this.#setup;
    const gone = (dt / 1000) * speed;
    if (mode === 'glide') return this.#glide(gone * GLIDE);
    return mode === 'by-time' ? this.#run(gone * this.#rate) : this.#wait(dt * speed);
  }

  #glide(share: number): boolean {
    const { a, b } = this.#played.ends();
    const step = Math.max(0, Math.min(share, 1 - b));
    this.#played.slideTo(a + step, b + step);
    return b + step < 1 - 1e-12;
  }

  #run(time: number): boolean {
    const { a, b } = this.#played.ends();
    const { domain, toTime, toUnit } = this.#played.scale();
    const from = toTime(b);
    const step = Math.max(0, Math.min(time, domain.to - from));
    this.#played.slideTo(toUnit(toTime(a) + step), toUnit(from + step));
    return from + step < domain.to;
  }

  #wait(time: number): boolean {
    this.#waited += time;
    if (this.#waited < DWELL) return true;
    this.#waited = 0;
    const { moments, zone } = this.#setup;
    const step = this.#step;
    const next = moments.nextStart(this.#reached - 1);
    if (next === null) return false;
    const end = nextStep(next, step, zone, 1);
    const before = this.#reached === -Infinity ? null : this.#played.window();
    this.#showStep(snap(next, step, zone, Math.floor), end, before);
    this.#reached = end;
    return true;
  }

  /** A window that ends with that step, as wide on the axis as the one before. */
  #showStep(from: number, to: number, before: Window | null): void {
    const { toUnit, toTime } = this.#played.scale();
    const width = before ? toUnit(before.to + 1) - toUnit(before.from) : 0;
    const start =
      this.#played.keptStart() ??
      snap(toTime(Math.max(0, toUnit(to) - width)), this.#step, this.#setup.zone);
    this.#played.show({ from: Math.min(from, start), to: to - 1 });
  }
}

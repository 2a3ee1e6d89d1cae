import type { TimeScale } from '../core/elastic-scale';
import type { Window } from '../core/story';
import { DAY, HOUR, MINUTE } from '../core/zone';
import { VisibleStretch } from './visible-stretch';
import { fromWall, nextStep, snap, STEPS, toWall } from './wall-clock';

/** The parts of the window that a finger or a key can move. */
export type Handle = 'from' | 'to' | 'window';

export type PlayMode = 'glide' | 'by-event';

export interface TimelineSetup {
  readonly scale: TimeScale;
  /** IANA zone in which days begin. */
  readonly zone: string;
  /** When each event may have begun and ended, finite ms, in any order. */
  readonly spans: readonly Window[];
  /** Null: the whole story. */
  readonly window: Window | null;
  /** Pixels at which the visible stretch starts and ends. */
  readonly left: number;
  readonly right: number;
}

export interface TimelineReports {
  /** The reader (or play) moved the window; null for the whole story. Never called for `setWindow`. */
  onwindow(window: Window | null): void;
  /** Something to draw has changed: read `state`. */
  onchange(): void;
}

/** All there is to draw, replaced whole at each change. */
export interface TimelineState {
  /** The visible stretch of the axis, within 0–1. */
  readonly view: { readonly u0: number; readonly u1: number };
  readonly window: Window | null;
  /** Pixels at which the ends of the window are to be drawn; off the range when not in view. */
  readonly ends: { readonly from: number; readonly to: number };
  /** Under the finger. It changes when an end is dragged across the other. */
  readonly held: Handle | null;
  readonly playing: boolean;
}

/** Share of the axis that a gliding window crosses in a second at speed 1. */
const GLIDE = 0.04;
/** How long play by event stays with each at speed 1, in ms. */
const DWELL = 1400;
/** Share of the axis that play starts with when no window is set. */
const FIRST_WINDOW = 0.08;
/**
 * A step that the window keeps to may be this many pixels wide. Wider, and what is let go would move too far to settle; narrower,
 * and a finger could not end on a midnight.
 */
const STEP_PX = 32;
/** One cannot zoom in further than to this long a stretch, in ms. */
const SHORTEST_VIEW = HOUR;

/**
 * The window over the axis as the reader moves it: drag, keys, play, zoom. It has never seen a DOM: pixels, keys and elapsed
 * time come as arguments, what changes goes out through the two reports.
 *
 * Inside, the window's ends are edges: `to + 1` in place of `to`, so that both lie on midnights.
 */
export class TimelineControl {
  #scale: TimeScale;
  readonly #zone: string;
  readonly #starts: readonly number[];
  readonly #edges: readonly number[];
  readonly #reports: TimelineReports;
  readonly #view: VisibleStretch;
  #window: Window | null;
  /** Where the ends are drawn (share of the axis) while they move freely between the steps of the window. */
  #free: { a: number; b: number } | null = null;
  #hold: { handle: Handle; offset: number; anchor: number; width: number } | null = null;
  #play: { speed: number; mode: PlayMode; waited: number } | null = null;

  constructor(setup: TimelineSetup, reports: TimelineReports) {
    this.#scale = setup.scale;
    this.#zone = setup.zone;
    this.#window = setup.window;
    this.#view = new VisibleStretch(setup.left, setup.right);
    this.#starts = sorted(setup.spans.map(({ from }) => from));
    this.#edges = sorted(setup.spans.flatMap(({ from, to }) => [from, to + 1]));
    this.#reports = reports;
  }

  get state(): TimelineState {
    const { from, to } = this.#edgesNow();
    const free = this.#free;
    return {
      view: { u0: this.#view.u0, u1: this.#view.u1 },
      window: this.#window,
      ends: {
        from: free ? this.#view.xOf(free.a) : this.xOf(from),
        to: free ? this.#view.xOf(free.b) : this.xOf(to)
      },
      held: this.#hold?.handle ?? null,
      playing: this.#play !== null
    };
  }

  get zoomed(): boolean {
    return this.#view.zoomed;
  }

  /** Pixels at which the visible stretch starts and ends. */
  setRange(left: number, right: number): void {
    if (this.#view.setRange(left, right)) this.#changed();
  }

  /** Another scale over the same time: the window and, when zoomed, the times in view stay. */
  setScale(scale: TimeScale): void {
    if (scale === this.#scale) return;
    const times = this.zoomed
      ? [this.#scale.toTime(this.#view.u0), this.#scale.toTime(this.#view.u1)]
      : [scale.domain.from, scale.domain.to];
    this.#scale = scale;
    this.#free = null;
    this.#show(scale.toUnit(times[0] as number), scale.toUnit(times[1] as number));
  }

  /** The window as somebody else wants it; not reported back. */
  setWindow(window: Window | null): void {
    if (same(window, this.#window)) return;
    this.#window = window;
    this.#free = null;
    this.#hold = null;
    this.#play = null;
    this.#changed();
  }

  xOf(ms: number): number {
    return this.#view.xOf(this.#scale.toUnit(ms));
  }

  timeAt(px: number): number {
    return this.#scale.toTime(this.#view.unitAt(px));
  }

  /** The step, in ms, that the window's ends keep to at a time: days until one is some 30 pixels wide, then ever less. */
  stepAt(ms: number): number {
    const x = this.xOf(ms);
    const perPx = this.timeAt(x + 0.5) - this.timeAt(x - 0.5);
    return STEPS.find((step) => step <= STEP_PX * perPx) ?? MINUTE;
  }

  grab(handle: Handle, px: number): void {
    this.#play = null;
    const { from, to } = this.#edgesNow();
    const { ends } = this.state;
    this.#hold = {
      handle,
      offset: px - ends[handle === 'to' ? 'to' : 'from'],
      anchor: handle === 'from' ? to : from,
      width: this.#scale.toUnit(to) - this.#scale.toUnit(from)
    };
    this.#changed();
  }

  /** Moves what was grabbed so that it stays under the finger. */
  drag(px: number): void {
    const hold = this.#hold;
    if (!hold) throw new Error('drag: nothing is held; call grab first');
    const unit = this.#view.unitAt(px - hold.offset);
    if (hold.handle === 'window') {
      const a = clamp(unit, 0, Math.max(0, 1 - hold.width));
      this.#slideTo(a, a + hold.width);
      return;
    }
    const end = clamp(unit, 0, 1);
    const other = this.#scale.toUnit(hold.anchor);
    hold.handle = end < other || (end === other && other === 1) ? 'from' : 'to';
    this.#free = { a: Math.min(end, other), b: Math.max(end, other) };
    const edge = this.#snapped(this.#scale.toTime(end));
    this.#moveEnd(hold.handle, edge, hold.anchor, this.stepAt(hold.anchor));
  }

  release(): void {
    if (!this.#hold) return;
    this.#hold = null;
    this.#free = null;
    this.#changed();
  }

  /** `factor` above 1 shows less. The time under the pixel stays there. */
  zoom(factor: number, aroundPx: number): void {
    const time = this.timeAt(aroundPx);
    const half = SHORTEST_VIEW / 2;
    const least = this.#scale.toUnit(time + half) - this.#scale.toUnit(time - half);
    this.#view.zoom(factor, aroundPx, least);
    this.#changed();
  }

  /** Moves the axis by pixels, as a finger does: positive shows what is earlier. */
  pan(dx: number): void {
    this.#view.pan(dx);
    this.#changed();
  }

  /** Shows the window and a little on both sides. */
  zoomToWindow(): void {
    const { a, b } = this.#units();
    const margin = (b - a) / 8;
    this.#show(a - margin, b + margin);
  }

  zoomOut(): void {
    this.#show(0, 1);
  }

  /** The window as the reader wants it (date fields, "whole story"): reported. `null` shows the whole axis, too. */
  choose(window: Window | null): void {
    this.#play = null;
    this.#free = null;
    if (window === null) this.zoomOut();
    this.#emit(window);
    if (window) this.#reveal('window');
    this.#changed();
  }

  /**
   * The slider pattern. Arrows: a day (a step, when zoomed in); with Shift a week. Page Up and Down: the next or previous start or
   * end of an event; with Shift a week. Home and End: as far as it goes. Plus, minus: zoom around it; 0: zoom out. False: not a key of ours.
   */
  key(handle: Handle, key: string, shift = false): boolean {
    const { ends } = this.state;
    const middle = (ends.from + ends.to) / 2;
    const around = handle === 'window' ? middle : ends[handle];
    if (key === '+' || key === '=') this.zoom(1.6, around);
    else if (key === '-' || key === '_') this.zoom(1 / 1.6, around);
    else if (key === '0') this.zoomOut();
    else {
      const move = MOVES[key];
      if (!move) return false;
      this.#play = null;
      this.#free = null;
      if (handle === 'window') this.#moveWindow(move, shift);
      else this.#moveEndByKey(handle, move, shift);
      this.#reveal(handle);
      this.#changed();
    }
    return true;
  }

  /** Slides the window, as wide on the axis as it is, until the next event begins inside it (with −1: the previous). False when there is none. */
  stepEvent(direction: 1 | -1): boolean {
    const { from, to } = this.#window === null ? this.#outside(direction) : this.#edgesNow();
    const next =
      direction > 0
        ? this.#starts.find((start) => start >= to)
        : this.#starts.findLast((start) => start < from);
    if (next === undefined) return false;
    this.#free = null;
    const day = snap(next, DAY, this.#zone, Math.floor);
    const after = nextStep(next, DAY, this.#zone, 1);
    const { toUnit, toTime } = this.#scale;
    const width = this.#window === null ? 0 : toUnit(to) - toUnit(from);
    const whole = (unit: number) => snap(toTime(clamp(unit, 0, 1)), DAY, this.#zone);
    if (direction > 0) {
      this.#emit({ from: Math.min(day, whole(toUnit(after) - width)), to: after - 1 });
    } else {
      this.#emit({ from: day, to: Math.max(after, whole(toUnit(day) + width)) - 1 });
    }
    this.#reveal('window');
    this.#changed();
    return true;
  }

  /** Starts where the window is; from the beginning when there is no window or it is at the end. */
  play(speed = 1, mode: PlayMode = 'glide'): void {
    if (!(speed > 0)) throw new Error(`play: ${speed} is not a speed`);
    this.#hold = null;
    const { to } = this.#edgesNow();
    const { a, b } = this.#units();
    this.#play = { speed, mode, waited: 0 };
    if (mode === 'by-event') {
      if (this.#window !== null && !this.#starts.some((start) => start >= to)) this.#emit(null);
      this.#play.waited = DWELL;
    } else if (this.#window === null) this.#slideTo(0, FIRST_WINDOW);
    else if (b >= 1) this.#slideTo(0, Math.min(b - a, 0.5));
    this.#changed();
  }

  pause(): void {
    if (!this.#play) return;
    this.#play = null;
    this.#free = null;
    this.#changed();
  }

  /** While playing: `dt` ms have gone by. Pauses at the end of the axis. */
  tick(dt: number): void {
    const play = this.#play;
    if (!play) return;
    if (play.mode === 'by-event') {
      play.waited += dt * play.speed;
      if (play.waited < DWELL) return;
      play.waited = 0;
      if (!this.stepEvent(1)) this.pause();
      return;
    }
    const free = this.#free ?? this.#units();
    const step = Math.max(0, Math.min((dt / 1000) * play.speed * GLIDE, 1 - free.b));
    this.#slideTo(free.a + step, free.b + step);
    this.#view.follow(free.a + step, free.b + step);
    if (this.#free && this.#free.b >= 1 - 1e-12) this.pause();
  }

  #edgesNow(): { from: number; to: number } {
    return this.#window ? { from: this.#window.from, to: this.#window.to + 1 } : this.#scale.domain;
  }

  /** The window's edges as shares of the axis. */
  #units(): { a: number; b: number } {
    const { from, to } = this.#edgesNow();
    return { a: this.#scale.toUnit(from), b: this.#scale.toUnit(to) };
  }

  /** Where stepping starts when the window is the whole story. */
  #outside(direction: 1 | -1): { from: number; to: number } {
    const { from, to } = this.#scale.domain;
    return direction > 0 ? { from, to: from } : { from: to, to };
  }

  #snapped(ms: number): number {
    const { from, to } = this.#scale.domain;
    return clamp(snap(ms, this.stepAt(ms), this.#zone), from, to);
  }

  /** Sets one edge, keeping a step's distance to the other. */
  #moveEnd(handle: 'from' | 'to', edge: number, other: number, step: number): void {
    const apart = nextStep(other, step, this.#zone, handle === 'from' ? -1 : 1);
    if (handle === 'from') this.#emit({ from: Math.min(edge, apart), to: other - 1 });
    else this.#emit({ from: other, to: Math.max(edge, apart) - 1 });
    this.#changed();
  }

  #slideTo(a: number, b: number): void {
    this.#free = { a, b };
    const from = this.#snapped(this.#scale.toTime(a));
    const to = this.#snapped(this.#scale.toTime(b));
    this.#emit({
      from,
      to: Math.max(to, nextStep(from, this.stepAt(from), this.#zone, 1)) - 1
    });
    this.#changed();
  }

  /** By key an end stops before the other; only the finger takes it across. */
  #moveEndByKey(handle: 'from' | 'to', move: Move, week: boolean): void {
    const { from, to } = this.#edgesNow();
    const { domain } = this.#scale;
    const [edge, other] = handle === 'from' ? [from, to] : [to, from];
    const target = clamp(this.#target(edge, move, week), domain.from, domain.to);
    this.#moveEnd(handle, target, other, this.#keyStep(other));
  }

  /** Both ends by the same time on the clock, so that days stay days when the clocks change. */
  #moveWindow(move: Move, week: boolean): void {
    if (this.#window === null) return;
    const { from, to } = this.#edgesNow();
    const { domain } = this.#scale;
    const wall = (ms: number) => toWall(ms, this.#zone);
    const lead = move.direction > 0 ? to : from;
    const wanted =
      move.by === 'step' && !week
        ? this.#keyStep(from) * move.direction
        : wall(this.#target(move.by === 'end' ? lead : from, move, week)) -
          wall(move.by === 'end' ? lead : from);
    const shift = clamp(wanted, wall(domain.from) - wall(from), wall(domain.to) - wall(to));
    this.#emit({
      from: fromWall(wall(from) + shift, this.#zone),
      to: fromWall(wall(to) + shift, this.#zone) - 1
    });
  }

  #keyStep(ms: number): number {
    return this.zoomed ? this.stepAt(ms) : DAY;
  }

  #target(edge: number, move: Move, week: boolean): number {
    const { direction, by } = move;
    const { domain } = this.#scale;
    const last = direction > 0 ? domain.to : domain.from;
    if (by === 'end') return last;
    if (week) return fromWall(toWall(edge, this.#zone) + 7 * DAY * direction, this.#zone);
    if (by === 'step') return nextStep(edge, this.#keyStep(edge), this.#zone, direction);
    const next =
      direction > 0
        ? this.#edges.find((boundary) => boundary > edge)
        : this.#edges.findLast((boundary) => boundary < edge);
    return next ?? last;
  }

  #emit(window: Window | null): void {
    const { from, to } = this.#scale.domain;
    const next = window && window.from <= from && window.to >= to - 1 ? null : window;
    if (same(next, this.#window)) return;
    this.#window = next;
    this.#reports.onwindow(next);
  }

  #show(u0: number, u1: number): void {
    this.#view.show(u0, u1);
    this.#changed();
  }

  /** Brings what a key has moved into view. */
  #reveal(handle: Handle): void {
    const { from, to } = this.#edgesNow();
    const a = this.#scale.toUnit(handle === 'to' ? to : from);
    const b = this.#scale.toUnit(handle === 'from' ? from : to);
    this.#view.follow(a, b);
  }

  #changed(): void {
    this.#reports.onchange();
  }
}

interface Move {
  readonly direction: 1 | -1;
  readonly by: 'step' | 'boundary' | 'end';
}

const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: { direction: 1, by: 'step' },
  ArrowUp: { direction: 1, by: 'step' },
  ArrowLeft: { direction: -1, by: 'step' },
  ArrowDown: { direction: -1, by: 'step' },
  PageUp: { direction: 1, by: 'boundary' },
  PageDown: { direction: -1, by: 'boundary' },
  End: { direction: 1, by: 'end' },
  Home: { direction: -1, by: 'end' }
};

function sorted(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function same(a: Window | null, b: Window | null): boolean {
  return a === b || (a !== null && b !== null && a.from === b.from && a.to === b.to);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

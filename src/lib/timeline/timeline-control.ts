import type { Stretch, TimeScale } from '../core/elastic-scale';
import type { Window } from '../core/story';
import { DAY, HOUR, MINUTE } from '../core/zone';
import { Player, type Played, type PlayMode } from './player';
import { sameWindow } from './same-window';
import { VisibleStretch } from './visible-stretch';
import { nextStep, snap, STEPS } from './wall-clock';
import { movedByKey, withEnd, type Handle } from './window-keys';

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
  #player: Player | null = null;

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
      playing: this.#player !== null
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
    if (sameWindow(window, this.#window)) return;
    this.#window = window;
    this.#free = null;
    this.#hold = null;
    this.#player = null;
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
    this.#player = null;
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
    this.#emitEdges(withEnd(hold.handle, edge, hold.anchor, this.stepAt(hold.anchor), this.#zone));
    this.#changed();
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
    this.#player = null;
    this.#free = null;
    if (window === null) this.zoomOut();
    this.#emit(window);
    if (window) this.#reveal('window');
    this.#changed();
  }

  /** The slider pattern: see `movedByKey`. Plus, minus: zoom around what is held; 0: zoom out. False: not a key of ours. */
  key(handle: Handle, key: string, shift = false): boolean {
    const { ends } = this.state;
    const around = handle === 'window' ? (ends.from + ends.to) / 2 : ends[handle];
    if (key === '+' || key === '=') this.zoom(1.6, around);
    else if (key === '-' || key === '_') this.zoom(1 / 1.6, around);
    else if (key === '0') this.zoomOut();
    else {
      const moved = movedByKey(handle, key, shift, {
        edges: this.#edgesNow(),
        domain: this.#scale.domain,
        boundaries: this.#edges,
        zone: this.#zone,
        stepAt: (ms) => (this.zoomed ? this.stepAt(ms) : DAY)
      });
      if (!moved) return false;
      this.#player = null;
      this.#free = null;
      this.#emitEdges(moved);
      this.#reveal(handle);
      this.#changed();
    }
    return true;
  }

  /** Starts where the window is; from the beginning when there is no window or it is at the end. */
  play(speed = 1, mode: PlayMode = 'glide'): void {
    this.#hold = null;
    this.#player = new Player(this.#played(), this.#starts, this.#zone, speed, mode);
    this.#changed();
  }

  pause(): void {
    if (!this.#player) return;
    this.#player = null;
    this.#free = null;
    this.#changed();
  }

  /** While playing: `dt` ms have gone by. Pauses at the end. */
  tick(dt: number): void {
    if (this.#player && !this.#player.tick(dt)) this.pause();
  }

  #played(): Played {
    return {
      window: () => this.#window,
      scale: () => this.#scale,
      ends: () => this.#free ?? this.#units(),
      slideTo: (a, b) => {
        this.#slideTo(a, b);
        this.#view.follow(a, b);
      },
      show: (window) => {
        this.#free = null;
        this.#emit(window);
        this.#reveal('window');
        this.#changed();
      }
    };
  }

  #edgesNow(): Stretch {
    return this.#window ? { from: this.#window.from, to: this.#window.to + 1 } : this.#scale.domain;
  }

  /** The window's edges as shares of the axis. */
  #units(): { a: number; b: number } {
    const { from, to } = this.#edgesNow();
    return { a: this.#scale.toUnit(from), b: this.#scale.toUnit(to) };
  }

  #snapped(ms: number): number {
    const { from, to } = this.#scale.domain;
    return clamp(snap(ms, this.stepAt(ms), this.#zone), from, to);
  }

  #slideTo(a: number, b: number): void {
    this.#free = { a, b };
    const from = this.#snapped(this.#scale.toTime(a));
    const to = this.#snapped(this.#scale.toTime(b));
    this.#emitEdges({
      from,
      to: Math.max(to, nextStep(from, this.stepAt(from), this.#zone, 1))
    });
    this.#changed();
  }

  #emitEdges({ from, to }: Stretch): void {
    this.#emit({ from, to: to - 1 });
  }

  #emit(window: Window | null): void {
    const { from, to } = this.#scale.domain;
    const next = window && window.from <= from && window.to >= to - 1 ? null : window;
    if (sameWindow(next, this.#window)) return;
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

function sorted(values: readonly number[]): number[] {
  return [...new Set(values)].sort((a, b) => a - b);
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

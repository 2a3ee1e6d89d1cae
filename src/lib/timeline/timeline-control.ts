import type { Stretch, TimeScale } from '../core/elastic-scale';
import { same } from '../core/same';
import type { Window } from '../core/story';
import { HOUR } from '../core/zone';
import { stepFor } from './steps';
import { isZoomed, VisibleStretch, type AxisView } from './visible-stretch';
import { nextStep, snap } from './wall-clock';
import { clamp, withEnd, type Handle, type KeyGround } from './window-handles';

export interface TimelineSetup {
  readonly scale: TimeScale;
  /** IANA zone in which days begin. */
  readonly zone: string;
  /** Where a key takes the window's edges; null: nowhere. See `more/window-keys.ts`. */
  movedByKey(handle: Handle, key: string, shift: boolean, ground: KeyGround): Stretch | null;
  /** Null: the whole story. */
  readonly window: Window | null;
  /** Pixels at which the visible stretch starts and ends. */
  readonly left: number;
  readonly right: number;
  /** 'slide' if left out. */
  readonly mode?: WindowMode;
  /** One cannot zoom in further than to this long a stretch, in ms; an hour if left out. */
  shortestView?(): number;
}

/** What moves with the window: both its ends; its end alone; its end, the start being that of the axis ("up to now"). */
export type WindowMode = 'slide' | 'grow' | 'accumulate';

/** By screen: a share of the axis in a second; by time: so much time in a second; by event: a stop wherever something begins. */
export type PlayMode = 'glide' | 'by-time' | 'by-event';

/** What moves the window by itself. */
export interface Playing {
  /** `dt` ms have gone by. False at the end. */
  tick(dt: number): boolean;
}

/** The window as its player sees it. */
export interface Played {
  /** Null: the whole story. */
  window(): Window | null;
  scale(): TimeScale;
  /** Where the window's ends are, as shares of the axis. */
  ends(): { readonly a: number; readonly b: number };
  /** The start of a window of which only the end moves; null when both do. */
  keptStart(): number | null;
  /** Puts the ends there; only the second where the start is kept. */
  slideTo(a: number, b: number): void;
  show(window: Window): void;
}

export interface TimelineReports {
  /** The reader (or play) moved the window; null for the whole story. Never called for `setWindow`. */
  onwindow(window: Window | null): void;
  /** Something to draw has changed: read `state`. */
  onchange(): void;
}

/** All there is to draw, replaced whole at each change. */
export interface TimelineState {
  readonly view: AxisView;
  readonly window: Window | null;
  /** Pixels at which the ends of the window are to be drawn; off the range when not in view. */
  readonly ends: { readonly from: number; readonly to: number };
  /** Under the finger. It changes when an end is dragged across the other. */
  readonly held: Handle | null;
  readonly playing: boolean;
  /** It is held or plays: many more windows follow. */
  readonly moving: boolean;
  readonly mode: WindowMode;
}

/** The least share of an axis that its numbers can still tell apart into pixels. */
const LEAST_SHARE = 2e-12;

/**
 * The window over the axis as the reader moves it: drag, keys, play, zoom. It has never seen a DOM: pixels, keys and elapsed
 * time come as arguments, what changes goes out through the two reports.
 *
 * Inside, the window's ends are edges: `to + 1` in place of `to`, so that both lie on midnights.
 */
export class TimelineControl {
  #scale: TimeScale;
  readonly #zone: string;
  readonly #movedByKey: TimelineSetup['movedByKey'];
  readonly #shortestView: () => number;
  readonly #reports: TimelineReports;
  readonly #stretch: VisibleStretch;
  #window: Window | null;
  #mode: WindowMode;
  /** Where the ends are drawn (share of the axis) while they move freely between the steps of the window. */
  #free: { a: number; b: number } | null = null;
  #hold: { handle: Handle; offset: number; anchor: number; width: number } | null = null;
  #player: Playing | null = null;

  constructor(setup: TimelineSetup, reports: TimelineReports) {
    this.#scale = setup.scale;
    this.#zone = setup.zone;
    this.#window = setup.window;
    this.#stretch = new VisibleStretch(setup.left, setup.right);
    this.#movedByKey = setup.movedByKey;
    this.#mode = setup.mode ?? 'slide';
    this.#shortestView = setup.shortestView ?? (() => HOUR);
    this.#reports = reports;
  }

  get state(): TimelineState {
    const { from, to } = this.#edgesNow();
    const free = this.#free;
    return {
      view: this.view,
      window: this.#window,
      ends: {
        from: free ? this.#stretch.xOf(free.a) : this.xOf(from),
        to: free ? this.#stretch.xOf(free.b) : this.xOf(to)
      },
      held: this.#hold?.handle ?? null,
      playing: this.#player !== null,
      moving: this.#hold !== null || this.#player !== null,
      mode: this.#mode
    };
  }

  get view(): AxisView {
    return this.#stretch.view;
  }

  get zoomed(): boolean {
    return isZoomed(this.view);
  }

  get #length(): number {
    const { from, to } = this.#scale.domain;
    return to - from;
  }

  /** Pixels at which the visible stretch starts and ends. */
  setRange(left: number, right: number): void {
    if (this.#stretch.setRange(left, right)) this.#changed();
  }

  /** Another scale over the same time: the window and, when zoomed, the times in view stay. */
  setScale(scale: TimeScale): void {
    if (scale === this.#scale) return;
    const times = this.zoomed
      ? [this.#scale.toTime(this.view.u0), this.#scale.toTime(this.view.u1)]
      : [scale.domain.from, scale.domain.to];
    this.#scale = scale;
    this.#free = null;
    this.#show(scale.toUnit(times[0] as number), scale.toUnit(times[1] as number));
  }

  /** The window as somebody else wants it; not reported back. */
  setWindow(window: Window | null): void {
    if (same(window, this.#window)) return;
    this.#take(window);
    this.#free = null;
    this.#hold = null;
    this.#player = null;
    this.#changed();
  }

  /** Which ends move with the window. One that accumulates begins where the axis does, and is reported if it did not. */
  setMode(mode: WindowMode): void {
    if (mode === this.#mode) return;
    this.#mode = mode;
    this.#hold = null;
    this.#free = null;
    if (mode === 'accumulate')
      this.#emitEdges({ from: this.#scale.domain.from, to: this.#edgesNow().to });
    this.#changed();
  }

  xOf(ms: number): number {
    return this.#stretch.xOf(this.#scale.toUnit(ms));
  }

  timeAt(px: number): number {
    return this.#scale.toTime(this.#stretch.unitAt(px));
  }

  /** The step, in ms, that the window's ends keep to at a time: see `stepFor`. */
  stepAt(ms: number): number {
    const x = this.xOf(ms);
    return stepFor(this.timeAt(x + 0.5) - this.timeAt(x - 0.5), this.#length);
  }

  grab(wanted: Handle, px: number): void {
    this.#player = null;
    const handle = this.#moved(wanted);
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
    const unit = this.#stretch.unitAt(px - hold.offset);
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
    const half = this.#shortestView() / 2;
    const least = this.#scale.toUnit(time + half) - this.#scale.toUnit(time - half);
    this.#stretch.zoom(factor, aroundPx, Math.max(LEAST_SHARE, least));
    this.#changed();
  }

  /** Moves the axis by pixels, as a finger does: positive shows what is earlier. */
  pan(dx: number): void {
    this.#stretch.pan(dx);
    this.#changed();
  }

  /** Shows as much of the axis as now, from this share of it on. */
  lookFrom(u0: number): void {
    this.#show(u0, u0 + this.view.u1 - this.view.u0);
  }

  /** Shows a window, the present one if left out, and a little on both sides. */
  zoomToWindow(window: Window | null = this.#window): void {
    const { toUnit, domain } = this.#scale;
    const { from, to } = window ?? { from: domain.from, to: domain.to - 1 };
    const [a, b] = [toUnit(from), toUnit(to + 1)];
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
    this.#take(this.#window);
    if (window) this.#reveal('window');
    this.#changed();
  }

  /** The slider pattern: see `more/window-keys.ts`. Plus, minus: zoom around what is held; 0: zoom out. False: not a key of ours. */
  key(wanted: Handle, key: string, shift = false): boolean {
    const handle = this.#moved(wanted);
    const { ends } = this.state;
    const around = handle === 'window' ? (ends.from + ends.to) / 2 : ends[handle];
    if (key === '+' || key === '=') this.zoom(1.6, around);
    else if (key === '-' || key === '_') this.zoom(1 / 1.6, around);
    else if (key === '0') this.zoomOut();
    else {
      const moved = this.#movedByKey(handle, key, shift, {
        edges: this.#edgesNow(),
        domain: this.#scale.domain,
        zone: this.#zone,
        zoomed: this.zoomed,
        stepAt: (ms) => this.stepAt(ms)
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

  /** Has the window move by itself, as a player made for it says (`more/player.ts`). */
  play(make: (played: Played) => Playing): void {
    this.#hold = null;
    this.#player = make(this.#played());
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
      keptStart: () => (this.#mode === 'slide' ? null : this.#edgesNow().from),
      slideTo: (a, b) => {
        this.#stretch.follow(a, b);
        this.#slideTo(a, b);
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
    const kept = this.#mode !== 'slide';
    const from = kept ? this.#edgesNow().from : this.#snapped(this.#scale.toTime(a));
    const to = this.#snapped(this.#scale.toTime(b));
    this.#free = { a: kept ? this.#scale.toUnit(from) : a, b };
    this.#emitEdges({
      from,
      to: Math.max(to, nextStep(from, this.stepAt(from), this.#zone, 1))
    });
    this.#changed();
  }

  /** What a handle moves: the middle of a window that only grows is its end, and one that accumulates has no other. */
  #moved(handle: Handle): Handle {
    if (this.#mode === 'slide' || (this.#mode === 'grow' && handle === 'from')) return handle;
    return 'to';
  }

  /** A window that somebody has set: one that begins later than the axis accumulates nothing. */
  #take(window: Window | null): void {
    this.#window = window;
    if (this.#mode === 'accumulate' && this.#edgesNow().from > this.#scale.domain.from)
      this.#mode = 'slide';
  }

  #emitEdges({ from, to }: Stretch): void {
    this.#emit({ from, to: to - 1 });
  }

  #emit(window: Window | null): void {
    const { from, to } = this.#scale.domain;
    const next = window && window.from <= from && window.to >= to - 1 ? null : window;
    if (same(next, this.#window)) return;
    this.#window = next;
    this.#reports.onwindow(next);
  }

  #show(u0: number, u1: number): void {
    this.#stretch.show(u0, u1);
    this.#changed();
  }

  /** Brings what a key has moved into view. */
  #reveal(handle: Handle): void {
    const { from, to } = this.#edgesNow();
    const a = this.#scale.toUnit(handle === 'to' ? to : from);
    const b = this.#scale.toUnit(handle === 'from' ? from : to);
    this.#stretch.follow(a, b);
  }

  #changed(): void {
    this.#reports.onchange();
  }
}

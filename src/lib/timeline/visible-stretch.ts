import { same } from '../core/same';

/** The part of an axis that is in sight, within 0–1. */
export interface AxisView {
  readonly u0: number;
  readonly u1: number;
}

export const WHOLE_AXIS: AxisView = { u0: 0, u1: 1 };

export function isZoomed({ u0, u1 }: AxisView): boolean {
  return u1 - u0 < 1 - 1e-9;
}

/** What is in sight over a range of pixels. Zoomed and panned, it never leaves the axis. */
export class VisibleStretch {
  #left: number;
  #right: number;
  #view = WHOLE_AXIS;

  constructor(left: number, right: number) {
    this.#left = left;
    this.#right = right;
  }

  /** The same object as long as it says the same. */
  get view(): AxisView {
    return this.#view;
  }

  /** False when the range is what it was. */
  setRange(left: number, right: number): boolean {
    if (!(right > left)) throw new Error(`setRange: ${left}–${right} has no width`);
    const changed = left !== this.#left || right !== this.#right;
    this.#left = left;
    this.#right = right;
    return changed;
  }

  unitAt(px: number): number {
    const { u0, u1 } = this.#view;
    return u0 + ((px - this.#left) / (this.#right - this.#left)) * (u1 - u0);
  }

  xOf(unit: number): number {
    const { u0, u1 } = this.#view;
    return this.#left + ((unit - u0) / (u1 - u0)) * (this.#right - this.#left);
  }

  show(from: number, to: number): void {
    const span = Math.min(1, to - from);
    const u0 = Math.min(1 - span, Math.max(0, from));
    const next = { u0, u1: Math.min(1, u0 + span) };
    if (!same(next, this.#view)) this.#view = next;
  }

  /** `factor` above 1 shows less, but no less than `least`. What is under the pixel stays there. */
  zoom(factor: number, aroundPx: number, least: number): void {
    const unit = Math.min(1, Math.max(0, this.unitAt(aroundPx)));
    const now = this.#view.u1 - this.#view.u0;
    const span = Math.min(1, Math.max(Math.min(least, now), now / factor));
    const u0 = unit - ((aroundPx - this.#left) / (this.#right - this.#left)) * span;
    this.show(u0, u0 + span);
  }

  /** Moves the axis by pixels, as a finger does: positive shows what is earlier. */
  pan(dx: number): void {
    const { u0, u1 } = this.#view;
    const shift = (dx / (this.#right - this.#left)) * (u1 - u0);
    this.show(u0 - shift, u1 - shift);
  }

  /** Moves just as far as it takes to bring a–b into sight. */
  follow(a: number, b: number): void {
    const { u0, u1 } = this.#view;
    const span = u1 - u0;
    if (b > u1) this.show(b - span * 0.96, b + span * 0.04);
    else if (a < u0) this.show(a - span * 0.04, a + span * 0.96);
  }
}

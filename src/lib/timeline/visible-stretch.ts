/** The part of the axis that is in sight, within 0–1, over a range of pixels. Zoomed and panned, it never leaves the axis. */
export class VisibleStretch {
  #left: number;
  #right: number;
  #u0 = 0;
  #u1 = 1;

  constructor(left: number, right: number) {
    this.#left = left;
    this.#right = right;
  }

  get u0(): number {
    return this.#u0;
  }

  get u1(): number {
    return this.#u1;
  }

  get zoomed(): boolean {
    return this.#u1 - this.#u0 < 1 - 1e-9;
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
    return this.#u0 + ((px - this.#left) / (this.#right - this.#left)) * (this.#u1 - this.#u0);
  }

  xOf(unit: number): number {
    return this.#left + ((unit - this.#u0) / (this.#u1 - this.#u0)) * (this.#right - this.#left);
  }

  show(u0: number, u1: number): void {
    const span = Math.min(1, u1 - u0);
    const start = Math.min(1 - span, Math.max(0, u0));
    this.#u0 = start;
    this.#u1 = Math.min(1, start + span);
  }

  /** `factor` above 1 shows less, but no less than `least`. What is under the pixel stays there. */
  zoom(factor: number, aroundPx: number, least: number): void {
    const unit = Math.min(1, Math.max(0, this.unitAt(aroundPx)));
    const now = this.#u1 - this.#u0;
    const span = Math.min(1, Math.max(Math.min(least, now), now / factor));
    const u0 = unit - ((aroundPx - this.#left) / (this.#right - this.#left)) * span;
    this.show(u0, u0 + span);
  }

  /** Moves the axis by pixels, as a finger does: positive shows what is earlier. */
  pan(dx: number): void {
    const shift = (dx / (this.#right - this.#left)) * (this.#u1 - this.#u0);
    this.show(this.#u0 - shift, this.#u1 - shift);
  }

  /** Moves just as far as it takes to bring a–b into sight. */
  follow(a: number, b: number): void {
    const span = this.#u1 - this.#u0;
    if (b > this.#u1) this.show(b - span * 0.96, b + span * 0.04);
    else if (a < this.#u0) this.show(a - span * 0.04, a + span * 0.96);
  }
}

/** Between two labels, in pixels. */
export const GAP = 8;

/** One line of labels: takes each only where nothing stands yet. */
export class LabelRow {
  readonly #taken: { from: number; to: number }[] = [];
  readonly #left: number;
  readonly #right: number;

  /** Pixels at which the line starts and ends. */
  constructor(left: number, right: number) {
    this.#left = left;
    this.#right = right;
  }

  /** False when there is no room for a label that starts at `x`. */
  take(x: number, width: number): boolean {
    if (x < this.#left - 1e-6 || x + width > this.#right) return false;
    if (this.#taken.some(({ from, to }) => x < to + GAP && x + width + GAP > from)) return false;
    this.#taken.push({ from: x, to: x + width });
    return true;
  }
}

import { Uint32List } from './uint32-list';

/** Which rows of a file became no events: tells the row, counted from 0, of a position in the columns, and back. */
export class LeftOut {
  readonly #rows = new Uint32List();

  /** Adds a row after all that were added before. */
  push(row: number): void {
    this.#rows.push(row);
  }

  /** The row of the event at `position`. */
  rowOf(position: number): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      // Before a row that is left out stand as many events as its number less the rows left out before it.
      if (this.#rows.at(middle) - middle <= position) low = middle + 1;
      else high = middle;
    }
    return position + low;
  }

  /** Where the event of `row` stands among the others; −1 when the row was left out. */
  positionOf(row: number): number {
    let [low, high] = [0, this.#rows.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#rows.at(middle) < row) low = middle + 1;
      else high = middle;
    }
    const isLeftOut = low < this.#rows.length && this.#rows.at(low) === row;
    return isLeftOut ? -1 : row - low;
  }

  /** The rows of the first `size` events; null where that is all of the first `size` rows. */
  rowsOf(size: number): Uint32Array | null {
    if (size === 0 || this.rowOf(size - 1) === size - 1) return null;
    return Uint32Array.from({ length: size }, (_, position) => this.rowOf(position));
  }
}

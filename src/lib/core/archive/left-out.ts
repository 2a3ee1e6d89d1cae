import { Uint32List } from './uint32-list';

/** Which rows of a file became no events: tells the row, counted from 0, from a position in the columns. */
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
}

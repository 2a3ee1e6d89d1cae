import { cellOf, type CellGrid } from './cell-grid';

/** What is added up in each cell of a grid. */
export class CellSums {
  readonly counts: Int32Array;
  /** Of positions in fixed point, from the grid's corner on: whole numbers, so that what is taken away again leaves no rest. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Of the events' positions in the index: with one event, that event. */
  readonly positions: Float64Array;

  constructor(size: number) {
    this.counts = new Int32Array(size);
    this.x = new Float64Array(size);
    this.y = new Float64Array(size);
    this.positions = new Float64Array(size);
  }

  clear(): void {
    this.counts.fill(0);
    this.x.fill(0);
    this.y.fill(0);
    this.positions.fill(0);
  }
}

/** Where events are. */
export interface Places {
  readonly x: Int32Array;
  readonly y: Int32Array;
}

/** Adds an event (`sign` 1) or takes it away (−1); nothing outside the grid. */
export function addEvent(
  sums: CellSums,
  grid: CellGrid,
  { x, y }: Places,
  position: number,
  sign: 1 | -1
): void {
  // No pair of them: this is done for each event of a window, and a list a time would be garbage.
  const atX = x[position] as number;
  const atY = y[position] as number;
  const cell = cellOf(grid, atX, atY);
  if (cell < 0) return;
  sums.counts[cell] = (sums.counts[cell] as number) + sign;
  sums.x[cell] = (sums.x[cell] as number) + sign * ((atX - grid.west) >>> 0);
  sums.y[cell] = (sums.y[cell] as number) + sign * (atY - grid.north);
  sums.positions[cell] = (sums.positions[cell] as number) + sign * position;
}

/**
 * The sums of the first so many events of a list, kept at every `block`th, so that any number of them costs a look at less than a block. They are
 * made as far as they are asked for.
 */
export class RunningSums {
  readonly #cells: number;
  readonly #block: number;
  readonly #counts: Int32Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #positions: Float64Array;
  readonly #grid: CellGrid;
  readonly #places: Places;
  /** Positions in the order of the list; null: 0, 1, 2 … */
  readonly #order: Uint32Array | null;
  readonly #blocks: number;
  /** Of the events before the first block that is not kept yet. */
  readonly #sums: CellSums;
  #kept = 0;

  constructor(grid: CellGrid, places: Places, order: Uint32Array | null, block: number) {
    this.#cells = grid.columns * grid.rows;
    this.#block = block;
    this.#grid = grid;
    this.#places = places;
    this.#order = order;
    this.#blocks = Math.floor(places.x.length / block) + 1;
    this.#sums = new CellSums(this.#cells);
    const size = this.#blocks * this.#cells;
    this.#counts = new Int32Array(size);
    this.#x = new Float64Array(size);
    this.#y = new Float64Array(size);
    this.#positions = new Float64Array(size);
  }

  /** Makes those of so many events more. False when all are made. */
  prepare(events: number): boolean {
    if (this.#kept === this.#blocks) return false;
    this.#keep(Math.min(this.#blocks, this.#kept + Math.ceil(events / this.#block)));
    return true;
  }

  /** Adds the first `length` of the list to `sums`, or takes them away. */
  add(sums: CellSums, length: number, sign: 1 | -1): void {
    const block = Math.floor(length / this.#block);
    this.#keep(block + 1);
    const at = block * this.#cells;
    for (let cell = 0; cell < this.#cells; cell++) {
      const kept = at + cell;
      sums.counts[cell] = (sums.counts[cell] as number) + sign * (this.#counts[kept] as number);
      sums.x[cell] = (sums.x[cell] as number) + sign * (this.#x[kept] as number);
      sums.y[cell] = (sums.y[cell] as number) + sign * (this.#y[kept] as number);
      sums.positions[cell] =
        (sums.positions[cell] as number) + sign * (this.#positions[kept] as number);
    }
    this.#addEach(sums, block * this.#block, length, sign);
  }

  #keep(blocks: number): void {
    const sums = this.#sums;
    const size = this.#places.x.length;
    for (; this.#kept < blocks; this.#kept++) {
      const at = this.#kept * this.#cells;
      this.#counts.set(sums.counts, at);
      this.#x.set(sums.x, at);
      this.#y.set(sums.y, at);
      this.#positions.set(sums.positions, at);
      const from = this.#kept * this.#block;
      this.#addEach(sums, from, Math.min(size, from + this.#block), 1);
    }
  }

  #addEach(sums: CellSums, from: number, to: number, sign: 1 | -1): void {
    const order = this.#order;
    for (let i = from; i < to; i++)
      addEvent(sums, this.#grid, this.#places, order ? (order[i] as number) : i, sign);
  }
}

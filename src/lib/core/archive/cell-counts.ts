import type { Window } from '../story';
import type { Certainty } from '../view';
import type { ArchiveIndex } from './archive-index';
import { cellOf, sameGrid, type CellGrid } from './cell-grid';
import { addEvent, CellSums, RunningSums } from './cell-sums';
import { below, upTo } from '../ordered';

/** The cells that hold events. One and the same object at each count; its lists are longer than `length`. */
export interface Cells {
  readonly length: number;
  /** Events of all cells. */
  readonly total: number;
  /** Which cell of the grid, row by row. */
  readonly cell: Uint32Array;
  /** Events that count, and those of them that surely are in the window. */
  readonly counts: Uint32Array;
  readonly sure: Uint32Array;
  /** Mean place in fixed point (see `fixed-point`). */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Position of the event where there is but one, else −1. */
  readonly single: Int32Array;
}

/** When more events than this may be in the window, they are not looked at one by one, though running sums may have to be made first. */
export const SCAN_MOST = 60_000;
/** Events that are gone through at a time when sums are made ahead. */
const PREPARED_MOST = 100_000;
const MOST_BLOCKS = 512;
const LEAST_BLOCK = 1024;

/**
 * The exact number of events in each cell of a grid, and their mean place, for any window. For a narrow window its events are looked at. For a
 * wide one each cell keeps running sums, in the order of starts and in that of ends, made anew when the grid changes and not when the
 * window does: what had started by the window's end, less what had ended before its beginning. Once all of them are made they serve for
 * most narrow windows, too.
 */
export class CellCounts {
  readonly #index: ArchiveIndex;
  readonly #stretches: Uint32Array;
  readonly #block: number;
  #grid: CellGrid | null = null;
  #sums = new CellSums(0);
  #uncertain = new Uint32Array(0);
  #found = emptyCells(0);
  #started: RunningSums | null = null;
  #ended: RunningSums | null = null;
  /** All sums are made. */
  #ready = false;

  constructor(index: ArchiveIndex) {
    this.#index = index;
    this.#stretches = new Uint32Array(2 * index.classes.length);
    this.#block = Math.max(LEAST_BLOCK, Math.ceil(index.size / MOST_BLOCKS));
  }

  /** Chooses the grid. Cheap by itself; the first wide window after it is not, unless it is prepared. */
  look(grid: CellGrid): void {
    if (this.#grid && sameGrid(grid, this.#grid)) return;
    const size = grid.columns * grid.rows;
    this.#grid = grid;
    this.#sums = new CellSums(size);
    this.#uncertain = new Uint32Array(size);
    this.#found = emptyCells(size);
    this.#started = null;
    this.#ended = null;
    this.#ready = false;
  }

  /**
   * Makes ahead a part of the running sums, in a few milliseconds. False when nothing is left to do: at once where there are too few events for any
   * window to be wide.
   */
  prepare(): boolean {
    if (this.#grid === null || this.#index.size <= SCAN_MOST) return false;
    this.#ready =
      !this.#sumsByStart(this.#grid).prepare(PREPARED_MOST) &&
      !this.#sumsByEnd(this.#grid).prepare(PREPARED_MOST);
    return !this.#ready;
  }

  /** @throws Error before a grid has been chosen. */
  count(window: Window | null, certainty: Certainty): Cells {
    const grid = this.#grid;
    if (grid === null) throw new Error('count: choose a grid with look() first');
    this.#sums.clear();
    this.#uncertain.fill(0);
    if (this.#candidates(window) <= this.#scanMost()) this.#scan(grid, window);
    else this.#subtract(grid, window);
    const index = this.#index;
    index.eachUncertain(window, (position) => {
      if (certainty === 'surely') return addEvent(this.#sums, grid, index, position, -1);
      const cell = cellOf(grid, index.x[position] as number, index.y[position] as number);
      if (cell >= 0) this.#uncertain[cell] = (this.#uncertain[cell] as number) + 1;
    });
    return this.#gather(grid);
  }

  /** Of the events in two blocks some are looked at even with running sums. */
  #scanMost(): number {
    return this.#ready ? 2 * this.#block : SCAN_MOST;
  }

  #candidates(window: Window | null): number {
    const stretches = this.#index.stretches(window, this.#stretches);
    let candidates = 0;
    for (let s = 0; s < stretches; s++)
      candidates += (this.#stretches[2 * s + 1] as number) - (this.#stretches[2 * s] as number);
    return candidates;
  }

  #scan(grid: CellGrid, window: Window | null): void {
    const index = this.#index;
    const stretches = index.stretches(window, this.#stretches);
    const least = index.firstEndRank(window);
    for (let s = 0; s < stretches; s++) {
      const to = this.#stretches[2 * s + 1] as number;
      for (let i = this.#stretches[2 * s] as number; i < to; i++) {
        const position = index.byClass[i] as number;
        if ((index.endRanks[position] as number) >= least)
          addEvent(this.#sums, grid, index, position, 1);
      }
    }
  }

  #subtract(grid: CellGrid, window: Window | null): void {
    const { starts, ends, size } = this.#index;
    this.#sumsByStart(grid).add(this.#sums, window ? upTo(starts, window.to) : size, 1);
    const ended = window ? below(ends, window.from) : 0;
    if (ended > 0) this.#sumsByEnd(grid).add(this.#sums, ended, -1);
  }

  #sumsByStart(grid: CellGrid): RunningSums {
    return (this.#started ??= new RunningSums(grid, this.#index, null, this.#block));
  }

  #sumsByEnd(grid: CellGrid): RunningSums {
    return (this.#ended ??= new RunningSums(grid, this.#index, this.#index.byEnd, this.#block));
  }

  #gather(grid: CellGrid): Cells {
    const [sums, found] = [this.#sums, this.#found];
    let [length, total] = [0, 0];
    for (let cell = 0; cell < sums.counts.length; cell++) {
      const count = sums.counts[cell] as number;
      if (count === 0) continue;
      found.cell[length] = cell;
      found.counts[length] = count;
      found.sure[length] = count - (this.#uncertain[cell] as number);
      found.x[length] = ((grid.west + (sums.x[cell] as number) / count + HALF) % FULL) - HALF;
      found.y[length] = grid.north + (sums.y[cell] as number) / count;
      found.single[length] = count === 1 ? (sums.positions[cell] as number) : -1;
      length++;
      total += count;
    }
    found.length = length;
    found.total = total;
    return found;
  }
}

const HALF = 2 ** 31;
const FULL = 2 ** 32;

function emptyCells(size: number) {
  return {
    length: 0,
    total: 0,
    cell: new Uint32Array(size),
    counts: new Uint32Array(size),
    sure: new Uint32Array(size),
    x: new Float64Array(size),
    y: new Float64Array(size),
    single: new Int32Array(size)
  };
}

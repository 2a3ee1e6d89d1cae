import type { Box } from '../box';
import { below, checkEdges, checkWindow, upTo } from '../ordered';
import type { Window } from '../story';
import type { Certainty } from '../view';
import { CLASSES, LENGTH_CLASSES, startedWithin, type DurationClass } from './duration-classes';
import type { EventColumns } from './event-columns';
import { fixedBox, fixedBoxHolds, NOWHERE } from './fixed-point';
import { layOut, summarise, type Layout } from './index-layout';
import { layOutColumns } from './lay-out-columns';

/** What events must have to be in a subset; null or left out: anything. */
export interface Wanted {
  /** A byte each, 1 for those that will do. */
  readonly kinds?: Uint8Array | null;
  readonly rows?: Uint8Array | null;
  /** Their place lies in it. */
  readonly box?: Box | null;
}

/**
 * The dated events of an archive by time, in one buffer allocated once, which can be posted to another thread and saved as it is. An event is
 * its *position*: 0 … `size` − 1 by earliest start, then latest end, then row. Windows are closed and in milliseconds; null is all
 * of time. One that ends before it begins is a RangeError. 41 bytes an event, 57 where some starts or ends are uncertain.
 */
export class ArchiveIndex {
  /** Everything there is: `ArchiveIndex.from(buffer)` is this index again. */
  readonly buffer: ArrayBuffer;
  readonly size: number;
  /** From the first finite bound to the last; null when there is none. */
  readonly extent: Window | null;
  /** False when what may be in a window and what surely is can differ. */
  readonly exact: boolean;
  /** How many have no position. */
  readonly unplaced: number;
  /** Earliest start by position: ascends. */
  readonly starts: Float64Array;
  /** Latest ends, ascending, and by position the place of an event's own end among them. */
  readonly ends: Float64Array;
  readonly endRanks: Uint32Array;
  /** Positions in the order of `ends`. */
  readonly byEnd: Uint32Array;
  /** See `fixed-point`. `y` is `NOWHERE` for an event without a place. */
  readonly x: Int32Array;
  readonly y: Int32Array;
  readonly kinds: Uint8Array;
  /** Row of the file, from 0. */
  readonly rows: Uint32Array;
  /** Positions by duration class, and in each by start: what can be in a window is one stretch of each. */
  readonly byClass: Uint32Array;
  readonly classes: readonly DurationClass[];

  readonly #latestStarts: Float64Array;
  readonly #earliestEnds: Float64Array;
  /** Where in `byClass` those begin that no window surely holds. */
  readonly #doubtful: number;

  /** Takes about half a second for a million events. `onprogress`: a share of 1. Undated events are left out. */
  static build(
    columns: EventColumns,
    onprogress: (share: number) => void = () => {}
  ): ArchiveIndex {
    return new ArchiveIndex(layOutColumns(columns, onprogress));
  }

  /** @throws RangeError when the buffer does not hold an index, or one of another version. */
  static from(buffer: ArrayBuffer): ArchiveIndex {
    return new ArchiveIndex(layOut(buffer));
  }

  private constructor(layout: Layout) {
    this.buffer = layout.buffer;
    this.size = layout.size;
    this.exact = layout.exact;
    this.starts = layout.starts;
    this.ends = layout.ends;
    this.endRanks = layout.endRanks;
    this.byEnd = layout.byEnd;
    this.x = layout.x;
    this.y = layout.y;
    this.kinds = layout.kinds;
    this.rows = layout.rows;
    this.byClass = layout.byClass;
    this.#latestStarts = layout.latestStarts;
    this.#earliestEnds = layout.earliestEnds;
    this.unplaced = layout.summary[0] as number;
    const [, from, to] = layout.summary as unknown as [number, number, number];
    this.extent = from <= to ? { from, to } : null;
    this.classes = Array.from({ length: CLASSES }, (_, i) => ({
      from: layout.classEnds[i - 1] ?? 0,
      to: layout.classEnds[i] as number,
      longest: layout.longest[i] as number
    })).filter(({ from, to }) => to > from);
    this.#doubtful = layout.classEnds[LENGTH_CLASSES - 1] as number;
  }

  /** Latest end of the event at a position. */
  endOf(position: number): number {
    return this.ends[this.endRanks[position] as number] as number;
  }

  latestStartOf(position: number): number {
    return this.exact
      ? (this.starts[position] as number)
      : (this.#latestStarts[position] as number);
  }

  earliestEndOf(position: number): number {
    return this.exact ? this.endOf(position) : (this.#earliestEnds[position] as number);
  }

  /** −1 when no event is of that row. */
  positionOf(row: number): number {
    return this.rows.indexOf(row);
  }

  /** How many events meet the window. Two binary searches; for 'surely' also a look at what `eachUncertain` looks at. */
  count(window: Window | null, certainty: Certainty = 'may'): number {
    if (window === null) return this.size;
    checkWindow(window);
    // What ended before the window also began before its end.
    const may = upTo(this.starts, window.to) - below(this.ends, window.from);
    if (certainty === 'may' || this.exact) return may;
    let onlyPossible = 0;
    this.eachUncertain(window, () => onlyPossible++);
    return may - onlyPossible;
  }

  /** Whether the event may be in the window, or surely is. */
  meets(position: number, window: Window | null, certainty: Certainty): boolean {
    if (window === null) return true;
    return certainty === 'may'
      ? (this.starts[position] as number) <= window.to && this.endOf(position) >= window.from
      : this.latestStartOf(position) <= window.to && this.earliestEndOf(position) >= window.from;
  }

  /** What may be in the window, as stretches of `byClass`, two numbers each, written into `out`; those of one class may hold some that ended before it. Returns how many stretches. */
  stretches(window: Window | null, out: Uint32Array): number {
    if (window) checkWindow(window);
    let count = 0;
    for (const each of this.classes) {
      const [from, to] = window
        ? startedWithin(each, this.byClass, this.starts, window.from - each.longest, window.to)
        : [each.from, each.to];
      if (to === from) continue;
      out[2 * count] = from;
      out[2 * count + 1] = to;
      count++;
    }
    return count;
  }

  /** The rank in `ends` from which on events reach into the window. */
  firstEndRank(window: Window | null): number {
    return window === null ? 0 : below(this.ends, window.from);
  }

  /** Visits each event that may be in the window once, in no order of use. */
  each(window: Window | null, visit: (position: number) => void): void {
    const count = this.stretches(window, STRETCHES);
    const least = this.firstEndRank(window);
    // A copy: a visitor may ask for stretches of its own.
    const stretches = STRETCHES.slice(0, 2 * count);
    for (let s = 0; s < count; s++) {
      for (let i = stretches[2 * s] as number; i < (stretches[2 * s + 1] as number); i++) {
        const position = this.byClass[i] as number;
        if ((this.endRanks[position] as number) >= least) visit(position);
      }
    }
  }

  /** Visits each event that may be in the window and may not: such a one begins or ends about where the window does, or is like "2022~". */
  eachUncertain(window: Window | null, visit: (position: number) => void): void {
    if (this.exact || window === null) return;
    const { from, to } = window;
    for (const each of this.classes) {
      const atStart = startedWithin(each, this.byClass, this.starts, from - each.longest, from);
      const atEnd = startedWithin(each, this.byClass, this.starts, to - each.longest, to);
      const past = each.from >= this.#doubtful ? atEnd[1] : atStart[1];
      for (let i = atStart[0]; i < atEnd[1]; i++) {
        if (i >= past && i < atEnd[0]) i = atEnd[0];
        if (i >= atEnd[1]) break;
        const position = this.byClass[i] as number;
        if (this.meets(position, window, 'may') && !this.meets(position, window, 'surely'))
          visit(position);
      }
    }
  }

  /**
   * Number of events by bin, bin i being [edges[i], edges[i + 1]) in milliseconds: half open, so that an instant on an edge counts once; an
   * event that lasts is in several. Two binary searches a bin; for 'surely', where that differs, a look at every event.
   * @throws RangeError unless there are two edges or more, ascending.
   */
  histogram(edges: Float64Array, certainty: Certainty = 'may'): Uint32Array {
    checkEdges(edges);
    const bins = new Uint32Array(edges.length - 1);
    if (certainty === 'surely' && !this.exact) return this.#surelyInBins(edges, bins);
    for (let bin = 0; bin < bins.length; bin++) {
      const [from, to] = [edges[bin] as number, edges[bin + 1] as number];
      bins[bin] = from < to ? below(this.starts, to) - below(this.ends, from) : 0;
    }
    return bins;
  }

  /** An index of those that pass; this one when nothing is asked of them. */
  subset({ kinds = null, box = null, rows = null }: Wanted): ArchiveIndex {
    if (!kinds && !box && !rows) return this;
    const bounds = box && fixedBox(box);
    const places = new Uint32Array(this.size).fill(ABSENT);
    let size = 0;
    for (let position = 0; position < this.size; position++) {
      if (kinds && kinds[this.kinds[position] as number] !== 1) continue;
      if (rows && rows[this.rows[position] as number] !== 1) continue;
      const y = this.y[position] as number;
      if (bounds && (y === NOWHERE || !fixedBoxHolds(bounds, this.x[position] as number, y)))
        continue;
      places[position] = size++;
    }
    const layout = layOut(size, this.exact);
    for (let position = 0; position < this.size; position++) {
      const place = places[position] as number;
      if (place === ABSENT) continue;
      layout.starts[place] = this.starts[position] as number;
      layout.x[place] = this.x[position] as number;
      layout.y[place] = this.y[position] as number;
      layout.kinds[place] = this.kinds[position] as number;
      layout.rows[place] = this.rows[position] as number;
      if (this.exact) continue;
      layout.latestStarts[place] = this.#latestStarts[position] as number;
      layout.earliestEnds[place] = this.#earliestEnds[position] as number;
    }
    let rank = 0;
    for (const position of this.byEnd) {
      const place = places[position] as number;
      if (place === ABSENT) continue;
      layout.ends[rank] = this.endOf(position);
      layout.endRanks[place] = rank;
      layout.byEnd[rank++] = place;
    }
    summarise(layout);
    return new ArchiveIndex(layout);
  }

  #surelyInBins(edges: Float64Array, bins: Uint32Array): Uint32Array {
    // Where a run of bins begins, and what it no longer holds.
    const steps = new Int32Array(bins.length + 1);
    const [first, last] = [edges[0] as number, edges[bins.length] as number];
    for (let position = 0; position < this.size; position++) {
      const [start, end] = [this.latestStartOf(position), this.earliestEndOf(position)];
      // A bin holds what starts before its end and ends at its beginning or after.
      if (start >= last || end < first) continue;
      const from = Math.max(0, upTo(edges, start) - 1);
      const to = Math.min(bins.length, upTo(edges, end)) - 1;
      if (from > to) continue;
      steps[from] = (steps[from] as number) + 1;
      steps[to + 1] = (steps[to + 1] as number) - 1;
    }
    let running = 0;
    for (let bin = 0; bin < bins.length; bin++) {
      running += steps[bin] as number;
      bins[bin] = (edges[bin] as number) < (edges[bin + 1] as number) ? running : 0;
    }
    return bins;
  }
}

const ABSENT = 0xffff_ffff;
/** For `each`: two numbers a class. */
const STRETCHES = new Uint32Array(2 * CLASSES);

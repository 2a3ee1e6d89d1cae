import type { Hue, Shape, Window } from '../core/story';

/** Counts events by time: what the timeline draws where they are too many to draw each. */
export interface Density {
  /** From the first to the last of them, finite ms. */
  readonly extent: Window;
  /** How many there are. */
  readonly total: number;
  /** The shortest bin worth counting in, in ms: a day where times are told by the day. 1 if left out. */
  readonly finest?: number;
  /** Changes when others are counted. */
  readonly version: unknown;
  /**
   * How many events may be, and how many surely are, in each bin; bin i is [edges[i], edges[i + 1]) in ms, so that an instant on an edge counts
   * once and an event that lasts in several. Called when the axis is zoomed, panned or resized, never while the window moves.
   */
  bins(edges: Float64Array): BinCounts;
}

export interface BinCounts {
  readonly may: ArrayLike<number>;
  readonly surely: ArrayLike<number>;
}

/** A row of its own for some of the events. */
export interface DensityLane {
  readonly id: string;
  readonly name: string;
  readonly hue?: Hue;
  readonly shape?: Shape;
  readonly density: Density;
}

/** What rows can be made by. */
export type LaneBy = 'kind' | 'party' | 'place';

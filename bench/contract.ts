import type { BenchColumns } from './data';

/** One way of showing events in a window of time. `from` and `to` are milliseconds since 1970 UTC. */
export interface BenchSubject {
  /** Shows the first 30 days of these events (`firstWindow`); settles when the frame that shows them was drawn. */
  load(columns: BenchColumns): Promise<void>;
  /**
   * Shows the events with `start < to` and `(end ?? start) >= from`, and settles when a frame that shows them was drawn, or a later call's
   * in its place. `from` is before `to`, else it throws RangeError. Calls may come faster than frames: the last one always ends on screen.
   */
  scrub(from: number, to: number): Promise<void>;
  /** How many events the frame on screen stands for. */
  visibleCount(): number;
  /** How many different pictures were drawn since the page began. */
  frames?(): number;
  /** What is at these CSS pixels of the map, for a pointer that rests there. */
  hover?(x: number, y: number): unknown;
}

/** What drives a page of the bench from outside: `window.bench`. */
export interface Bench {
  readonly name: string;
  /** Takes its events from `globalThis.benchData(n)` where somebody has defined that, else from `data(n)`. */
  load(n: number): Promise<void>;
  scrub(from: number, to: number): Promise<void>;
  visibleCount(): number;
  /** Our own events, to be made before the clock runs. */
  data(n: number, seed?: number): BenchColumns;
  /** Null where the page does not count its pictures. */
  readonly frames: number | null;
  hover?(x: number, y: number): unknown;
}

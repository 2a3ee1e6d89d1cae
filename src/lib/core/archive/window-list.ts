import type { Window } from '../story';
import type { Certainty } from '../view';
import type { ArchiveIndex } from './archive-index';
import { below, upTo } from '../ordered';

/** The events in a window in the order of time, without a copy of them: what a list of a million rows asks for, a screen at a time. */
export class WindowList {
  readonly index: ArchiveIndex;
  readonly length: number;
  /** Positions of what began before the window, or of all where they had to be looked at one by one. */
  readonly #picked: Uint32Array;
  /** Position of the first that began in the window; from there on none is missing. */
  readonly #first: number;

  /** Costs a look at what began before the window and reaches into it. */
  constructor(index: ArchiveIndex, window: Window | null, certainty: Certainty) {
    this.index = index;
    const all = window !== null && certainty === 'surely' && !index.exact;
    const picked: number[] = [];
    this.#first = window ? below(index.starts, window.from) : 0;
    if (window) {
      index.each(window, (position) => {
        if (position >= this.#first && !all) return;
        if (index.meets(position, window, certainty)) picked.push(position);
      });
    }
    this.#picked = Uint32Array.from(picked).sort();
    const rest = all ? 0 : (window ? upTo(index.starts, window.to) : index.size) - this.#first;
    this.length = this.#picked.length + rest;
  }

  /** The position of the nth event, from 0. */
  at(n: number): number {
    if (!(n >= 0 && n < this.length))
      throw new RangeError(`at: ${n} is not one of 0 to ${this.length - 1}`);
    const picked = this.#picked[n];
    return picked ?? this.#first + n - this.#picked.length;
  }

  /** Where an event is in the list; −1 when it is not. */
  indexOf(position: number): number {
    const at = this.#picked.indexOf(position);
    if (at >= 0 || position < this.#first) return at;
    const n = this.#picked.length + position - this.#first;
    return n < this.length ? n : -1;
  }
}

import type { ArchiveIndex } from '../../core/archive/archive-index';
import { CLASSES } from '../../core/archive/duration-classes';
import {
  fixedBoxHolds,
  NOWHERE,
  X_UNITS,
  Y_UNITS,
  type FixedBox
} from '../../core/archive/fixed-point';
import type { Window } from '../../core/story';
import type { Certainty } from '../../core/view';
import { stretchesOf, type EventOrder } from './event-order';
import type { Groups } from './mark-slots';

/** No more events are looked at one by one. */
export const SPOTS_MOST = 20_000;
/** Pixels: nearer to one another, two dots are one to the eye. A spot is up to twice as wide. */
const SPOT_PX = 7;
const TABLE = 2 ** 16;
const X_BITS = Math.log2(X_UNITS);
const Y_BITS = Math.log2(Y_UNITS);
const HALF = X_UNITS / 2;

/**
 * The events in a part of the map one by one, and the spots that they share: where so many lie so close that dots could not tell how many. Spots
 * are small cells whose borders depend on the zoom level alone, so that panning parts none. Lists are made once; events there are SPOTS_MOST of.
 */
export class Spots implements Groups {
  length = 0;
  readonly counts = new Uint32Array(SPOTS_MOST);
  readonly sure = new Uint32Array(SPOTS_MOST);
  readonly x = new Float64Array(SPOTS_MOST);
  readonly y = new Float64Array(SPOTS_MOST);
  readonly single = new Int32Array(SPOTS_MOST);
  /** A spot is 2^shift units wide, and high. */
  xShift = 0;
  yShift = 0;
  /** How many events there are, their positions in the index, and the spot of each. */
  events = 0;
  readonly positions = new Uint32Array(SPOTS_MOST);
  readonly spotOf = new Uint16Array(SPOTS_MOST);
  /** How many of them are dots, their positions in the index, places (x and y), and 1 for one that surely is in the window. */
  dots = 0;
  readonly dotPositions = new Uint32Array(SPOTS_MOST);
  readonly dotPlaces = new Int32Array(2 * SPOTS_MOST);
  readonly dotSurely = new Uint8Array(SPOTS_MOST);

  readonly #surely = new Uint8Array(SPOTS_MOST);

  readonly #columns = new Uint32Array(SPOTS_MOST);
  readonly #rows = new Int32Array(SPOTS_MOST);
  /** Open addressing: a spot where the turn is the present one, nothing elsewhere. */
  readonly #table = new Uint16Array(TABLE);
  readonly #turns = new Uint32Array(TABLE);
  #turn = 0;
  readonly #stretches = new Uint32Array(2 * CLASSES);

  /** Chooses how wide spots are: as wide as dots are at this zoom. */
  look(zoom: number): void {
    const level = spotLevel(zoom);
    this.xShift = X_BITS - level;
    this.yShift = Y_BITS - level;
  }

  /** False, and nothing to be used, when there are more events than that. `order`: of `index`, at least all that lie in the box. */
  count(
    index: ArchiveIndex,
    order: EventOrder,
    box: FixedBox,
    window: Window | null,
    certainty: Certainty
  ): boolean {
    this.length = 0;
    this.events = 0;
    this.#turn++;
    stretchesOf(order, index, window, this.#stretches);
    const least = index.firstEndRank(window);
    const { xShift, yShift } = this;
    for (let s = 0; s < order.classes.length; s++) {
      const to = this.#stretches[2 * s + 1] as number;
      for (let i = this.#stretches[2 * s] as number; i < to; i++) {
        const position = order.order[i] as number;
        if ((index.endRanks[position] as number) < least) continue;
        const x = index.x[position] as number;
        const y = index.y[position] as number;
        if (y === NOWHERE || !fixedBoxHolds(box, x, y)) continue;
        const sure = index.exact || index.meets(position, window, 'surely');
        if (certainty === 'surely' && !sure) continue;
        if (this.events === SPOTS_MOST) return false;
        this.#add(position, x, y, sure, this.#spotAt(x >>> xShift, y >> yShift));
      }
    }
    for (let i = 0; i < this.length; i++) {
      const count = this.counts[i] as number;
      const x = (this.x[i] as number) / count;
      this.x[i] = x >= HALF ? x - X_UNITS : x;
      this.y[i] = (this.y[i] as number) / count;
      if (count > 1) this.single[i] = -1;
    }
    return true;
  }

  /** The least count of which no more than `most` spots are. */
  leastFor(most: number): number {
    const having = HISTOGRAM.fill(0);
    for (let i = 0; i < this.length; i++) {
      const count = Math.min(having.length - 1, this.counts[i] as number);
      having[count] = (having[count] as number) + 1;
    }
    let [least, marks] = [having.length, 0];
    while (least > 1 && marks + (having[least - 1] as number) <= most)
      marks += having[--least] as number;
    return least;
  }

  /** Each event in a spot of fewer than `least` is a dot. */
  chooseDots(index: ArchiveIndex, least: number): void {
    let dots = 0;
    for (let i = 0; i < this.events; i++) {
      if ((this.counts[this.spotOf[i] as number] as number) >= least) continue;
      const position = this.positions[i] as number;
      this.dotPositions[dots] = position;
      this.dotPlaces[2 * dots] = index.x[position] as number;
      this.dotPlaces[2 * dots + 1] = index.y[position] as number;
      this.dotSurely[dots++] = this.#surely[i] as number;
    }
    this.dots = dots;
  }

  #add(position: number, x: number, y: number, sure: boolean, spot: number): void {
    const at = this.events++;
    this.positions[at] = position;
    this.#surely[at] = sure ? 1 : 0;
    this.spotOf[at] = spot;
    this.counts[spot] = (this.counts[spot] as number) + 1;
    if (sure) this.sure[spot] = (this.sure[spot] as number) + 1;
    // A spot lies on one side of Greenwich, where these numbers jump.
    this.x[spot] = (this.x[spot] as number) + (x >>> 0);
    this.y[spot] = (this.y[spot] as number) + y;
    this.single[spot] = position;
  }

  #spotAt(column: number, row: number): number {
    let at = ((Math.imul(column, 0x9e37_79b1) ^ Math.imul(row, 0x85eb_ca6b)) >>> 8) & (TABLE - 1);
    while (this.#turns[at] === this.#turn) {
      const spot = this.#table[at] as number;
      if (this.#columns[spot] === column && this.#rows[spot] === row) return spot;
      at = (at + 1) & (TABLE - 1);
    }
    const spot = this.length++;
    this.#turns[at] = this.#turn;
    this.#table[at] = spot;
    this.#columns[spot] = column;
    this.#rows[spot] = row;
    this.counts[spot] = 0;
    this.sure[spot] = 0;
    this.x[spot] = 0;
    this.y[spot] = 0;
    return spot;
  }
}

/** The same for all zooms with spots of the same width. */
export function spotLevel(zoom: number): number {
  return Math.max(1, Math.min(Y_BITS, Math.floor(zoom + Math.log2(512 / SPOT_PX))));
}

/** For `leastFor`: counts from this on are not told apart. */
const HISTOGRAM = new Uint32Array(1024);

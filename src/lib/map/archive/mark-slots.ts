import type { CircleScale } from './circle-size';
import type { FixedProjection } from './fixed-projection';

/** Events that lie together, group by group: the cells of a grid, or spots. Lists may be longer than `length`. */
export interface Groups {
  readonly length: number;
  readonly counts: Uint32Array;
  /** How many of these surely are in the window. */
  readonly sure: Uint32Array;
  /** Mean place in fixed point. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Position of the event where there is but one, else −1. */
  readonly single: Int32Array;
}

/** Pixels beyond the picture in which a mark may reach into it. */
export const MARGIN = 36;
/** What `markOf` says of a group without a mark: it is beside the picture, or on the far side of the globe; or its count is too low. */
const OUT_OF_SIGHT = -1;
const LEFT_OUT = -2;
/** Marks nearer to one another than this share of their radii would hide one another's numbers. */
const TOGETHER = 0.8;

/**
 * The marks of one picture, in lists that are made once and used again: where each is drawn, how large, and what it stands for, the largest
 * counts first. Every event of the groups in sight is in exactly one mark, or in `leftOut`.
 */
export class MarkSlots {
  length = 0;
  /** Events in groups of less than `least`. */
  leftOut = 0;
  /** Pixels. */
  x = new Float64Array(0);
  y = new Float64Array(0);
  radius = new Float64Array(0);
  counts = new Uint32Array(0);
  sure = new Uint32Array(0);
  single = new Int32Array(0);
  /** The largest of the groups in it. */
  lead = new Uint32Array(0);
  /** By group: its mark; negative when it has none. */
  markOf = new Int32Array(0);

  #order = new Uint32Array(0);
  /** By group, while marks are put together: the group that has taken it in. */
  #within = new Int32Array(0);
  #atX = new Float64Array(0);
  #atY = new Float64Array(0);
  #sums = new Uint32Array(0);
  #surely = new Uint32Array(0);
  #radii = new Float64Array(0);

  /** Places the groups of `least` events or more in a picture of `width` by `height` pixels, those together that would lie over one another. */
  fill(
    groups: Groups,
    least: number,
    projection: FixedProjection,
    scale: CircleScale,
    width: number,
    height: number
  ): void {
    this.#reserve(groups.length);
    const seen = this.#place(groups, least, projection, scale, width, height);
    const { view } = projection;
    // Across the seam of a flat world that is narrower than the picture.
    const around = view.lastCopy > view.firstCopy ? view.world : Infinity;
    while (this.#putTogether(seen, scale, around));
    this.#gather(groups);
  }

  #place(
    groups: Groups,
    least: number,
    projection: FixedProjection,
    scale: CircleScale,
    width: number,
    height: number
  ): number {
    let seen = 0;
    this.leftOut = 0;
    for (let i = 0; i < groups.length; i++) {
      const count = groups.counts[i] as number;
      const near = projection.project(groups.x[i] as number, groups.y[i] as number);
      if (!near || !inPicture(projection, width, height)) {
        this.markOf[i] = OUT_OF_SIGHT;
      } else if (count < least) {
        this.markOf[i] = LEFT_OUT;
        this.leftOut += count;
      } else {
        this.#atX[i] = projection.x;
        this.#atY[i] = projection.y;
        this.#sums[i] = count;
        this.#surely[i] = groups.sure[i] as number;
        this.#radii[i] = scale.radius(count);
        this.#within[i] = i;
        this.markOf[i] = 0;
        this.#insert(i, seen++);
      }
    }
    return seen;
  }

  /** Keeps the order: larger counts first, and of equal ones the group that came first. */
  #insert(group: number, length: number): void {
    const count = this.#sums[group] as number;
    let at = length;
    while (at > 0 && (this.#sums[this.#order[at - 1] as number] as number) < count) {
      this.#order[at] = this.#order[at - 1] as number;
      at--;
    }
    this.#order[at] = group;
  }

  /** Each mark goes into the largest that it lies over; true when one has. */
  #putTogether(seen: number, scale: CircleScale, around: number): boolean {
    let changed = false;
    for (let i = 0; i < seen; i++) {
      const own = this.#order[i] as number;
      if (this.#within[own] !== own) continue;
      for (let j = 0; j < seen; j++) {
        const other = this.#order[j] as number;
        if (other === own || this.#within[other] !== other) continue;
        // A mark that has taken others in may be the larger of the two by now.
        if ((this.#sums[other] as number) < (this.#sums[own] as number)) continue;
        let dx = (this.#atX[own] as number) - (this.#atX[other] as number);
        if (around !== Infinity) dx -= around * Math.round(dx / around);
        const dy = (this.#atY[own] as number) - (this.#atY[other] as number);
        const reach = ((this.#radii[own] as number) + (this.#radii[other] as number)) * TOGETHER;
        if (dx * dx + dy * dy >= reach * reach) continue;
        this.#take(other, own, dx, dy, scale);
        changed = true;
        break;
      }
    }
    return changed;
  }

  #take(into: number, own: number, dx: number, dy: number, scale: CircleScale): void {
    const sum = (this.#sums[into] as number) + (this.#sums[own] as number);
    const share = (this.#sums[own] as number) / sum;
    this.#atX[into] = (this.#atX[into] as number) + dx * share;
    this.#atY[into] = (this.#atY[into] as number) + dy * share;
    this.#sums[into] = sum;
    this.#surely[into] = (this.#surely[into] as number) + (this.#surely[own] as number);
    this.#radii[into] = scale.radius(sum);
    this.#within[own] = into;
  }

  #gather(groups: Groups): void {
    let length = 0;
    for (let i = 0; i < groups.length; i++)
      if ((this.markOf[i] as number) >= 0 && this.#within[i] === i) this.#insert(i, length++);
    this.length = length;
    for (let mark = 0; mark < length; mark++) {
      const group = this.#order[mark] as number;
      this.x[mark] = this.#atX[group] as number;
      this.y[mark] = this.#atY[group] as number;
      this.radius[mark] = this.#radii[group] as number;
      this.counts[mark] = this.#sums[group] as number;
      this.sure[mark] = this.#surely[group] as number;
      this.single[mark] = this.#sums[group] === 1 ? (groups.single[group] as number) : -1;
      this.lead[mark] = group;
      this.markOf[group] = mark;
    }
    for (let i = 0; i < groups.length; i++) {
      if ((this.markOf[i] as number) < 0) continue;
      let into = i;
      while (this.#within[into] !== into) into = this.#within[into] as number;
      this.markOf[i] = this.markOf[into] as number;
    }
  }

  #reserve(groups: number): void {
    if (groups <= this.markOf.length) return;
    const size = Math.max(256, 2 ** Math.ceil(Math.log2(groups)));
    for (const list of ['x', 'y', 'radius'] as const) this[list] = new Float64Array(size);
    for (const list of ['counts', 'sure', 'lead'] as const) this[list] = new Uint32Array(size);
    this.single = new Int32Array(size);
    this.markOf = new Int32Array(size);
    this.#order = new Uint32Array(size);
    this.#within = new Int32Array(size);
    this.#atX = new Float64Array(size);
    this.#atY = new Float64Array(size);
    this.#sums = new Uint32Array(size);
    this.#surely = new Uint32Array(size);
    this.#radii = new Float64Array(size);
  }
}

/** Whether what was projected last is drawn in the picture or in the margin around it, on any copy of the world. */
export function inPicture({ x, y, view }: FixedProjection, width: number, height: number): boolean {
  if (y < -MARGIN || y > height + MARGIN) return false;
  for (let copy = view.firstCopy; copy <= view.lastCopy; copy++) {
    const at = x + copy * view.world;
    if (at >= -MARGIN && at <= width + MARGIN) return true;
  }
  return false;
}

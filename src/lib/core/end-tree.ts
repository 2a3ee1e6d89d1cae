/** Values under one node of the tree: wide enough that it takes little memory, narrow enough that a visit is short. */
const BITS = 4;
const FAN = 1 << BITS;

/**
 * Finds, among the first so many of a list of ends, all that are not before a time, in order and without looking at the rest.
 * Sorting by start alone leaves one long event at the front to spoil every search; the largest end under each node does not.
 */
export interface EndTree {
  /** The ends, one a position. */
  readonly ends: Float64Array;
  /** `maxima[k][i]`: the largest end among positions i·16ᵏ⁺¹ up to the next node. */
  readonly maxima: readonly Float64Array[];
}

/** Builds the tree over `ends` (kept, not copied; milliseconds, ±Infinity allowed): n / 15 numbers of its own. */
export function buildEndTree(ends: Float64Array): EndTree {
  const maxima: Float64Array[] = [];
  for (let below = ends; below.length > FAN;) {
    const level = new Float64Array(Math.ceil(below.length / FAN)).fill(-Infinity);
    for (let i = 0; i < below.length; i++) {
      const node = i >> BITS;
      level[node] = Math.max(level[node] as number, below[i] as number);
    }
    maxima.push(level);
    below = level;
  }
  return { ends, maxima };
}

/**
 * Writes into `out`, ascending, the positions below `limit` whose end is at or after `time`; returns how many. `out` must have room.
 * Costs about the number found times the fan of a node, not `limit`.
 */
export function endingFrom(tree: EndTree, limit: number, time: number, out: Uint32Array): number {
  const { ends, maxima } = tree;
  let found = 0;
  for (let position = 0; position < limit;) {
    // Skip the largest node that begins here and has nothing for us.
    let shift = 0;
    for (let level = 0; level < maxima.length; level++) {
      const size = BITS * (level + 1);
      const node = position >> size;
      if (node << size !== position || (maxima[level]?.[node] as number) >= time) break;
      shift = size;
    }
    if (shift > 0) {
      position += 1 << shift;
    } else {
      if ((ends[position] as number) >= time) out[found++] = position;
      position++;
    }
  }
  return found;
}

const DIGIT_BITS = 16;
const DIGITS = 1 << DIGIT_BITS;

/**
 * Sorts `order`, indices into `keys`, by their keys; those of equal keys keep their order. Keys may be infinite, not NaN. Radix sort: the time
 * grows with the length alone, and nothing is allocated but four lists of its length.
 */
export function sortByKey(order: Uint32Array, keys: Float64Array): void {
  const size = order.length;
  // Turned so that their bits, read as whole numbers, ascend as the keys do.
  let high = new Uint32Array(size);
  let low = new Uint32Array(size);
  const float = new Float64Array(1);
  const bits = new Uint32Array(float.buffer);
  for (let i = 0; i < size; i++) {
    // + 0 turns −0 into 0.
    float[0] = (keys[order[i] as number] as number) + 0;
    const [lo, hi] = LITTLE_ENDIAN
      ? [bits[0] as number, bits[1] as number]
      : [bits[1] as number, bits[0] as number];
    const negative = hi >>> 31 === 1;
    high[i] = negative ? ~hi : hi | 0x8000_0000;
    low[i] = negative ? ~lo : lo;
  }
  let nextHigh = new Uint32Array(size);
  let nextLow = new Uint32Array(size);
  let from: Uint32Array = order;
  let to: Uint32Array = new Uint32Array(size);
  const counts = new Uint32Array(DIGITS);
  for (let pass = 0; pass < 4; pass++) {
    const word = pass < 2 ? low : high;
    const shift = (pass & 1) * DIGIT_BITS;
    counts.fill(0);
    for (let i = 0; i < size; i++) {
      const digit = ((word[i] as number) >>> shift) & (DIGITS - 1);
      counts[digit] = (counts[digit] as number) + 1;
    }
    // All the same: nothing to move.
    if (size === 0 || counts[((word[0] as number) >>> shift) & (DIGITS - 1)] === size) continue;
    let before = 0;
    for (let digit = 0; digit < DIGITS; digit++) {
      const count = counts[digit] as number;
      counts[digit] = before;
      before += count;
    }
    for (let i = 0; i < size; i++) {
      const digit = ((word[i] as number) >>> shift) & (DIGITS - 1);
      const at = counts[digit] as number;
      counts[digit] = at + 1;
      to[at] = from[i] as number;
      nextHigh[at] = high[i] as number;
      nextLow[at] = low[i] as number;
    }
    [from, to] = [to, from];
    [high, nextHigh] = [nextHigh, high];
    [low, nextLow] = [nextLow, low];
  }
  if (from !== order) order.set(from);
}

const LITTLE_ENDIAN = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1;

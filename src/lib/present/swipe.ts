interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Pixels that a finger goes sideways before it is a swipe. */
const LEAST = 48;

/** Which way a finger has swept: 1 on, −1 back, null when it went another way or hardly at all. */
export function swipeOf(from: Spot, to: Spot, rightToLeft: boolean): 1 | -1 | null {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  if (Math.abs(dx) < LEAST || Math.abs(dx) < 2 * Math.abs(dy)) return null;
  return dx < 0 === rightToLeft ? -1 : 1;
}

import type { Dated, Saying } from './bank';

/** Beyond a place's own radius, marks halve each time that this many metres are added. */
export const HALVES_EVERY = 250_000;

/** Of full marks, for a point `distance` metres from a place: all within its radius, then falling without a step. */
export function placeShare(distance: number, radius: number): number {
  return 2 ** (-Math.max(0, distance - radius) / HALVES_EVERY);
}

/** Of several places, the one that a point is worth most at; `distances` in metres, one a place. */
export function bestPlace<T extends { readonly radius: number }>(
  places: readonly [T, ...T[]],
  distances: readonly number[]
): Judged<T> {
  const [first, ...others] = places.map((place, i) => {
    const distance = distances[i] ?? Infinity;
    return { place, distance, share: placeShare(distance, place.radius) };
  }) as [Judged<T>, ...Judged<T>[]];
  return others.reduce((best, each) => (each.share > best.share ? each : best), first);
}

interface Judged<T> {
  readonly place: T;
  readonly distance: number;
  readonly share: number;
}

/** Whether `a` was certainly over before `b` began: else they overlap, or the dates leave it open, and either may be named first. */
export function surelyBefore(a: Span, b: Span): boolean {
  return a.to < b.from;
}

type Span = Pick<Dated, 'from' | 'to'>;

/** The pairs of an order that the dates contradict: the later one is put first. Positions in the order. */
export function contradictions(order: readonly Span[]): readonly (readonly [number, number])[] {
  return order.flatMap((first, i) =>
    order.flatMap((second, j) => (j > i && surelyBefore(second, first) ? [[i, j] as const] : []))
  );
}

/** How many pairs the dates tell the order of, whatever order these are in. */
export function toldPairs(events: readonly Span[]): number {
  return contradictions(events).length + contradictions([...events].reverse()).length;
}

/**
 * Of full marks, for an order: of the pairs that the dates tell, the share that is put as they tell. A pair that they leave open cannot be
 * wrong, and so earns nothing; all marks are for exactly those orders that the dates allow.
 */
export function orderShare(order: readonly Span[]): number {
  const told = toldPairs(order);
  return told === 0 ? 1 : 1 - contradictions(order).length / told;
}

/** Whom somebody holds a claim to be by, and with what stance. */
export type Attribution = Pick<Saying, 'speaker' | 'stance'>;

/** Of full marks: half for the speaker, half for the stance. */
export function sayingShare(saying: Attribution, answer: Attribution): number {
  return (
    (saying.speaker === answer.speaker ? 0.5 : 0) + (saying.stance === answer.stance ? 0.5 : 0)
  );
}

/** Marks out of a hundred; rounded down, so that a hundred are full marks and nothing less. */
export function marks(share: number): number {
  return Math.floor(share * 100 + 1e-9);
}

/** Of full marks, for several tasks that count alike. */
export function together(shares: readonly number[]): number {
  return shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length);
}

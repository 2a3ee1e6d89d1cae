import { DAY, HOUR, MINUTE, instantOf, offsetAt } from '../core/zone';

/** Steps that the ends of the window keep to, in ms of local clock time, the coarsest first. */
export const STEPS = [DAY, 6 * HOUR, HOUR, 15 * MINUTE, 5 * MINUTE, MINUTE] as const;

const EPOCH = { year: 1970, month: 1, day: 1 };

/** What the clocks of `zone` show at `ms`, as the instant at which UTC shows the same: calendar arithmetic on it needs no zone. */
export function toWall(ms: number, zone: string): number {
  return ms + offsetAt(ms, zone);
}

/** The instant at which the clocks of `zone` show `wall`. */
export function fromWall(wall: number, zone: string): number {
  return instantOf(zone, EPOCH, wall, 'earlier');
}

/** `ms` moved to a multiple of `step` after local midnight. */
export function snap(
  ms: number,
  step: number,
  zone: string,
  round: (value: number) => number = Math.round
): number {
  return fromWall(round(toWall(ms, zone) / step) * step, zone);
}

/** The next multiple of `step` after `ms` (before it, for direction −1); never `ms` itself. */
export function nextStep(ms: number, step: number, zone: string, direction: 1 | -1): number {
  const round = direction > 0 ? Math.floor : Math.ceil;
  const wall = (round(toWall(ms, zone) / step) + direction) * step;
  const found = fromWall(wall, zone);
  // An hour that comes twice would hold the reader back.
  return (found - ms) * direction > 0 ? found : fromWall(wall + direction * step, zone);
}

import { instantOf, offsetAt } from '../core/zone';
import { stepAfter, stepStart } from './calendar';

const EPOCH = { year: 1970, month: 1, day: 1 };

/** What the clocks of `zone` show at `ms`, as the instant at which UTC shows the same: calendar arithmetic on it needs no zone. */
export function toWall(ms: number, zone: string): number {
  return ms + offsetAt(ms, zone);
}

/** The instant at which the clocks of `zone` show `wall`. */
export function fromWall(wall: number, zone: string): number {
  return instantOf(zone, EPOCH, wall, 'earlier');
}

/** `ms` moved to a beginning of a `step` of local time: the nearest, or by `Math.floor` the one before. */
export function snap(
  ms: number,
  step: number,
  zone: string,
  round: (value: number) => number = Math.round
): number {
  const wall = toWall(ms, zone);
  const start = stepStart(wall, step);
  const end = stepAfter(start, step);
  return fromWall(round((wall - start) / (end - start)) > 0 ? end : start, zone);
}

/** The next beginning of a `step` after `ms` (before it, for direction −1); never `ms` itself. */
export function nextStep(ms: number, step: number, zone: string, direction: 1 | -1): number {
  const wall = toWall(ms, zone);
  const found = fromWall(beside(wall, step, direction), zone);
  // An hour that comes twice would hold the reader back.
  if ((found - ms) * direction > 0) return found;
  return fromWall(beside(beside(wall, step, direction), step, direction), zone);
}

function beside(wall: number, step: number, direction: 1 | -1): number {
  const start = stepStart(wall, step);
  if (direction > 0) return stepAfter(start, step);
  return start < wall ? start : stepStart(start - 1, step);
}

import { HOUR, MINUTE } from '../../core/zone';
import { SECOND } from '../calendar';
import type { TimelineMark } from '../mark';

/** How short a stretch of the axis is worth seeing, in ms: what the exactest of their times can tell apart. */
export function shortestView(events: readonly TimelineMark[]): number {
  const instants = events.flatMap(({ time: { start, end } }) => [
    start?.instant ?? 0,
    end?.instant ?? 0
  ]);
  if (instants.some((ms) => ms % SECOND !== 0)) return 20;
  return instants.some((ms) => ms % MINUTE !== 0) ? 20 * SECOND : HOUR;
}

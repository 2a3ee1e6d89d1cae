import type { Stretch } from '../../core/elastic-scale';
import type { Window } from '../../core/story';
import { DAY, HOUR, MINUTE, YEARS } from '../../core/zone';
import { SECOND, YEAR } from '../calendar';
import { nextStep, snap } from '../wall-clock';

/** The longest unit of which the extent has as many as this. */
const UNITS = [
  [YEAR, 200],
  [DAY, 2],
  [HOUR, 2],
  [MINUTE, 2],
  [SECOND, 2],
  [10, 2]
] as const;

/**
 * The domain of an axis of all that lies in a closed extent (ms): from the beginning to the end of whole years, days … of the zone's clocks, as its
 * length asks for; a single instant lies in its day. What no `Date` can hold is cut off.
 * @throws RangeError for an extent that is not finite or ends before it begins.
 */
export function paddedExtent({ from, to }: Window, zone: string): Stretch {
  if (!Number.isFinite(from) || !Number.isFinite(to) || from > to) {
    throw new RangeError(`paddedExtent: ${from}–${to} is not a finite extent`);
  }
  const inside = (ms: number) => Math.min(LAST, Math.max(FIRST, ms));
  const [first, last] = [inside(from), inside(to)];
  const length = last - first + 1;
  const [unit] = UNITS.find(([unit, least]) => length >= unit * least) ?? [length === 1 ? DAY : 1];
  return { from: snap(first, unit, zone, Math.floor), to: nextStep(last, unit, zone, 1) };
}

const FIRST = Date.UTC(YEARS.min, 0, 1);
const LAST = Date.UTC(YEARS.max, 0, 1);

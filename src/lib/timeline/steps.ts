import { DAY, HOUR, MINUTE } from '../core/zone';
import { MONTH, SECOND, YEAR } from './calendar';

/** Steps that the ends of the window keep to, in ms of local clock time, the coarsest first. */
const STEPS = [
  ...[DAY, 6 * HOUR, HOUR, 15 * MINUTE, 5 * MINUTE, MINUTE, 15 * SECOND, 5 * SECOND, SECOND],
  ...[200, 50, 10, 1]
] as const;
/** The same for centuries and more, where a day is far less than a pixel. */
const COARSE_STEPS = [1000 * YEAR, 100 * YEAR, 10 * YEAR, YEAR, MONTH] as const;

/**
 * A step may be this many pixels wide. Wider, and what is let go would move too far to settle; narrower, and a finger could not end on a
 * midnight.
 */
const STEP_PX = 32;
/** An axis this long, in ms, has steps longer than days … */
const AGES = 80 * YEAR;
/** … and one shorter than this has no room for steps of days. */
const HOURS = 2 * DAY;

/**
 * The step, in ms, that the ends of the window keep to where a pixel is `perPx` ms: days until one is some 30 pixels wide, then ever less. On an
 * axis of centuries months and years (`calendar.ts`) that are no wider than a pixel. `axis` is the length of all of it in ms.
 */
export function stepFor(perPx: number, axis: number): number {
  const coarse = axis > AGES && COARSE_STEPS.find((step) => step <= perPx);
  return coarse || (STEPS.find((step) => step <= STEP_PX * perPx) ?? 1);
}

/** False for an axis so short or so long that days are no measure for it. */
export function keepsDays(axis: number): boolean {
  return axis >= HOURS && axis <= AGES;
}

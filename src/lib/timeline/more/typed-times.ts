import { DAY, MINUTE } from '../../core/zone';
import { SECOND, stepStart } from '../calendar';
import { fromWall, toWall } from '../wall-clock';

/**
 * Which end of a window a time of day is of. The end names all of its minute, second or thousandth: "14:29" is 14:29:59.999, as a day
 * that a window ends with is all of that day.
 */
export type End = 'from' | 'to';

/** The time of day of an end as a time field has it, as exactly as `step` (ms) asks for. */
export function timeField(ms: number, zone: string, step: number): string {
  const text = new Date(toWall(ms, zone)).toISOString().slice(-13, -1);
  return text.slice(0, step < SECOND ? 12 : step < MINUTE ? 8 : 5);
}

/**
 * The end with another time of day, on the same day of the zone; null for what is no time. What is not written of seconds and thousandths is 0, as
 * browsers leave it out.
 */
export function withTime(
  ms: number,
  text: string,
  zone: string,
  end: End,
  step: number
): number | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?$/.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds = '', fraction = ''] = match;
  const time =
    (Number(hours) * 60 + Number(minutes)) * MINUTE +
    Number(seconds) * SECOND +
    Number(fraction.padEnd(3, '0'));
  const unit = fraction || step < SECOND ? 1 : seconds || step < MINUTE ? SECOND : MINUTE;
  const first = fromWall(stepStart(toWall(ms, zone), DAY) + time, zone);
  return end === 'from' ? first : first + unit - 1;
}

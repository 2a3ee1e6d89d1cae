import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../../src/lib/core/zone';
import {
  MONTH,
  SECOND,
  WEEK,
  YEAR,
  YEAR_STEPS,
  stepAfter,
  stepStart
} from '../../../src/lib/timeline/calendar';

/** A date with an astronomical year: 0 is 1 BCE. */
const date = (year: number, month = 1, day = 1) => {
  const found = new Date(0);
  found.setUTCFullYear(year, month - 1, day);
  return found.getTime();
};
const yearOf = (wall: number) => new Date(wall).getUTCFullYear();
const STEPS = [1, 200, SECOND, 15 * MINUTE, 6 * HOUR, DAY, WEEK, MONTH, 3 * MONTH, ...YEAR_STEPS];

describe('a step of the calendar', () => {
  test('of a week begins on Monday', () => {
    expect(stepStart(date(2022, 9, 7), WEEK)).toBe(date(2022, 9, 5));
    expect(stepAfter(date(2022, 9, 5), WEEK)).toBe(date(2022, 9, 12));
  });

  test('of months begins on the first of them', () => {
    expect(stepStart(date(2022, 9, 7), MONTH)).toBe(date(2022, 9));
    expect(stepStart(date(2022, 9, 7), 3 * MONTH)).toBe(date(2022, 7));
    expect(stepAfter(date(2022, 10), 3 * MONTH)).toBe(date(2023, 1));
  });

  test('of years begins in those that they divide, and there is no year 0', () => {
    const starts = [yearOf(stepStart(date(-1200, 5), 500 * YEAR))];
    for (let i = 0; i < 6; i++)
      starts.push(yearOf(stepAfter(date(starts.at(-1) as number), 500 * YEAR)));
    // 1500, 1000 and 500 BCE, then 1, 500, 1000 and 1500.
    expect(starts).toEqual([-1499, -999, -499, 1, 500, 1000, 1500]);
  });

  test('of one year is any year, that before the year 1 too', () => {
    expect(stepStart(date(0, 5), YEAR)).toBe(date(0));
    expect(stepAfter(date(0), YEAR)).toBe(date(1));
  });

  test('holds the time it was asked for, and the next one begins where it ends', () => {
    const wall = fc.integer({ min: date(-269_000), max: date(269_000) });
    fc.assert(
      fc.property(wall, fc.constantFrom(...STEPS), (ms, step) => {
        const start = stepStart(ms, step);
        const end = stepAfter(ms, step);
        expect(start).toBeLessThanOrEqual(ms);
        expect(end).toBeGreaterThan(ms);
        expect(stepStart(end - 1, step)).toBe(start);
        if (yearOf(end) < 270_000) expect(stepStart(end, step)).toBe(end);
      }),
      { numRuns: 500 }
    );
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../../../src/lib/core/zone';
import { MONTH, YEAR } from '../../../../src/lib/timeline/calendar';
import { nameOf, playRate, stepOfMany } from '../../../../src/lib/timeline/more/play-rate';

test('all of an axis goes by in 20 to 60 seconds, whether it is of minutes or of ages', () => {
  fc.assert(
    fc.property(fc.double({ min: Math.log(6000), max: Math.log(1.6e16), noNaN: true }), (log) => {
      const length = Math.exp(log);
      const seconds = length / playRate({ from: 0, to: length });
      expect(seconds).toBeGreaterThanOrEqual(19.99);
      expect(seconds).toBeLessThanOrEqual(60);
    })
  );
});

test.each([
  [10 * 365 * DAY, 3 * MONTH],
  [2 * 365 * DAY, 14 * DAY],
  [30 * DAY, 12 * HOUR]
])('an axis of %d ms goes by at %d ms a second', (length, rate) => {
  expect(playRate({ from: 0, to: length })).toBe(rate);
});

test('an axis has at most two hundred stops for events without number', () => {
  for (const length of [3000, 10 * DAY, 11 * YEAR, 5000 * YEAR]) {
    expect(length / stepOfMany({ from: 0, to: length })).toBeLessThanOrEqual(200);
  }
});

test.each([
  [1, 'millisecond', 1],
  [30_000, 'second', 30],
  [6 * HOUR, 'hour', 6],
  [7 * DAY, 'week', 1],
  [3 * MONTH, 'month', 3],
  [100 * YEAR, 'year', 100]
])('a step of %d ms is named in its own unit', (step, unit, count) => {
  expect(nameOf(step)).toEqual({ unit, count });
});

import { expect, test } from 'vitest';
import { dateField, readDates } from '../../../src/lib/timeline/date-fields';

const ZONE = 'Europe/Tirane';
const whole = {
  from: Date.parse('2013-05-15T00:00+02:00'),
  to: Date.parse('2022-11-03T00:00+01:00') - 1
};

test('a date field shows the local day, not that of UTC', () => {
  expect(dateField(Date.parse('2022-09-06T22:30Z'), ZONE)).toBe('2022-09-07');
});

test('a date field cannot show what is before the year 1', () => {
  expect(dateField(Date.parse('-000044-03-15T12:00Z'), ZONE)).toBeNull();
});

test('two dates make a window from the first ms of one to the last of the other', () => {
  expect(readDates('2022-09-07', '2022-09-08', ZONE, whole)).toEqual({
    window: {
      from: Date.parse('2022-09-07T00:00+02:00'),
      to: Date.parse('2022-09-09T00:00+02:00') - 1
    }
  });
});

test.each([
  ['missing', '', '2022-09-08'],
  ['reversed', '2022-09-08', '2022-09-07'],
  ['outside', '2030-01-01', '2030-12-31']
])('dates that are %s are named as such', (problem, from, to) => {
  expect(readDates(from, to, ZONE, whole)).toEqual({ problem });
});

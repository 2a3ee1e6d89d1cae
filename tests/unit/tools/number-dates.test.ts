import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isNumberDate, readNumberDate } from '../../../tools/number-dates';

const pad = (number: number, digits = 2) => String(number).padStart(digits, '0');

describe('a date in numbers', () => {
  it('is read with its day or its month first, whatever stands between', () => {
    const numbers = fc.tuple(
      fc.integer({ min: 1, max: 31 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1000, max: 9999 }),
      fc.constantFrom('.', '/', '-'),
      fc.boolean()
    );
    fc.assert(
      fc.property(numbers, ([day, month, year, mark, padded]) => {
        const [d, m] = padded ? [pad(day), pad(month)] : [day, month];
        const iso = `${year}-${pad(month)}-${pad(day)}`;
        expect(readNumberDate([d, m, year].join(mark), 'dmy')).toBe(iso);
        expect(readNumberDate([m, d, year].join(mark), 'mdy')).toBe(iso);
        expect(isNumberDate([d, m, year].join(mark))).toBe(true);
      })
    );
  });

  it.each([
    ['15.7.2022 9:05', '2022-07-15 09:05'],
    ['15.7.2022T09:05:30.5', '2022-07-15 09:05:30.5'],
    ['15/7/2022, 2:05 PM', '2022-07-15 14:05'],
    ['15/7/2022 12:30:01 a.m.', '2022-07-15 00:30:01'],
    ['15/7/2022 12:30pm', '2022-07-15 12:30'],
    ['7/2022', '2022-07']
  ])('may have a time, or be a month: %s', (text, iso) => {
    expect(readNumberDate(text, 'dmy')).toBe(iso);
  });

  it.each([
    ...['2022-07-15', '2022-07', '2022', '1990-01-08/2002-07', '', 'soon', '15.7.22', '15.7/2022'],
    ...['15.7.2022 noon', '15.7.2022 14:05 PM', '15.7.2022 0:05 am', '115.7.2022']
  ])('is left as it is when it is none, or no time of day follows: %s', (text) => {
    expect(readNumberDate(text, 'dmy')).toBe(text);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean, median, quantile, ratio } from '../../../bench/harness/statistics';

const numbers = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 40 });

describe('quantile', () => {
  it('is the least value that the share of them does not exceed', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 1, max: 100 }), (values, percent) => {
        const enough = (limit: number) =>
          values.filter((value) => value <= limit).length * 100 >= percent * values.length;
        const expected = Math.min(...values.filter(enough));
        expect(quantile(values, percent / 100)).toBe(expected);
      })
    );
  });

  it('does not ask for any order, and leaves it alone', () => {
    const values = [3, 1, 2];
    expect([quantile(values, 1), values]).toEqual([3, [3, 1, 2]]);
  });
});

it('the median has as many values on either side', () => {
  expect([median([5, 1, 3]), median([4, 1, 2, 3])]).toEqual([3, 2.5]);
});

it('nothing comes of nothing', () => {
  expect([median([]), quantile([], 0.5), mean([])]).toEqual([null, null, null]);
});

it('a ratio wants two measurements, and something to divide by', () => {
  expect([ratio(6, 2), ratio(null, 2), ratio(6, null), ratio(6, 0)]).toEqual([3, null, null, null]);
});

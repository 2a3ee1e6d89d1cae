import fc from 'fast-check';
import { expect, test } from 'vitest';
import { YEARS } from '../../../../src/lib/core/zone';
import { paddedExtent } from '../../../../src/lib/timeline/many/padded-extent';

const at = (text: string) => Date.parse(text);

test.each([
  [
    'years to days of the zone',
    '2012-01-03T23:30Z',
    '2022-11-02T10:00Z',
    '2012-01-04T00:00+01:00',
    '2022-11-03T00:00+01:00'
  ],
  [
    'a morning to hours',
    '2022-09-07T06:20Z',
    '2022-09-07T10:10Z',
    '2022-09-07T06:00Z',
    '2022-09-07T11:00Z'
  ],
  [
    'some seconds to seconds',
    '2022-09-07T06:20:01.5Z',
    '2022-09-07T06:20:09.2Z',
    '2022-09-07T06:20:01Z',
    '2022-09-07T06:20:10Z'
  ],
  [
    'a single instant to its day',
    '2022-09-07T22:30Z',
    '2022-09-07T22:30Z',
    '2022-09-08T00:00+02:00',
    '2022-09-09T00:00+02:00'
  ]
])('an extent of %s', (_, from, to, start, end) => {
  expect(paddedExtent({ from: at(from), to: at(to) }, 'Europe/Tirane')).toEqual({
    from: at(start),
    to: at(end)
  });
});

test('an extent of centuries is padded to whole years', () => {
  const { from, to } = paddedExtent({ from: at('-000752-04-21'), to: at('0476-09-04') }, 'UTC');
  expect([from, to]).toEqual([at('-000752-01-01'), at('0477-01-01')]);
});

test('an extent beyond what a Date can hold is cut off', () => {
  const { from, to } = paddedExtent({ from: -8.64e15, to: 8.64e15 }, 'Europe/Tirane');
  expect(new Date(from).getUTCFullYear()).toBeGreaterThanOrEqual(YEARS.min - 2);
  expect(new Date(to).getUTCFullYear()).toBeLessThanOrEqual(YEARS.max + 2);
});

test('an extent lies within its axis, whatever its length', () => {
  const length = fc.oneof(
    fc.integer({ min: 0, max: 50 }),
    fc.integer({ min: 0, max: 1e6 }),
    fc.integer({ min: 0, max: 4e12 }),
    fc.integer({ min: 0, max: 1e15 })
  );
  fc.assert(
    fc.property(fc.integer({ min: -4e15, max: 4e15 }), length, (from, length) => {
      const domain = paddedExtent({ from, to: from + length }, 'Asia/Tehran');
      expect(domain.from).toBeLessThanOrEqual(from);
      expect(domain.to).toBeGreaterThan(from + length);
      // No more than half as much again, but for an instant.
      if (length > 0) expect(domain.to - domain.from).toBeLessThan(3 * (length + 1) + 1);
    })
  );
});

test('an open extent is refused', () => {
  expect(() => paddedExtent({ from: -Infinity, to: 0 }, 'UTC')).toThrow('-Infinity');
  expect(() => paddedExtent({ from: 5, to: 4 }, 'UTC')).toThrow('5–4');
});

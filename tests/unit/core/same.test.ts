import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { same } from '../../../src/lib/core/same';

const data = fc.jsonValue({ maxDepth: 3 });
/** The same again, its keys the other way round. */
const turned = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(turned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, of]) => [key, turned(of)])
      .reverse()
  );
};

test('says of any plain data that it is the same as a copy of it, in whatever order its keys are', () => {
  fc.assert(fc.property(data, (value) => same(value, turned(value))));
});

test('agrees with Node about any two pieces of plain data', () => {
  const pairs = fc.oneof(
    fc.tuple(data, data),
    // Nearly the same.
    fc.tuple(data, data).map(([a, b]) => [{ x: [1, a] }, { x: [1, b] }] as const)
  );
  fc.assert(fc.property(pairs, ([a, b]) => same(a, b) === isDeepStrictEqual(a, b)));
});

test('a key more on either side makes a difference', () => {
  expect(same({ a: 1 }, { a: 1, b: 2 })).toBe(false);
  expect(same({ a: 1, b: 2 }, { a: 1 })).toBe(false);
  expect(same([1, 2], [1])).toBe(false);
  expect(same({}, null)).toBe(false);
  expect(same({}, [])).toBe(false);
});

import { expect, test } from 'vitest';
import { penPath } from '../../../src/lib/present/pen';
import { swipeOf } from '../../../src/lib/present/swipe';

const from = { x: 200, y: 200 };
const to = (dx: number, dy: number, rightToLeft = false) =>
  swipeOf(from, { x: from.x + dx, y: from.y + dy }, rightToLeft);

test('a finger that sweeps to the left goes on, to the right back; the other way round from right to left', () => {
  expect([to(-90, 10), to(90, -10)]).toEqual([1, -1]);
  expect([to(-90, 10, true), to(90, -10, true)]).toEqual([-1, 1]);
});

test('a tap, a short slip and a finger that scrolls go nowhere', () => {
  expect([to(0, 0), to(-40, 0), to(-60, 50), to(10, 300)]).toEqual([null, null, null, null]);
});

test('a line of the pen goes through its points, and a touch leaves a dot', () => {
  expect(
    penPath([
      [1.4, 2],
      [3, 4],
      [5, 6]
    ])
  ).toBe('M1,2L3,4 5,6');
  expect(penPath([[7, 8]])).toBe('M7,8L7,8');
  expect(penPath([])).toBe('');
});

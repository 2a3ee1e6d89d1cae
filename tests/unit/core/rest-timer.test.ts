import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { RestTimer } from '../../../src/lib/core/rest-timer';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const made = () => {
  const run = vi.fn();
  return { run, rest: new RestTimer(100, run) };
};

test('runs once, when nothing has moved for as long as it was told', () => {
  const { run, rest } = made();
  rest.begin();
  vi.advanceTimersByTime(99);
  expect(run).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(1000);
  expect(run).toHaveBeenCalledTimes(1);
});

test('waits as long as things go on moving, then for its time at least, and for no more than twice that', () => {
  for (let last = 1; last < 150; last++) {
    const { run, rest } = made();
    const moves = [...Array.from({ length: 20 }, (_, i) => i * 16), 320 + last];
    let now = 0;
    for (const at of moves) {
      vi.advanceTimersByTime(at - now);
      rest.begin();
      now = at;
    }
    run.mockClear();
    vi.advanceTimersByTime(99);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(101);
    expect(run).toHaveBeenCalledTimes(1);
  }
});

test('sets one timer for as many steps as there are in its time, and takes none back', () => {
  const { rest } = made();
  const set = vi.spyOn(globalThis, 'setTimeout');
  const cleared = vi.spyOn(globalThis, 'clearTimeout');
  for (let i = 0; i < 500; i++) rest.begin();
  expect(set).toHaveBeenCalledTimes(1);
  expect(cleared).not.toHaveBeenCalled();
});

test('can run at the first of a movement too, and at no other', () => {
  const { run, rest } = made();
  rest.lead();
  expect(run).toHaveBeenCalledTimes(1);
  rest.lead();
  rest.lead();
  expect(run).toHaveBeenCalledTimes(1);
  vi.advanceTimersByTime(200);
  expect(run).toHaveBeenCalledTimes(2);
  rest.lead();
  expect(run).toHaveBeenCalledTimes(3);
});

test('can run at the first of a movement, then with one step a pause, and at its end', () => {
  const { run, rest } = made();
  const ran: number[] = [];
  for (let at = 0; at < 600; at += 16) {
    const before = run.mock.calls.length;
    rest.keepUp();
    if (run.mock.calls.length > before) ran.push(at);
    vi.advanceTimersByTime(16);
    // Never between two steps.
    expect(run).toHaveBeenCalledTimes(ran.length);
  }
  expect(ran[0]).toBe(0);
  ran.slice(1).forEach((at, i) => {
    const since = at - (ran[i] as number);
    expect(since).toBeGreaterThanOrEqual(100);
    expect(since).toBeLessThan(100 + 16);
  });
  vi.advanceTimersByTime(200);
  expect(run).toHaveBeenCalledTimes(ran.length + 1);
  vi.advanceTimersByTime(1000);
  expect(run).toHaveBeenCalledTimes(ran.length + 1);
});

test('can run at once, and then has nothing left to run', () => {
  const { run, rest } = made();
  rest.keepUp();
  rest.keepUp();
  rest.now();
  expect(run).toHaveBeenCalledTimes(2);
  vi.advanceTimersByTime(1000);
  expect(run).toHaveBeenCalledTimes(2);
});

test('does nothing once it is stopped, and can begin again', () => {
  const { run, rest } = made();
  rest.begin();
  rest.stop();
  vi.advanceTimersByTime(1000);
  expect(run).not.toHaveBeenCalled();
  rest.begin();
  vi.advanceTimersByTime(100);
  expect(run).toHaveBeenCalledTimes(1);
});

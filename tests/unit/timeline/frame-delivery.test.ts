import { beforeEach, expect, test } from 'vitest';
import type { Window } from '../../../src/lib/core/story';
import { FrameDelivery } from '../../../src/lib/timeline/frame-delivery';

const A = { from: 1, to: 2 };
const B = { from: 1, to: 3 };
const C = { from: 2, to: 3 };

let sent: (Window | null)[];
let queue: Map<number, (now: number) => void>;
let delivery: FrameDelivery;

beforeEach(() => {
  sent = [];
  queue = new Map();
  let id = 0;
  delivery = new FrameDelivery((window) => sent.push(window), {
    request: (run) => {
      id += 1;
      queue.set(id, run);
      return id;
    },
    cancel: (id) => queue.delete(id)
  });
});

function frame(now = 0) {
  const due = [...queue.values()];
  queue.clear();
  for (const run of due) run(now);
}

test('the first window of a frame is sent at once, of the others only the last, at its end', () => {
  delivery.soon(A);
  expect(sent).toEqual([A]);
  delivery.soon(B);
  delivery.soon(C);
  expect(sent).toEqual([A]);
  frame();
  frame();
  expect(sent).toEqual([A, C]);
});

test('a window in every frame is sent in its own', () => {
  for (const window of [A, B, C]) {
    delivery.soon(window);
    expect(sent.at(-1)).toBe(window);
    frame();
  }
  expect(sent).toEqual([A, B, C]);
});

test('no more than one is sent a frame, however many come', () => {
  delivery.soon(A);
  delivery.soon(B);
  frame();
  delivery.soon(C);
  expect(sent).toEqual([A, B]);
  frame();
  expect(sent).toEqual([A, B, C]);
});

test('a window for at once goes before one that waits, which is not sent any more', () => {
  delivery.soon(A);
  delivery.soon(B);
  delivery.now(null);
  frame();
  expect(sent).toEqual([A, null]);
});

test('a window from elsewhere is news, and what waited is older', () => {
  expect(delivery.isNews(null)).toBe(true);
  delivery.soon(A);
  delivery.soon(C);
  expect(delivery.isNews(B)).toBe(true);
  frame();
  expect(sent).toEqual([A]);
});

test('an echo of what was sent is no news, and what waits is newer', () => {
  delivery.soon(A);
  delivery.soon(B);
  expect(delivery.isNews({ ...A })).toBe(false);
  frame();
  expect(sent).toEqual([A, B]);
});

test('a window that comes down again unchanged is no news', () => {
  delivery.isNews(A);
  expect(delivery.isNews({ ...A })).toBe(false);
  expect(delivery.isNews(null)).toBe(true);
});

test('play hears of the time between frames, of a sleep of the tab only a little, until it is over', () => {
  const heard: number[] = [];
  delivery.run((dt) => heard.push(dt) < 4);
  for (const now of [1000, 1016, 1032, 9000, 9016]) frame(now);
  expect(heard).toEqual([0, 16, 16, 100]);
});

test('play begun anew is heard once a frame', () => {
  let heard = 0;
  delivery.run(() => (heard += 1) > 0);
  delivery.run(() => (heard += 1) > 0);
  frame();
  expect(heard).toBe(1);
});

test('nothing comes after the stop', () => {
  delivery.soon(A);
  delivery.soon(B);
  delivery.run(() => true);
  delivery.stop();
  expect(queue.size).toBe(0);
});

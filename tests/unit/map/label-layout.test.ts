import { beforeEach, expect, it, vi } from 'vitest';
import type { LonLat } from '../../../src/lib/core/story';
import { layOutLabels } from '../../../src/lib/map/label-layout';
import type { Mark } from '../../../src/lib/map/marks';
import { frameAt, mark as markAt } from './fixture';

const frame = frameAt([0, 0], 4);
const mark = (id: string, x: number, y: number, over: Partial<Mark> = {}) =>
  markAt(id, frame.unproject({ x, y }) as LonLat, { name: 'A name of some length', ...over });
const sides = (marks: Mark[], over = {}) =>
  layOutLabels({ marks, frame, totals: new Map(), fonts: 'serif', measured: null, ...over });

beforeEach(() => {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) });
});

it('gives room first to the selected mark, then to those of the selected event, then to the place with most events', () => {
  const crowd = Array.from({ length: 30 }, (_, i) => mark(`m${i}`, 300 + i, 300));
  const first = (over: Partial<Mark>, totals = new Map<string, number>()) =>
    sides([...crowd, mark('z', 315, 300, over)], { totals }).has('z');
  expect(first({})).toBe(false);
  expect(first({ selected: true })).toBe(true);
  expect(first({ related: true })).toBe(true);
  expect(first({}, new Map([['z', 99]]))).toBe(true);
});

it('writes no name at a dot', () => {
  expect(sides([mark('a', 300, 300, { count: 0, ids: [] })]).size).toBe(0);
  expect(sides([mark('a', 300, 300, { count: 0, ids: [], selected: true })]).size).toBe(1);
});

it('writes nothing over the buttons, the scale or a measured distance', () => {
  expect(sides([mark('a', 640, 80)]).get('a')).toBe('left');
  expect(sides([mark('a', 60, 590)]).has('a')).toBe(false);
  expect(sides([mark('a', 300, 300)], { measured: { x: 400, y: 300 } }).get('a')).toBe('left');
});

it('writes no name of what is behind the globe, nor keeps room for it', () => {
  const globe = frameAt([0, 0], 1);
  const far = markAt('far', [180, 0]);
  const near = markAt('near', [0, 0]);
  expect(globe.hides(far.center)).toBe(true);
  expect([...sides([far, near], { frame: globe })]).toEqual([['near', 'right']]);
});

it('writes no name under what covers a side of the map', () => {
  const { width, height, middle } = frame;
  const covered = { ...frame, middle: { x: middle.x - 150, y: middle.y } };
  // The frame draws as before; only what it says of its middle has changed.
  expect(sides([mark('a', width - 320, height / 2)]).get('a')).toBe('right');
  expect(sides([mark('a', width - 320, height / 2)], { frame: covered }).get('a')).toBe('left');
});

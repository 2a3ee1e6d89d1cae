import { beforeEach, expect, it, vi } from 'vitest';
import { layOutLabels } from '../../../src/lib/map/label-layout';
import type { Mark } from '../../../src/lib/map/marks';
import type { Frame } from '../../../src/lib/map/projection';

const frame: Frame = {
  zoom: 4,
  width: 800,
  height: 600,
  center: [0, 0],
  project: ([x, y]) => ({ x, y }),
  metresPerPixel: () => 1
};
const mark = (id: string, x: number, y: number, over: Partial<Mark> = {}): Mark => ({
  id,
  center: [x, y],
  ids: [id],
  partsAt: Infinity,
  named: id,
  name: 'A name of some length',
  otherNames: [],
  count: 3,
  hue: null,
  single: null,
  approximate: false,
  selected: false,
  related: false,
  ...over
});
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

import { expect, test } from 'vitest';
import { DAY, HOUR } from '../../../../src/lib/core/zone';
import type { DensityLane } from '../../../../src/lib/timeline/density';
import { mergedLanes } from '../../../../src/lib/timeline/many/merged-lanes';

const lane = (id: string, count: number): DensityLane => ({
  id,
  name: id,
  density: {
    extent: { from: 0, to: 9 },
    total: count,
    version: id,
    bins: (edges) => {
      const may = new Uint32Array(edges.length - 1).fill(count);
      return { may, surely: may.map((n) => n - 1) };
    }
  }
});
const lanes = (count: number) => Array.from({ length: count }, (_, i) => lane(`k${i}`, i + 1));

test('eight rows or fewer stay as they are', () => {
  const eight = lanes(8);
  expect(mergedLanes(eight, 'other')).toBe(eight);
});

test('of more, the last become one with the sum of their counts', () => {
  const merged = mergedLanes(lanes(10), 'other');
  expect(merged.map(({ name }) => name)).toEqual([
    'k0',
    'k1',
    'k2',
    'k3',
    'k4',
    'k5',
    'k6',
    'other'
  ]);
  const other = merged[7]?.density;
  expect(other?.total).toBe(8 + 9 + 10);
  const { may, surely } = other?.bins(Float64Array.of(0, 5, 10)) ?? { may: [], surely: [] };
  expect([may[0], may[1], surely[0]]).toEqual([27, 27, 24]);
});

test('of those become one, the shortest bin is that of any, and the extent holds all', () => {
  const [first, ...others] = lanes(10);
  const told = (extent: { from: number; to: number }, finest?: number) =>
    ({ ...first, density: { ...first?.density, extent, finest } }) as DensityLane;
  const of = (...finest: (number | undefined)[]) =>
    mergedLanes(
      [...others.slice(0, 7), ...finest.map((each, i) => told({ from: 5 - i, to: 9 + i }, each))],
      'other'
    ).at(-1)?.density;
  expect(of(DAY, HOUR, DAY)).toMatchObject({ finest: HOUR, extent: { from: 3, to: 11 } });
  expect(of(DAY, undefined)?.finest).toBe(1);
});

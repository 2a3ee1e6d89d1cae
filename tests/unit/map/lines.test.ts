import { describe, expect, it, test } from 'vitest';
import { arcPath, bundleLines, type MapLine } from '../../../src/lib/map/lines';

const line = (over: Partial<MapLine>): MapLine => ({
  id: 'a',
  act: 'accuses',
  from: [19.8, 41.3],
  to: [51.4, 35.7],
  hue: 'blue',
  label: 'Albania accuses Iran',
  eventId: 'e',
  ...over
});
const numbers = (path: string) => (path.match(/-?[\d.]+/g) ?? []).map(Number);

describe('arcPath', () => {
  it('starts and ends clear of the marks', () => {
    const { shaft, head } = arcPath({ x: 0, y: 0 }, { x: 200, y: 0 }, 0, 20, 15);
    expect(numbers(shaft).slice(0, 2)).toEqual([20, 0]);
    expect(numbers(head).slice(0, 2)).toEqual([185, 0]);
  });

  it('swings to the left of its own direction, so that there and back are two arcs', () => {
    const [, , , there] = numbers(arcPath({ x: 0, y: 0 }, { x: 200, y: 0 }, 0.2).shaft);
    const [, , , back] = numbers(arcPath({ x: 200, y: 0 }, { x: 0, y: 0 }, 0.2).shaft);
    expect(there).toBeLessThan(0);
    expect(back).toBeGreaterThan(0);
  });

  it('draws nothing between marks that touch', () => {
    expect(arcPath({ x: 0, y: 0 }, { x: 30, y: 0 }, 0.2, 12, 12)).toEqual({ shaft: '', head: '' });
    expect(arcPath({ x: 5, y: 5 }, { x: 5, y: 5 }, 0.2)).toEqual({ shaft: '', head: '' });
  });
});

test('bundleLines draws the same act between the same places once and keeps every label', () => {
  const bundles = bundleLines([
    line({}),
    line({ id: 'b', label: 'Albania accuses Iran again' }),
    line({ id: 'c', act: 'expels', label: 'Albania expels Iran' }),
    line({ id: 'd', from: [51.4, 35.7], to: [19.8, 41.3], label: 'Iran accuses Albania' }),
    line({ id: 'e' })
  ]);
  expect(bundles.map(({ labels }) => labels)).toEqual([
    ['Albania accuses Iran', 'Albania accuses Iran again'],
    ['Albania expels Iran'],
    ['Iran accuses Albania']
  ]);
});

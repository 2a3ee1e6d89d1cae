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
    const { shaft, head } = arcPath({ x: 0, y: 0 }, { x: 200, y: 0 }, 0, { start: 20, end: 15 });
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
    const gaps = { start: 12, end: 12 };
    expect(arcPath({ x: 0, y: 0 }, { x: 30, y: 0 }, 0.2, gaps)).toEqual({ shaft: '', head: '' });
    expect(arcPath({ x: 5, y: 5 }, { x: 5, y: 5 }, 0.2)).toEqual({ shaft: '', head: '' });
  });
});

describe('arcPath in a picture', () => {
  const picture = { width: 800, height: 600 };
  const bare = { start: 0, end: 0 };

  it('is the same arc when all of it is in sight', () => {
    const [from, to] = [
      { x: 100, y: 100 },
      { x: 500, y: 400 }
    ] as const;
    const whole = arcPath(from, to, 0.2, bare);
    const clipped = arcPath(from, to, 0.2, bare, picture);
    expect(clipped).toEqual(whole);
  });

  it('goes on to where it leaves the picture, however far away its end is', () => {
    const { shaft, head } = arcPath({ x: 100, y: 100 }, { x: 5e6, y: 3e6 }, 0.2, bare, picture);
    expect(Math.max(...numbers(shaft).map(Math.abs))).toBeLessThan(900);
    expect(numbers(shaft).slice(0, 2)).toEqual([100, 100]);
    expect(numbers(head)[0]).toBeGreaterThan(1e6);
  });

  it('is nothing where it only passes far by', () => {
    const { shaft } = arcPath({ x: 100, y: -900 }, { x: 500, y: -900 }, 0.2, bare, picture);
    expect(shaft).toBe('');
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

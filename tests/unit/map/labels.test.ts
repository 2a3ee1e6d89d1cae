import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeLabels, type Labelled } from '../../../src/lib/map/labels';

const mark = (id: string, x: number, y: number, width = 60): Labelled => ({
  id,
  x,
  y,
  radius: 12,
  width,
  height: 16
});

describe('placeLabels', () => {
  it('writes to the right where there is room', () => {
    expect(placeLabels([mark('a', 100, 100)], 400, 300)).toEqual(new Map([['a', 'right']]));
  });

  it('turns to another side at the edge and beside a neighbour', () => {
    expect(placeLabels([mark('a', 380, 100)], 400, 300).get('a')).toBe('left');
    const sides = placeLabels([mark('a', 100, 100), mark('b', 140, 100)], 400, 300);
    expect(sides).toEqual(
      new Map([
        ['a', 'left'],
        ['b', 'right']
      ])
    );
  });

  it('keeps clear of blocked stretches', () => {
    expect(placeLabels([mark('a', 100, 100)], 400, 300, [[110, 80, 200, 120]]).get('a')).toBe(
      'left'
    );
  });

  it('prefers the first and leaves out the names without room', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => mark(`m${i}`, 150 + i, 150));
    const sides = placeLabels(crowd, 400, 300);
    expect(sides.has('m0')).toBe(true);
    expect(sides.size).toBeLessThan(5);
  });

  it('leaves out what is not in sight or has no name', () => {
    expect(placeLabels([mark('a', -50, 100), mark('b', 100, 100, 0)], 400, 300).size).toBe(0);
  });

  it('never writes over a mark', () => {
    const marks = fc.array(
      fc.tuple(fc.integer({ max: 400, min: 0 }), fc.integer({ max: 300, min: 0 }))
    );
    fc.assert(
      fc.property(marks, (list) => {
        const all = list.map(([x, y], i) => mark(`${i}`, x, y));
        const sides = placeLabels(all, 400, 300);
        for (const { id, x, y } of all) {
          if (sides.get(id) !== 'right') continue;
          const under = all.some(
            (other) =>
              other.id !== id &&
              other.x + 12 > x + 16 &&
              other.x - 12 < x + 76 &&
              Math.abs(other.y - y) < 20
          );
          expect(under).toBe(false);
        }
      })
    );
  });
});

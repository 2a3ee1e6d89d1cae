import { describe, expect, it } from 'vitest';
import { markerActOf } from '../../../src/lib/practice/marker';

const held = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };

describe('markerActOf', () => {
  it.each([
    ['ArrowLeft', -1, 0],
    ['ArrowRight', 1, 0],
    ['ArrowUp', 0, -1],
    ['ArrowDown', 0, 1]
  ])('moves the marker by %s, with Shift farther', (key, dx, dy) => {
    const step = markerActOf({ ...held, key });
    const large = markerActOf({ ...held, key, shiftKey: true });
    if (step?.act !== 'move' || large?.act !== 'move') throw new Error('no move');
    expect([Math.sign(step.dx), Math.sign(step.dy)]).toEqual([dx, dy]);
    expect([Math.sign(large.dx), Math.sign(large.dy)]).toEqual([dx, dy]);
    expect(Math.hypot(large.dx, large.dy)).toBeGreaterThan(4 * Math.hypot(step.dx, step.dy));
  });

  it('zooms and places', () => {
    expect(markerActOf({ ...held, key: '+', shiftKey: true })).toEqual({ act: 'zoom', by: 1 });
    expect(markerActOf({ ...held, key: '=' })).toEqual({ act: 'zoom', by: 1 });
    expect(markerActOf({ ...held, key: '-' })).toEqual({ act: 'zoom', by: -1 });
    expect(markerActOf({ ...held, key: 'Enter' })).toEqual({ act: 'place' });
  });

  it('leaves other keys to the browser', () => {
    expect(markerActOf({ ...held, key: 'Tab' })).toBeNull();
    for (const modifier of ['ctrlKey', 'altKey', 'metaKey'])
      expect(markerActOf({ ...held, key: 'ArrowLeft', [modifier]: true })).toBeNull();
  });
});

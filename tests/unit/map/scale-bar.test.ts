import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaleBar } from '../../../src/lib/map/scale-bar';

test('scaleBar is a round distance that fills at least 40 % of its room', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.01, max: 200_000, noNaN: true }), (perPixel) => {
      const { metres, px } = scaleBar(perPixel, 100);
      const digits = metres.toPrecision(6).replace(/e.*$/, '').replace(/[0.]/g, '');
      expect(['1', '2', '5']).toContain(digits);
      expect(px).toBeLessThanOrEqual(100.001);
      expect(px).toBeGreaterThan(39.9);
      expect(px * perPixel).toBeCloseTo(metres, 3);
    })
  );
});

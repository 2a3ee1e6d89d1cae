import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDistance, scaleBar } from '../../../src/lib/map/scale-bar';

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

test('formatDistance says metres below a kilometre, then kilometres, with a decimal below ten', () => {
  expect(formatDistance(850, 'en')).toBe('850 m');
  expect(formatDistance(2_340, 'en')).toBe('2.3 km');
  expect(formatDistance(23_187, 'en')).toBe('23 km');
  expect(formatDistance(2_000_000, 'en')).toBe('2,000 km');
  expect(formatDistance(23_187, 'fa')).toContain('۲۳');
});

import { describe, expect, it } from 'vitest';
import { map as t } from '../../../../src/lib/i18n/en/map';
import { CountText } from '../../../../src/lib/map/archive/count-text';
import { formatPosition } from '../../../../src/lib/map/archive/position';

describe('a count in a circle', () => {
  it('is whole below a thousand and shortened above', () => {
    const text = new CountText('en');
    expect([1, 12, 999].map((count) => text.of(count))).toEqual(['1', '12', '999']);
    expect([1234, 12_345, 1_200_000].map((count) => text.of(count).toLowerCase())).toEqual([
      '1.2k',
      '12k',
      '1.2m'
    ]);
  });

  it('is in the digits and words of the page’s language', () => {
    expect(new CountText('de').of(999)).toBe('999');
    expect(new CountText('fa').of(12)).toBe('۱۲');
    expect(new CountText('es').of(12_345)).toMatch(/^12\smil$/);
  });
});

describe('a position', () => {
  it('is in degrees with the sides of the world', () => {
    expect(formatPosition([19.82, 41.33], 'en', 1, t.compass)).toBe('41.3° N, 19.8° E');
    expect(formatPosition([-70.655, -33.45], 'en', 2, t.compass)).toBe('33.45° S, 70.66° W');
    expect(formatPosition([19.82, 41.33], 'de', 1, t.compass)).toBe('41,3° N, 19,8° E');
  });
});

import { describe, expect, it } from 'vitest';
import { formatDistance } from '../../../src/lib/i18n/distance';
import { cards } from '../../../src/lib/i18n/en/cards';

describe('formatDistance', () => {
  it.each([
    [0, '0 m'],
    [849.6, '850 m'],
    [960, '960 m'],
    [999.4, '999 m'],
    [999.5, '1 km'],
    [1_000, '1 km'],
    [1_040, '1 km'],
    [2_340, '2.3 km'],
    [9_940, '9.9 km'],
    [9_960, '10 km'],
    [23_251, '23 km'],
    [1_234_567, '1,235 km']
  ])('says %d metres as %s', (metres, words) => {
    expect(formatDistance(metres, 'en')).toBe(words);
  });

  it('uses the words and digits of the language', () => {
    expect(formatDistance(2_340, 'de')).toBe('2,3 km');
    expect(formatDistance(23_187, 'fa')).toContain('۲۳');
  });

  it('is what the cards say', () => {
    expect([850, 960, 9_960].map(cards.distance)).toEqual(['850 m', '960 m', '10 km']);
  });
});

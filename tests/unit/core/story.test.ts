import { describe, expect, test } from 'vitest';
import { isContested, textIn, type Stance } from '../../../src/lib/core/story';
import { makeEvent } from './arbitrary-story';

const claimed = (...stances: Stance[]) =>
  makeEvent('e', {
    claims: stances.map((stance, i) => ({
      id: `c-${i}`,
      by: [],
      stance,
      text: { en: 'so' },
      citations: [],
      dispute: null
    }))
  });

describe('isContested', () => {
  test('is true of an event that names a dispute', () => {
    const disputes = [{ id: 'd', topic: { en: 'when' }, note: null, measure: null }];
    expect(isContested(makeEvent('e', { disputes }))).toBe(true);
  });

  test('is true where one claim asserts and another denies', () => {
    expect(isContested(claimed('asserts', 'denies'))).toBe(true);
    expect(isContested(claimed('denies', 'reports', 'asserts'))).toBe(true);
  });

  test('is false where claims only add to one another', () => {
    expect(isContested(claimed())).toBe(false);
    expect(isContested(claimed('asserts', 'reports', 'opines'))).toBe(false);
    expect(isContested(claimed('denies', 'reports'))).toBe(false);
  });
});

describe('textIn', () => {
  const map = { sq: 'Ura', en: 'The bridge', 'de-AT': 'Die Brücke' };

  test('gives the text in the first language that has one', () => {
    expect(textIn(map, 'en', 'sq')).toBe('The bridge');
    expect(textIn(map, 'fa', 'sq', 'en')).toBe('Ura');
    expect(textIn(map, 'de-AT')).toBe('Die Brücke');
  });

  test('takes the language for one of its regions', () => {
    expect(textIn(map, 'en-GB', 'sq')).toBe('The bridge');
  });

  test('gives the first text of all where none of the languages has one', () => {
    expect(textIn(map, 'fa', 'el-GR')).toBe('Ura');
    expect(textIn(map)).toBe('Ura');
  });

  test('an empty text is a text', () => {
    expect(textIn({ sq: 'Ura', en: '' }, 'en')).toBe('');
  });

  test('throws for a map without entries', () => {
    expect(() => textIn({}, 'en')).toThrow('no entries');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, searchWords } from '../../../src/lib/core/text-search';

describe('foldText', () => {
  test.each([
    ['leaves out accents', 'Bumçi në Tiranë', 'bumci ne tirane'],
    ['ignores case, the Turkish dotted one included', 'İSTANBUL Iğdır', 'istanbul igdir'],
    ['writes Arabic yeh and kaf as Persian does', 'علي يك', 'علی یک'],
    ['leaves out vowel signs, tatweel and joiners', 'مُحَمّد مـحمد می‌شود', 'محمد محمد میشود'],
    ['reads Persian and Arabic digits', '۲۰۲۲ ٢٠٢٢', '2022 2022'],
    ['takes letters apart that decomposition does not', 'Łódź Straße Ærø', 'lodz strasse aero'],
    ['takes curly quotation marks for straight ones', '“l’Iran”', '"l\'iran"'],
    ['takes a final sigma for any other', 'ΟΔΟΣ οδός', 'οδοσ οδοσ']
  ])('%s', (_, text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  test('folding twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      { numRuns: 5000 }
    );
  }, 60_000);
});

describe('searchWords', () => {
  test('splits at any white space', () => {
    expect(searchWords(' embassy\tin\u00a0Tiranë ')).toEqual(['embassy', 'in', 'tirane']);
  });

  test('has nothing to look for in spaces and lone joiners', () => {
    expect(searchWords(' \u200c ')).toEqual([]);
  });
});

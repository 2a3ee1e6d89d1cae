import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../src/lib/present/parts';
import { storyById } from '../../../src/stories/stories.server';

const sentence = fc
  .tuple(fc.integer({ min: 1, max: 90 }), fc.constantFrom('.', '?', '!'))
  .map(([length, end]) => `A${'b'.repeat(length)}${end}`);

describe('partsOf', () => {
  it('loses and changes nothing, and cuts between sentences alone', () => {
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 20, max: 300 }),
        (sentences, most) => {
          const parts = partsOf(sentences.join(' '), 'en', most);
          expect(parts.join(' ')).toBe(sentences.join(' '));
          for (const part of parts) {
            expect(part).toMatch(/[.?!]$/);
            const alone = sentences.includes(part);
            expect(alone || part.length <= most).toBe(true);
          }
        }
      )
    );
  });

  it('cuts the chapters of the first story into parts that a screen holds', () => {
    for (const { text } of storyById('albania-iran-2022')?.chapters ?? []) {
      const parts = partsOf(text['en'] ?? '', 'en');
      expect(parts.join(' ')).toBe(text['en']);
      expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(360);
      expect(Math.min(...parts.map(({ length }) => length))).toBeGreaterThan(100);
    }
  });

  it('leaves a short text whole, and makes nothing of nothing', () => {
    expect(partsOf('One. Two.', 'en')).toEqual(['One. Two.']);
    expect(partsOf('  ', 'en')).toEqual([]);
  });

  it('knows the full stops of other scripts', () => {
    expect(partsOf('این یک جمله است؟ این هم یکی.', 'fa', 20)).toHaveLength(2);
  });
});

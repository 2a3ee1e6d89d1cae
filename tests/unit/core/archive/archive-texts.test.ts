import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NO_TEXTS,
  cleanTexts,
  type RawTexts
} from '../../../../src/lib/core/archive/archive-texts';

const HIDDEN = /[\p{Cc}\u202a-\u202e\u2066-\u2069\ufeff]/u;
const clean = (raw: Partial<RawTexts>) => cleanTexts({ ...NO_TEXTS, ...raw });

describe('the words of a row', () => {
  it('are null where there is nothing to be seen', () => {
    const nothing = {
      title: null,
      text: null,
      place: null,
      radius: null,
      source: null,
      link: null
    };
    expect(clean({})).toEqual(nothing);
    expect(clean({ title: ' \n ', text: '\u0000\u202e', source: '' })).toEqual({
      ...nothing
    });
  });

  it('have no characters that hide, reorder or control anything, whatever the cells hold', () => {
    const hostile = fc.string({
      unit: fc.oneof(
        fc.constantFrom(
          '\u0000',
          '\u001b',
          '\u0085',
          '\u009b',
          '\u202e',
          '\u2066',
          '\ufeff',
          '\r',
          '\n',
          '\t',
          '\v'
        ),
        fc.string({ unit: 'binary', maxLength: 1 })
      ),
      maxLength: 50
    });
    const cells = fc.record({
      title: hostile,
      text: hostile,
      place: hostile,
      source: hostile
    });
    fc.assert(
      fc.property(cells, (raw) => {
        const { text, ...lines } = clean(raw);
        expect((text ?? '').replace(/[\t\n]/g, '')).not.toMatch(HIDDEN);
        for (const words of Object.values(lines)) {
          expect(words ?? '').not.toMatch(HIDDEN);
          expect(words).not.toBe('');
        }
      }),
      { numRuns: 1000 }
    );
  });

  it.each([
    ['250', 250],
    [' 12.5 ', 12.5],
    ['1500,0', 1500],
    ['5 km', 5_000],
    ['1,5 km', 1_500],
    ['500 m', 500],
    ['33.333333333333336', 33.333333333333336],
    ['0.4', 1],
    ['10000000', 10_000_000],
    ['0', null],
    ['-3', null],
    ['10000001', null],
    ['1e3', null],
    ['1,000', null],
    ['10001 km', null],
    ['5 miles', null],
    ['', null]
  ])('have metres for how exactly a place is known: "%s"', (cell, metres) => {
    expect(clean({ radius: cell }).radius).toBe(metres);
  });

  it('are cut to what can be shown, and no character in two', () => {
    const long = '😀'.repeat(1_000_000);
    const { title, text, place, source } = clean({
      title: long,
      text: long,
      place: long,
      source: long
    });
    for (const [words, length] of [
      [title, 300],
      [text, 10_000],
      [place, 300],
      [source, 2000]
    ] as const) {
      expect(words?.length).toBeLessThanOrEqual(length);
      expect(words?.length).toBeGreaterThan(length - 3);
      expect(words).toMatch(/^(😀)+…$/u);
    }
    expect(clean({ title: 'x'.repeat(300) }).title).toHaveLength(300);
    expect(clean({ title: 'x'.repeat(300) }).title).not.toContain('…');
  });

  it('keep line breaks in the text and nowhere else', () => {
    expect(clean({ title: 'a\r\nb\n\n c', text: ' a\r\nb\rc\n' })).toMatchObject({
      title: 'a b c',
      text: 'a\nb\nc'
    });
  });

  it('link to nothing but a whole web address', () => {
    for (const [source, link] of [
      ['https://fires.example/1?a=b', 'https://fires.example/1?a=b'],
      [' HTTP://Fires.example ', 'http://fires.example/'],
      ['https://fi\u0000res.example/', 'https://fires.example/'],
      ['javascript:alert(1)', null],
      ['\u0001javascript:alert(1)', null],
      ['java\nscript:alert(1)', null],
      ['data:text/html,<script>', null],
      ['//fires.example/', null],
      ['https:fires.example', null],
      ['https://user:secret@fires.example/', null],
      ['see https://fires.example/', null],
      ['page 3', null]
    ] as const) {
      expect(clean({ source }).link, source).toBe(link);
      expect(clean({ source }).source, source).not.toBeNull();
    }
  });

  it('link to nothing whose address had to be cut', () => {
    const address = (length: number) => `https://fires.example/${'x'.repeat(length - 22)}`;
    expect(clean({ source: address(2000) }).link).toBe(address(2000));
    for (const source of [
      address(2001),
      `${address(50)}${' '.repeat(8000)}x`,
      `${address(50)}${'\u202e'.repeat(8000)}x`
    ]) {
      expect(clean({ source }).link).toBeNull();
      expect(clean({ source }).source).not.toBeNull();
    }
  });
});

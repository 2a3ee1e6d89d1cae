// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { element } from '../../../../src/lib/map/poster/markup';
import { parseXml } from '../../routes/parse-xml';
import { HOSTILE } from './fixture';

/** Text of any characters, those of markup above all. */
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom('<', '>', '"', "'", '&', '/', '=', '&lt;', ']]>', '<!--', 'on', '\n', 'é')
    )
    .map((parts) => parts.join(''))
);
/** What XML can carry of a text: no control characters, and no halves of a character. */
const carried = (text: string) =>
  text
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
    // eslint-disable-next-line no-control-regex
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '');
const lines = (text: string) => text.replace(/\r\n?/g, '\n');

/** As it comes out of a file: in UTF-8. */
const parse = ({ markup }: { markup: string }) =>
  parseXml(new TextDecoder().decode(new TextEncoder().encode(markup)));

describe('element', () => {
  it('has its name, its attributes and its children', () => {
    const inner = element('b', {}, 'x');
    expect(element('a', { id: 'one', r: 1.5 }, inner, 'y').markup).toBe(
      '<a id="one" r="1.5"><b>x</b>y</a>'
    );
  });

  it('leaves out attributes without a value, but not a zero', () => {
    expect(element('a', { b: null, c: undefined, d: '', e: 0 }).markup).toBe('<a e="0"></a>');
  });

  it('makes no element and no attribute of any text, and keeps the text', () => {
    fc.assert(
      fc.property(texts, texts, (attribute, text) => {
        const { documentElement: root } = parse(element('a', { title: attribute }, text));
        expect(root.children).toHaveLength(0);
        expect(root.childNodes.length).toBeLessThanOrEqual(1);
        const names = [...root.attributes].map(({ name }) => name);
        expect(names).toEqual(attribute === '' ? [] : ['title']);
        expect(lines(root.textContent ?? '')).toBe(lines(carried(text)));
        // XML reads every kind of space within an attribute as a plain one.
        expect(root.getAttribute('title') ?? '').toBe(
          lines(carried(attribute)).replace(/[\n\t]/g, ' ')
        );
      }),
      { numRuns: 500 }
    );
  });

  it('makes none in a page of HTML either', () => {
    fc.assert(
      fc.property(texts, texts, (attribute, text) => {
        const { markup } = element('svg', {}, element('text', { class: attribute }, text));
        const page = document.createElement('div');
        page.innerHTML = markup;
        expect(page.querySelectorAll('*')).toHaveLength(2);
        const written = page.querySelector('text');
        expect([...(written?.attributes ?? [])].every(({ name }) => name === 'class')).toBe(true);
      }),
      { numRuns: 300 }
    );
  });

  it('writes nothing at all of what XML does not know', () => {
    const { markup } = element('a', {}, HOSTILE);
    for (const unsafe of ['<script', '"', '\u0000', '\u0007']) expect(markup).not.toContain(unsafe);
  });
});

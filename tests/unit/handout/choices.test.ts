import { describe, expect, it } from 'vitest';
import {
  choicesCss,
  classesOf,
  classesOfSource,
  partsOf,
  PARTS,
  TICKED
} from '../../../src/lib/handout/choices';
import { sheetsOf } from '../../../src/lib/handout/sheets';
import { makeStory } from '../core/arbitrary-story';

const nowhere = { in: [], key: [] };

describe('the choices of a handout', () => {
  it('are classes: of the chapters, of the short form, and of what refers to a source', () => {
    expect(classesOf({ in: [2, 5], key: [5] })).toBe('chosen in-2 key-5');
    const source = {
      events: { in: [1], key: [] },
      claims: nowhere,
      answers: { in: [3], key: [3] }
    };
    expect(classesOfSource(source)).toBe('chosen events-in-1 answers-key-3');
  });

  it('have rules for each chapter and each part, and hide nothing where :has() is not known', () => {
    const css = choicesCss(2, { title: 'A', side: 'B' });
    for (const n of [1, 2]) {
      expect(css).toContain(`body:has(#chapter-${n}:checked) .key-${n}`);
      expect(css).toContain(
        `body:has(#chapter-${n}:checked):has(#short-form:not(:checked)) .in-${n}`
      );
    }
    expect(css).not.toContain('chapter-3');
    for (const part of PARTS) expect(css).toContain(`#with-${part}:not(:checked)) #${part}`);
    const outside = css.replace(/^@supports selector\(:has\(\*\)\) \{\n[^]*?\n\}\n/, '');
    expect(outside).not.toContain('display');
  });

  it('keep a title a text, whatever it holds', () => {
    const css = choicesCss(1, { title: '"; } * { display: none }\n\\ </style> \u0000é', side: '' });
    const said = /@top-left \{ content: "([^"]*)"; \}/.exec(css)?.[1] ?? '';
    expect(said).not.toMatch(/["{}<\n]/);
    const read = said.replace(/\\([0-9a-f]+) /g, (_, hex: string) =>
      String.fromCodePoint(parseInt(hex, 16))
    );
    expect(read).toBe('"; } * { display: none }\n\\ </style> \ufffdé');
  });

  it('offer no part that a story has nothing for', () => {
    expect(partsOf(sheetsOf(makeStory({ parties: [], citations: [] })))).toEqual([
      'overview',
      'events',
      'blank'
    ]);
    expect(TICKED.every((part) => PARTS.includes(part))).toBe(true);
  });
});

import type { Presence, Sheets } from './sheets';

/** The parts of a handout in the order of their sheets; each is the id of its section. */
export const PARTS = [
  'overview',
  'events',
  'claims',
  'parties',
  'questions',
  'blank',
  'sources',
  'answers'
] as const;
export type Part = (typeof PARTS)[number];

/** Those that this story has something for. */
export function partsOf({ disputes, parties, questions, sources }: Sheets): readonly Part[] {
  const empty: Partial<Record<Part, boolean>> = {
    claims: disputes.length === 0,
    parties: parties.length === 0,
    questions: questions.length === 0,
    answers: questions.length === 0,
    sources: sources.length === 0
  };
  return PARTS.filter((part) => !empty[part]);
}

/** What is ticked before anybody has chosen: with the short form of the first story, four pages. */
export const TICKED: readonly Part[] = ['overview', 'events', 'questions', 'sources'];

/** Ids of the checkboxes. */
export const partBox = (part: Part) => `with-${part}`;
export const SHORT = 'short-form';
export const chapterBox = (n: number) => `chapter-${n}`;

/** Class of all that a choice hides. */
const CHOSEN = 'chosen';
/** Parts that refer to sources, which are listed where one of them does. */
const CITING = ['events', 'claims', 'answers'] as const satisfies readonly Part[];

/** The classes by which the style sheet knows when something is on the sheets. */
export function classesOf(presence: Presence): string {
  return [CHOSEN, ...namesOf(presence, '')].join(' ');
}

/** The same of a source. */
export function classesOfSource(
  source: Readonly<Record<(typeof CITING)[number], Presence>>
): string {
  return [CHOSEN, ...CITING.flatMap((part) => namesOf(source[part], `${part}-`))].join(' ');
}

function namesOf({ in: all, key }: Presence, before: string): string[] {
  return all.map((n) => `${before}${key.includes(n) ? 'key' : 'in'}-${n}`);
}

/** What stands on every printed page. */
export interface PageHead {
  readonly title: string;
  readonly side: string;
}

/**
 * A style sheet that leaves out what is not ticked; without `:has()` a browser leaves out nothing. `count`: how many boxes for chapters there are.
 */
export function choicesCss(count: number, page: PageHead): string {
  const parts = PARTS.map((part) => `body:has(#${partBox(part)}:not(:checked)) #${part}`);
  const shown = Array.from({ length: count }, (_, i) => i + 1).flatMap((n) =>
    [
      { body: `body:has(#${chapterBox(n)}:checked)`, before: '' },
      ...CITING.map((part) => ({
        body: `body:has(#${chapterBox(n)}:checked):has(#${partBox(part)}:checked)`,
        before: `${part}-`
      }))
    ].flatMap(({ body, before }) => [
      `${body} .${before}key-${n}`,
      `${body}:has(#${SHORT}:not(:checked)) .${before}in-${n}`
    ])
  );
  return `@supports selector(:has(*)) {
${parts.join(',\n')} { display: none !important; }
.${CHOSEN}:not(${shown.join(',\n')}) { display: none !important; }
}
@page {
font: 10pt/1.3 sans-serif;
color: #000;
@top-left { content: ${quoted(page.title)}; }
@top-right { content: ${quoted(page.side)}; }
@bottom-right { content: counter(page) " / " counter(pages); }
}
`;
}

/** A text as a string of CSS. */
function quoted(text: string): string {
  const safe = text.replace(/[^\p{L}\p{N} .,:;!?()–—’‘“”-]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0xfffd;
    return `\\${(code === 0 ? 0xfffd : code).toString(16)} `;
  });
  return `"${safe}"`;
}

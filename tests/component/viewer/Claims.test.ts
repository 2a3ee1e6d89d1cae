import { screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Claim, Stance } from '../../../src/lib/core/story';
import Claims from '../../../src/lib/viewer/Claims.svelte';
import { smallStory } from '../../fixtures/small-story';
import { makeEvent } from '../../unit/core/arbitrary-story';
import { eventOf, readingOf, renderPart, said } from './in-reading';

const claim = (id: string, stance: Stance, parts: Partial<Claim> = {}): Claim => ({
  id,
  by: ['gazette'],
  stance,
  text: { en: `What ${id} says.` },
  citations: [{ citation: 'gazette-july', label: null, locator: null, note: null }],
  dispute: null,
  ...parts
});
const headings = (level: number) => screen.getAllByRole('heading', { level }).map(said);
/** The section under a heading. */
const under = (name: string | RegExp) =>
  screen.getByRole('heading', { name }).parentElement as HTMLElement;

describe('a question on which sources differ', () => {
  test('is a heading that says so', () => {
    renderPart(Claims, { event: eventOf('closed'), level: 3 });
    expect(headings(3)[0]).toBe('Sources differ How long the bridge is');
  });

  test('has its sides side by side: who, how, what, and on which source and where in it', () => {
    renderPart(Claims, { event: eventOf('closed'), level: 3 });
    const sides = under(/How long the bridge is/).querySelector('.sides') as HTMLElement;
    const [east, west] = [...sides.children].map((side) => ({
      speaker: said(side.querySelector('.speaker')),
      what: said(side.querySelector('.what')),
      sources: within(side as HTMLElement)
        .getAllByRole('listitem')
        .map(said)
    }));
    expect(east).toEqual({
      speaker: 'Council of the east bank asserts',
      what: 'The bridge is 30 metres long.',
      sources: ['The Gazette: Bridge closed (original) · paragraph 3']
    });
    expect(west).toEqual({
      speaker: 'Council of the west bank denies',
      what: 'It is 40 metres long.',
      sources: ['Council of the west bank: Our answer · address not checked']
    });
    expect(sides.children).toHaveLength(2);
  });

  test('has what the map itself measures, with how exactly both places are known', () => {
    renderPart(Claims, { event: eventOf('closed'), level: 3 });
    expect(said(under(/How long/))).toContain(
      'Measured here: 33 km in a straight line from The bridge to Easttown (known to within 200 m and 4 km).'
    );
  });

  test('has what can be said in fairness about the difference', () => {
    renderPart(Claims, { event: eventOf('closed'), level: 3 });
    expect(said(under(/How long/))).toContain('They may measure from different banks.');
  });

  test('does without a measure and a note where it has none', () => {
    const dispute = { id: 'd', topic: { en: 'Who said it' }, note: null, measure: null };
    const event = makeEvent('e', {
      disputes: [dispute],
      claims: [claim('a', 'asserts', { dispute: 'd' }), claim('b', 'asserts', { dispute: 'd' })]
    });
    renderPart(Claims, { event, level: 3 });
    expect(screen.queryByText(/Measured/)).toBeNull();
    expect(under(/Who said it/).querySelectorAll('.sides > *')).toHaveLength(2);
  });

  test('leaves the sides of other questions to them', () => {
    const dispute = (id: string) => ({
      id,
      topic: { en: `About ${id}` },
      note: null,
      measure: null
    });
    const event = makeEvent('e', {
      disputes: [dispute('x'), dispute('y')],
      claims: ['x', 'y', 'x'].map((id, i) => claim(`c${i}`, 'asserts', { dispute: id }))
    });
    renderPart(Claims, { event, level: 3 });
    expect(said(under(/About x/))).toMatch(/What c0 says.*What c2 says/);
    expect(said(under(/About x/))).not.toContain('What c1 says');
    expect(said(under(/About y/))).toContain('What c1 says');
  });
});

describe('what is not in question', () => {
  test('is grouped by stance, always in the same order, the stance said once a group', () => {
    const event = makeEvent('e', {
      claims: [
        claim('a', 'opines'),
        claim('b', 'reports'),
        claim('c', 'denies'),
        claim('d', 'asserts'),
        claim('e', 'reports')
      ]
    });
    renderPart(Claims, { event, level: 4 });
    expect(headings(4)).toEqual([
      'Who asserts',
      'Who denies',
      'Who reports',
      'Who gives an opinion'
    ]);
    const reports = said(under('Who reports'));
    expect(reports).toMatch(/The Gazette What b says.*The Gazette What e says/);
    expect(reports.match(/reports/g)).toHaveLength(1);
  });

  test('stands apart from the sides of a question', () => {
    renderPart(Claims, { event: eventOf('closed'), level: 3 });
    expect(headings(3)).toEqual(['Sources differ How long the bridge is', 'Who reports']);
    expect(said(under('Who reports'))).toContain('Nobody was hurt.');
    expect(screen.getAllByText('The bridge is 30 metres long.')).toHaveLength(1);
  });

  test('is said by the publisher of its first source where nobody is named', () => {
    renderPart(Claims, { event: eventOf('closed'), level: 3 });
    expect(said(under('Who reports').querySelector('.speaker'))).toBe('The Gazette');
  });

  test('names all who say it', () => {
    const by = ['east-council', 'gazette'];
    renderPart(Claims, {
      event: makeEvent('e', { claims: [claim('a', 'asserts', { by })] }),
      level: 3
    });
    expect(said(under('Who asserts').querySelector('.speaker'))).toBe(
      'Council of the east bank, The Gazette'
    );
  });

  test('has no heading where nothing is claimed', () => {
    renderPart(Claims, { event: makeEvent('e'), level: 3 });
    expect(screen.queryByRole('heading')).toBeNull();
  });
});

test('a claim that looks like HTML is shown as the text that it is', () => {
  const text = { en: '<b>Bold</b> & <script>alert(1)</script>' };
  const event = makeEvent('e', { claims: [claim('a', 'asserts', { text })] });
  const { container } = renderPart(Claims, { event, level: 3 });
  expect(screen.getByText(text.en)).toBeTruthy();
  expect(container.querySelector('b, script')).toBeNull();
});

test('texts are told in the language of the reader where the story has it', () => {
  const text = { en: 'It is closed.', sq: 'Është mbyllur.' };
  const event = makeEvent('e', { claims: [claim('a', 'asserts', { text })] });
  renderPart(Claims, { event, level: 3 }, readingOf(smallStory, { language: 'sq' }));
  expect(screen.getByText('Është mbyllur.')).toBeTruthy();
});

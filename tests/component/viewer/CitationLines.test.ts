import { screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import type { Citation, CitationRef } from '../../../src/lib/core/story';
import CitationLines from '../../../src/lib/viewer/CitationLines.svelte';
import { smallStory } from '../../fixtures/small-story';
import { readingOf, renderPart, said } from './in-reading';

const ref = (citation: string, parts: Partial<CitationRef> = {}): CitationRef => ({
  citation,
  label: null,
  locator: null,
  note: null,
  ...parts
});
const lines = () => screen.getAllByRole('listitem').map(said);

function withCitation(id: string, parts: Partial<Citation>) {
  const citations = smallStory.citations.map((citation) =>
    citation.id === id ? { ...citation, ...parts } : citation
  );
  return readingOf({ ...smallStory, citations });
}

describe('CitationLines', () => {
  test('leads to the archived copy first, and to the original beside it', () => {
    renderPart(CitationLines, { refs: [ref('gazette-july')] });
    const [copy, original] = screen.getAllByRole('link');
    expect(said(copy)).toBe('The Gazette: Bridge closed');
    expect(copy).toHaveProperty('href', 'https://archive.example/bridge');
    expect(said(original)).toBe('original');
    expect(original).toHaveProperty('href', 'https://example.org/bridge');
    for (const link of [copy, original]) expect(link).toHaveProperty('rel', 'external noopener');
  });

  test('leads to the original where there is no copy, and says when its address was not checked', () => {
    renderPart(CitationLines, { refs: [ref('west-note')] });
    expect(screen.getAllByRole('link')).toHaveLength(1);
    expect(screen.getByRole('link')).toHaveProperty('href', 'https://example.org/answer');
    expect(lines()).toEqual(['Council of the west bank: Our answer · address not checked']);
  });

  test('names a source without an address all the same, with what to know of its publisher', () => {
    renderPart(CitationLines, { refs: [ref('survey', { label: 'page', locator: '2' })] });
    expect(screen.queryByRole('link')).toBeNull();
    expect(lines()).toEqual([
      'Office of Works: Survey of the bridge · page 2 · Paid for by the east bank · no address known'
    ]);
  });

  test('says where in the source: by label and number, by label alone, or as it stands', () => {
    renderPart(CitationLines, {
      refs: [
        ref('gazette-july', { label: 'paragraph', locator: '3' }),
        ref('gazette-july', { label: 'headline' }),
        ref('gazette-july', { locator: 'box at the foot' }),
        ref('gazette-july', { label: 'timestamp', locator: '01:20', note: { en: 'in passing' } })
      ]
    });
    expect(lines().map((line) => line.replace(/^.*\(original\)/, ''))).toEqual([
      ' · paragraph 3',
      ' · headline',
      ' · box at the foot',
      ' · time stamp 01:20 · in passing'
    ]);
  });

  test('says in which language a source is, and marks its title as being in it', () => {
    renderPart(
      CitationLines,
      { refs: [ref('gazette-july')] },
      withCitation('gazette-july', { language: 'fa' })
    );
    expect(lines()[0]).toContain(' · in Persian');
    expect(screen.getAllByRole('link')[0]).toHaveProperty('lang', 'fa');
  });

  test('does not remark on the language that the page is in', () => {
    renderPart(
      CitationLines,
      { refs: [ref('gazette-july')] },
      withCitation('gazette-july', { language: 'en-GB' })
    );
    expect(lines()[0]).not.toContain(' · in ');
  });

  test('shows a title that looks like HTML as the text that it is', () => {
    const title = '<b>Bold</b> & <img src=x onerror=alert(1)>';
    const { container } = renderPart(
      CitationLines,
      { refs: [ref('gazette-july', { note: { en: '<i>so</i>' } })] },
      withCitation('gazette-july', { title })
    );
    expect(container.querySelector('b, img, i')).toBeNull();
    expect(lines()[0]).toContain(title);
    expect(lines()[0]).toContain('<i>so</i>');
  });

  test('keeps sources in their order, the same one twice if need be', () => {
    renderPart(CitationLines, { refs: [ref('survey'), ref('west-note'), ref('survey')] });
    const items = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(items.map((item) => said(item).split(':')[0])).toEqual([
      'Office of Works',
      'Council of the west bank',
      'Office of Works'
    ]);
  });

  test('says a remark that the publisher and the reference share', () => {
    const note = { en: 'State media' };
    renderPart(
      CitationLines,
      { refs: [ref('survey', { note })] },
      withCitation('survey', { publisherNote: note })
    );
    expect(lines()[0]).toContain('State media');
  });
});

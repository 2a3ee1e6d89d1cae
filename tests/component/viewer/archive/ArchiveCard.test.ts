import { fireEvent, screen } from '@testing-library/svelte';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { ArchiveTexts } from '../../../../src/lib/core/archive/archive-texts';
import ArchiveCard from '../../../../src/lib/viewer/archive/ArchiveCard.svelte';
import { smallStory } from '../../../fixtures/small-story';
import { renderPart } from '../in-reading';
import { SOURCE, textsOf } from './days';

const source = { ...SOURCE, citation: smallStory.citations[0]?.id ?? '' };

/** The card of the event in the third row of its file, with others in its place or alone. */
function show(texts: ArchiveTexts | null | undefined, here = 1) {
  const onhere = vi.fn<() => void>();
  renderPart(ArchiveCard, {
    ...{ id: 'row-3', source, row: 2, when: '7 September 2022', kind: 'Earthquake' },
    ...{ placed: true, takesFocus: false, here, onhere, texts },
    onclose: vi.fn<() => void>(),
    neighbour: () => 3,
    onstep: vi.fn<() => void>()
  });
  return onhere;
}
beforeAll(() => {
  // Which jsdom has not.
  Element.prototype.scrollTo = () => undefined;
});

const heading = () => screen.getAllByRole('heading')[0]?.textContent;
const numbers = () => screen.queryAllByText(/^Row/).map(({ textContent }) => textContent);

describe('the card of an event of an archive', () => {
  test('without a title is called by its place in the file, the same everywhere', async () => {
    show(textsOf(2, { title: null }));
    await vi.waitFor(() => expect(heading()).toBe('Row 3'));
    expect(new Set(numbers())).toEqual(new Set(['Row 3', 'Row 3 of days.csv']));
  });

  test('is called by its kind before its texts have come', () => {
    show(undefined);
    expect(heading()).toBe('Earthquake');
  });

  test('whose texts cannot be read says so, and where in the file they are', async () => {
    show(null);
    await screen.findByText('Its text could not be read.');
    expect(heading()).toBe('Earthquake');
    expect(numbers()).toEqual(['Row 3 of days.csv']);
  });

  test('leads to all that is in its place, when there is more', async () => {
    const onhere = show(textsOf(2), 1_435);
    await fireEvent.click(
      screen.getByRole('button', { name: 'List these 1,435 and what is near' })
    );
    expect(onhere).toHaveBeenCalledOnce();
  });

  test('leads nowhere when it is alone in its place', () => {
    show(textsOf(2));
    expect(screen.queryByRole('button', { name: /what is near/ })).toBeNull();
  });

  test('says how exactly its place is known, where the file does', () => {
    show(textsOf(2, { place: 'Denver', radius: 5_000 }));
    expect(screen.getByText('Somewhere within 5 km of the point shown')).toBeTruthy();
  });
});

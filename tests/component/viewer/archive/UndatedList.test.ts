import { screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import UndatedList from '../../../../src/lib/viewer/archive/UndatedList.svelte';
import { renderPart, said } from '../in-reading';
import { textsOf } from './days';

const props = (rows: readonly number[], count = rows.length) => ({
  count,
  rows: Uint32Array.from(rows),
  file: 'days.csv',
  textsOf: vi.fn((row: number) => Promise.resolve(textsOf(row, { place: `Place ${row}` })))
});

async function unfold(container: HTMLElement) {
  const details = container.querySelector('details') as HTMLDetailsElement;
  details.open = true;
  details.dispatchEvent(new Event('toggle'));
  await screen.findAllByRole('listitem');
}

describe('events without a date', () => {
  test('are counted before they have come', () => {
    renderPart(UndatedList, props([], 3));
    expect(screen.getByText(/^3 events have no date/)).toBeTruthy();
    expect(screen.queryByRole('group')).toBeNull();
  });

  test('are a list of their own, whose texts are fetched when it is unfolded', async () => {
    const given = props([4, 9]);
    const { container } = renderPart(UndatedList, given);
    expect(given.textsOf).not.toHaveBeenCalled();
    await unfold(container);
    await screen.findByText('Title 9');
    expect(screen.getAllByRole('listitem').map((item) => said(item))).toEqual([
      'Title 4 Place 4 Row 5 of days.csv',
      'Title 9 Place 9 Row 10 of days.csv'
    ]);
  });

  test('are listed as far as a page has room, and the rest is counted', async () => {
    const { container } = renderPart(UndatedList, props([...Array(130).keys()], 1_300));
    await unfold(container);
    expect(screen.getAllByRole('listitem')).toHaveLength(100);
    expect(said(container)).toContain('and 1,200 more, which are in the file.');
  });

  test('say what they rest on', async () => {
    const link = 'https://example.org/9';
    const given = {
      ...props([4, 9]),
      textsOf: (row: number) =>
        Promise.resolve(textsOf(row, row === 4 ? { source: 'page 2' } : { source: link, link }))
    };
    const { container } = renderPart(UndatedList, given);
    await unfold(container);
    expect(await screen.findByRole('link')).toHaveProperty('href', link);
    expect(said(container)).toContain('page 2 · Row 5 of days.csv');
  });

  test('are called by their row where they have no title or it cannot be read', async () => {
    const untitled = { ...props([6]), textsOf: () => Promise.resolve(null) };
    const { container } = renderPart(UndatedList, untitled);
    await unfold(container);
    await screen.findByText('Its text could not be read.');
    expect(said(container)).toContain('Row 7');
  });
});

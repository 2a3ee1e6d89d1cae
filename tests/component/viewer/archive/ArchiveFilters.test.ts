import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { NO_FILTERS, type Filters } from '../../../../src/lib/core/view';
import type { Searching } from '../../../../src/lib/state/archive/archive-session.svelte';
import ArchiveFilters from '../../../../src/lib/viewer/archive/ArchiveFilters.svelte';
import { renderPart, said } from '../in-reading';

const filters = (parts: Partial<Filters> = {}): Filters => ({ ...NO_FILTERS, ...parts });
const props = (parts: Partial<Filters> = {}) => ({
  filters: filters(parts),
  counts: Uint32Array.of(1_200, 30, 0) as Uint32Array | null,
  searchable: true,
  searching: { step: 'none' } as Searching,
  onfilters: vi.fn<(filters: Filters) => void>(),
  onsearch: vi.fn<() => void>()
});
const panel = (container: HTMLElement) => container.querySelector('details') as HTMLDetailsElement;
const box = (name: RegExp) =>
  screen.getByRole<HTMLInputElement>('checkbox', { name, hidden: true });
const search = () =>
  screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search titles, texts and places' });
const clear = () => screen.queryByRole('button', { name: 'Clear all filters' });
const labels = () =>
  screen.getAllByRole('checkbox', { hidden: true }).map((one) => said(one.closest('label')));

/** As the browser does it: it says so a moment after. */
async function unfold(details: HTMLDetailsElement, open = true) {
  details.open = open;
  await fireEvent(details, new Event('toggle'));
}

describe('the filters of an archive', () => {
  test('say how many events of each kind are in the window', () => {
    renderPart(ArchiveFilters, props());
    expect(labels()).toEqual([
      'On the map as shown only',
      'Incident 1,200',
      'Statement 30',
      'Measure 0'
    ]);
  });

  test('say no numbers before the events have come', () => {
    renderPart(ArchiveFilters, { ...props(), counts: null });
    expect(labels()).toEqual(['On the map as shown only', 'Incident', 'Statement', 'Measure']);
  });

  test('stay unfolded when the last of them is given up by hand', async () => {
    const { container, update } = renderPart(ArchiveFilters, props());
    await unfold(panel(container));
    await update({ filters: filters({ kinds: ['incident'] }) });
    await update({ filters: filters() });
    expect(panel(container).open).toBe(true);
  });

  test('are unfolded where a link sets some, and stay so when these are given up', async () => {
    const { container, update } = renderPart(ArchiveFilters, props());
    expect(panel(container).open).toBe(false);
    await update({ filters: filters({ inView: true }) });
    expect(panel(container).open).toBe(true);
    await unfold(panel(container));
    await update({ filters: filters() });
    expect(panel(container).open).toBe(true);
  });

  test('stay folded when the reader has folded them', async () => {
    const { container, update } = renderPart(ArchiveFilters, props({ kinds: ['incident'] }));
    expect(panel(container).open).toBe(true);
    await unfold(panel(container), false);
    await update({ filters: filters({ kinds: ['incident', 'measure'] }) });
    expect(panel(container).open).toBe(false);
    expect(clear()?.closest('details')).toBe(null);
  });

  test('are cleared by a button, which gives the focus to the search as it goes', async () => {
    const given = props({ text: 'fire' });
    const { update } = renderPart(ArchiveFilters, given);
    clear()?.focus();
    await fireEvent.click(clear() as HTMLElement);
    expect(given.onfilters).toHaveBeenCalledExactlyOnceWith(NO_FILTERS);
    await update({ filters: filters() });
    expect(clear()).toBeNull();
    expect(document.activeElement).toBe(search());
  });

  test('are cleared by a button, which gives the focus to their heading where there is nothing to search', async () => {
    const given = { ...props({ kinds: ['incident'] }), searchable: false };
    const { container, update } = renderPart(ArchiveFilters, given);
    clear()?.focus();
    await fireEvent.click(clear() as HTMLElement);
    expect(given.onfilters).toHaveBeenCalledExactlyOnceWith(NO_FILTERS);
    await update({ filters: filters() });
    expect(clear()).toBeNull();
    expect(document.activeElement).toBe(container.querySelector('summary'));
  });

  test('are changed one by one', async () => {
    const given = props({ kinds: ['incident'] });
    renderPart(ArchiveFilters, given);
    await fireEvent.click(box(/Measure/));
    expect(given.onfilters).toHaveBeenCalledExactlyOnceWith(
      filters({ kinds: ['incident', 'measure'] })
    );
  });
});

describe('the search of an archive', () => {
  test('is for what is typed, beside the other filters', async () => {
    const given = props({ kinds: ['incident'] });
    renderPart(ArchiveFilters, given);
    await fireEvent.input(search(), { target: { value: 'fire' } });
    expect(given.onfilters).toHaveBeenCalledExactlyOnceWith(
      filters({ kinds: ['incident'], text: 'fire' })
    );
  });

  test('has the words of a link', () => {
    renderPart(ArchiveFilters, props({ text: 'fire' }));
    expect(search().value).toBe('fire');
  });

  test('is not offered where there is nothing to search', () => {
    renderPart(ArchiveFilters, { ...props(), searchable: false });
    expect(screen.queryByRole('searchbox')).toBeNull();
  });

  test('shows how far it is', () => {
    renderPart(ArchiveFilters, { ...props(), searching: { step: 'searching', share: 0.25 } });
    const bar = screen.getByRole('progressbar', { name: 'Searching the file' });
    expect(bar).toHaveProperty('value', 0.25);
  });

  test('says why it failed, and can be tried again, the focus with it', async () => {
    const given = props({ text: 'fire' });
    renderPart(ArchiveFilters, {
      ...given,
      searching: { step: 'failed', words: 'No connection.' }
    });
    expect(said(screen.getByRole('alert'))).toContain('No connection.');
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(given.onsearch).toHaveBeenCalledOnce();
    expect(document.activeElement).toBe(search());
  });
});

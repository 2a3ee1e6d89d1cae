import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { NO_FILTERS, type Filters as Chosen } from '../../../src/lib/core/view';
import FilterChoices from '../../../src/lib/viewer/FilterChoices.svelte';
import Filters from '../../../src/lib/viewer/Filters.svelte';
import type { Facets } from '../../../src/lib/viewer/facets';
import { smallStory } from '../../fixtures/small-story';
import { readingOf, renderPart, said } from './in-reading';

const FACETS: Facets = {
  parties: new Map([
    ['east-council', 4],
    ['west-council', 3]
  ]),
  kinds: new Map([
    ['incident', 2],
    ['statement', 1]
  ]),
  contested: 1,
  inView: 5
};
const filters = (parts: Partial<Chosen> = {}): Chosen => ({ ...NO_FILTERS, ...parts });
const props = (parts: Partial<Chosen> = {}) => ({
  filters: filters(parts),
  facets: FACETS,
  onfilters: vi.fn<(filters: Chosen) => void>()
});
/** As the page gives them: the choices may come later, and their counts are only asked for. */
const folded = (parts: Partial<Chosen> = {}) => ({
  ...props(parts),
  Choices: FilterChoices as typeof FilterChoices | null,
  facets: vi.fn(() => FACETS)
});
const labelled = (box: HTMLElement) => said(box.closest('label'));
const box = (name: RegExp) => screen.getByRole<HTMLInputElement>('checkbox', { name });
const chips = () => {
  const list = screen.queryByRole('list', { name: 'Filters in force' });
  return list ? within(list).getAllByRole('button') : [];
};

describe('the choices', () => {
  test('each say how many events they would give', () => {
    renderPart(FilterChoices, props());
    expect(screen.getAllByRole('checkbox').map(labelled)).toEqual([
      'Contested only 1',
      'On the map as shown only 5',
      'Incident 2',
      'Statement 1',
      'Measure 0',
      'Council of the east bank 4',
      'Council of the west bank 3'
    ]);
    expect(
      screen.getAllByRole('group').map((group) => said(group.querySelector('legend')))
    ).toEqual(['Other', 'What kind', 'Who']);
  });

  test('list parties under their group, and leave out who has nothing in reach', () => {
    renderPart(FilterChoices, props());
    expect(screen.getByText('The east bank')).toBeTruthy();
    expect(screen.queryByText('The press')).toBeNull();
    expect(screen.queryByRole('checkbox', { name: /Gazette/ })).toBeNull();
  });

  test('keep a chosen party in reach, so that it can be given up', () => {
    renderPart(FilterChoices, props({ parties: ['gazette'] }));
    expect(box(/The Gazette/).checked).toBe(true);
    expect(labelled(box(/The Gazette/))).toBe('The Gazette 0');
  });

  test('show which are in force', async () => {
    const { update } = renderPart(
      FilterChoices,
      props({ kinds: ['incident'], parties: ['west-council'], contested: true })
    );
    const checked = () =>
      screen
        .getAllByRole<HTMLInputElement>('checkbox')
        .filter((one) => one.checked)
        .map(labelled);
    expect(checked()).toEqual(['Contested only 1', 'Incident 2', 'Council of the west bank 3']);
    await update({ filters: filters({ inView: true }) });
    expect(checked()).toEqual(['On the map as shown only 5']);
  });

  test.each<[name: RegExp, before: Partial<Chosen>, after: Partial<Chosen>]>([
    [/Contested/, {}, { contested: true }],
    [/Contested/, { contested: true, text: 'x' }, { text: 'x' }],
    [/On the map/, { kinds: ['incident'] }, { kinds: ['incident'], inView: true }],
    [/On the map/, { inView: true }, {}],
    [/Statement/, { kinds: ['incident'] }, { kinds: ['incident', 'statement'] }],
    [/Incident/, { kinds: ['incident', 'statement'] }, { kinds: ['statement'] }],
    [/east bank/, { contested: true }, { contested: true, parties: ['east-council'] }],
    [/east bank/, { parties: ['east-council', 'gazette'] }, { parties: ['gazette'] }]
  ])('a choice is added or given up, the others staying: %s', async (name, before, after) => {
    const given = props(before);
    renderPart(FilterChoices, given);
    await fireEvent.click(box(name));
    expect(given.onfilters).toHaveBeenCalledExactlyOnceWith(filters(after));
  });
});

describe('the search', () => {
  test('filters by words as they are typed, the other filters staying', async () => {
    const given = folded({ contested: true, text: 'bri' });
    renderPart(Filters, given);
    const field = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Search the events' });
    expect(field.value).toBe('bri');
    await fireEvent.input(field, { target: { value: 'bridge' } });
    expect(given.onfilters).toHaveBeenCalledExactlyOnceWith(
      filters({ contested: true, text: 'bridge' })
    );
  });

  test('follows a change from elsewhere', async () => {
    const { update } = renderPart(Filters, folded({ text: 'bridge' }));
    await update({ filters: filters() });
    expect(screen.getByRole<HTMLInputElement>('searchbox').value).toBe('');
  });
});

describe('what is in force', () => {
  test('is nothing at first', () => {
    renderPart(Filters, folded());
    expect(chips()).toEqual([]);
  });

  test('is a list of buttons, each named for what it takes away', () => {
    renderPart(
      Filters,
      folded({
        text: 'toll',
        kinds: ['measure'],
        parties: ['gazette'],
        contested: true,
        inView: true
      })
    );
    expect(chips().map((chip) => chip.getAttribute('aria-label') ?? said(chip))).toEqual([
      'Remove the filter: “toll”',
      'Remove the filter: Measure',
      'Remove the filter: The Gazette',
      'Remove the filter: Contested only',
      'Remove the filter: On the map as shown only',
      'Clear all filters'
    ]);
  });

  const all: Partial<Chosen> = {
    text: 'toll',
    kinds: ['measure', 'incident'],
    parties: ['gazette', 'east-council'],
    contested: true,
    inView: true
  };
  test.each<[name: string, after: Partial<Chosen>]>([
    ['“toll”', { text: '' }],
    ['Measure', { kinds: ['incident'] }],
    ['The Gazette', { parties: ['east-council'] }],
    ['Contested only', { contested: false }],
    ['On the map as shown only', { inView: false }]
  ])('is taken away one by one: %s', async (name, after) => {
    const given = folded(all);
    renderPart(Filters, given);
    await fireEvent.click(screen.getByRole('button', { name: `Remove the filter: ${name}` }));
    expect(given.onfilters).toHaveBeenCalledExactlyOnceWith(filters({ ...all, ...after }));
  });

  test('is all taken away at once', async () => {
    const given = folded(all);
    renderPart(Filters, given);
    await fireEvent.click(screen.getByRole('button', { name: 'Clear all filters' }));
    expect(given.onfilters).toHaveBeenCalledExactlyOnceWith(NO_FILTERS);
  });

  test('may be a kind and a party of the same name', () => {
    const kinds = smallStory.kinds.map((kind) =>
      kind.id === 'incident' ? { ...kind, name: { en: 'The Gazette' } } : kind
    );
    renderPart(
      Filters,
      folded({ kinds: ['incident'], parties: ['gazette'] }),
      readingOf({ ...smallStory, kinds })
    );
    expect(chips()).toHaveLength(3);
  });
});

describe('the choices when folded', () => {
  async function unfold(container: HTMLElement) {
    const details = container.querySelector('details') as HTMLDetailsElement;
    details.open = true;
    await fireEvent(details, new Event('toggle'));
  }

  test('are neither there nor counted', () => {
    const given = folded();
    renderPart(Filters, given);
    expect(screen.queryByRole('checkbox', { hidden: true })).toBeNull();
    expect(given.facets).not.toHaveBeenCalled();
  });

  test('are there with their counts once unfolded', async () => {
    const given = folded();
    const { container } = renderPart(Filters, given);
    await unfold(container);
    expect(screen.getAllByRole('checkbox')).toHaveLength(7);
    expect(labelled(box(/Incident/))).toBe('Incident 2');
    await fireEvent.click(box(/Incident/));
    expect(given.onfilters).toHaveBeenCalledExactlyOnceWith(filters({ kinds: ['incident'] }));
  });

  test('may come after they were unfolded', async () => {
    const { container, update } = renderPart(Filters, { ...folded(), Choices: null });
    await unfold(container);
    expect(screen.queryByRole('checkbox')).toBeNull();
    await update({ Choices: FilterChoices });
    expect(screen.getAllByRole('checkbox')).toHaveLength(7);
  });
});

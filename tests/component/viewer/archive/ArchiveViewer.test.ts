import { fireEvent, render, screen } from '@testing-library/svelte';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { placesBox } from '../../../../src/lib/core/archive/places-box';
import { yearlyCounts } from '../../../../src/lib/core/archive/yearly-counts';
import type { Window } from '../../../../src/lib/core/story';
import { NO_FILTERS, type View } from '../../../../src/lib/core/view';
import { ArchiveSession } from '../../../../src/lib/state/archive/archive-session.svelte';
import type { ArchiveFeed, Loaded } from '../../../../src/lib/state/archive/feed';
import ArchiveViewer from '../../../../src/lib/viewer/archive/ArchiveViewer.svelte';
import type { ArchivePreview } from '../../../../src/lib/viewer/archive/preview';
import { makeStory } from '../../../unit/core/arbitrary-story';
import { said } from '../in-reading';
import { archiveOfDays, days, SOURCE, textsOf } from './days';

// What is on the map is tested with the map.
vi.mock('../../../../src/lib/map/fetch-engine', () => ({ fetchEngine: () => Promise.resolve() }));
vi.mock('../../../../src/lib/viewer/archive/ArchiveStage.svelte', () => ({
  default: () => undefined
}));
beforeAll(() => {
  Element.prototype.scrollTo = () => undefined;
});

const WHOLE = archiveOfDays(1_000);
const STORY = makeStory({
  kinds: [
    { id: 'even', name: { en: 'Even' }, shape: 'circle' },
    { id: 'odd', name: { en: 'Odd' }, shape: 'square' }
  ]
});
const EDGES = Array.from({ length: 11 }, (_, n) => n * 100 * 86_400_000);
const PREVIEW: ArchivePreview = {
  size: 1_000,
  undated: 3,
  unplaced: 2,
  extent: WHOLE.extent as Window,
  fit: placesBox(WHOLE),
  years: yearlyCounts(WHOLE, 2, 'UTC'),
  finest: 86_400_000,
  edges: EDGES,
  may: EDGES.slice(1).map(() => 100),
  surely: EDGES.slice(1).map(() => 100)
};

function loadedDays(count: number, parts: Partial<Loaded> = {}): Loaded {
  return {
    index: archiveOfDays(count),
    undated: Uint32Array.of(1_000, 1_001, 1_002),
    faults: { total: 0, counts: [], examples: [] },
    complete: true,
    broken: null,
    ...parts
  };
}

/** The page of an archive whose file comes when `give` or `fail` says so. */
function show(view: Partial<View> = {}, source = SOURCE) {
  let give: (loaded: Loaded) => void = () => undefined;
  let fail: (error: Error) => void = () => undefined;
  const feed: ArchiveFeed = {
    load: () =>
      new Promise((resolve, reject) => {
        give = resolve;
        fail = reject;
      }),
    texts: (rows) => Promise.resolve(rows.map((row) => textsOf(row))),
    search: () => Promise.resolve(Uint8Array.from({ length: 1_000 }, (_, row) => Number(row < 7))),
    collect: () => Promise.resolve([]),
    close: () => undefined
  };
  const session = new ArchiveSession({ ...STORY, archive: source }, feed);
  session.go(view);
  const ondismiss = vi.fn<() => void>();
  const props = {
    ...{ session, source, preview: PREVIEW, ondismiss },
    ...{ sourcesHref: 'sources/', fileHref: 'archives/made-up/days.csv' },
    address: {} as never
  };
  const { container } = render(ArchiveViewer, { props });
  const settled = () => vi.waitFor(() => expect(session.loading.step).not.toBe('loading'));
  return {
    ...{ container, session, ondismiss },
    give: (loaded: Loaded) => (give(loaded), settled()),
    fail: () => (fail(new Error('No connection.')), settled())
  };
}

const june: Partial<View> = { window: days(0, 30) };
const ofOneKind: Partial<View> = { filters: { ...NO_FILTERS, kinds: ['odd'] } };
const count = (container: HTMLElement) => said(container.querySelector('.count'));
const chart = () =>
  screen.getByRole('img', { name: /^Chart of/ }).getAttribute('aria-label') as string;
const notice = (container: HTMLElement) => said(container.querySelector('.notice'));

describe('the numbers of an archive that has not come', () => {
  test('are those that the page was sent with', () => {
    const { container } = show();
    expect(count(container)).toBe('All 1,000 events');
    expect(chart()).toContain('Chart of 1,000 events, 1,000 of them in the window');
    expect(said(container)).toContain('3 events have no date');
    expect(said(container)).toContain('Of all events, 2 have no place');
  });

  test.each([
    ['in a window', june],
    ['of a kind', ofOneKind],
    ['on the map as shown', { filters: { ...NO_FILTERS, inView: true } }]
  ])('do not say how many are %s, then and when they cannot come', async (_, view) => {
    const { container, fail } = show(view);
    const unknown = () => {
      expect(count(container)).toBe('1,000 events in all');
      expect(chart()).toMatch(/^Chart of 1,000 events, (?!.*of them)/);
      expect(said(container.querySelector('search details'))).not.toMatch(/\d/);
    };
    unknown();
    await fail();
    unknown();
  });

  test('stand when the file is broken from the start, and there is no list to be empty', async () => {
    const { container, give } = show();
    await give(loadedDays(0, { complete: false, broken: 'days.csv: It is empty.' }));
    expect(count(container)).toBe('All 1,000 events');
    expect(screen.queryByText('No event in this window.')).toBeNull();
  });
});

describe('the numbers of an archive that has come', () => {
  test('are counted', async () => {
    const { container, give } = show(june);
    await give(loadedDays(1_000));
    await expect.poll(() => count(container)).toBe('30 of 1,000 events');
    expect(chart()).toContain('Chart of 1,000 events, 30 of them in the window');
    await expect.poll(() => said(container.querySelector('search details'))).toContain('Odd 15');
  });

  test('are of all that there are, when it came in part', async () => {
    const { container, give } = show();
    await give(loadedDays(300, { complete: false, undated: Uint32Array.of(7) }));
    await expect.poll(() => count(container)).toBe('300 of 1,000 events');
    expect(said(container)).toContain('3 events have no date');
    expect(said(container)).toContain('Of all events, 2 have no place');
  });

  test('are its own, when it is no longer what the page was sent with', async () => {
    const { container, give } = show();
    await give(loadedDays(900, { undated: new Uint32Array(0) }));
    await expect.poll(() => count(container)).toBe('All 900 events');
    expect(said(container)).not.toMatch(/no date|no place/);
  });
});

describe('a search', () => {
  const titled = { ...SOURCE, columns: { ...SOURCE.columns, title: 'title' } };

  test('leaves the events that have the words', async () => {
    const { container, give } = show({}, titled);
    await give(loadedDays(1_000));
    const field = screen.getByRole('searchbox', { name: 'Search titles, texts and places' });
    await fireEvent.input(field, { target: { value: 'fire' } });
    await expect.poll(() => count(container)).toBe('7 of 1,000 events');
  });

  test('is not offered of events without texts, and a link that asks for it is told so', async () => {
    const { container, give } = show({ filters: { ...NO_FILTERS, text: 'fire' } });
    expect(screen.queryByRole('searchbox')).toBeNull();
    await give(loadedDays(1_000));
    expect(count(container)).toBe('All 1,000 events');
    expect(notice(container)).toContain('have no texts that could be searched');
  });

  test('leaves the events without a date that have the words', async () => {
    const { container, give } = show({}, titled);
    await give(loadedDays(1_000, { undated: Uint32Array.of(3, 900, 901) }));
    await expect.poll(() => said(container)).toContain('3 events have no date');
    const field = screen.getByRole('searchbox', { name: 'Search titles, texts and places' });
    await fireEvent.input(field, { target: { value: 'fire' } });
    await expect.poll(() => said(container)).toContain('1 event has no date');
  });
});

describe('a link to an event', () => {
  test('that the archive does not have is told of when all has come, and until it is dismissed', async () => {
    const { container, give, session, ondismiss } = show({ selected: 'row-99999' });
    expect(notice(container)).toBe('');
    await give(loadedDays(1_000));
    await expect
      .poll(() => notice(container))
      .toContain('This archive has no event called “row-99999”.');
    await fireEvent.click(screen.getByRole('button', { name: 'Dismiss' }));
    expect(notice(container)).toBe('');
    expect(session.view.selected).toBeNull();
    expect(ondismiss).toHaveBeenCalledOnce();
  });

  test('that has no date is told of as such', async () => {
    const { container, give } = show({ selected: 'row-1002' });
    await give(loadedDays(1_000));
    await expect.poll(() => notice(container)).toContain('“row-1002” has no date');
  });

  test('that has not come is not called missing', async () => {
    const { container, give } = show({ selected: 'row-500' });
    await give(loadedDays(300, { complete: false }));
    await expect.poll(() => count(container)).toBe('300 of 1,000 events');
    expect(notice(container)).toBe('');
  });

  test('that is there is no matter for words', async () => {
    const { container, give } = show({ selected: 'row-500' });
    await give(loadedDays(1_000));
    await expect.poll(() => count(container)).toBe('All 1,000 events');
    expect(notice(container)).toBe('');
  });
});

describe('the list', () => {
  test('when empty leads back to the whole story, and the focus with it', async () => {
    const { give, session } = show({ ...ofOneKind, window: days(2, 3) });
    await give(loadedDays(1_000));
    const back = await screen.findByRole('button', { name: 'Show the whole story' });
    back.focus();
    await fireEvent.click(back);
    expect(session.view.window).toBeNull();
    expect(session.view.filters).toEqual(NO_FILTERS);
    expect(document.activeElement?.id).toBe('part-events');
  });

  test('is left out on paper, with a word on where its events are', async () => {
    const { container, give } = show(june);
    await give(loadedDays(1_000));
    await expect.poll(() => said(container.querySelector('.on-paper'))).toContain('30 events');
    expect(said(container.querySelector('.on-paper'))).toContain(
      'http://localhost:3000/archives/made-up/days.csv'
    );
  });
});

import { fireEvent, screen } from '@testing-library/svelte';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import ArchiveList from '../../../../src/lib/viewer/archive/ArchiveList.svelte';
import { renderPart } from '../in-reading';
import { archiveOfDays, days, listOf, textsOf } from './days';

// jsdom lays nothing out: what a browser does about scrolling is done here, without its cutting off at the end.
const shown = vi.fn<(this: Element, options?: ScrollIntoViewOptions | boolean) => void>();
beforeAll(() => {
  Element.prototype.scrollTo = function (this: Element, options?: ScrollToOptions | number) {
    this.scrollTop = typeof options === 'object' ? (options.top ?? this.scrollTop) : 0;
  };
  Element.prototype.scrollIntoView = shown;
});
beforeEach(() => {
  shown.mockClear();
});

const INDEX = archiveOfDays(5_000);
const props = () => ({
  list: listOf(INDEX),
  filtered: false,
  selected: null as number | null,
  hovered: null as number | null,
  zone: 'UTC',
  language: 'en',
  kindName: (kind: number) => ['Even', 'Odd'][kind] ?? '',
  textsOf: (row: number) => Promise.resolve(textsOf(row)),
  onopen: vi.fn<(row: number) => void>(),
  onhover: vi.fn<(row: number | null) => void>()
});

const scroller = () => screen.getByRole('group', { name: 'Events in the order of time' });
const rows = () => screen.getAllByRole('listitem');
const place = (row: HTMLElement | undefined) => Number(row?.getAttribute('aria-posinset'));
/** Where the first of the rows is drawn, in pixels from the top of the list. */
const topOf = (row: HTMLElement | undefined) =>
  Number(/translateY\(([-\d.]+)px\)/.exec(row?.style.transform ?? '')?.[1]);
async function scroll(top: number) {
  scroller().scrollTop = top;
  await fireEvent.scroll(scroller());
}

describe('the list of an archive', () => {
  test('has only the rows in sight, each saying which of how many it is', async () => {
    renderPart(ArchiveList, props());
    expect(rows().length).toBeLessThan(20);
    expect(place(rows()[0])).toBe(1);
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe('5000');
    await scroll(56 * 1000);
    expect(place(rows()[0])).toBeGreaterThan(990);
    expect(place(rows().at(-1))).toBeLessThan(1020);
  });

  test('says so where there is nothing', () => {
    renderPart(ArchiveList, { ...props(), list: listOf(INDEX, days(6_000, 6_001)) });
    expect(screen.getByText('No event in this window.')).toBeTruthy();
    expect(screen.queryByRole('list')).toBeNull();
  });

  test('says that it may be for the filters that there is nothing', () => {
    const none = listOf(INDEX, days(6_000, 6_001));
    renderPart(ArchiveList, { ...props(), list: none, filtered: true });
    expect(screen.getByText('No event in this window passes the filters.')).toBeTruthy();
  });
});

describe('keys', () => {
  const press = (key: string) => fireEvent.keyDown(scroller(), { key });
  const focused = () => document.activeElement?.closest('li') as HTMLElement;
  const settled = () => expect.poll(() => document.activeElement?.tagName).toBe('A');

  test.each([
    ['ArrowDown', 2],
    ['ArrowUp', 1],
    ['PageDown', 7],
    ['End', 5_000],
    ['Home', 1]
  ])('%s goes to row %i, which takes the focus', async (key, to) => {
    renderPart(ArchiveList, props());
    await press(key);
    await settled();
    expect(place(focused())).toBe(to);
    expect(screen.getAllByRole('link').filter((link) => link.tabIndex === 0)).toHaveLength(1);
  });

  test('bring the row into sight in whatever else scrolls', async () => {
    renderPart(ArchiveList, props());
    await press('PageDown');
    await settled();
    expect(shown.mock.contexts).toEqual([focused()]);
    expect(shown).toHaveBeenCalledExactlyOnceWith({ block: 'nearest' });
  });
});

describe('a row', () => {
  test('tells that the pointer is over it, and no longer', async () => {
    const given = props();
    renderPart(ArchiveList, given);
    await fireEvent.pointerEnter(rows()[2] as HTMLElement);
    await fireEvent.pointerLeave(scroller());
    expect(given.onhover.mock.calls).toEqual([[2], [null]]);
  });

  test('shows that the pointer is over its event on the map', () => {
    renderPart(ArchiveList, { ...props(), hovered: 2 });
    expect(rows().findIndex((row) => row.classList.contains('hovered'))).toBe(2);
  });

  test('is found by the name that links give its event', () => {
    renderPart(ArchiveList, props());
    expect(
      rows()
        .map(({ id }) => id)
        .slice(0, 3)
    ).toEqual(['row-1', 'row-2', 'row-3']);
    expect(rows()[1]?.querySelector('a')?.getAttribute('href')).toBe('#event=row-2');
  });

  test('opens its event', async () => {
    const given = props();
    renderPart(ArchiveList, given);
    await fireEvent.click(screen.getAllByRole('link')[4] as HTMLElement);
    expect(given.onopen).toHaveBeenCalledExactlyOnceWith(4);
  });
});

describe('another list', () => {
  test('begins at its beginning', async () => {
    const { update } = renderPart(ArchiveList, props());
    await scroll(200_000);
    await update({ list: listOf(INDEX, days(100, 900)) });
    expect(scroller().scrollTop).toBe(0);
    expect(place(rows()[0])).toBe(1);
    expect(topOf(rows()[0])).toBe(0);
    expect(
      rows()
        .filter((row) => row.querySelector('a[tabindex="0"]'))
        .map(place)
    ).toEqual([1]);
  });

  test('begins at its beginning after an empty one, too', async () => {
    const { update } = renderPart(ArchiveList, props());
    await scroll(200_000);
    await update({ list: listOf(INDEX, days(6_000, 6_001)) });
    await update({ list: listOf(INDEX) });
    expect(scroller().scrollTop).toBe(0);
    expect(place(rows()[0])).toBe(1);
    expect(topOf(rows()[0])).toBe(0);
  });

  test('begins with what is open in it', async () => {
    const { update } = renderPart(ArchiveList, { ...props(), selected: 800 });
    await scroll(200_000);
    await update({ selected: 800, list: listOf(INDEX, days(100, 900)) });
    await scroll(scroller().scrollTop);
    const open = rows().find((row) => row.querySelector('[aria-current]'));
    expect(place(open)).toBe(701);
    expect(open?.querySelector('a')?.tabIndex).toBe(0);
  });

  test('is not what it becomes when an event is closed', async () => {
    const given = { ...props(), selected: 3_000 };
    const { update } = renderPart(ArchiveList, given);
    await scroll(200_000);
    await update({ selected: null });
    expect(scroller().scrollTop).toBe(200_000);
    expect(place(rows()[0])).toBeGreaterThan(3_000);
  });
});

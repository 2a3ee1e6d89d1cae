import { fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { ArchiveTexts } from '../../../../src/lib/core/archive/archive-texts';
import ArchiveRow from '../../../../src/lib/viewer/archive/ArchiveRow.svelte';
import { renderPart, said } from '../in-reading';
import { textsOf } from './days';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const props = (texts: ArchiveTexts | null = textsOf(0)) => ({
  href: '#event=row-3',
  row: 2,
  when: '7 September 2022',
  kind: 'Earthquake',
  selected: false,
  reachable: true,
  fetchTexts: vi.fn(() => Promise.resolve(texts)),
  onopen: vi.fn<() => void>()
});
const link = () => screen.getByRole('link');
const rested = () => vi.advanceTimersByTimeAsync(100);

describe('a row of the list', () => {
  test('tells kind and time until its texts have come', () => {
    renderPart(ArchiveRow, props());
    expect(said(link())).toBe('Earthquake 7 September 2022');
  });

  test('tells title, time, place and kind', async () => {
    renderPart(ArchiveRow, props(textsOf(0, { title: 'A tremor', place: 'Tirana' })));
    await rested();
    expect(said(link())).toBe('A tremor 7 September 2022 · Tirana · Earthquake');
  });

  test('without a title is called by its place in the file', async () => {
    renderPart(ArchiveRow, props(textsOf(0, { title: null })));
    await rested();
    expect(said(link())).toBe('Row 3 7 September 2022 · Earthquake');
  });

  test('whose texts cannot be read says so', async () => {
    renderPart(ArchiveRow, props(null));
    await rested();
    expect(said(link())).toBe('Earthquake 7 September 2022 · Its text could not be read.');
  });

  test('does not ask for its texts when it is only passed by', async () => {
    const given = props();
    const { unmount } = renderPart(ArchiveRow, given);
    await vi.advanceTimersByTimeAsync(30);
    unmount();
    await rested();
    expect(given.fetchTexts).not.toHaveBeenCalled();
  });

  test('opens in place, and leaves a press meant for a new tab to the browser', async () => {
    const given = props();
    renderPart(ArchiveRow, given);
    expect(await fireEvent.click(link(), { ctrlKey: true })).toBe(true);
    expect(given.onopen).not.toHaveBeenCalled();
    expect(await fireEvent.click(link())).toBe(false);
    expect(given.onopen).toHaveBeenCalledOnce();
  });
});

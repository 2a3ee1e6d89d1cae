import { fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { NO_FILTERS } from '../../../../src/lib/core/view';
import { ArchiveSession } from '../../../../src/lib/state/archive/archive-session.svelte';
import ArchiveStage from '../../../../src/lib/viewer/archive/ArchiveStage.svelte';
import { smallStory } from '../../../fixtures/small-story';
import { Browser } from '../../map/browser';
import { renderPart } from '../in-reading';
import { archiveOfDays, SOURCE, textsOf } from './days';

interface MapProps {
  readonly selected: number | null;
  readonly hovered: number | null;
  readonly opened: { readonly point: readonly number[]; readonly radius: number | null } | null;
  onhover(position: number | null): void;
}
let map: MapProps;
// The map itself is tested with the map.
vi.mock('../../../../src/lib/map/archive/ArchiveMap.svelte', () => ({
  default: (_: unknown, props: MapProps) => void (map = props)
}));
beforeEach(() => {
  Element.prototype.scrollTo = () => undefined;
  new Browser();
});
afterEach(() => vi.unstubAllGlobals());

async function show(given: { hovered?: number | null } = {}) {
  const session = new ArchiveSession(smallStory, {
    load: () =>
      Promise.resolve({
        index: archiveOfDays(10),
        undated: new Uint32Array(0),
        faults: { total: 0, counts: [], examples: [] },
        complete: true,
        broken: null
      }),
    texts: (rows) => Promise.resolve(rows.map((row) => textsOf(row, { radius: 5_000 }))),
    search: () => Promise.resolve(Uint8Array.of(0, 0, 0, 1)),
    collect: () => Promise.resolve([]),
    close: () => undefined
  });
  await session.load();
  const onhover = vi.fn<(row: number | null) => void>();
  const source = { ...SOURCE, citation: smallStory.citations[0]?.id ?? '' };
  const { update } = renderPart(ArchiveStage, {
    ...{ session, source, address: {} as never, poster: null, fit: null, hovered: null },
    ...{ cardTakesFocus: false, here: 1, onhover, ...given },
    onhere: vi.fn<() => void>(),
    onstep: vi.fn<() => void>(),
    onopen: (row: number | null) => session.open(row)
  });
  return { session, onhover, update };
}

describe('the map of an archive', () => {
  test('shows how exactly the place of the open event is known, and of none when it is closed', async () => {
    const { session } = await show();
    expect(map.opened).toBeNull();
    session.open(3);
    await screen.findByText('Somewhere within 5 km of the point shown');
    expect(map.opened?.radius).toBe(5_000);
    expect(map.opened?.point[0]).toBeCloseTo(10, 6);
    session.open(null);
    await vi.waitFor(() => expect(map.opened).toBeNull());
  });

  test('marks what the pointer is over in the list, and tells the row of what it is over itself', async () => {
    const { session, onhover, update } = await show({ hovered: 3 });
    expect(map.hovered).toBe(3);
    await update({ hovered: null });
    expect(map.hovered).toBeNull();
    // Among those that a search leaves, it stands elsewhere.
    session.go({ filters: { ...NO_FILTERS, text: 'a' } });
    await session.search();
    await update({ hovered: 3 });
    expect(map.hovered).toBe(0);
    map.onhover(0);
    map.onhover(null);
    expect(onhover.mock.calls).toEqual([[3], [null]]);
  });
});

describe('the card of an archive', () => {
  test('is closed by Escape from elsewhere on the page, but for where that has something else to close or to clear', async () => {
    const { session } = await show();
    session.open(3);
    await screen.findByRole('region', { name: 'Title 3' });
    const field = document.body.appendChild(document.createElement('input'));
    await fireEvent.keyDown(field, { key: 'Escape' });
    field.remove();
    expect(session.selected).toBe(3);
    await fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(session.selected).toBeNull();
  });
});

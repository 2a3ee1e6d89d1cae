import { fireEvent, render, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { expect, onTestFinished, test, vi } from 'vitest';
import { REST_MS } from '../../../src/lib/core/rest-timer';
import { NO_FILTERS } from '../../../src/lib/core/view';
import { timeline } from '../../../src/lib/i18n/en/timeline';
import { timelineMore as more } from '../../../src/lib/i18n/en/timeline-more';
import { Session } from '../../../src/lib/state/session.svelte';
import Viewer from '../../../src/lib/viewer/Viewer.svelte';
import { smallStory } from '../../fixtures/small-story';

// What fetches the map: there is none here.
vi.mock('../../../src/lib/map/fetch-engine', () => ({
  fetchEngine: () => Promise.reject(new Error('no map'))
}));
vi.mock('../../../src/lib/viewer/later', () => {
  throw new Error('no map');
});

const rowNames = (container: HTMLElement) =>
  [...container.querySelectorAll('.plot text')].map((text) => text.textContent);

const show = (session: Session) =>
  render(Viewer, {
    props: {
      session,
      placeHref: (id) => `places/${id}/`,
      sourcesHref: 'sources/',
      address: { basemap: 'basemap', streets: null, style: null },
      measured: new Map()
    }
  });

test('the list follows when the window has come to rest, and the filters at once', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  const session = new Session(smallStory);
  const { container } = show(session);
  const listed = () => container.querySelectorAll('#part-events li[id]').length;
  const all = listed();
  vi.advanceTimersByTime(500);
  const day = { from: Date.UTC(2022, 6, 15), to: Date.UTC(2022, 6, 16) };
  for (let step = 0; step < 5; step++) {
    session.go({ window: { ...day, to: day.to + step } });
    flushSync();
    vi.advanceTimersByTime(20);
    expect(listed()).toBe(all);
  }
  vi.advanceTimersByTime(2 * REST_MS);
  flushSync();
  const shown = listed();
  expect(shown).toBeLessThan(all);
  session.go({ filters: { ...NO_FILTERS, text: 'no such words' } });
  flushSync();
  expect(listed()).toBeLessThan(shown);
});

test('the timeline of a story has rows by kind, by party and by place, with their names', async () => {
  const { container } = show(new Session(smallStory));
  await screen.findByRole('option', { name: /a second$/ }, { timeout: 5000 });
  await fireEvent.click(screen.getByRole('button', { name: timeline.more }));
  const rows = await screen.findByRole('combobox', { name: /^Rows/ });
  const choose = async (value: string) => {
    await fireEvent.change(rows, { target: { value } });
    return rowNames(container);
  };
  expect([...rows.querySelectorAll('option')].map(({ textContent }) => textContent)).toEqual([
    more.lanes.none,
    more.lanes.kind,
    more.lanes.party,
    more.lanes.place
  ]);
  expect(rowNames(container)).not.toContain('Incident');
  for (const name of ['Incident', 'Statement', 'Measure'])
    expect(await choose('kind')).toContain(name);
  for (const name of ['Council of the east bank', 'Council of the west bank'])
    expect(await choose('party')).toContain(name);
  for (const name of ['The bridge', 'Far Capital']) expect(await choose('place')).toContain(name);
});

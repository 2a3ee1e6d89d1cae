import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import { buildIndex } from '../../../src/lib/core/event-index';
import EventDetail from '../../../src/lib/viewer/EventDetail.svelte';
import EventList from '../../../src/lib/viewer/EventList.svelte';
import { smallStory } from '../../fixtures/small-story';
import { readingOf, renderPart, said, withEvent } from './in-reading';

function inOrder(story = smallStory) {
  const index = buildIndex(story);
  return Array.from({ length: index.size }, (_, position) => index.eventAt(position));
}
const group = (name: string) =>
  screen.getByRole('heading', { name, level: 3 }).parentElement as HTMLElement;
const titles = (element: HTMLElement) =>
  within(element).getAllByRole('heading', { level: 4 }).map(said);
const item = (title: string) => screen.getByRole('link', { name: title }).closest('li');

describe('EventList', () => {
  test('has a heading a month, and under each its events in the order of time', () => {
    renderPart(EventList, { events: inOrder(), selected: null, Whole: null });
    expect(screen.getAllByRole('heading', { level: 3 }).map(said)).toEqual([
      'January 2013',
      'July 2022',
      expect.stringContaining('August 2022'),
      'September 2022',
      'Date not known'
    ]);
    expect(titles(group('September 2022'))).toEqual([
      'The envoy is sent home',
      'The west bank answers',
      'Tolls are raised'
    ]);
  });

  test('has a home for what has no date, and says of what has no place that it has none', () => {
    renderPart(EventList, { events: inOrder(), selected: null, Whole: null });
    expect(titles(group('Date not known'))).toEqual(['The bridge is to be opened again']);
    expect(said(item('The bridge is to be opened again'))).toMatch(
      /Date not known · no place on the map\s?· planned$/
    );
    expect(said(item('The west bank answers'))).toContain('Online, no place on the map');
  });

  test('tells of each event when, where, and what to know before reading on', () => {
    renderPart(EventList, { events: inOrder(), selected: null, Whole: null });
    expect(said(item('The bridge is closed'))).toMatch(/15 July 2022 · The bridge · contested$/);
    expect(said(item('Papers are burned'))).toMatch(/Far Capital · alleged$/);
    expect(said(item('The bridge is built'))).toMatch(/2013 · The bridge$/);
  });

  test('marks the open event, and only that', async () => {
    const { update } = renderPart(EventList, {
      events: inOrder(),
      selected: 'closed',
      Whole: null
    });
    const current = () =>
      screen.getAllByRole('link').filter((link) => link.hasAttribute('aria-current'));
    expect(current().map(said)).toEqual(['The bridge is closed']);
    expect(current()[0]?.getAttribute('aria-current')).toBe('true');
    await update({ selected: 'talks' });
    expect(current().map(said)).toEqual(['Talks go on']);
    await update({ selected: null });
    expect(current()).toEqual([]);
  });

  test('opens an event here where the page can, and is a link to it in any case', async () => {
    const openEvent = vi.fn();
    renderPart(
      EventList,
      { events: inOrder(), selected: null, Whole: null },
      readingOf(smallStory, { openEvent })
    );
    const link = screen.getByRole('link', { name: 'Talks go on' });
    expect(link.getAttribute('href')).toBe('#talks');
    await fireEvent.click(link);
    expect(openEvent).toHaveBeenCalledExactlyOnceWith('talks');
  });

  test('each event is where its link leads to', () => {
    const { container } = renderPart(EventList, {
      events: inOrder(),
      selected: null,
      Whole: null
    });
    for (const { id } of smallStory.events) {
      expect(container.querySelectorAll(`[id="${id}"]`)).toHaveLength(1);
    }
  });

  test('follows what is shown', async () => {
    const { update } = renderPart(EventList, {
      events: inOrder(),
      selected: null,
      Whole: null
    });
    await update({ events: inOrder().slice(1, 3) });
    expect(screen.getAllByRole('heading', { level: 4 }).map(said)).toEqual([
      'The bridge is closed',
      'Talks go on'
    ]);
    await update({ events: [] });
    expect(screen.queryByRole('heading')).toBeNull();
  });

  test('in the page as sent tells each event in full under its title', () => {
    renderPart(EventList, { events: inOrder(), selected: null, Whole: EventDetail });
    expect(screen.getByText('Barriers go up on both banks.')).toBeTruthy();
    expect(screen.getByText('It is 40 metres long.')).toBeTruthy();
    expect(screen.getAllByRole('article')).toHaveLength(smallStory.events.length);
  });

  test('a title that looks like HTML is shown as the text that it is', () => {
    const story = withEvent('closed', { title: { en: '<b>Closed</b> & gone' } });
    const { container } = renderPart(
      EventList,
      { events: inOrder(story), selected: null, Whole: null },
      readingOf(story)
    );
    expect(screen.getByRole('link', { name: '<b>Closed</b> & gone' })).toBeTruthy();
    expect(container.querySelector('b')).toBeNull();
  });
});

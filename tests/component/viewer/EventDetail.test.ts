import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import EventDetail from '../../../src/lib/viewer/EventDetail.svelte';
import { smallStory } from '../../fixtures/small-story';
import { eventOf, readingOf, renderPart, said, withEvent } from './in-reading';

/** What stands beside a word of the facts. */
const fact = (term: string) => said(screen.getByText(term, { selector: 'dt' }).nextElementSibling);
const section = (name: string) =>
  screen.getByRole('heading', { name }).parentElement as HTMLElement;
const linksIn = (element: HTMLElement) =>
  within(element)
    .getAllByRole('listitem')
    .map((item) => said(item));

describe('the facts of an event', () => {
  test('are when, where, who and what, in words', () => {
    renderPart(EventDetail, { event: eventOf('closed'), level: 3 });
    expect(fact('When')).toBe('15 July 2022');
    expect(fact('Where')).toMatch(
      /The bridge.*Somewhere within 200 m of the point shown.*Easttown.*where it was announced/
    );
    expect(fact('Who')).toMatch(
      /Council of the east bank.*closes it.*Council of the west bank.*is shut out/
    );
    expect(fact('What')).toBe('Incident');
    expect(screen.getByText('Barriers go up on both banks.')).toBeTruthy();
  });

  test('say how sure the date is and what its bounds rest on', () => {
    renderPart(EventDetail, { event: eventOf('papers-burned'), level: 3 });
    expect(fact('When')).toMatch(/24 August 2022.*20.*26 August/);
    expect(fact('When')).toContain('The two reports name the first and the last of these days.');
  });

  test('say that an event has no date, no place on the map, and nobody named', () => {
    renderPart(EventDetail, { event: eventOf('reopening'), level: 3 });
    expect(fact('When')).toBe('Date not known');
    expect(fact('Where')).toBe('No place on the map');
    expect(screen.queryByText('Who')).toBeNull();
  });

  test.each([
    ['reopening', 'planned'],
    ['papers-burned', 'alleged']
  ])('say of what has not simply occurred that it has not: %s is %s', (id, status) => {
    renderPart(EventDetail, { event: eventOf(id), level: 3 });
    expect(fact('What')).toContain(status);
  });

  test('say of what was put off that it was', () => {
    const story = withEvent('closed', { status: 'postponed' });
    renderPart(EventDetail, { event: eventOf('closed', story), level: 3 }, readingOf(story));
    expect(fact('What')).toContain('planned, then postponed');
  });

  test('name a place without a point without saying how exact it is', () => {
    renderPart(EventDetail, { event: eventOf('answered'), level: 3 });
    expect(fact('Where')).toBe('Online');
  });
});

describe('related events', () => {
  test('are told from both ends', () => {
    renderPart(EventDetail, { event: eventOf('closed'), level: 3 });
    expect(linksIn(section('Related'))).toEqual([
      'In response to: The bridge is built',
      'Answered by: The envoy is sent home'
    ]);
  });

  test('say of a whole what belongs to it, and of a part to what it belongs', () => {
    const { unmount } = renderPart(EventDetail, { event: eventOf('talks'), level: 3 });
    expect(linksIn(section('Related'))).toEqual(['Includes: The west bank answers']);
    unmount();
    renderPart(EventDetail, { event: eventOf('answered'), level: 3 });
    expect(linksIn(section('Related'))).toEqual([
      'In response to: The envoy is sent home',
      'Part of: Talks go on'
    ]);
  });

  test('say that a cause is somebody’s claim', () => {
    const story = withEvent('closed', { relations: [{ type: 'cause-claimed', to: 'built' }] });
    const reading = readingOf(story);
    const { unmount } = renderPart(
      EventDetail,
      { event: eventOf('closed', story), level: 3 },
      reading
    );
    expect(linksIn(section('Related'))[0]).toBe('Said to be caused by: The bridge is built');
    unmount();
    renderPart(EventDetail, { event: eventOf('built', story), level: 3 }, reading);
    expect(linksIn(section('Related'))).toEqual(['Said to have caused: The bridge is closed']);
  });

  test('have no heading where there are none', () => {
    renderPart(EventDetail, { event: eventOf('sanctions'), level: 3 });
    expect(screen.queryByRole('heading', { name: 'Related' })).toBeNull();
  });
});

describe('links', () => {
  test('lead to the event and to the page of the place where nothing else opens them', () => {
    renderPart(EventDetail, { event: eventOf('closed'), level: 3 });
    expect(screen.getByRole('link', { name: 'The bridge is built' }).getAttribute('href')).toBe(
      '#built'
    );
    expect(screen.getByRole('link', { name: 'The bridge' }).getAttribute('href')).toBe(
      'places/bridge/'
    );
  });

  test('open here what they lead to where the page can', async () => {
    const [openEvent, openPlace] = [vi.fn(), vi.fn()];
    renderPart(
      EventDetail,
      { event: eventOf('closed'), level: 3 },
      readingOf(smallStory, { openEvent, openPlace })
    );
    // False: the browser is not to follow the link.
    expect(await fireEvent.click(screen.getByRole('link', { name: 'The bridge' }))).toBe(false);
    expect(openPlace).toHaveBeenCalledExactlyOnceWith('bridge');
    await fireEvent.click(screen.getByRole('link', { name: 'The bridge is built' }));
    expect(openEvent).toHaveBeenCalledExactlyOnceWith('built');
  });

  test('leave a click meant for a new tab to the browser', async () => {
    const openPlace = vi.fn();
    renderPart(
      EventDetail,
      { event: eventOf('closed'), level: 3 },
      readingOf(smallStory, { openPlace })
    );
    const link = screen.getByRole('link', { name: 'The bridge' });
    // jsdom knows no pages to go to.
    const stay = (event: Event) => event.preventDefault();
    document.addEventListener('click', stay);
    for (const how of [{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { button: 1 }]) {
      await fireEvent.click(link, how);
    }
    document.removeEventListener('click', stay);
    expect(openPlace).not.toHaveBeenCalled();
  });
});

test('what the event as a whole rests on is named with where in it', () => {
  renderPart(EventDetail, { event: eventOf('built'), level: 4 });
  const heading = screen.getByRole('heading', { name: 'Rests on', level: 4 });
  expect(said(heading.parentElement)).toContain('Survey of the bridge · page 1');
});

test('texts that look like HTML are shown as the texts that they are', () => {
  const story = withEvent('closed', {
    text: { en: '<b>Barriers</b> & <img src=x>' },
    where: [{ place: 'bridge', role: { en: '<i>there</i>' } }]
  });
  const { container } = renderPart(
    EventDetail,
    { event: eventOf('closed', story), level: 3 },
    readingOf(story)
  );
  expect(screen.getByText('<b>Barriers</b> & <img src=x>')).toBeTruthy();
  expect(fact('Where')).toContain('<i>there</i>');
  expect(container.querySelector('b, i, img')).toBeNull();
});

import { fireEvent, screen, within } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { describe, expect, test, vi } from 'vitest';
import type { Place } from '../../../src/lib/core/story';
import PlaceDetail from '../../../src/lib/viewer/PlaceDetail.svelte';
import { smallStory } from '../../fixtures/small-story';
import { eventOf, placeOf, readingOf, renderPart, said } from './in-reading';

const fact = (term: string) => said(screen.getByText(term, { selector: 'dt' }).nextElementSibling);
const section = (name: string) =>
  screen.getByRole('heading', { name }).parentElement as HTMLElement;
const linesIn = (name: string) => within(section(name)).getAllByRole('listitem').map(said);
const storyWith = (id: string, parts: Partial<Place>) => ({
  ...smallStory,
  places: smallStory.places.map((place) => (place.id === id ? { ...place, ...parts } : place))
});

describe('PlaceDetail', () => {
  test('says how exactly a place is known, and what its point rests on', () => {
    renderPart(PlaceDetail, { place: placeOf('bridge'), events: [], level: 3 });
    expect(fact('How exact')).toBe(
      'Somewhere within 200 m of the point shown; point read in a source'
    );
    expect(fact('What the point rests on')).toMatch(
      /^Seen on the survey map\..*Office of Works: Survey of the bridge.*page 2/
    );
  });

  test.each([
    ['east-town', 'point worked out from facts that were checked'],
    ['far-capital', 'a checked point nearby stands in for it']
  ])('says what the point of %s is worth', (id, words) => {
    renderPart(PlaceDetail, { place: placeOf(id), events: [], level: 3 });
    expect(fact('How exact')).toContain(words);
  });

  test('says nothing of the exactness, or of what is near, where there is no point', () => {
    renderPart(PlaceDetail, { place: placeOf('online'), events: [], level: 3 });
    expect(screen.queryByText('How exact')).toBeNull();
    expect(screen.queryByRole('heading', { name: 'What else is near' })).toBeNull();
  });

  test('tells the note', () => {
    renderPart(PlaceDetail, { place: placeOf('far-capital'), events: [], level: 3 });
    expect(screen.getByText('No street is named.')).toBeTruthy();
  });

  test('gives its names in other languages, each marked as being in that language', () => {
    renderPart(PlaceDetail, { place: placeOf('bridge'), events: [], level: 3 });
    const name = screen.getByText('Ura');
    expect(name.lang).toBe('sq');
    expect(said(name.closest('li'))).toBe('Ura Albanian');
    expect(screen.queryByText('The bridge')).toBeNull();
  });

  test('lists what happened here in the order given, with its dates', () => {
    const events = ['built', 'closed', 'reopening'].map((id) => eventOf(id));
    renderPart(PlaceDetail, { place: placeOf('bridge'), events, level: 2 });
    expect(screen.getByRole('heading', { name: 'What happened here', level: 2 })).toBeTruthy();
    expect(linesIn('What happened here')).toEqual([
      'The bridge is built 2013',
      'The bridge is closed 15 July 2022',
      'The bridge is to be opened again Date not known'
    ]);
  });

  test('says so where nothing happened', () => {
    renderPart(PlaceDetail, { place: placeOf('bridge'), events: [], level: 3 });
    expect(linesIn('What happened here')).toEqual(['No event of this story is placed here.']);
  });

  test('lists the nearest other places that have a point, with their distances, countries left out', () => {
    const country = { ...placeOf('east-town'), id: 'east', kind: 'country' as const };
    renderPart(
      PlaceDetail,
      { place: placeOf('bridge'), events: [], level: 3 },
      readingOf({ ...smallStory, places: [...smallStory.places, country] })
    );
    expect(linesIn('What else is near')).toEqual([
      'Easttown 33 km away',
      expect.stringMatching(/^Far Capital 2,8\d\d km away$/)
    ]);
  });

  test('names no more than five', () => {
    const others = Array.from({ length: 9 }, (_, i) => ({
      ...placeOf('east-town'),
      id: `town-${i}`,
      names: { en: `Town ${i}` },
      point: [20 + i / 10, 41] as const
    }));
    renderPart(
      PlaceDetail,
      { place: placeOf('bridge'), events: [], level: 3 },
      readingOf({ ...smallStory, places: [placeOf('bridge'), ...others] })
    );
    expect(linesIn('What else is near').map((line) => line.split(' ')[1])).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4'
    ]);
  });

  test('leads to the same place elsewhere', () => {
    renderPart(PlaceDetail, { place: placeOf('bridge'), events: [], level: 3 });
    const link = within(section('Elsewhere')).getByRole('link', { name: 'www.wikidata.org' });
    expect(link.getAttribute('href')).toBe('https://www.wikidata.org/wiki/Q1');
  });

  test('opens events and places here where the page can', async () => {
    const [openEvent, openPlace] = [vi.fn(), vi.fn()];
    renderPart(
      PlaceDetail,
      { place: placeOf('bridge'), events: [eventOf('closed')], level: 3 },
      readingOf(smallStory, { openEvent, openPlace })
    );
    await fireEvent.click(screen.getByRole('link', { name: 'The bridge is closed' }));
    await fireEvent.click(screen.getByRole('link', { name: 'Easttown' }));
    expect(openEvent).toHaveBeenCalledExactlyOnceWith('closed');
    expect(openPlace).toHaveBeenCalledExactlyOnceWith('east-town');
  });

  test('has room for the tools of the page', () => {
    const tools = createRawSnippet(() => ({ render: () => '<button>Measure</button>' }));
    renderPart(PlaceDetail, { place: placeOf('bridge'), events: [], level: 3, tools });
    expect(screen.getByRole('button', { name: 'Measure' })).toBeTruthy();
  });

  test('texts that look like HTML are shown as the texts that they are', () => {
    const story = storyWith('bridge', {
      basis: { en: '<b>Seen</b> & measured' },
      note: { en: '<img src=x>' }
    });
    const { container } = renderPart(
      PlaceDetail,
      { place: placeOf('bridge', story), events: [], level: 3 },
      readingOf(story)
    );
    expect(fact('What the point rests on')).toContain('<b>Seen</b> & measured');
    expect(screen.getByText('<img src=x>')).toBeTruthy();
    expect(container.querySelector('b, img')).toBeNull();
  });
});

import { render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Place } from '../../../src/lib/core/story';
import { map as t } from '../../../src/lib/i18n/en/map';
import MapView from '../../../src/lib/map/MapView.svelte';
import { EventMap as FakeMap } from './fake-event-map';

vi.mock('../../../src/lib/map/event-map', () => import('./fake-event-map'));

const place = (
  id: string,
  name: string,
  point: Place['point'],
  over: Partial<Place> = {}
): Place => ({
  id,
  kind: 'city',
  names: { en: name, sq: `${name}ë` },
  point,
  radius: 5000,
  pointStatus: 'verified',
  basis: { en: 'a test' },
  citations: [],
  sameAs: [],
  note: null,
  ...over
});
const places = [
  place('tirana', 'Tirana', [19.82, 41.33]),
  place('durres', 'Durrës', [19.45, 41.32]),
  place('tehran', 'Tehran', [51.42, 35.69]),
  place('vienna', 'Vienna', [16.37, 48.2]),
  place('online', 'Online', null, { kind: 'unlocated', radius: 0 })
];
const counts = new Map([
  ['tirana', 12],
  ['durres', 1],
  ['tehran', 5],
  ['online', 3]
]);

async function show(over: Record<string, unknown> = {}) {
  const heard = { onplace: vi.fn(), oncamera: vi.fn(), onbounds: vi.fn(), onfail: vi.fn() };
  const props = {
    places,
    counts,
    totals: counts,
    selectedPlace: null,
    camera: null,
    basemap: '/basemap',
    language: 'en',
    t,
    ...heard,
    ...over
  };
  const view = render(MapView, { props });
  await waitFor(() => expect(FakeMap.last ?? FakeMap.throws).not.toBeNull());
  if (FakeMap.last) await screen.findByRole('button', { name: 'Zoom in' });
  return { ...view, ...heard, map: FakeMap.last as FakeMap };
}
const markNames = () =>
  Array.from(document.querySelectorAll('button.mark'), (mark) => mark.getAttribute('aria-label'));

beforeEach(() => {
  FakeMap.last = null;
  FakeMap.throws = null;
  vi.stubGlobal(
    'fetch',
    vi.fn(() => Promise.reject(new Error('offline')))
  );
  HTMLCanvasElement.prototype.getContext = () => null;
});
afterEach(() => vi.unstubAllGlobals());

describe('marks', () => {
  it('are buttons that say the place and the number of events', async () => {
    await show();
    await FakeMap.last?.zoom(7);
    await waitFor(() =>
      expect(markNames()).toEqual(['Tirana, 12 events', 'Tehran, 5 events', 'Durrës, 1 event'])
    );
  });

  it('are one for places too near to one another, and say that pressing zooms in', async () => {
    await show();
    expect(markNames()).toEqual(['2 places near Tirana, 13 events: zoom in', 'Tehran, 5 events']);
  });

  it('are not buttons at places without events in the window, but remain as dots', async () => {
    await show();
    expect(screen.queryByRole('button', { name: /Vienna/ })).toBeNull();
    expect(document.querySelectorAll('.dot')).toHaveLength(1);
  });

  it('are buttons at the selected place even without events', async () => {
    await show({ selectedPlace: 'vienna' });
    const mark = screen.getByRole('button', { name: 'Vienna, 0 events' });
    expect(mark.getAttribute('aria-pressed')).toBe('true');
  });

  it('leave out places without a point', async () => {
    await show();
    expect(screen.queryByRole('button', { name: /Online/ })).toBeNull();
  });

  it('follow the window without a word to the map', async () => {
    const { map, rerender } = await show();
    // The same place to look at may be said again; the map knows it and stays.
    const told = new Set(map.told);
    await rerender({ counts: new Map([['vienna', 2]]) });
    expect(markNames()).toEqual(['Vienna, 2 events']);
    expect(new Set(map.told)).toEqual(told);
  });

  it('carry their other names as a description', async () => {
    await show();
    expect(screen.getByRole('button', { name: 'Tehran, 5 events' }).title).toBe('Also Tehranë');
  });
});

describe('pressing', () => {
  it('a place chooses it', async () => {
    const { onplace } = await show();
    screen.getByRole('button', { name: 'Tehran, 5 events' }).click();
    expect(onplace).toHaveBeenCalledExactlyOnceWith('tehran');
  });

  it('a group goes closer, to its lead', async () => {
    const { map, onplace } = await show();
    screen.getByRole('button', { name: /2 places near Tirana/ }).click();
    expect(map.told.at(-1)).toBe('zoomTo 19.82,41.33 closer');
    expect(onplace).not.toHaveBeenCalled();
  });

  it('a group that zooming cannot part goes through its places in turn', async () => {
    const together = [
      place('a', 'Prefecture', [20, 41]),
      place('b', 'Annex', [20, 41], { kind: 'site' })
    ];
    const props = {
      places: together,
      counts: new Map([
        ['a', 2],
        ['b', 1]
      ])
    };
    const { onplace, rerender } = await show(props);
    const mark = screen.getByRole('button', {
      name: '2 places at Prefecture, 3 events: show the next'
    });
    mark.click();
    expect(onplace).toHaveBeenLastCalledWith('a');
    await rerender({ selectedPlace: 'a' });
    mark.click();
    expect(onplace).toHaveBeenLastCalledWith('b');
  });

  it('beside all marks closes the place', async () => {
    const { map, onplace } = await show({ selectedPlace: 'tehran' });
    map.options.onground();
    expect(onplace).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('the buttons zooms and shows the whole story', async () => {
    const { map } = await show();
    for (const name of ['Zoom in', 'Zoom out', 'Whole story'])
      screen.getByRole('button', { name }).click();
    expect(map.told.slice(-3)).toEqual(['zoomBy 1', 'zoomBy -1', 'lookAt']);
  });
});

describe('the camera', () => {
  it('is told to the map when it comes from elsewhere', async () => {
    const { map, rerender } = await show();
    const camera = { lon: 19, lat: 41, zoom: 8 };
    await rerender({ camera });
    expect(map.told.at(-1)).toBe(`show ${JSON.stringify(camera)}`);
  });

  it('is handed up when the reader moves the map', async () => {
    const { map, oncamera, onbounds } = await show();
    const camera = { lon: 19, lat: 41, zoom: 8 };
    map.options.oncamera(camera);
    expect(oncamera).toHaveBeenCalledExactlyOnceWith(camera);
    expect(onbounds).toHaveBeenCalledWith({ west: -10, south: 30, east: 60, north: 60 });
  });

  it('starts where it is given, else at the places to fit', async () => {
    const { map } = await show({ fit: ['tehran'] });
    expect(map.options.start).toMatchObject({ south: expect.closeTo(35.6, 0) });
  });
});

describe('what is drawn beneath', () => {
  const line = {
    id: '1',
    act: 'expels',
    from: [19.82, 41.33],
    to: [51.42, 35.69],
    hue: 'blue',
    label: 'Albania expels Iran’s diplomats',
    eventId: 'e'
  };

  it('is a line with its words for each act', async () => {
    await show({ lines: [line] });
    expect(document.querySelector('.line.expels title')?.textContent).toBe(line.label);
    expect(document.querySelector('.line .shaft')?.getAttribute('d')).toMatch(/^M.*Q/);
  });

  it('is the radius of the selected place, dashed when its point is not verified', async () => {
    const unsure = places.map((item) =>
      item.id === 'vienna' ? { ...item, pointStatus: 'inferred' as const } : item
    );
    await show({ places: unsure, selectedPlace: 'vienna' });
    const circle = document.querySelector('.circle.selected');
    expect(circle?.classList).toContain('approximate');
    expect(circle?.getAttribute('visibility')).toBe('visible');
  });

  it('is the measured line, with the distance and both radii in words', async () => {
    await show({ measure: { from: places[0], to: places[1], metres: 30_950 } });
    expect(document.querySelector('.ruler')?.getAttribute('d')).toMatch(/^M/);
    const words = document.querySelector('.distance')?.textContent?.replace(/\s+/g, ' ');
    expect(words).toContain('Tirana – Durrës: 31 km in a straight line');
    expect(words).toContain('within 5 km and 5 km');
  });
});

describe('failure', () => {
  it('says so in a line and leaves the page alone', async () => {
    FakeMap.throws = new Error('Failed to initialize WebGL');
    const { onfail } = await show();
    expect((await screen.findByRole('status')).textContent).toBe(t.failed);
    expect(onfail).toHaveBeenCalledExactlyOnceWith('webgl');
  });

  it('of land and borders keeps the marks', async () => {
    const { map } = await show();
    map.options.onfail('ground');
    expect((await screen.findByRole('status')).textContent).toBe(t.noGround);
    expect(screen.getByRole('button', { name: 'Tehran, 5 events' })).toBeTruthy();
  });
});

it('goes away with the page', async () => {
  const { map, unmount } = await show();
  unmount();
  expect(map.told.at(-1)).toBe('destroy');
});

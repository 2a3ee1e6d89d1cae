import { render, screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Place } from '../../../src/lib/core/story';
import { map as t } from '../../../src/lib/i18n/en/map';
import type { MapLine } from '../../../src/lib/map/lines';
import MapView from '../../../src/lib/map/MapView.svelte';
import { Overlay } from '../../../src/lib/map/overlay';
import { EventMap as FakeMap } from './fake-event-map';

vi.mock('../../../src/lib/map/event-map', async () => {
  const { EventMap } = await import('./fake-event-map');
  return {
    get EventMap() {
      if (EventMap.missing) throw new TypeError('Failed to fetch dynamically imported module');
      return EventMap;
    }
  };
});

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
  const heard = { onplace: vi.fn(), oncamera: vi.fn(), onbounds: vi.fn() };
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
  await waitFor(() => expect(FakeMap.last ?? FakeMap.throws ?? FakeMap.missing).toBeTruthy());
  if (FakeMap.last) await screen.findByRole('button', { name: 'Zoom in' });
  return { ...view, ...heard, map: FakeMap.last as FakeMap };
}
const markNames = () =>
  Array.from(document.querySelectorAll('button.mark'), (mark) => mark.getAttribute('aria-label'));

beforeEach(() => {
  FakeMap.last = null;
  FakeMap.throws = null;
  FakeMap.missing = false;
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

  it('keep their side when a name is written from right to left', async () => {
    const persian = places.map((item) =>
      item.id === 'tehran' ? { ...item, names: { en: 'تهران' } } : item
    );
    await show({ places: persian });
    const name = document.querySelector('.name bdi')?.parentElement;
    expect(name?.closest('[dir]')).toBeNull();
    expect([...document.querySelectorAll('bdi')].map((bdi) => bdi.textContent)).toContain('تهران');
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
    expect(map.told).toContain(`show ${JSON.stringify(camera)}`);
  });

  it('is handed up when the reader moves the map', async () => {
    const { map, oncamera, onbounds } = await show();
    const camera = { lon: 19, lat: 41, zoom: 8 };
    map.options.oncamera(camera);
    expect(oncamera).toHaveBeenCalledExactlyOnceWith(camera);
    expect(onbounds).toHaveBeenCalledWith([-10, 30, 60, 60]);
  });

  it('starts where it is given, else at the places to fit', async () => {
    const { map } = await show({ fit: ['tehran'] });
    expect(map.options.start).toEqual([51, 36, 51, 36].map((side) => expect.closeTo(side, 0)));
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

describe('a step of a scrub', () => {
  const line: MapLine = {
    id: '1',
    act: 'expels',
    from: [19.82, 41.33],
    to: [51.42, 35.69],
    hue: 'blue',
    label: 'Albania expels Iran’s diplomats',
    eventId: 'e'
  };

  it('that changes nothing at a mark or a line sets neither up again', async () => {
    const follow = vi.spyOn(Overlay.prototype, 'follow');
    const { rerender } = await show({ lines: [line] });
    follow.mockClear();
    const asked = vi.spyOn(globalThis, 'getComputedStyle');
    await rerender({ counts: new Map(counts), lines: [{ ...line, from: [19.82, 41.33] }] });
    expect(follow).not.toHaveBeenCalled();
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });

  it('that changes a number moves nothing, and draws anew only the lines that end there', async () => {
    const tirana = { ...line, id: '2', act: 'accuses', from: [51.42, 35.69], to: [16.37, 48.2] };
    const follow = vi.spyOn(Overlay.prototype, 'follow');
    const { rerender } = await show({ lines: [line, tirana] });
    follow.mockClear();
    await rerender({ counts: new Map([...counts, ['durres', 20]]) });
    expect(markNames()).toContain('2 places near Tirana, 32 events: zoom in');
    expect(follow).toHaveBeenCalledTimes(1);
  });
});

describe('failure', () => {
  const said = () => screen.getByRole('status').textContent;

  it('of WebGL says so in a line and leaves the page alone', async () => {
    FakeMap.throws = new Error('Failed to initialize WebGL');
    await show();
    await waitFor(() => expect(said()).toBe(t['no-webgl']));
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('of the file with the map is told apart, and can be tried again', async () => {
    FakeMap.missing = true;
    await show();
    const again = await screen.findByRole('button', { name: t.retry });
    expect(said()).toBe(t['no-code']);
    again.click();
    await waitFor(() => expect(screen.queryByRole('button', { name: t.retry })).not.toBe(again));
    await screen.findByRole('button', { name: t.retry });

    FakeMap.missing = false;
    screen.getByRole('button', { name: t.retry }).click();
    await waitFor(() => expect(said()).toBe(t.retrying));
    expect(document.activeElement?.classList).toContain('map');
    await screen.findByRole('button', { name: 'Zoom in' });
    FakeMap.last?.options.onhealth({ engine: 'ready' });
    await waitFor(() => expect(said()).toBe(''));
    expect(markNames()).toContain('Tehran, 5 events');
    expect(screen.queryByRole('button', { name: t.retry })).toBeNull();
  });

  it('of land and borders keeps the marks, and is over when finer ones arrive', async () => {
    const { map } = await show();
    map.options.onhealth({ ground: 'missing' });
    await waitFor(() => expect(said()).toBe(t['no-ground']));
    expect(screen.getByRole('button', { name: 'Tehran, 5 events' })).toBeTruthy();
    map.options.onhealth({ engine: 'ready' });
    await waitFor(() => expect(said()).toBe(t['no-ground']));
    map.options.onhealth({ ground: 'laid' });
    await waitFor(() => expect(said()).toBe(''));
  });

  it('of the graphics card is told until it is over, and uncovers what else is wrong', async () => {
    const { map } = await show();
    map.options.onhealth({ engine: 'ready', ground: 'missing' });
    map.options.onhealth({ context: 'lost' });
    await waitFor(() => expect(said()).toBe(t['no-context']));
    expect(document.querySelector('.ground.lost')).not.toBeNull();
    map.options.onhealth({ context: 'held' });
    await waitFor(() => expect(said()).toBe(t['no-ground']));
    expect(document.querySelector('.ground.lost')).toBeNull();
  });
});

it('goes away with the page', async () => {
  const { map, unmount } = await show();
  unmount();
  expect(map.told.at(-1)).toBe('destroy');
});

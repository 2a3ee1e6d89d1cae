import { screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Box } from '../../../src/lib/core/box';
import { cameraFor, circlesOf, openingOn } from '../../../src/lib/map/opening';
import { Overlay } from '../../../src/lib/map/overlay';
import { Browser, TOPOLOGY } from './browser';
import { drag } from './drawn-map';
import { EventMap as FakeMap } from './fake-event-map';
import { counts, line, markNames, NEAR_TIRANA, place, places, show } from './shown-map';

vi.mock('../../../src/lib/map/event-map', async () => {
  const { EventMap } = await import('./fake-event-map');
  return {
    get EventMap() {
      if (EventMap.missing) throw new TypeError('Failed to fetch dynamically imported module');
      return EventMap;
    }
  };
});

const surface = () => document.querySelector('.drawn-map') as HTMLElement;

beforeEach(() => {
  FakeMap.reset();
  new Browser();
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(JSON.stringify(TOPOLOGY)))
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('marks', () => {
  it('are buttons that say the place and the number of events', async () => {
    await show({ camera: NEAR_TIRANA });
    expect(markNames()).toEqual(['Tirana, 12 events', 'Tehran, 5 events', 'Durrës, 1 event']);
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
    map.ready();
    await waitFor(() => expect(map.told.at(-1)).toMatch(/^keepClear/));
    // The same names to leave out may be said again; the map knows them.
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

  it('stand where the map draws their places, and out of the tab order when that is out of sight', async () => {
    const { rerender } = await show({ camera: { lon: 51.42, lat: 35.69, zoom: 8 } });
    const mark = (name: string) => document.querySelector(`[aria-label="${name}"]`) as HTMLElement;
    expect(mark('Tehran, 5 events').style.transform).toBe('translate(400.0px, 300.0px)');
    expect(mark('Tehran, 5 events').style.visibility).toBe('');
    expect(mark('Tirana, 12 events').style.visibility).toBe('hidden');
    await rerender({ camera: { lon: 19.82, lat: 41.33, zoom: 8 } });
    expect(mark('Tehran, 5 events').style.visibility).toBe('hidden');
  });

  it('are reached when the map changes hands, without being made anew', async () => {
    const { map } = await show();
    const mark = screen.getByRole('button', { name: 'Tehran, 5 events' });
    mark.focus();
    map.ready();
    await waitFor(() => expect(document.querySelector('.ground.living')).not.toBeNull());
    expect(screen.getByRole('button', { name: 'Tehran, 5 events' })).toBe(mark);
    expect(document.activeElement).toBe(mark);
    expect(map.canvas.contains(mark)).toBe(true);
  });
});

describe('pressing', () => {
  it('a place chooses it', async () => {
    const { onplace } = await show();
    screen.getByRole('button', { name: 'Tehran, 5 events' }).click();
    expect(onplace).toHaveBeenCalledExactlyOnceWith('tehran');
  });

  it('a group goes closer, to its lead, until its places stand apart', async () => {
    const { onplace, oncamera } = await show();
    screen.getByRole('button', { name: /2 places near Tirana/ }).click();
    expect(oncamera).toHaveBeenCalledTimes(1);
    expect(oncamera.mock.lastCall?.[0]).toMatchObject({ lon: 19.82, lat: 41.33 });
    await waitFor(() => expect(markNames()).toContain('Durrës, 1 event'));
    expect(onplace).not.toHaveBeenCalled();
  });

  it('a group asks whichever map is in charge', async () => {
    const { map } = await show();
    map.ready();
    screen.getByRole('button', { name: /2 places near Tirana/ }).click();
    expect(map.told.at(-1)).toBe('zoomTo 19.82,41.33 closer');
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

  it('beside all marks closes the place, if one is open', async () => {
    const { onplace, rerender } = await show({ selectedPlace: 'tehran' });
    surface().click();
    expect(onplace).toHaveBeenCalledExactlyOnceWith(null);
    await rerender({ selectedPlace: null });
    surface().click();
    expect(onplace).toHaveBeenCalledTimes(1);
  });

  it('the buttons zooms and shows the whole story', async () => {
    const { map } = await show();
    map.ready();
    for (const name of ['Zoom in', 'Zoom out', 'Whole story'])
      (await screen.findByRole('button', { name })).click();
    expect(map.told.slice(-3)).toEqual(['zoomBy 1', 'zoomBy -1', 'lookAt']);
  });
});

describe('the camera', () => {
  it('is told to the map in charge when it comes from elsewhere', async () => {
    const { map, rerender } = await show();
    map.ready();
    await rerender({ camera: NEAR_TIRANA });
    expect(map.told).toContain(`show ${JSON.stringify(NEAR_TIRANA)}`);
  });

  it('is handed up when the reader moves the map, with what is in sight', async () => {
    const { oncamera, onbounds } = await show({ camera: NEAR_TIRANA });
    drag(surface(), [400, 300], [420, 300]);
    expect(oncamera).toHaveBeenCalledTimes(1);
    const [camera] = oncamera.mock.calls[0] as [typeof NEAR_TIRANA];
    expect(camera.lon).toBeLessThan(NEAR_TIRANA.lon);
    const [west, south, east, north] = onbounds.mock.lastCall?.[0] as Box;
    expect((west + east) / 2).toBeCloseTo(camera.lon, 2);
    expect(south).toBeLessThan(camera.lat);
    expect(north).toBeGreaterThan(camera.lat);
  });

  it('that the reader chose is not told back to the map, whichever is in charge by then', async () => {
    const { map, oncamera, rerender } = await show({ camera: NEAR_TIRANA });
    drag(surface(), [400, 300], [420, 300]);
    const [camera] = oncamera.mock.calls[0] as [typeof NEAR_TIRANA];
    await rerender({ camera });
    map.ready();
    await waitFor(() => expect(map.told.some((what) => what.startsWith('hideNames'))).toBe(true));
    expect(map.told.filter((what) => what.startsWith('show'))).toEqual([]);
  });

  it('starts at the whole story, and goes on to the places to fit', async () => {
    const { map } = await show({ fit: ['tehran'], whole: null });
    expect(map.options.lens).toEqual(openingOn(circlesOf(places, null)));
    const fitted = cameraFor(openingOn(circlesOf(places, ['tehran'])), 800, 600);
    expect(map.options.start).toEqual(fitted);
  });

  it('starts where it is given', async () => {
    const { map, oncamera } = await show({ camera: NEAR_TIRANA });
    expect(map.options.start).toEqual(NEAR_TIRANA);
    expect(oncamera).not.toHaveBeenCalled();
  });
});

describe('a step of a scrub', () => {
  /** The drawn map's ground, and with it the names of countries, is still on its way. */
  const bare = () => vi.stubGlobal('fetch', () => new Promise(() => {}));

  it('that changes nothing at a mark or a line sets neither up again', async () => {
    bare();
    const follow = vi.spyOn(Overlay.prototype, 'follow');
    const { rerender } = await show({ lines: [line] });
    follow.mockClear();
    const asked = vi.spyOn(globalThis, 'getComputedStyle');
    await rerender({ counts: new Map(counts), lines: [{ ...line, from: [19.82, 41.33] }] });
    expect(follow).not.toHaveBeenCalled();
    expect(asked).not.toHaveBeenCalled();
  });

  it('that changes a number moves nothing, and draws anew only the lines that end there', async () => {
    bare();
    const accused = { ...line, id: '2', act: 'accuses', from: [51.42, 35.69], to: [16.37, 48.2] };
    const follow = vi.spyOn(Overlay.prototype, 'follow');
    const { rerender } = await show({ lines: [line, accused] });
    follow.mockClear();
    await rerender({ counts: new Map([...counts, ['durres', 20]]) });
    expect(markNames()).toContain('2 places near Tirana, 32 events: zoom in');
    expect(follow).toHaveBeenCalledTimes(1);
  });
});

describe('a step of a scrub on the drawn map', () => {
  it('that changes no country’s name sets none up again', async () => {
    const follow = vi.spyOn(Overlay.prototype, 'follow');
    const { rerender } = await show();
    await waitFor(() => expect(document.querySelector('.country')).not.toBeNull());
    follow.mockClear();
    await rerender({ counts: new Map([...counts, ['durres', 20]]) });
    expect(document.querySelector('.country')?.textContent).toBe('Türkiye');
    expect(follow).not.toHaveBeenCalled();
  });
});

describe('the ground’s own names', () => {
  it('leave out what marks say, whatever the window', async () => {
    const { map, rerender } = await show();
    map.ready();
    await waitFor(() => expect(map.told).toContain('hideNames Tirana,Tehran,Vienna'));
    await rerender({ counts: new Map([['tehran', 2]]) });
    const hidden = map.told.filter((what) => what.startsWith('hideNames'));
    expect(new Set(hidden)).toEqual(new Set(['hideNames Tirana,Tehran,Vienna']));
  });

  it('keep clear of the marks each time the map rests', async () => {
    const { map } = await show();
    map.ready();
    await waitFor(() => expect(map.told).toContain('keepClear Tirana,Tehran'));
    map.moveTo(NEAR_TIRANA);
    await waitFor(() => expect(map.told).toContain('keepClear Tirana,Tehran,Durrës'));
  });
});

it('goes away with the page', async () => {
  const { map, unmount } = await show();
  unmount();
  expect(map.told.at(-1)).toBe('destroy');
  expect(document.querySelector('.drawn-map')).toBeNull();
});

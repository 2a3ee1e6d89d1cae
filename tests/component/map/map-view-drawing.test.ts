import { screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { credit } from '../../../src/lib/i18n/en/credit';
import { map as t } from '../../../src/lib/i18n/en/map';
import { creditsOf } from '../../../src/lib/map/ground-address';
import { Browser, TOPOLOGY } from './browser';
import { drag } from './drawn-map';
import { EventMap as FakeMap } from './fake-event-map';
import { counts, line, markNames, NEAR_TIRANA, places, show } from './shown-map';

vi.mock('../../../src/lib/map/event-map', async () => {
  const { EventMap } = await import('./fake-event-map');
  return {
    get EventMap() {
      if (EventMap.missing) throw new TypeError('Failed to fetch dynamically imported module');
      return EventMap;
    }
  };
});

const answer = (ok: boolean) => async () =>
  new Response(JSON.stringify(TOPOLOGY), { status: ok ? 200 : 404 });
const surface = () => document.querySelector('.drawn-map') as HTMLElement;
const texts = (selector: string) =>
  [...document.querySelectorAll(selector)].map(({ textContent }) => textContent);

beforeEach(() => {
  FakeMap.reset();
  new Browser();
  vi.stubGlobal('fetch', vi.fn(answer(true)));
});
afterEach(() => vi.unstubAllGlobals());

describe('what is drawn beneath', () => {
  it('is a line with its words for each act', async () => {
    await show({ lines: [line] });
    expect(document.querySelector('.line.expels title')?.textContent).toBe(line.label);
    expect(document.querySelector('.line .shaft')?.getAttribute('d')).toMatch(/^M.*Q/);
  });

  it('is no line to what lies behind the globe', async () => {
    await show({ lines: [line], camera: { lon: -120, lat: -30, zoom: 2 } });
    expect(document.querySelector('.line .shaft')?.getAttribute('d')).toBe('');
  });

  it('is the radius of the selected place, dashed when its point is not verified', async () => {
    const unsure = places.map((item) =>
      item.id === 'vienna' ? { ...item, pointStatus: 'inferred' as const } : item
    );
    await show({ places: unsure, selectedPlace: 'vienna' });
    const circle = document.querySelector('.circle.selected');
    expect(circle?.classList).toContain('approximate');
    expect(circle?.getAttribute('d')).toMatch(/^M.*Z$/);
  });

  it('is no radius that its mark covers', async () => {
    const { rerender } = await show();
    const drawn = () =>
      [...document.querySelectorAll('.circle')].filter((circle) => circle.getAttribute('d'));
    expect(document.querySelectorAll('.circle').length).toBeGreaterThan(0);
    expect(drawn()).toEqual([]);
    await rerender({ camera: { ...NEAR_TIRANA, zoom: 9 } });
    expect(drawn().length).toBeGreaterThan(0);
  });

  it('is the measured line, with the distance and both radii in words', async () => {
    await show({ measure: { from: places[0], to: places[1], metres: 30_950 } });
    expect(document.querySelector('.ruler')?.getAttribute('d')).toMatch(/^M/);
    const words = document.querySelector('.distance')?.textContent?.replace(/\s+/g, ' ');
    expect(words).toContain('Tirana – Durrës: 31 km in a straight line');
    expect(words).toContain('within 5 km and 5 km');
  });
});

describe('where the map is a drawing', () => {
  it('names of countries are written once their ground has come, and until MapLibre writes its own', async () => {
    const { map } = await show();
    await waitFor(() => expect(texts('.country')).toEqual(['Türkiye']));
    map.ready();
    await waitFor(() => expect(texts('.country')).toEqual([]));
    map.loseContext();
    await waitFor(() => expect(texts('.country')).toEqual(['Türkiye']));
  });

  it('the drawing that came with the page gives way to marks at once, and to the ground when that has come', async () => {
    const poster = document.createElement('div');
    poster.append(document.createElementNS('http://www.w3.org/2000/svg', 'svg'));
    await show({ poster });
    expect(poster.className).toBe('taken');
    // Its marks are links that nobody should come across twice.
    expect(poster.getAttribute('aria-hidden')).toBe('true');
    expect(fetch).not.toHaveBeenCalled();
    drag(surface(), [400, 300], [450, 300]);
    await waitFor(() => expect(poster.classList).toContain('outdated'));
    expect(surface().querySelector('path.land')?.getAttribute('d')).toMatch(/^M/);
  });
});

it('leaves gestures to the page around it or takes them, as that page changes', async () => {
  const { rerender } = await show({ cooperative: true });
  expect(surface().classList).toContain('cooperative');
  await rerender({ cooperative: false });
  expect(surface().classList).not.toContain('cooperative');
});

describe('close up', () => {
  const near = { lon: 19.82, lat: 41.33, zoom: 13 };
  const streets = { basemap: '/basemap', streets: '/streets.pmtiles', style: null };

  it('rings of round distances show how large things are, and which way is north', async () => {
    const { rerender } = await show({ camera: near });
    expect(document.querySelectorAll('.rings circle')).toHaveLength(4);
    expect(texts('.rings text')[0]).toMatch(/^\d+ (m|km)$/);
    expect(screen.getByRole('img', { name: t.north })).toBeTruthy();
    await rerender({ camera: { ...near, zoom: 10 } });
    expect(document.querySelector('.rings')).toBeNull();
    expect(screen.queryByRole('img', { name: t.north })).toBeNull();
  });

  it('rings are around the selected place, else around the one nearest to the middle', async () => {
    const at = () => document.querySelector('.rings g')?.getAttribute('transform');
    const { rerender } = await show({ camera: near });
    expect(at()).toBe('translate(400.0 300.0) scale(1.0000)');
    await rerender({ selectedPlace: 'durres' });
    expect(at()).not.toBe('translate(400.0 300.0) scale(1.0000)');
  });

  it('streets show it in their place, as soon as there are any', async () => {
    const { map } = await show({ camera: near, address: streets });
    expect(document.querySelectorAll('.rings circle')).toHaveLength(4);
    map.ready();
    await waitFor(() => expect(document.querySelector('.rings')).toBeNull());
  });

  it('rings stay where MapLibre has no streets to show', async () => {
    const { map } = await show({ camera: near });
    map.ready();
    await waitFor(() => expect(map.told.some((what) => what.startsWith('keepClear'))).toBe(true));
    expect(document.querySelectorAll('.rings circle')).toHaveLength(4);
  });

  it('there are none where no place is near', async () => {
    await show({ camera: { lon: 0, lat: 0, zoom: 13 } });
    expect(document.querySelector('.rings')).toBeNull();
  });
});

it('says whom the map is owed to', async () => {
  await show();
  const credits = creditsOf({ basemap: '', streets: null, style: null });
  expect(screen.getByText(credit(credits))).toBeTruthy();
});

describe('failure', () => {
  const said = () => screen.getByRole('status').textContent;

  it('of WebGL says so in a line, and leaves a map that is drawn', async () => {
    FakeMap.throws = new Error('Failed to initialize WebGL');
    const { onplace, oncamera } = await show();
    await waitFor(() => expect(said()).toBe(t['no-webgl']));
    expect(screen.queryByRole('button', { name: t.retry })).toBeNull();
    screen.getByRole('button', { name: 'Tehran, 5 events' }).click();
    expect(onplace).toHaveBeenCalledWith('tehran');
    screen.getByRole('button', { name: 'Zoom in' }).click();
    expect(oncamera).toHaveBeenCalledTimes(1);
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
    await waitFor(() => expect(FakeMap.last).not.toBeNull());
    FakeMap.last?.ready();
    await waitFor(() => expect(said()).toBe(''));
    expect(markNames()).toContain('Tehran, 5 events');
    expect(screen.queryByRole('button', { name: t.retry })).toBeNull();
  });

  it('of the tiles is told, and can be tried again', async () => {
    const { map } = await show();
    map.options.onhealth({ ground: 'missing' });
    await waitFor(() => expect(said()).toBe(t['no-tiles']));
    FakeMap.last = null;
    screen.getByRole('button', { name: t.retry }).click();
    await waitFor(() => expect(FakeMap.last).not.toBeNull());
    (FakeMap.last as FakeMap | null)?.ready();
    await waitFor(() => expect(said()).toBe(''));
  });

  it('of the drawn ground as well keeps the marks, and is over when MapLibre has come', async () => {
    vi.stubGlobal('fetch', vi.fn(answer(false)));
    const { map } = await show();
    await waitFor(() => expect(said()).toBe(t['no-ground']));
    expect(screen.getByRole('button', { name: 'Tehran, 5 events' })).toBeTruthy();
    map.ready();
    await waitFor(() => expect(said()).toBe(''));
  });

  it('of the graphics card is told until it is over, while the drawn map goes on', async () => {
    const { map, oncamera } = await show();
    map.ready();
    map.loseContext();
    await waitFor(() => expect(said()).toBe(t['no-context']));
    drag(surface(), [400, 300], [420, 300]);
    expect(oncamera).toHaveBeenCalledTimes(1);
    map.ready();
    await waitFor(() => expect(said()).toBe(''));
  });

  it('that is none is not spoken of', async () => {
    await show({ counts });
    expect(said()).toBe('');
  });
});

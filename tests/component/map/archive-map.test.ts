import { screen, waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { map as t } from '../../../src/lib/i18n/en/map';
import type { LonLat } from '../../../src/lib/core/story';
import { projectNear } from '../../../src/lib/map/projection';
import { Browser, TOPOLOGY } from './browser';
import { point } from './drawn-map';
import { EventMap as FakeMap } from './fake-event-map';
import {
  button,
  buttons,
  days,
  DURRES,
  indexAt,
  NEAR,
  show,
  TEHRAN,
  TIRANA
} from './shown-archive';

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
/** Where the fake MapLibre draws a place. */
const placeOf = (map: FakeMap, place: LonLat) => projectNear(map.frame, place);

function clickAt({ x, y }: { x: number; y: number }) {
  surface().dispatchEvent(
    new MouseEvent('click', { bubbles: true, clientX: x, clientY: y, button: 0 })
  );
}

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

describe('a picture', () => {
  it('stands for all events in the window, and says so once it is drawn', async () => {
    const { ondrawn, rerender } = await show();
    await waitFor(() => expect(ondrawn).toHaveBeenLastCalledWith(14));
    await rerender({ window: days(0, 4) });
    await waitFor(() => expect(ondrawn).toHaveBeenLastCalledWith(5));
  });

  it('is drawn once for many steps, of the newest window', async () => {
    const { ondrawn, rerender } = await show();
    await waitFor(() => expect(ondrawn).toHaveBeenCalled());
    ondrawn.mockClear();
    for (let day = 1; day <= 8; day++) void rerender({ window: days(0, day) });
    await waitFor(() => expect(ondrawn).toHaveBeenLastCalledWith(9));
    expect(ondrawn.mock.calls.length).toBeLessThan(8);
  });

  it('of another window asks nothing of the map', async () => {
    const { map, ondrawn, rerender } = await show();
    map.ready();
    await waitFor(() => expect(map.told.some((what) => what.startsWith('keepClear'))).toBe(true));
    await waitFor(() => expect(buttons()).toHaveLength(2));
    const told = new Set(map.told);
    await rerender({ window: days(0, 3) });
    await waitFor(() => expect(ondrawn).toHaveBeenLastCalledWith(4));
    await waitFor(() => expect(buttons()).toHaveLength(1));
    // What does not ask for a repaint may be said again.
    expect(new Set(map.told)).toEqual(told);
  });

  it('is of other events when there are others', async () => {
    const { ondrawn, rerender } = await show();
    await waitFor(() => expect(ondrawn).toHaveBeenCalled());
    await rerender({ index: indexAt([TIRANA, TEHRAN, TEHRAN]) });
    await waitFor(() => expect(ondrawn).toHaveBeenLastCalledWith(3));
    await waitFor(() =>
      expect(buttons()).toEqual(['2 events near 35.7° N, 51.4° E', 'Protest, 41.3° N, 19.8° E'])
    );
  });
});

describe('the place of the open event', () => {
  it('is drawn as exactly as it is known', async () => {
    const opened = { point: [19.82, 41.33] as LonLat, radius: 20_000 };
    const camera = { lon: 19.82, lat: 41.33, zoom: 9 };
    const { container, rerender } = await show({ camera, opened });
    const circle = () => container.querySelector('.circle path');
    await waitFor(() => expect(circle()?.getAttribute('d')).toMatch(/^M400\.0,/));
    // A hundred times as large it is as wide as the Earth, and says nothing of the picture.
    await rerender({ opened: { ...opened, radius: 2_000_000 } });
    await waitFor(() => expect(circle()?.getAttribute('d')).toBe(''));
    await rerender({ opened: null });
    expect(circle()).toBeNull();
  });
});

describe('the open event', () => {
  const opened = { point: DURRES, radius: null };
  const beside = { top: 12, right: 420, bottom: 12, left: 12 };
  const camera = { lon: 19.82, lat: 41.33, zoom: 11 };

  it('is brought into what is left of the map beside its card, once', async () => {
    const { oncamera, rerender } = await show({ camera });
    await rerender({ opened, padding: beside });
    await waitFor(() => expect(oncamera).toHaveBeenCalledOnce());
    const [moved] = oncamera.mock.lastCall ?? [];
    expect(moved).toMatchObject({ zoom: 11 });
    expect(moved.lon).toBeCloseTo(19.45, 3);
    await rerender({ camera, opened: { ...opened, radius: 500 } });
    await rerender({ camera, padding: { ...beside, right: 12 } });
    expect(oncamera).toHaveBeenCalledOnce();
  });

  it('that is in sight beside its card moves nothing', async () => {
    const { oncamera, rerender } = await show({ camera });
    await rerender({ opened: { ...opened, point: TIRANA }, padding: beside });
    await new Promise((done) => setTimeout(done, 50));
    expect(oncamera).not.toHaveBeenCalled();
  });
});

describe('marks at rest', () => {
  it('are buttons that say how many events are where', async () => {
    await show({ camera: NEAR });
    await waitFor(() =>
      expect(buttons()).toEqual([
        '12 events near 41.330° N, 19.820° E',
        'Protest, 41.320° N, 19.450° E'
      ])
    );
  });

  it('stay as they are while the window moves, and follow once it rests', async () => {
    const { ondrawn, rerender } = await show({ camera: NEAR });
    await waitFor(() => expect(buttons()).toHaveLength(2));
    const tirana = button(/^12 events/);
    await rerender({ window: days(0, 20) });
    await rerender({ window: days(0, 5) });
    await waitFor(() => expect(ondrawn).toHaveBeenLastCalledWith(6));
    expect(button(/^12 events/)).toBe(tirana);
    await waitFor(() => expect(buttons()).toEqual(['6 events near 41.330° N, 19.820° E']));
    // The same button with another number: who is on it stays there.
    expect(button(/^6 events/)).toBe(tirana);
  });

  it('stand where the map draws their places', async () => {
    const { rerender } = await show({ camera: { lon: 19.82, lat: 41.33, zoom: 8 } });
    await waitFor(() =>
      expect(button(/^12 events/).style.transform).toBe('translate(400.0px, 300.0px)')
    );
    await rerender({ camera: { lon: 19.45, lat: 41.32, zoom: 8 } });
    await waitFor(() =>
      expect(button(/^Protest/).style.transform).toBe('translate(400.0px, 300.0px)')
    );
  });

  it('hand the focus to the map when the one that has it goes away', async () => {
    const { rerender } = await show({ camera: NEAR });
    await waitFor(() => expect(buttons()).toHaveLength(2));
    button(/^Protest/).focus();
    await rerender({ window: days(0, 3) });
    await waitFor(() => expect(buttons()).toEqual(['4 events near 41.330° N, 19.820° E']));
    await waitFor(() => expect(document.activeElement).toBe(surface()));
  });

  it('are none where there are many; the list holds them, and the map says so', async () => {
    const scattered = Array.from({ length: 60 }, (_, i): LonLat => [
      (i % 10) * 14 - 70,
      Math.floor(i / 10) * 14 - 30
    ]);
    const { ondrawn } = await show({ index: indexAt(scattered), fit: [-80, -40, 80, 60] });
    await waitFor(() => expect(ondrawn).toHaveBeenCalled());
    await waitFor(() => expect(screen.getByText(t.inList)).toBeTruthy());
    expect(buttons()).toEqual([]);
  });
});

describe('pressing', () => {
  it('a single event chooses it, by its button and on the canvas alike', async () => {
    const { onselect, map } = await show({ camera: NEAR });
    await waitFor(() => expect(buttons()).toHaveLength(2));
    button(/^Protest/).click();
    expect(onselect).toHaveBeenCalledExactlyOnceWith(12);
    clickAt(placeOf(map, DURRES));
    expect(onselect).toHaveBeenCalledTimes(2);
    expect(onselect).toHaveBeenLastCalledWith(12);
  });

  it('a circle goes closer, until its events part', async () => {
    const { onselect, oncamera } = await show();
    await waitFor(() => expect(button(/^13 events/)).toBeTruthy());
    button(/^13 events/).click();
    expect(oncamera).toHaveBeenCalledTimes(1);
    await waitFor(() => expect(buttons()[0]).toMatch(/^12 events/));
    expect(buttons()).toHaveLength(2);
    expect(onselect).not.toHaveBeenCalled();
  });

  it('a circle that no zoom parts goes through its events in turn', async () => {
    const { onselect, oncamera, rerender } = await show({ camera: NEAR, window: days(5, 13) });
    await waitFor(() => expect(buttons()).toHaveLength(2));
    const tirana = button(/^7 events/);
    tirana.click();
    expect(onselect).toHaveBeenLastCalledWith(5);
    await rerender({ selected: 5 });
    tirana.click();
    expect(onselect).toHaveBeenLastCalledWith(6);
    await rerender({ selected: 11 });
    tirana.click();
    expect(onselect).toHaveBeenLastCalledWith(5);
    expect(oncamera).not.toHaveBeenCalled();
  });

  it('beside all marks closes the event, if one is open', async () => {
    const { onselect, ondrawn, rerender } = await show({ camera: NEAR, selected: 12 });
    await waitFor(() => expect(ondrawn).toHaveBeenCalled());
    clickAt({ x: 20, y: 500 });
    expect(onselect).toHaveBeenCalledExactlyOnceWith(null);
    await rerender({ selected: null });
    clickAt({ x: 20, y: 500 });
    expect(onselect).toHaveBeenCalledTimes(1);
  });
});

describe('a pointer', () => {
  const archive = () => document.querySelector('.archive') as HTMLElement;

  it('on an event says so, and when it leaves it', async () => {
    const { map, onhover, ondrawn, rerender } = await show({ camera: NEAR });
    await waitFor(() => expect(ondrawn).toHaveBeenCalled());
    const { x, y } = placeOf(map, DURRES);
    point(surface(), 'pointermove', x, y, { buttons: 0 });
    await waitFor(() => expect(onhover).toHaveBeenCalledExactlyOnceWith(12));
    expect(archive().classList).toContain('pointing');
    await rerender({ hovered: 12 });
    point(surface(), 'pointermove', 20, 500, { buttons: 0 });
    await waitFor(() => expect(onhover).toHaveBeenLastCalledWith(null));
    expect(archive().classList).not.toContain('pointing');
  });

  it('on an event is on none once there are other events, of which that would be another', async () => {
    const { map, onhover, ondrawn, rerender } = await show({ camera: NEAR });
    await waitFor(() => expect(ondrawn).toHaveBeenCalled());
    const { x, y } = placeOf(map, DURRES);
    point(surface(), 'pointermove', x, y, { buttons: 0 });
    await waitFor(() => expect(onhover).toHaveBeenLastCalledWith(12));
    await rerender({ hovered: 12 });
    expect(onhover).toHaveBeenLastCalledWith(12);
    await rerender({ index: indexAt(Array<LonLat>(14).fill(TEHRAN)) });
    expect(onhover).toHaveBeenLastCalledWith(null);
    expect(onhover).toHaveBeenCalledTimes(2);
  });

  it('on a circle shows that it can be pressed, and is on no event', async () => {
    const { map, onhover, ondrawn } = await show({ camera: NEAR });
    await waitFor(() => expect(ondrawn).toHaveBeenCalled());
    const { x, y } = placeOf(map, TIRANA);
    point(surface(), 'pointermove', x, y, { buttons: 0 });
    await waitFor(() => expect(archive().classList).toContain('pointing'));
    expect(onhover).not.toHaveBeenCalled();
  });

  it('that drags the map is on nothing', async () => {
    const { map, onhover, ondrawn } = await show({ camera: NEAR });
    await waitFor(() => expect(ondrawn).toHaveBeenCalled());
    const { x, y } = placeOf(map, DURRES);
    point(surface(), 'pointermove', x, y, { buttons: 1 });
    await new Promise((done) => setTimeout(done, 50));
    expect(onhover).not.toHaveBeenCalled();
  });
});

describe('the map', () => {
  it('opens at all events where it is told nothing else', async () => {
    const { map } = await show();
    const [a, b] = [placeOf(map, TIRANA), placeOf(map, TEHRAN)];
    for (const { x, y } of [a, b]) {
      expect(x).toBeGreaterThan(0);
      expect(x).toBeLessThan(800);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(600);
    }
    expect(b.x - a.x).toBeGreaterThan(300);
  });

  it('opens at what it is told', async () => {
    const { map } = await show({ fit: [19, 41, 20, 42] });
    expect(map.options.start.zoom).toBeGreaterThan(7);
    expect(map.options.start.lon).toBeCloseTo(19.5, 1);
  });

  it('changes hands with all that lies above it', async () => {
    const { map } = await show({ camera: NEAR });
    await waitFor(() => expect(buttons()).toHaveLength(2));
    const tirana = button(/^12 events/);
    tirana.focus();
    map.ready();
    await waitFor(() => expect(document.querySelector('.ground.living')).not.toBeNull());
    expect(document.activeElement).toBe(tirana);
    expect(map.canvas.contains(document.querySelector('canvas.marks'))).toBe(true);
  });

  it('writes none of its names across marks, each time it rests', async () => {
    const { map } = await show({ camera: NEAR });
    map.ready();
    await waitFor(() => expect(map.told.at(-1)).toBe('keepClear ,'));
    map.moveTo({ ...NEAR, lon: 25, lat: 45 });
    await waitFor(() => expect(map.told.at(-1)).toBe('keepClear '));
  });

  it('says that it could not be loaded, and tries again', async () => {
    FakeMap.missing = true;
    await show();
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe(t['no-code']));
    FakeMap.missing = false;
    screen.getByRole('button', { name: t.retry }).click();
    await waitFor(() => expect(FakeMap.last).not.toBeNull());
  });

  it('goes away with the page', async () => {
    const { map, unmount } = await show();
    unmount();
    expect(map.told.at(-1)).toBe('destroy');
    expect(document.querySelector('canvas')).toBeNull();
  });
});

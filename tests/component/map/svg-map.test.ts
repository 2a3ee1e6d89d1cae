import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { BaseTopology } from '../../../src/lib/map/basemap-data';
import { cameraFor, openingOn } from '../../../src/lib/map/opening';
import { Browser, TOPOLOGY } from './browser';
import { drag, drawMap, NEAR, opening, point, TEHRAN } from './drawn-map';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

const settled = () => vi.advanceTimersByTimeAsync(200);
const COVERED = { top: 0, right: 300, bottom: 0, left: 0 };
const poster = () => document.createElement('div');

describe('the drawn map', () => {
  it('is a region with a name, and takes the focus', () => {
    const { map, surface } = drawMap();
    expect([surface.getAttribute('role'), surface.getAttribute('aria-label')]).toEqual([
      'region',
      'Map'
    ]);
    map.focus();
    expect(document.activeElement).toBe(surface);
    expect(surface.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  });

  it('has its first picture at once', () => {
    const { onmove, onrest, map } = drawMap();
    expect(onmove).toHaveBeenCalled();
    expect(onrest).toHaveBeenCalled();
    expect(map.frame).toMatchObject({ width: 800, height: 600, roundness: 1 });
  });

  it('carries what lies above it where gestures are heard', () => {
    const { map, surface } = drawMap({ start: NEAR });
    const overlay = document.createElement('div');
    map.carry(overlay);
    drag(overlay, [300, 200], [350, 200]);
    expect(surface.contains(overlay)).toBe(true);
    expect(map.camera.lon).toBeLessThan(NEAR.lon);
  });

  it('leaves nothing behind', () => {
    const { map, browser, container } = drawMap();
    expect(browser.watched).toBe(1);
    map.destroy();
    expect(browser.watched).toBe(0);
    expect(container.children).toHaveLength(0);
  });
});

describe('what it is told to show', () => {
  it('is shown without being reported as the reader’s, and once', () => {
    const { map, oncamera, onrest } = drawMap();
    map.show(NEAR, false);
    expect(map.camera).toEqual(NEAR);
    onrest.mockClear();
    map.show({ ...NEAR }, false);
    expect(onrest).not.toHaveBeenCalled();
    expect(oncamera).not.toHaveBeenCalled();
  });

  it('is fitted into what nothing covers, and again into another size, until the reader moves it', () => {
    const { map, browser, surface } = drawMap();
    const tehran = openingOn([{ point: TEHRAN, radius: 400_000 }]);
    map.show(tehran, false);
    expect(map.camera).toEqual(cameraFor(tehran, 800, 600));
    map.setPadding(COVERED);
    expect(map.camera).toEqual(cameraFor(tehran, 500, 600));
    expect(map.frame.middle).toEqual({ x: 250, y: 300 });
    browser.resize(600, 300);
    expect(map.camera).toEqual(cameraFor(tehran, 300, 300));
    drag(surface, [200, 200], [220, 200]);
    const { camera } = map;
    browser.resize(900, 700);
    expect(map.camera).toEqual(camera);
    expect(map.frame).toMatchObject({ width: 900, height: 700 });
  });

  it('says nothing of a padding that is no other', () => {
    const { map, onrest } = drawMap();
    onrest.mockClear();
    map.setPadding({ top: 0, right: 0, bottom: 0, left: 0 });
    expect(onrest).not.toHaveBeenCalled();
  });
});

describe('what the reader asks for by a button', () => {
  it('is reported as theirs', () => {
    const { map, oncamera } = drawMap({ start: NEAR });
    map.zoomBy(1);
    expect(oncamera).toHaveBeenLastCalledWith({ ...NEAR, zoom: 9 });
    map.zoomTo(TEHRAN, 7);
    expect(oncamera).toHaveBeenLastCalledWith({ lon: TEHRAN[0], lat: TEHRAN[1], zoom: 7 });
    map.zoomBy(-100);
    expect(map.camera.zoom).toBeLessThanOrEqual(0);
    map.lookAt(opening);
    expect(oncamera).toHaveBeenCalledTimes(4);
    expect(map.camera).toEqual(cameraFor(opening, 800, 600));
  });
});

describe('a flight', () => {
  const moving = () => {
    const browser = new Browser();
    browser.still = false;
    return drawMap({ start: NEAR }, browser);
  };

  it('goes there in steps and arrives exactly', () => {
    const { map, onmove, onrest, oncamera } = moving();
    onmove.mockClear();
    onrest.mockClear();
    map.show({ lon: 51.42, lat: 35.69, zoom: 7 }, true);
    vi.advanceTimersByTime(500);
    expect(map.moving).toBe(true);
    expect(map.camera.lon).toBeGreaterThan(NEAR.lon);
    expect(map.camera.lon).toBeLessThan(51.42);
    expect(onrest).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1000);
    expect(map.camera).toEqual({ lon: 51.42, lat: 35.69, zoom: 7 });
    expect(map.moving).toBe(false);
    expect(onmove.mock.calls.length).toBeGreaterThan(20);
    expect(onrest).toHaveBeenCalledTimes(1);
    expect(oncamera).not.toHaveBeenCalled();
  });

  it('goes the shorter way around the world', () => {
    const browser = new Browser();
    browser.still = false;
    const { map } = drawMap({ start: { lon: 170, lat: 0, zoom: 6 } }, browser);
    map.show({ lon: -170, lat: 0, zoom: 6 }, true);
    for (let i = 0; i < 12; i++) {
      vi.advanceTimersByTime(100);
      expect(Math.abs(map.camera.lon)).toBeGreaterThanOrEqual(169.9);
    }
    expect(map.camera.lon).toBe(-170);
  });

  it('ends where the reader takes hold of the map', () => {
    const { map, surface, oncamera } = moving();
    map.show({ lon: 51.42, lat: 35.69, zoom: 7 }, true);
    vi.advanceTimersByTime(400);
    drag(surface, [400, 300], [410, 300]);
    const { camera } = map;
    vi.advanceTimersByTime(2000);
    expect(map.camera).toEqual(camera);
    expect(oncamera).toHaveBeenCalledTimes(1);
  });

  it('ends with the map', () => {
    const { map, onmove } = moving();
    map.show({ lon: 51.42, lat: 35.69, zoom: 7 }, true);
    vi.advanceTimersByTime(400);
    map.destroy();
    onmove.mockClear();
    vi.advanceTimersByTime(2000);
    expect(onmove).not.toHaveBeenCalled();
  });
});

describe('the ground', () => {
  it('is asked for at once where no drawing came with the page', async () => {
    const { ground, onlaid, path, surface } = drawMap();
    expect(ground.coarse).toHaveBeenCalledTimes(1);
    await settled();
    expect(onlaid).toHaveBeenCalledExactlyOnceWith(TOPOLOGY);
    expect(path('land')).toMatch(/^M.*Z/);
    expect(path('globe')).toMatch(/^M.*Z/);
    expect(surface.classList.contains('flat')).toBe(false);
  });

  it('is not asked for as long as the reader looks at the drawing that came with the page', async () => {
    const { ground, map, browser, surface } = drawMap({ poster: poster() });
    map.show(opening, true);
    await settled();
    browser.resize(800, 600);
    map.show({ ...opening }, true);
    point(surface, 'pointerdown', 300, 200);
    point(surface, 'pointerup', 300, 200);
    await settled();
    expect(ground.coarse).not.toHaveBeenCalled();
    expect(ground.fine).not.toHaveBeenCalled();
  });

  it('is not asked for in a picture of another size, into which the drawing fits itself', async () => {
    const { ground, map, browser } = drawMap({ poster: poster() });
    map.show(opening, true);
    browser.resize(500, 400);
    await settled();
    expect(ground.coarse).not.toHaveBeenCalled();
  });

  it('is asked for once when the reader looks away; until it is there the drawing goes along', async () => {
    const drawing = poster();
    const { ground, surface, path } = drawMap({ poster: drawing });
    drag(surface, [400, 300], [440, 310]);
    drag(surface, [400, 300], [440, 310]);
    expect(ground.coarse).toHaveBeenCalledTimes(1);
    expect(drawing.style.transform).toMatch(/^translate\([\d.]+px, [\d.]+px\) scale\(/);
    expect(drawing.classList.contains('outdated')).toBe(false);
    await settled();
    expect(path('land')).toMatch(/^M/);
    expect(drawing.classList.contains('outdated')).toBe(true);
  });

  it('is shifted on the flat map while it moves, and drawn anew when it rests', async () => {
    const { surface, path } = drawMap({ start: { ...NEAR, lon: 11, lat: 49, zoom: 6 } });
    await settled();
    const [group, land] = [surface.querySelector('g'), path('land')];
    expect(surface.classList.contains('flat')).toBe(true);
    drag(surface, [400, 300], [440, 310]);
    expect(group?.getAttribute('transform')).toBe('translate(40.00 10.00) scale(1.00000)');
    expect(path('land')).toBe(land);
    await settled();
    expect(group?.hasAttribute('transform')).toBe(false);
    expect(path('land')).not.toBe(land);
  });

  it('is finer close up, which is asked for at rest, and only if no other map will take over', async () => {
    const { map, ground } = drawMap({ start: NEAR });
    await settled();
    expect(ground.fine).not.toHaveBeenCalled();
    map.stay();
    expect(ground.fine).toHaveBeenCalledTimes(1);
    await settled();
    map.show({ ...NEAR, zoom: 9 }, false);
    await settled();
    expect(ground.fine).toHaveBeenCalledTimes(1);
  });

  it('is coarse from afar, for whoever stays', async () => {
    const { map, ground } = drawMap();
    map.stay();
    await settled();
    expect(map.frame.zoom).toBeLessThan(2.75);
    expect(ground.fine).not.toHaveBeenCalled();
    map.show(NEAR, false);
    expect(ground.fine).not.toHaveBeenCalled();
    await settled();
    expect(ground.fine).toHaveBeenCalledTimes(1);
  });

  it('that does not come is told, and asked for again with a later movement', async () => {
    const coarse = vi.fn(() => Promise.reject<BaseTopology>(new Error('offline')));
    const { onlaid, surface } = drawMap({ ground: { coarse, fine: coarse } });
    await settled();
    expect(onlaid).toHaveBeenCalledExactlyOnceWith(null);
    drag(surface, [400, 300], [440, 310]);
    expect(coarse).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(6000);
    coarse.mockImplementation(async () => TOPOLOGY as unknown as BaseTopology);
    drag(surface, [400, 300], [440, 310]);
    await settled();
    expect(onlaid).toHaveBeenLastCalledWith(TOPOLOGY);
  });

  it('that cannot be read is a missing one', async () => {
    const refused = vi.fn((event: PromiseRejectionEvent | Error) => event);
    process.on('unhandledRejection', refused);
    const coarse = async () => ({}) as BaseTopology;
    const { onlaid } = drawMap({ ground: { coarse, fine: coarse } });
    await settled();
    vi.useRealTimers();
    await new Promise((resolve) => setTimeout(resolve));
    process.off('unhandledRejection', refused);
    expect(onlaid).toHaveBeenCalledExactlyOnceWith(null);
    expect(refused).not.toHaveBeenCalled();
  });
});

describe('while another map is in charge', () => {
  it('it says nothing, cannot be reached and goes out of sight', async () => {
    const { map, surface, browser, onmove, onrest } = drawMap({ start: NEAR });
    await settled();
    map.sleep();
    onmove.mockClear();
    onrest.mockClear();
    expect(surface.inert).toBe(true);
    expect(surface.hidden).toBe(false);
    browser.resize(500, 500);
    await vi.advanceTimersByTimeAsync(400);
    expect(surface.hidden).toBe(true);
    expect(onmove).not.toHaveBeenCalled();
    expect(onrest).not.toHaveBeenCalled();
  });

  it('it stands still, and takes over where that one is, in the size there is', async () => {
    const { map, surface, browser, onrest, oncamera, path } = drawMap({ start: NEAR });
    await settled();
    map.sleep();
    browser.resize(500, 500);
    await settled();
    map.wake({ lon: 30, lat: 40, zoom: 4 });
    expect(map.camera).toEqual({ lon: 30, lat: 40, zoom: 4 });
    expect(map.frame).toMatchObject({ width: 500, height: 500 });
    expect([surface.inert, surface.hidden]).toEqual([false, false]);
    expect(onrest).toHaveBeenLastCalledWith(expect.objectContaining({ zoom: 4, width: 500 }));
    await settled();
    expect(path('land')).toMatch(/^M/);
    expect(oncamera).not.toHaveBeenCalled();
    expect(surface.hidden).toBe(false);
  });
});

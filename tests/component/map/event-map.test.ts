import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { formatCamera, parseCamera } from '../../../src/lib/core/camera-text';
import type { LonLat } from '../../../src/lib/core/story';
import type { Camera } from '../../../src/lib/core/view';
import { Aim } from '../../../src/lib/map/aim';
import { CLEAR, clearings, clearLayers } from '../../../src/lib/map/clear-ground';
import { EventMap, type EventMapOptions } from '../../../src/lib/map/event-map';
import { cameraFor, depthFor, EDGE, openingOn } from '../../../src/lib/map/opening';
import type { Frame } from '../../../src/lib/map/projection';
import { PROJECTION } from '../../../src/lib/map/style/projection-zooms';
import { Browser } from './browser';
import { opening, TEHRAN, TIRANA } from './drawn-map';
import { FakeMapLibre } from './fake-maplibre';

vi.mock('maplibre-gl', async () => ({
  Map: (await import('./fake-maplibre')).FakeMapLibre,
  addProtocol: () => undefined,
  setWorkerUrl: () => undefined
}));
vi.mock('maplibre-gl/dist/maplibre-gl.css', () => ({}));
vi.mock('maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url', () => ({ default: '' }));

const OWN = { basemap: '/basemap', streets: null, style: null };
const FOREIGN = { ...OWN, style: { address: '/style.json', credits: ['Somebody'] } };
const BARE = { top: 0, right: 0, bottom: 0, left: 0 };
let browser: Browser;

function make(over: Partial<EventMapOptions> = {}) {
  const heard = {
    onmove: vi.fn<(frame: Frame) => void>(),
    onrest: vi.fn(),
    oncamera: vi.fn(),
    onground: vi.fn(),
    onhealth: vi.fn()
  };
  const map = new EventMap(document.createElement('div'), {
    aim: new Aim(),
    address: OWN,
    start: { lon: 20, lat: 41, zoom: 2 },
    lens: opening,
    hidden: [],
    clear: [],
    padding: BARE,
    language: 'en',
    title: 'Map',
    gestures: { desktop: '', mac: '', touch: '' },
    cooperative: false,
    ...heard,
    ...over
  });
  return { map, inner: FakeMapLibre.last, ...heard };
}

beforeEach(() => {
  browser = new Browser();
});
afterEach(() => vi.unstubAllGlobals());

describe('a camera that the reader chose', () => {
  const MOVED = [19.818_893_7, 41.327_534_2, 5.123_4] as const;

  it('is reported as a link carries it', () => {
    const { inner, oncamera } = make();
    inner.moveTo(...MOVED);
    const camera = oncamera.mock.calls[0]?.[0] as Camera;
    expect(parseCamera(formatCamera(camera))).toEqual(camera);
  });

  it('is where the map already is when it comes back from a link', () => {
    const { map, inner, oncamera } = make();
    inner.moveTo(...MOVED);
    const link = formatCamera(oncamera.mock.calls[0]?.[0] as Camera);
    inner.told.length = 0;
    map.show(parseCamera(link) as Camera, true);
    map.show({ lon: MOVED[0], lat: MOVED[1], zoom: MOVED[2] }, true);
    expect(inner.told).toEqual([]);
  });

  it('is on the one world even when the map has gone round it', () => {
    const { inner, oncamera } = make();
    inner.moveTo(379.5, 41, 4);
    expect(oncamera).toHaveBeenCalledExactlyOnceWith({ lon: 19.5, lat: 41, zoom: 4 });
  });
});

describe('a place to look at', () => {
  it('is gone to once, and again after the reader has left it', () => {
    const { map, inner, oncamera } = make();
    inner.told.length = 0;
    const camera = { lon: 51.4, lat: 35.7, zoom: 6 };
    map.show(camera, false);
    map.show({ ...camera }, false);
    expect(inner.told).toEqual(['jump']);
    inner.moveTo(0, 0, 2);
    map.show(camera, false);
    expect(inner.told).toEqual(['jump', 'jump']);
    expect(oncamera).toHaveBeenCalledTimes(1);
  });

  it('may be an opening, which fills what nothing covers and is not reported as the reader’s', () => {
    const tehran = openingOn([{ point: TEHRAN, radius: 400_000 }]);
    const { map, inner, oncamera } = make({ padding: { ...BARE, right: 300 } });
    map.show(tehran, false);
    expect(inner.zoom).toBe(cameraFor(tehran, 500, 600).zoom);
    inner.told.length = 0;
    map.show({ ...tehran }, false);
    expect(inner.told).toEqual([]);
    map.setPadding(BARE);
    expect(inner.zoom).toBe(cameraFor(tehran, 800, 600).zoom);
    browser.resize(400, 300);
    expect(inner.zoom).toBe(cameraFor(tehran, 400, 300).zoom);
    expect(oncamera).not.toHaveBeenCalled();
    inner.moveTo(0, 0, 2);
    browser.resize(800, 600);
    expect(inner.zoom).toBe(2);
  });

  it('asked for by a button is reported as the reader’s', () => {
    const { map, inner, oncamera } = make();
    inner.told.length = 0;
    map.zoomBy(1);
    map.zoomTo(TEHRAN, 30);
    map.lookAt(opening);
    expect(inner.told).toEqual(Array(3).fill('jump for the reader'));
    expect(oncamera.mock.calls.map(([{ zoom }]) => zoom)).toEqual([
      3,
      17,
      expect.closeTo(cameraFor(opening, 800, 600).zoom, 2)
    ]);
  });

  it('is flown to, and a step of zoom eased, unless the reader asked for less motion', () => {
    browser.still = false;
    const { map, inner } = make();
    inner.told.length = 0;
    map.show({ lon: 51.4, lat: 35.7, zoom: 6 }, true);
    map.show({ lon: 19.8, lat: 41.3, zoom: 6 }, false);
    map.zoomBy(1);
    expect(inner.told).toEqual(['fly', 'jump', 'ease for the reader']);
  });
});

describe('a picture', () => {
  it('is of where MapLibre looks, with the eye as far away as in the drawing', () => {
    const { map, inner } = make({ padding: { ...BARE, left: 100 } });
    inner.moveTo(20, 40, 3);
    const { frame } = map;
    expect(frame).toMatchObject({ center: [20, 40], zoom: 3, width: 800, height: 600 });
    expect(frame.middle).toEqual({ x: 450, y: 300 });
    expect(frame.depth).toBe(depthFor(opening, 800 - 2 * EDGE, 600 - 2 * EDGE));
    const tan = Math.tan((inner.angle * Math.PI) / 360);
    expect(300 / tan).toBeCloseTo(frame.depth, 6);
  });

  it('has the eye at the right distance in another size, too', () => {
    const { map, inner } = make();
    browser.resize(400, 900);
    expect(450 / Math.tan((inner.angle * Math.PI) / 360)).toBeCloseTo(map.frame.depth, 6);
  });

  it('is handed up with each movement, and once more at rest', () => {
    const { map, onmove, onrest } = make();
    onmove.mockClear();
    onrest.mockClear();
    map.show({ lon: 51.4, lat: 35.7, zoom: 6 }, false);
    expect(onmove.mock.lastCall?.[0]).toMatchObject({ center: [51.4, 35.7], zoom: 6 });
    expect(onrest).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['of our own style is a globe by the style', OWN, false, null],
    ['that must be flat is flat', OWN, true, { type: 'mercator' }],
    ['of somebody else’s style is made a globe', FOREIGN, false, PROJECTION],
    ['of somebody else’s style that must be flat is flat', FOREIGN, true, { type: 'mercator' }]
  ])('%s', (_, address, flat, projection) => {
    const { inner, map } = make({ address, lens: { ...opening, flat } });
    inner.loadStyle();
    expect(inner.projection).toEqual(projection);
    expect(map.frame.flat).toBe(flat);
  });
});

describe('where another map looks', () => {
  it('is arrived at when MapLibre has drawn what is there', () => {
    const { map, inner, oncamera } = make();
    const then = vi.fn();
    map.arriveAt({ lon: 51, lat: 35, zoom: 5 }, then);
    expect(map.frame).toMatchObject({ center: [51, 35], zoom: 5 });
    expect(then).not.toHaveBeenCalled();
    inner.rest();
    inner.rest();
    expect(then).toHaveBeenCalledTimes(1);
    expect(oncamera).not.toHaveBeenCalled();
  });

  it('is arrived at already when MapLibre is there', () => {
    const { map } = make();
    const then = vi.fn();
    map.arriveAt({ lon: 20, lat: 41, zoom: 2 }, then);
    expect(then).toHaveBeenCalledTimes(1);
  });
});

describe('health', () => {
  it('is good when all there is to see has been drawn', () => {
    const { inner, onhealth } = make();
    inner.loadStyle();
    expect(onhealth).not.toHaveBeenCalled();
    inner.rest();
    expect(onhealth).toHaveBeenCalledExactlyOnceWith({
      engine: 'ready',
      ground: 'laid',
      context: 'held'
    });
  });

  it('is that of missing ground when the first tiles do not come', () => {
    const { inner, onhealth } = make();
    inner.loadStyle();
    inner.fire('error', { sourceId: 'world' });
    inner.rest();
    expect(onhealth).toHaveBeenCalledExactlyOnceWith({ ground: 'missing' });
  });

  it('is good when one tile of many does not come', () => {
    const { inner, onhealth } = make();
    inner.loadStyle();
    inner.fire('error', { sourceId: 'world' });
    inner.came = [{}];
    inner.rest();
    expect(onhealth.mock.lastCall?.[0]).toMatchObject({ engine: 'ready', ground: 'laid' });
  });

  it('does not suffer from a detail that is missing, or from a tile that is later', () => {
    const { inner, onhealth } = make();
    inner.loadStyle();
    inner.fire('error', { sourceId: 'albania' });
    inner.rest();
    inner.fire('error', { sourceId: 'world' });
    inner.rest();
    expect(onhealth).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ engine: 'ready' }));
    inner.loseContext();
    inner.loadStyle();
    inner.rest();
    expect(onhealth.mock.lastCall?.[0]).toMatchObject({ engine: 'ready', context: 'held' });
  });

  it('is that of missing ground when somebody else’s style cannot be had', () => {
    const { inner, onhealth } = make({ address: FOREIGN });
    inner.fire('error', {});
    expect(onhealth).toHaveBeenCalledExactlyOnceWith({ ground: 'missing' });
  });
});

describe('a lost context', () => {
  it('is told, and over only when the style is back and drawn', () => {
    const { inner, onhealth } = make();
    inner.loadStyle();
    inner.rest();
    onhealth.mockClear();
    inner.loseContext();
    expect(onhealth.mock.calls).toEqual([[{ context: 'lost' }]]);
    inner.fire('webglcontextrestored');
    inner.loadStyle();
    expect(onhealth).toHaveBeenCalledTimes(1);
    inner.rest();
    expect(onhealth.mock.lastCall?.[0]).toMatchObject({ context: 'held' });
  });

  it('loses no names left out, no colours, no signs and nothing kept clear', () => {
    const { map, inner } = make();
    inner.loadStyle();
    const clear = [{ point: TIRANA, name: 'Tirana', side: null, radius: 9 }] as const;
    inner.loseContext();
    inner.told.length = 0;
    map.hideNames(['Iran']);
    map.keepClear(clear);
    browser.scheme.dispatchEvent(new Event('change'));
    expect(inner.told).toEqual([]);
    inner.loadStyle();
    const told = inner.told.join('\n');
    expect(told).toMatch(/^filter .*Iran/m);
    expect(told).toMatch(/^paint .*-color /m);
    expect(told).toMatch(/^image place/m);
    expect(inner.sources.get(CLEAR)?.data).toEqual(clearings(clear));
    expect(inner.layers).toHaveLength(clearLayers.length);
  });
});

describe('names', () => {
  it('are left out as soon as there is a style, and only told anew when they are others', () => {
    const { map, inner } = make();
    map.hideNames(['Iran']);
    inner.loadStyle();
    expect(inner.told.join('\n')).toMatch(/^filter .*Iran/m);
    inner.told.length = 0;
    map.hideNames(['Iran']);
    expect(inner.told).toEqual([]);
    map.hideNames(['Albania']);
    expect(inner.told.join('\n')).toMatch(/^filter .*Albania/m);
  });

  it('are kept off marks by what nobody sees, above all other layers', () => {
    const { map, inner } = make();
    inner.loadStyle();
    expect(inner.layers).toEqual(clearLayers.map(({ id }) => id));
    const clear = [{ point: TIRANA as LonLat, name: 'Tirana', side: 'left', radius: 9 }] as const;
    map.keepClear(clear);
    expect(inner.sources.get(CLEAR)?.data).toEqual(clearings(clear));
  });
});

describe('somebody else’s style', () => {
  it('is drawn as it is: neither its names nor its colours are touched, but marks are kept clear', () => {
    const { map, inner } = make({ address: FOREIGN });
    expect(inner.given.style).toBe(new URL('/style.json', document.baseURI).href);
    inner.loadStyle();
    map.hideNames(['Iran']);
    browser.scheme.dispatchEvent(new Event('change'));
    expect(inner.told.filter((what) => /^(paint|filter)/.test(what))).toEqual([]);
    expect(inner.sources.has(CLEAR)).toBe(true);
  });
});

it('is coloured anew when the reader turns to dark or light', () => {
  const { inner } = make();
  inner.loadStyle();
  inner.told.length = 0;
  browser.scheme.dispatchEvent(new Event('change'));
  expect(inner.told.length).toBeGreaterThan(5);
  expect(inner.told.every((what) => what.startsWith('paint'))).toBe(true);
});

it('hears clicks beside all marks, carries what lies above and takes the focus', () => {
  const { map, inner, onground } = make();
  document.body.replaceChildren(inner.given.container);
  inner.fire('click');
  expect(onground).toHaveBeenCalledTimes(1);
  const overlay = document.createElement('div');
  map.carry(overlay);
  expect(inner.given.container.contains(overlay)).toBe(true);
  map.focus();
  expect(document.activeElement).toBe(inner.canvas);
});

it('leaves wheel and finger to the page, or takes them, as it is told at the start and later', () => {
  const { map, inner } = make({ cooperative: true });
  expect(inner.given['cooperativeGestures']).toBe(true);
  inner.told.length = 0;
  map.setCooperative(false);
  map.setCooperative(true);
  expect(inner.told).toEqual(['on its own', 'cooperative']);
});

it('leaves nothing behind', () => {
  const { map, inner } = make();
  inner.loadStyle();
  map.destroy();
  inner.told.length = 0;
  browser.scheme.dispatchEvent(new Event('change'));
  browser.resize(300, 300);
  expect(inner.told).toEqual([]);
  expect(browser.watched).toBe(0);
});

import { beforeEach, describe, expect, it, vi } from 'vitest';
import { formatCamera, parseCamera } from '../../../src/lib/core/camera-text';
import type { Camera } from '../../../src/lib/core/view';
import type { BaseTopology } from '../../../src/lib/map/basemap-data';
import { EventMap, type EventMapOptions } from '../../../src/lib/map/event-map';
import { FakeMapLibre } from './fake-maplibre';

vi.mock('maplibre-gl', async () => ({
  Map: (await import('./fake-maplibre')).FakeMapLibre,
  setWorkerUrl: () => undefined
}));
vi.mock('maplibre-gl/dist/maplibre-gl.css', () => ({}));
vi.mock('maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url', () => ({ default: '' }));

const TOPOLOGY = {
  type: 'Topology',
  arcs: [],
  objects: {
    land: { type: 'MultiPolygon', arcs: [] },
    borders: { type: 'MultiLineString', arcs: [] }
  }
} as unknown as BaseTopology;

let darkness: EventTarget;

function make(over: Partial<EventMapOptions> = {}) {
  const heard = { oncamera: vi.fn(), onrest: vi.fn(), onhealth: vi.fn() };
  const map = new EventMap(document.createElement('div'), {
    overlay: document.createElement('div'),
    start: { lon: 20, lat: 41, zoom: 2 },
    padding: { top: 0, right: 0, bottom: 0, left: 0 },
    language: 'en',
    title: 'Map',
    gestures: { desktop: '', mac: '', touch: '' },
    cooperative: false,
    ground: { coarse: Promise.resolve(TOPOLOGY), fine: () => Promise.resolve(TOPOLOGY) },
    onmove: () => undefined,
    onground: () => undefined,
    ...heard,
    ...over
  });
  return { map, inner: FakeMapLibre.last, ...heard };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  darkness = new EventTarget();
  vi.stubGlobal('matchMedia', () => Object.assign(darkness, { matches: false }));
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    }
  );
});

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
    const camera = { lon: 51.4, lat: 35.7, zoom: 6 };
    map.show(camera, false);
    map.show({ ...camera }, false);
    expect(inner.told).toEqual(['jump']);
    inner.moveTo(0, 0, 2);
    map.show(camera, false);
    expect(inner.told).toEqual(['jump', 'jump']);
    expect(oncamera).toHaveBeenCalledTimes(1);
  });

  it('may be a box, which is not reported as the reader’s', () => {
    const { map, inner, oncamera } = make();
    map.show([10, 30, 30, 50], false);
    map.show([10, 30, 30, 50], false);
    expect(inner.told).toEqual(['jump']);
    expect(inner.center).toEqual({ lng: 20, lat: 40 });
    map.show([170, -20, -170, 0], false);
    expect(inner.center).toEqual({ lng: 180, lat: -10 });
    expect(oncamera).not.toHaveBeenCalled();
  });

  it('is handed up as a box when the map rests, west, south, east, north', () => {
    const { onrest } = make();
    expect(onrest.mock.calls.at(-1)?.[1]).toEqual([10, 36, 30, 46]);
  });
});

describe('health', () => {
  it('tells that land and borders are laid, or missing, or laid in the end', async () => {
    expect(await healths({})).toContainEqual({ ground: 'laid' });
    const coarse = Promise.reject(new Error('offline'));
    const missing = { coarse, fine: () => Promise.resolve(TOPOLOGY) };
    expect(await healths({ ground: missing })).toEqual([{ ground: 'missing' }]);
    const near = { lon: 20, lat: 41, zoom: 8 };
    expect(await healths({ ground: missing, start: near })).toEqual([
      { ground: 'missing' },
      { ground: 'laid' }
    ]);
  });

  it('takes a base map that cannot be read for a missing one', async () => {
    const ground = { coarse: Promise.resolve({} as BaseTopology), fine: async () => TOPOLOGY };
    expect(await healths({ ground })).toEqual([{ ground: 'missing' }]);
  });

  async function healths(over: Partial<EventMapOptions>) {
    const { onhealth } = make(over);
    await settled();
    return onhealth.mock.calls.map(([change]) => change as object);
  }
});

describe('a lost context', () => {
  it('is told, and over only when the style is back', () => {
    const { inner, onhealth } = make();
    inner.loadStyle();
    onhealth.mockClear();
    inner.loseContext();
    expect(onhealth.mock.calls).toEqual([[{ context: 'lost' }]]);
    inner.fire('webglcontextrestored');
    expect(onhealth).toHaveBeenCalledTimes(1);
    inner.loadStyle();
    expect(onhealth.mock.calls.at(-1)).toEqual([{ context: 'held' }]);
  });

  it('loses no names left out, no colours and no land that came meanwhile', async () => {
    let arrive = (_: BaseTopology) => {};
    const coarse = new Promise<BaseTopology>((resolve) => (arrive = resolve));
    const { map, inner } = make({ ground: { coarse, fine: async () => TOPOLOGY } });
    inner.loadStyle();
    inner.loseContext();
    inner.told.length = 0;
    map.hideNames(['Iran']);
    darkness.dispatchEvent(new Event('change'));
    arrive(TOPOLOGY);
    await settled();
    expect(inner.told).toEqual([]);
    inner.fire('webglcontextrestored');
    inner.loadStyle();
    expect(inner.told).toEqual(
      expect.arrayContaining(['filter ["Iran"]', 'data land', 'data borders'])
    );
    expect(inner.told.filter((what) => what.startsWith('paint'))).not.toEqual([]);
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EngineOptions, MapEngine } from '../../../src/lib/map/engine';
import type { EventMap } from '../../../src/lib/map/event-map';
import { MapHost } from '../../../src/lib/map/map-host';
import { cameraFor } from '../../../src/lib/map/opening';
import { SvgMap } from '../../../src/lib/map/svg-map';
import { Browser, TOPOLOGY } from './browser';
import { drag, NEAR, opening, point, wheel } from './drawn-map';
import { EventMap as FakeMap } from './fake-event-map';

type Load = () => Promise<typeof EventMap>;
const arrives = (async () => FakeMap) as unknown as Load;
const ELSEWHERE = { lon: 51.42, lat: 35.69, zoom: 7 };

let browser: Browser;

function boot(load: Load = arrives, over: Partial<EngineOptions> = {}) {
  const poster = document.createElement('div');
  const container = document.createElement('div');
  const overlay = document.createElement('div');
  const mark = document.createElement('button');
  overlay.append(mark);
  document.body.replaceChildren(poster, overlay, container);
  const heard = {
    onmove: vi.fn(),
    onrest: vi.fn(),
    oncamera: vi.fn(),
    onground: vi.fn(),
    onhealth: vi.fn(),
    onlaid: vi.fn(),
    onengine: vi.fn<(engine: MapEngine) => void>()
  };
  const host = new MapHost(
    container,
    {
      address: { basemap: '/base', streets: null, style: null },
      poster,
      overlay,
      options: () => ({
        start: cameraFor(opening, 800, 600),
        lens: opening,
        hidden: [],
        clear: [],
        padding: { top: 0, right: 0, bottom: 0, left: 0 },
        language: 'en',
        title: 'Map',
        gestures: { desktop: '', mac: '', touch: '' },
        cooperative: false,
        ...heard,
        ...over
      }),
      onengine: heard.onengine,
      onhealth: heard.onhealth,
      onlaid: heard.onlaid
    },
    load
  );
  const surface = container.querySelector('.drawn-map') as HTMLElement;
  return {
    ...heard,
    host,
    poster,
    container,
    overlay,
    mark,
    surface,
    inCharge: () => heard.onengine.mock.lastCall?.[0] as MapEngine,
    changes: () => heard.onhealth.mock.calls.map(([change]) => change as object)
  };
}
const settled = () => vi.advanceTimersByTimeAsync(0);
const living = () => FakeMap.last as FakeMap;

beforeEach(() => {
  browser = new Browser();
  FakeMap.reset();
  vi.useFakeTimers();
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(JSON.stringify(TOPOLOGY)))
  );
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('from the start', () => {
  it('the drawn map is in charge, and carries what lies above', () => {
    const { inCharge, surface, overlay, onmove } = boot(() => new Promise(() => {}));
    expect(inCharge()).toBeInstanceOf(SvgMap);
    expect(surface.contains(overlay)).toBe(true);
    expect(onmove).toHaveBeenCalled();
  });

  it('MapLibre is set up where the drawn map looks by then', async () => {
    const { surface } = boot();
    drag(surface, [400, 300], [440, 310]);
    await settled();
    expect(living().camera.lon).not.toBe(cameraFor(opening, 800, 600).lon);
  });

  it('asks for a drawing of the ground only when the reader looks away from the poster', async () => {
    const { surface, onlaid, changes } = boot();
    await settled();
    expect(fetch).not.toHaveBeenCalled();
    drag(surface, [400, 300], [440, 310]);
    expect(fetch).toHaveBeenCalledExactlyOnceWith('/base/drawing-coarse.json');
    await settled();
    expect(onlaid).toHaveBeenCalledExactlyOnceWith(TOPOLOGY);
    expect(changes()).toContainEqual({ drawing: 'laid' });
  });

  it('says that there is no drawing when it does not come', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response('', { status: 404 }))
    );
    const { surface, onlaid, changes } = boot();
    drag(surface, [400, 300], [440, 310]);
    await settled();
    expect(changes()).toEqual([{ drawing: 'missing' }]);
    expect(onlaid).not.toHaveBeenCalled();
  });
});

describe('MapLibre', () => {
  it('is not in charge before it is ready, and is not heard of where it looks', async () => {
    const { inCharge, onmove, onrest, oncamera, onground } = boot();
    for (const heard of [onmove, onrest]) heard.mockClear();
    await settled();
    living().moveTo(ELSEWHERE);
    living().options.onground({ x: 0, y: 0 });
    expect(inCharge()).toBeInstanceOf(SvgMap);
    for (const heard of [onmove, onrest, oncamera, onground]) expect(heard).not.toHaveBeenCalled();
  });

  it('takes over when it is, looking at the same place, and is heard from then on', async () => {
    const { inCharge, overlay, surface, container, poster, oncamera, changes } = boot();
    const before = inCharge().frame;
    await settled();
    living().ready();
    expect(inCharge()).toBe(living());
    expect(changes()).toEqual([{ engine: 'ready', ground: 'laid', context: 'held' }]);
    expect(inCharge().frame.center).toEqual(before.center);
    expect(inCharge().frame.zoom).toBe(before.zoom);
    expect(living().canvas.contains(overlay)).toBe(true);
    expect(surface.inert).toBe(true);
    expect(container.classList.contains('living')).toBe(true);
    expect(poster.classList.contains('covered')).toBe(true);
    living().moveTo(ELSEWHERE);
    expect(oncamera).toHaveBeenCalledExactlyOnceWith(ELSEWHERE);
  });

  it('goes first where the reader has moved the drawn map meanwhile', async () => {
    const { inCharge, surface } = boot();
    await settled();
    drag(surface, [400, 300], [440, 310]);
    const { center, zoom } = inCharge().frame;
    living().ready();
    expect(inCharge()).toBe(living());
    expect([living().camera.lon, living().camera.lat]).toEqual(center);
    expect(living().camera.zoom).toBe(zoom);
  });

  it('waits for the reader’s hand to be off the map', async () => {
    const { inCharge, surface } = boot();
    await settled();
    point(surface, 'pointerdown', 400, 300);
    point(surface, 'pointermove', 440, 300);
    living().ready();
    await vi.advanceTimersByTimeAsync(1000);
    expect(inCharge()).toBeInstanceOf(SvgMap);
    point(surface, 'pointerup', 440, 300);
    const { center } = inCharge().frame;
    await vi.advanceTimersByTimeAsync(200);
    expect(inCharge()).toBe(living());
    expect(living().camera.lon).toBe(center[0]);
  });

  it.each([
    ['zoomed', (on: Element) => wheel(on, -200)],
    ['dragged', (on: Element) => drag(on, [400, 300], [460, 300])]
  ])('does not take the reader back who has %s while it drew', async (_, move) => {
    FakeMap.slow = true;
    const { inCharge, surface } = boot(arrives, { start: NEAR });
    await settled();
    living().ready();
    expect(inCharge()).toBeInstanceOf(SvgMap);
    move(surface);
    await vi.advanceTimersByTimeAsync(300);
    const { center, zoom } = inCharge().frame;
    living().draw();
    await vi.advanceTimersByTimeAsync(300);
    living().draw();
    expect(inCharge()).toBe(living());
    expect(inCharge().frame.zoom).toBeCloseTo(zoom, 6);
    expect(inCharge().frame.center[0]).toBeCloseTo(center[0], 6);
  });

  it('keeps what the map was asked to show: that is said once', async () => {
    const { inCharge, host } = boot();
    await settled();
    inCharge().show(NEAR, false);
    living().ready();
    living().told.length = 0;
    inCharge().show({ ...NEAR }, false);
    expect(living().told).toEqual([]);
    expect(living().camera).toEqual(NEAR);
    host.destroy();
  });
});

describe('the focus', () => {
  it('stays on a mark when the map changes hands, and on the map when it was there', async () => {
    const { mark, surface } = boot();
    await settled();
    mark.focus();
    living().ready();
    expect(document.activeElement).toBe(mark);
    living().loseContext();
    expect(document.activeElement).toBe(mark);
    surface.focus();
    living().ready();
    expect(document.activeElement).toBe(living().canvas);
    living().loseContext();
    expect(document.activeElement).toBe(surface);
  });

  it('is left alone where it is elsewhere in the page', async () => {
    boot();
    const field = document.body.appendChild(document.createElement('input'));
    field.focus();
    await settled();
    living().ready();
    expect(document.activeElement).toBe(field);
  });
});

describe('a lost context', () => {
  it('hands back to the drawn map where MapLibre looked, and to MapLibre when it is over', async () => {
    const { inCharge, surface, overlay, container, poster, changes } = boot();
    await settled();
    living().ready();
    living().moveTo(ELSEWHERE);
    await vi.advanceTimersByTimeAsync(500);
    living().loseContext();
    expect(changes().at(-1)).toEqual({ context: 'lost' });
    expect(inCharge()).toBeInstanceOf(SvgMap);
    expect(inCharge().frame.center).toEqual([ELSEWHERE.lon, ELSEWHERE.lat]);
    expect(inCharge().frame.zoom).toBe(ELSEWHERE.zoom);
    expect(surface.contains(overlay)).toBe(true);
    expect([surface.inert, surface.hidden]).toEqual([false, false]);
    expect(container.classList.contains('living')).toBe(false);
    expect(poster.classList.contains('covered')).toBe(false);
    drag(surface, [400, 300], [440, 300]);
    const { center } = inCharge().frame;
    living().ready();
    expect(inCharge()).toBe(living());
    expect(living().camera.lon).toBe(center[0]);
  });

  it('before MapLibre was ever in charge changes no hands', async () => {
    const { onengine, changes } = boot();
    await settled();
    onengine.mockClear();
    living().loseContext();
    expect(onengine).not.toHaveBeenCalled();
    expect(changes()).toEqual([{ context: 'lost' }]);
  });
});

describe('the drawn map stays', () => {
  it('when the code did not arrive, which is not the fault of the browser', async () => {
    const { inCharge, changes } = boot(() => Promise.reject(new TypeError('Failed to fetch')));
    await settled();
    expect(changes()).toEqual([{ engine: 'no-code' }]);
    expect(inCharge()).toBeInstanceOf(SvgMap);
  });

  it('when there is no WebGL', async () => {
    FakeMap.throws = new Error('no GPU');
    const { inCharge, changes, container } = boot();
    await settled();
    expect(changes()).toEqual([{ engine: 'no-webgl' }]);
    expect(inCharge()).toBeInstanceOf(SvgMap);
    expect(container.querySelector('.living-map')).toBeNull();
  });

  it('when the tiles do not come', async () => {
    const { inCharge, changes, container } = boot();
    await settled();
    living().options.onhealth({ ground: 'missing' });
    expect(changes()).toEqual([{ ground: 'missing' }]);
    expect(inCharge()).toBeInstanceOf(SvgMap);
    expect(living().told.at(-1)).toBe('destroy');
    expect(container.querySelector('.living-map')).toBeNull();
  });

  it('and fetches what it needs close up, which it does not while MapLibre may come', async () => {
    const asked = () => vi.mocked(fetch).mock.calls.map(([address]) => address);
    const waiting = boot();
    waiting.inCharge().show(NEAR, false);
    await vi.advanceTimersByTimeAsync(500);
    expect(asked()).toEqual(['/base/drawing-coarse.json']);
    living().options.onhealth({ ground: 'missing' });
    await vi.advanceTimersByTimeAsync(500);
    expect(asked()).toContain('/base/drawing-fine.json');
  });

  it('until another attempt succeeds', async () => {
    let load: Load = () => Promise.reject(new Error('offline'));
    const { host, inCharge, changes, container } = boot(() => load());
    await settled();
    load = arrives;
    host.start();
    await settled();
    living().ready();
    expect(inCharge()).toBe(living());
    expect(changes()).toHaveLength(2);
    expect(container.querySelectorAll('.living-map')).toHaveLength(1);
  });
});

describe('in the end', () => {
  it('both maps are gone', async () => {
    const { host, container } = boot();
    await settled();
    living().ready();
    host.destroy();
    expect(living().told.at(-1)).toBe('destroy');
    expect(container.children).toHaveLength(0);
    expect(browser.watched).toBe(0);
  });

  it('nothing is made and nothing said of what was still on its way', async () => {
    const late = boot();
    late.host.destroy();
    const failing = boot(() => Promise.reject(new Error('offline')));
    failing.host.destroy();
    await settled();
    expect(FakeMap.last).toBeNull();
    expect(late.onhealth).not.toHaveBeenCalled();
    expect(failing.onhealth).not.toHaveBeenCalled();
  });

  it('nothing is said of a ground that was still on its way', async () => {
    const { host, surface, onhealth, onlaid } = boot();
    drag(surface, [400, 300], [440, 310]);
    host.destroy();
    onhealth.mockClear();
    await settled();
    expect(onhealth).not.toHaveBeenCalled();
    expect(onlaid).not.toHaveBeenCalled();
  });

  it('a hand-over that waits for the reader does not come to a map that has lost its context', async () => {
    const { inCharge, surface } = boot();
    await settled();
    point(surface, 'pointerdown', 400, 300);
    point(surface, 'pointermove', 440, 300);
    living().ready();
    living().options.onhealth({ context: 'lost' });
    point(surface, 'pointerup', 440, 300);
    await vi.advanceTimersByTimeAsync(1000);
    expect(inCharge()).toBeInstanceOf(SvgMap);
  });

  it('a hand-over that waits for the reader does not come', async () => {
    const { host, surface, onengine } = boot();
    await settled();
    point(surface, 'pointerdown', 400, 300);
    point(surface, 'pointermove', 440, 300);
    living().ready();
    host.destroy();
    onengine.mockClear();
    await vi.advanceTimersByTimeAsync(1000);
    expect(onengine).not.toHaveBeenCalled();
  });
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { EventMapOptions } from '../../../src/lib/map/event-map';
import { bootMap } from '../../../src/lib/map/map-boot';

type Load = NonNullable<Parameters<typeof bootMap>[2]>;
const made = vi.fn();
const destroyed = vi.fn();
class FakeMap {
  constructor(_: unknown, options: EventMapOptions) {
    made(options);
  }
  destroy = destroyed;
}
const arrives = (async () => FakeMap) as unknown as Load;

function boot(load: Load) {
  const heard = { onmade: vi.fn(), onhealth: vi.fn() };
  const stop = bootMap(
    {} as HTMLElement,
    { basemap: '/base', options: () => ({}) as never, ...heard },
    load
  );
  return { ...heard, stop };
}
const settled = () => new Promise((resolve) => setTimeout(resolve));

beforeEach(() => {
  made.mockReset();
  destroyed.mockReset();
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response('{"land":1}'))
  );
});
afterEach(() => vi.unstubAllGlobals());

describe('bootMap', () => {
  it('asks for the coarse base map at once, and for the fine one only when EventMap does', async () => {
    boot(arrives);
    expect(fetch).toHaveBeenCalledExactlyOnceWith('/base/countries-110m.json');
    await settled();
    const { ground } = made.mock.calls[0]?.[0] as EventMapOptions;
    expect(await ground.coarse).toEqual({ land: 1 });
    await ground.fine();
    expect(fetch).toHaveBeenLastCalledWith('/base/countries-50m.json');
  });

  it('hands over the map it made, and destroys it in the end', async () => {
    const { onmade, stop } = boot(arrives);
    await settled();
    expect(onmade).toHaveBeenCalledOnce();
    stop();
    expect(destroyed).toHaveBeenCalledOnce();
  });

  it('says that the code did not arrive, which is not the fault of the browser', async () => {
    const { onmade, onhealth } = boot(() => Promise.reject(new TypeError('Failed to fetch')));
    await settled();
    expect(onhealth).toHaveBeenCalledExactlyOnceWith({ engine: 'no-code' });
    expect(onmade).not.toHaveBeenCalled();
  });

  it('says that there is no WebGL when the map cannot be made', async () => {
    made.mockImplementation(() => {
      throw new Error('no GPU');
    });
    const { onmade, onhealth } = boot(arrives);
    await settled();
    expect(onhealth).toHaveBeenCalledExactlyOnceWith({ engine: 'no-webgl' });
    expect(onmade).not.toHaveBeenCalled();
  });

  it('makes nothing and says nothing after it was stopped', async () => {
    const late = boot(arrives);
    late.stop();
    const failing = boot(() => Promise.reject(new Error()));
    failing.stop();
    await settled();
    expect(made).not.toHaveBeenCalled();
    expect(failing.onhealth).not.toHaveBeenCalled();
  });

  it('leaves a base map that fails to whoever asks for it', async () => {
    vi.stubGlobal(
      'fetch',
      vi.fn(async () => new Response('', { status: 404 }))
    );
    boot(arrives);
    await settled();
    const { ground } = made.mock.calls[0]?.[0] as EventMapOptions;
    await expect(ground.coarse).rejects.toThrow('/base/countries-110m.json answered 404');
  });
});

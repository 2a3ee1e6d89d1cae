import fc from 'fast-check';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { answer } from '../../../src/lib/offline/answer';
import { Copies } from '../../../src/lib/offline/copies';
import { Network } from '../../../src/lib/offline/network';
import { fakeDevice, quietly, ROOT } from './fake-device';

const PAGE = '<html><body class="a"><p>a</p></body></html>';
const SITE = {
  'stories/a/': PAGE,
  'offline/': '<body>saved stories</body>',
  '_app/immutable/x.js': 'script',
  'basemap/world': '0123456789'
};

/** A site with one story saved, and then out of reach or not. */
async function saved({ online, fetch }: { online: boolean; fetch?: typeof globalThis.fetch }) {
  const device = fakeDevice(SITE);
  const copies = new Copies(device);
  await copies.save(device.list('a'), quietly());
  device.online = online;
  device.asked.length = 0;
  const site = {
    copies,
    network: new Network(fetch ?? device.fetch, device.now),
    root: ROOT,
    banner: () => 'saved <then>',
    turnTo: vi.fn(async () => undefined)
  };
  const page = (path: string) => {
    const request = new Request(ROOT + path);
    Object.defineProperty(request, 'mode', { value: 'navigate' });
    return answer(request, site);
  };
  const file = (path: string, headers = {}) => answer(new Request(ROOT + path, { headers }), site);
  return { device, site, page, file };
}

describe('what a reader with a copy is answered', () => {
  it('comes from the network as long as there is one', async () => {
    const { device, page, file } = await saved({ online: true });
    device.files.set('stories/a/', 'newer');
    expect(await (await page('stories/a/')).text()).toBe('newer');
    expect(await (await file('basemap/world')).text()).toBe('0123456789');
    expect((await page('stories/gone/')).status).toBe(404);
  });

  it('is the page from the copy without a network, which says so at its top and leads to whole pages', async () => {
    const { page } = await saved({ online: false });
    const text = await (await page('stories/a/?x=1')).text();
    expect(text).toBe(
      '<html><body class="a" data-sveltekit-reload data-saved-copy><p class="saved-copy">saved &lt;then&gt;</p><p>a</p></body></html>'
    );
    expect(await (await page('stories/a')).text()).toBe(text);
  });

  it('is what the copy has when the host has trouble', async () => {
    const { page, file } = await saved({
      online: true,
      fetch: async () => new Response('', { status: 503 })
    });
    expect(await (await page('stories/a/')).text()).toContain('saved-copy');
    expect(await (await file('basemap/world')).text()).toBe('0123456789');
    expect((await page('stories/b/')).status).toBe(503);
  });

  it('is what the copy has when the network takes too long: the first time after a while, then at once', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const asked = vi.fn(() => new Promise<Response>(() => undefined));
    const { device, page, file } = await saved({ online: true, fetch: asked });
    const coming = page('stories/a/');
    await vi.advanceTimersByTimeAsync(6000);
    expect(await (await coming).text()).toContain('saved-copy');
    expect(await (await file('basemap/world')).text()).toBe('0123456789');
    expect(asked).toHaveBeenCalledTimes(1);
    // Later the network gets another chance.
    device.clock += 120_000;
    const again = file('basemap/world');
    await vi.advanceTimersByTimeAsync(6000);
    await again;
    expect(asked).toHaveBeenCalledTimes(2);
  });

  it('goes on with whole pages where a visit loses its network, and with an error where there is no copy', async () => {
    const { site, file } = await saved({ online: false });
    void file('stories/a/__data.json?x-sveltekit-invalidated=01');
    await vi.waitFor(() => expect(site.turnTo).toHaveBeenCalledWith(`${ROOT}stories/a/`));
    expect((await file('stories/b/__data.json')).type).toBe('error');
    const online = await saved({ online: true });
    online.device.files.set('stories/a/__data.json', '{}');
    expect(await (await online.file('stories/a/__data.json')).text()).toBe('{}');
    expect(online.site.turnTo).not.toHaveBeenCalled();
  });

  it('leads to the list of what is saved for a page that is not', async () => {
    const { page } = await saved({ online: false });
    expect((await page('stories/b/')).headers.get('location')).toBe(`${ROOT}offline/`);
    expect(await (await page('offline/')).text()).toContain('saved stories');
  });

  it('is an error for another file that is not there', async () => {
    const { file } = await saved({ online: false });
    expect((await file('stories/b/story.json')).type).toBe('error');
  });

  it('never asks the network for a file whose name says what is in it', async () => {
    const { device, file } = await saved({ online: true });
    expect(await (await file('_app/immutable/x.js')).text()).toBe('script');
    expect(device.asked).toEqual([]);
  });

  it('says how long a file is, unpacked, to who asks for no more', async () => {
    const { site } = await saved({ online: false });
    const find: Copies['find'] = async (address) => {
      const found = await site.copies.find(address);
      const headers = { 'content-encoding': 'gzip', 'content-length': '7', 'x-own': 'a' };
      return found && { ...found, response: new Response(found.response.body, { headers }) };
    };
    const asked = new Request(`${ROOT}basemap/world`, { method: 'HEAD' });
    const { ok, body, headers } = await answer(asked, { ...site, copies: { find } });
    expect([ok, body]).toEqual([true, null]);
    expect(Object.fromEntries(headers)).toEqual({ 'content-length': '10', 'x-own': 'a' });
  });

  it('has the parts of a file that are asked for', async () => {
    const { file } = await saved({ online: false });
    const whole = SITE['basemap/world'];
    await fc.assert(
      fc.asyncProperty(fc.nat(14), fc.option(fc.nat(14)), async (from, length) => {
        const to = length === null ? '' : from + length;
        const response = await file('basemap/world', { range: `bytes=${from}-${to}` });
        if (from >= whole.length) {
          expect(response.status).toBe(416);
          return;
        }
        const expected = whole.slice(from, length === null ? undefined : from + length + 1);
        expect(response.status).toBe(206);
        expect(await response.text()).toBe(expected);
        expect(response.headers.get('content-range')).toBe(
          `bytes ${from}-${from + expected.length - 1}/${whole.length}`
        );
      })
    );
  });
});

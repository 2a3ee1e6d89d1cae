import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answer } from '../../../src/lib/offline/answer';
import { Copies } from '../../../src/lib/offline/copies';
import { fakeDevice, quietly, ROOT } from './fake-device';

const PAGE = '<html><body class="a"><p>a</p></body></html>';
const SITE = {
  'stories/a/': PAGE,
  'offline/': '<body>saved stories</body>',
  '_app/immutable/x.js': 'script',
  'basemap/world': '0123456789'
};

/** A site with one story saved, and then out of reach or not. */
async function saved({ online }: { online: boolean }) {
  const device = fakeDevice(SITE);
  const copies = new Copies(device);
  await copies.save(device.list('a'), quietly());
  device.online = online;
  device.asked.length = 0;
  const site = {
    copies,
    fetch: device.fetch,
    root: ROOT,
    banner: () => 'saved <then>',
    patience: () => new Promise(() => undefined)
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
      '<html><body class="a" data-sveltekit-reload><p class="saved-copy">saved &lt;then&gt;</p><p>a</p></body></html>'
    );
    expect(await (await page('stories/a')).text()).toBe(text);
  });

  it('is the page from the copy when the host has trouble, or the network takes too long', async () => {
    const { device, site } = await saved({ online: true });
    const request = new Request(`${ROOT}stories/a/`);
    Object.defineProperty(request, 'mode', { value: 'navigate' });
    const ill = { ...site, fetch: async () => new Response('', { status: 503 }) };
    expect(await (await answer(request, ill)).text()).toContain('saved-copy');
    const slow = { ...site, fetch: () => new Promise<Response>(() => undefined) };
    const waited = { ...slow, patience: () => Promise.resolve() };
    expect(await (await answer(request, waited)).text()).toContain('saved-copy');
    expect(device.asked).toEqual([]);
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

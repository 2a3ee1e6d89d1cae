import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { serve } from '../../../tools/static-server.mjs';
import { TemporaryRoot } from './temporary-root';

let root: TemporaryRoot;
beforeAll(() => {
  root = new TemporaryRoot();
  root.write('secret.txt', 'not part of the site');
  root.write('site/index.html', '<h1>Home</h1>');
  root.write('site/stories/bridge/index.html', '<h1>The bridge</h1>');
  root.write('site/_app/start.js', 'start()');
  root.write('site/story.json', '{}');
});
afterAll(() => root.remove());

type Site = Awaited<ReturnType<typeof serve>>;
const open: Site[] = [];
afterEach(() => Promise.all(open.splice(0).map((site) => site.close())));

async function served(options: Parameters<typeof serve>[1] = {}): Promise<Site> {
  const site = await serve(root.at('site'), options);
  open.push(site);
  return site;
}
async function get(address: string, site: Site) {
  const response = await fetch(new URL(address, site.url));
  return { status: response.status, text: await response.text(), headers: response.headers };
}

describe('serve', () => {
  test('takes a free port, and says what the address is', async () => {
    const [first, second] = [await served(), await served()];
    expect(first.url).toMatch(/^http:\/\/localhost:\d+\/$/);
    expect(first.url).not.toBe(second.url);
    expect(await get('', first)).toMatchObject({ status: 200, text: '<h1>Home</h1>' });
  });

  test('gives a folder its index page, and a file its type', async () => {
    const site = await served();
    const page = await get('stories/bridge/', site);
    expect(page.text).toBe('<h1>The bridge</h1>');
    expect(page.headers.get('content-type')).toContain('text/html');
    const script = await get('_app/start.js', site);
    expect(script.headers.get('content-type')).toContain('javascript');
    const data = await get('story.json?fresh', site);
    expect(data.headers.get('content-type')).toContain('application/json');
  });

  test('answers 404, in words and not in HTML, to what is not there', async () => {
    const missing = await get('no/such/page', await served());
    expect(missing).toMatchObject({ status: 404, text: 'Not found' });
    expect(missing.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  });

  test('gives out nothing from outside its folder', async () => {
    const site = await served();
    for (const address of [
      '..%2fsecret.txt',
      '%2e%2e/secret.txt',
      'stories/..%2f..%2fsecret.txt'
    ]) {
      expect((await get(address, site)).status).toBe(404);
    }
  });

  test('serves under a base path, and there only', async () => {
    const site = await served({ base: '/dateline' });
    expect(site.url).toMatch(/^http:\/\/localhost:\d+\/dateline\/$/);
    expect(await get('', site)).toMatchObject({ status: 200, text: '<h1>Home</h1>' });
    expect((await get('stories/bridge/', site)).text).toBe('<h1>The bridge</h1>');
    for (const address of ['/', '/stories/bridge/', '/datelines/', '/dateline']) {
      expect((await get(address, site)).status).toBe(404);
    }
  });

  test('rejects when the port is taken', async () => {
    const { port } = new URL((await served()).url);
    await expect(served({ port: Number(port) })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  test('once closed it answers nobody, and the port is free', async () => {
    const site = await serve(root.at('site'));
    const { port } = new URL(site.url);
    // Leaves a connection open, as browsers do.
    await get('', site);
    await site.close();
    await expect(get('', site)).rejects.toThrow();
    const next = await served({ port: Number(port) });
    expect(next.url).toBe(site.url);
  });
});

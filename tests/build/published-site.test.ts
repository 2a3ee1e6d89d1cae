import { execFile } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { extract } from '@extractus/oembed-extractor';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../tools/static-server.mjs';

const root = fileURLToPath(new URL('../../', import.meta.url));
const STORY = 'stories/albania-iran-2022/';
const folder = mkdtempSync(join(tmpdir(), 'published-'));
let site = '';
let server: Awaited<ReturnType<typeof serve>>;

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((closed) => probe.close(closed));
  return port;
}

describe('a site that was told its address', () => {
  beforeAll(async () => {
    const port = await freePort();
    site = `http://localhost:${port}/`;
    await promisify(execFile)('npx', ['vite', 'build', '--logLevel', 'error'], {
      cwd: root,
      env: { ...process.env, SITE_URL: site, BUILD_DIR: folder }
    });
    server = await serve(folder, { port });
  }, 300_000);
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['the story', STORY],
    ['its embed', 'embed/albania-iran-2022/']
  ])('answers whoever asks by oEmbed for %s', async (_, path) => {
    const answer = await extract(site + path);
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      title: expect.stringContaining('Albania'),
      provider_name: 'Dateline',
      provider_url: site,
      thumbnail_url: `${site}${STORY}card.png`,
      thumbnail_width: 1200,
      width: expect.any(Number),
      height: expect.any(Number)
    });
    const { html = '' } = answer as { html?: string };
    const [, frame = ''] = /^<iframe[^>]* src="([^"]+)"/.exec(html) ?? [];
    expect(frame).toBe(`${site}embed/albania-iran-2022/`);
    for (const address of [frame, `${site}${STORY}card.png`])
      expect((await fetch(address)).status, address).toBe(200);
  });

  it('answers with the width that was asked for through the function of the manual', async () => {
    const manual = readFileSync(join(root, 'docs/embedding.md'), 'utf8');
    const [, code = ''] = /```js\n(.*?)```/s.exec(manual) ?? [];
    const text = code.replaceAll('https://your.host/', site);
    const { default: answer } = await import(
      /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(text)}`
    );
    const ask = async (query: string): Promise<Response> =>
      answer(new Request(`${site}oembed?${query}`));
    const url = `url=${encodeURIComponent(site + STORY)}`;
    const narrow = await (await ask(`${url}&maxwidth=480`)).json();
    expect(narrow).toMatchObject({ width: 480, html: expect.stringContaining('width="480"') });
    expect(await (await ask(url)).json()).toMatchObject({ width: 1100 });
    expect((await ask('url=https://elsewhere.test/')).status).toBe(404);
  });

  it('names its pages by their whole address, and those of an embed by the story’s', () => {
    for (const page of [STORY, 'embed/albania-iran-2022/']) {
      const html = readFileSync(join(folder, page, 'index.html'), 'utf8');
      expect(html).toContain(`<link rel="canonical" href="${site}${STORY}"`);
      expect(html).toContain(`<meta property="og:image" content="${site}${STORY}card.png"`);
      expect(html).toContain('<meta name="twitter:card" content="summary_large_image"');
    }
    expect(readFileSync(join(folder, 'sitemap.xml'), 'utf8')).toContain(`<loc>${site}${STORY}</loc>`);
  });
});

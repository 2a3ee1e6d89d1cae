import { readdirSync, readFileSync } from 'node:fs';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { Frame, Page, Request } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { article } from './article-site';
import { expectNoViolation } from './axe';
import { PATIENCE } from './built-story';
import { useBrowser, visit } from './reader';

useBrowser();

const root = new URL('../../', import.meta.url).pathname;
const EMBED = 'embed/albania-iran-2022/';
const EXAMPLE = 'examples/article/';

async function storiesIn(page: Page, count: number): Promise<Frame[]> {
  const frames = () => page.frames().filter((frame) => frame.url().includes(EMBED));
  await expect.poll(() => frames().length, PATIENCE).toBe(count);
  for (const frame of frames()) await frame.locator('html[data-embed="running"]').waitFor(PATIENCE);
  return frames();
}

/** What the page itself has moved of what the reader saw. */
const shiftOf = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((done) => {
        let sum = 0;
        new PerformanceObserver((entries) => {
          for (const entry of entries.getEntries())
            sum += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(sum), 300);
      })
  );

describe('the manual for editors', () => {
  const manual = readFileSync(`${root}docs/embedding.md`, 'utf8');
  const examples = [...manual.matchAll(/```html\n(.*?)```/gs)].map(([, code]) => code ?? '');

  it('has examples', () => {
    expect(examples.length).toBeGreaterThan(3);
  });

  it.each(examples.map((code, at) => [at + 1, code] as const))(
    'holds what it says in example %i',
    async (_, code) => {
      const said: string[] = [];
      const at = await article(
        (site) =>
          `<h1>An article</h1>${code.replaceAll('https://your.host/', site)}<p>After it.</p>`,
        () => null
      );
      const page = await visit({
        at,
        path: '',
        also: [inject('site')],
        before: async (page) => page.on('console', (message) => said.push(message.text()))
      });
      const [frame] = await storiesIn(page, 1);
      expect(await shiftOf(page)).toBe(0);
      const options = new URL(frame?.url() ?? '').searchParams;
      expect(await frame?.locator('html').getAttribute('data-theme')).toBe(options.get('theme'));
      expect(await frame?.locator('#list').isVisible()).toBe(!options.has('controls'));
      const link = page.getByRole('link', { name: 'The night in the embassy' });
      if (await link.count()) {
        await link.scrollIntoViewIfNeeded();
        // The paragraphs that pass are followed first.
        await page.waitForTimeout(300);
        await link.click();
        await expect.poll(() => link.getAttribute('data-dateline-current'), PATIENCE).toBe('');
      }
      if (code.includes('console.log')) {
        await expect.poll(() => said, PATIENCE).toContain('open: e-break');
      }
      expect(said.filter((line) => line.startsWith('Dateline:'))).toEqual([]);
    }
  );
});

describe('the example article', () => {
  it('moves nothing while its stories come, follows its reader, and has no barrier', async () => {
    const page = await visit({ path: EXAMPLE });
    await page.getByRole('heading', { name: 'Step by step' }).scrollIntoViewIfNeeded();
    await storiesIn(page, 2);
    const step = page.getByText('US Treasury puts');
    await step.evaluate((found) => found.scrollIntoView({ block: 'center' }));
    const current = () => page.locator('p[data-dateline-current]').allInnerTexts();
    await expect.poll(async () => (await current()).join(), PATIENCE).toContain('US Treasury');
    expect(await shiftOf(page)).toBe(0);
    await expectNoViolation(page);
  });

  it('on a phone takes for read what is in sight below the map', async () => {
    const page = await visit({
      path: EXAMPLE,
      viewport: { width: 390, height: 844 },
      isMobile: true,
      hasTouch: true
    });
    const denial = page.getByText('Tehran denies');
    await page.getByRole('heading', { name: 'Step by step' }).scrollIntoViewIfNeeded();
    await storiesIn(page, 2);
    const current = page.locator('p[data-dateline-current]');
    const place = () => denial.evaluate((found) => found.getBoundingClientRect().top);
    await denial.evaluate((found) => found.scrollIntoView({ block: 'end' }));
    await page.mouse.wheel(0, 60);
    await expect
      .poll(async () => (await current.allInnerTexts()).join(), PATIENCE)
      .toContain('Tehran denies');
    const story = page.locator('#steps');
    const edge = await story.evaluate((found) => found.getBoundingClientRect().bottom);
    expect(await place()).toBeGreaterThan(edge - 1);
  });

  it('is an article without scripts as well: pictures and links are in the place of its stories', async () => {
    const page = await visit({ path: EXAMPLE, javaScriptEnabled: false });
    const stands = page.getByRole('link', {
      name: 'July to September 2022 on a map and a timeline'
    });
    await stands.scrollIntoViewIfNeeded();
    await expect
      .poll(
        () => stands.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth),
        PATIENCE
      )
      .toBe(1200);
  });

  it('is not held up by the script of its stories', async () => {
    const page = await visit({ path: EXAMPLE });
    const browser = page.context().browser();
    await browser?.startTracing(page, { categories: ['devtools.timeline', 'v8.execute'] });
    await page.reload();
    await storiesIn(page, 1);
    const trace = JSON.parse(String(await browser?.stopTracing())) as {
      traceEvents: readonly { name: string; tdur?: number; args: { data?: { url?: string } } }[];
    };
    const runs = trace.traceEvents.filter(({ args }) => args.data?.url?.endsWith('/embed.js'));
    expect(runs.length).toBeGreaterThan(0);
    // Processor time, in µs: how busy the machine is does not count.
    expect(Math.max(...runs.map(({ tdur = 0 }) => tdur))).toBeLessThan(50_000);
  });
});

describe('what an embed weighs', () => {
  it('is within its budgets as a browser fetches it', async () => {
    const requests: Request[] = [];
    const page = await visit({
      path: EMBED,
      before: async (page) => page.on('request', (request) => requests.push(request))
    });
    await page.locator('.ground.living').waitFor(PATIENCE);
    await page.waitForLoadState('networkidle');
    const folder = `${root}build/_app/embed/`;
    const holding = (mark: string) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
        (name) => /js$/.test(name) && readFileSync(folder + name, 'utf8').includes(mark)
      );
    const [mapLibre = ''] = holding('maplibregl-canvas');
    const asked = requests.findIndex((request) => request.url().includes(mapLibre));
    expect(asked).toBeGreaterThan(3);
    const bodyOf = async (request: Request) => (await (await request.response())?.body()) ?? '';
    const sum = async (some: readonly Request[], size: (body: Buffer) => number) => {
      const bodies = await Promise.all(some.map(bodyOf));
      return bodies.reduce((all, body) => all + size(Buffer.from(body)), 0);
    };
    const brotli = (body: Buffer) => brotliCompressSync(body).length;
    const kindOf = (request: Request) => request.resourceType();

    const before = requests.slice(0, asked);
    const read = before.filter((each) => /document|stylesheet/.test(kindOf(each)));
    expect(read.length).toBeGreaterThan(1);
    expect(await sum(read, brotli)).toBeLessThanOrEqual(40_000);
    expect(await sum(before, brotli)).toBeLessThanOrEqual(90_000);

    const after = requests.slice(asked);
    const ground = after.filter((each) => /pmtiles|basemap/.test(each.url()));
    expect(ground.length).toBeGreaterThan(0);
    expect(await sum(ground, (body) => body.length)).toBeLessThanOrEqual(250_000);
    const engine = [mapLibre, ...holding('maplibre').filter((name) => name.includes('worker'))];
    expect(engine.length).toBeGreaterThan(1);
    const weight = engine.map((name) => gzipSync(readFileSync(folder + name)).length);
    expect(weight.reduce((all, each) => all + each, 0)).toBeLessThanOrEqual(450_000);
  });
});

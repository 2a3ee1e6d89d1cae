import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { OfflineList } from '../../src/lib/offline/copies';
import { serve } from '../../tools/static-server.mjs';
import { ARCHIVE, entries, says } from './archive-page';
import { expectNoViolation } from './axe';
import { card, listed, mapLibreDraws, PATIENCE, story, tell } from './built-story';
import { STORY, useBrowser, visit } from './reader';

useBrowser();

const ID = story.meta.id;
const TITLE = tell(story.meta.title);
const BREAK = tell(story.events.find(({ id }) => id === 'e-break')?.title ?? {});
const LIST = `offline/${ID}.json`;
const COPY = /^No network: copy saved on \d+ \w+ \d{4}/;

/** The built site on a host of its own, in a sub-folder, whose files may change and which can go away. */
async function ownHost() {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-'));
  cpSync(new URL('../../build', import.meta.url).pathname, folder, { recursive: true });
  const options = { base: '/school' };
  let site = await serve(folder, options);
  const port = Number(new URL(site.url).port);
  onTestFinished(async () => {
    await site.close();
    rmSync(folder, { recursive: true });
  });
  return {
    url: site.url,
    edit(path: string, change: (content: string) => string) {
      const file = join(folder, path);
      const content = change(readFileSync(file, 'utf8'));
      writeFileSync(file, content);
      return content;
    },
    stop: () => site.close(),
    start: async () => {
      site = await serve(folder, { ...options, port });
    }
  };
}

const ofStory = (page: Page) => page.getByRole('region', { name: TITLE });
const kept = (page: Page) =>
  page.evaluate(async () => [
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ...Object.keys(localStorage),
    ...(await indexedDB.databases()).map(({ name }) => name),
    document.cookie
  ]);

describe('a story saved on the device', () => {
  it('opens in every mode with the network off, says of when it is, is brought up to date, and goes without a trace', async () => {
    const host = await ownHost();
    const page = await visit({ at: host.url, path: 'offline/', expectErrors: true });
    const part = ofStory(page);
    const save = part.getByRole('button', { name: /^Save for offline, \d+ MB$/ });
    await save.waitFor();
    expect(await kept(page)).toEqual(['']);
    await save.click();
    await part.getByRole('progressbar', { name: `Saving “${TITLE}”` }).waitFor();
    await part.getByText(/^Saved on this device on .* It is the newest version\.$/).waitFor();
    expect(await save.count()).toBe(0);
    await expectNoViolation(page);

    // Cold, as after a restart: another tab, and nobody answers.
    await host.stop();
    const cold = await page.context().newPage();
    const asked: string[] = [];
    cold.on('requestfailed', (request) => asked.push(request.url()));
    await cold.goto(host.url + STORY);
    await cold.getByText(COPY).waitFor();
    await mapLibreDraws(cold);
    await listed(cold, BREAK).click();
    await card(cold, BREAK).waitFor();
    const bottom = () => cold.evaluate(() => document.documentElement.scrollHeight - innerHeight);
    expect(await bottom(), 'what the words at the top push out').toBe(0);
    await cold.getByRole('main').getByRole('link', { name: 'Tehran', exact: true }).click();
    await cold.goto(`${host.url}${STORY}places/p-tirana/`);
    await cold.getByRole('link', { name: 'Show on the map' }).click();
    await card(cold, 'Tirana').waitFor();

    await cold.goto(`${host.url}present/${ID}/#step=2`);
    await cold.getByText(COPY).waitFor();
    await cold.keyboard.press('ArrowRight');
    await expect.poll(() => cold.evaluate(() => location.hash)).toBe('#step=3');

    for (const [path, heading] of [
      [`practice/${ID}/`, 'Where?'],
      [`${STORY}handout/`, 'Questions'],
      [`teach/${ID}/`, 'What it covers']
    ] as const) {
      await cold.goto(host.url + path);
      await cold.getByText(COPY).waitFor();
      await cold.getByRole('heading', { name: heading }).first().waitFor();
    }

    // Where nothing was saved, what was is listed.
    await cold.goto(`${host.url}archives/none/`);
    await cold.getByRole('heading', { level: 1, name: 'Without a network' }).waitFor();
    await ofStory(cold)
      .getByText(/cannot be seen without a network/)
      .waitFor();

    // The site has gone on meanwhile.
    const mended = host.edit(`${STORY}index.html`, (html) =>
      html.replace('<html ', '<html data-mended ')
    );
    const hash = createHash('sha256').update(mended).digest('base64url').slice(0, 16);
    host.edit(LIST, (text) => {
      const list: OfflineList = JSON.parse(text);
      const files = list.files.map((file) => (file.path === STORY ? { ...file, hash } : file));
      return JSON.stringify({ ...list, version: 'later', files });
    });
    await host.start();
    await cold.reload();
    await ofStory(cold)
      .getByText(/This site has a newer version\.$/)
      .waitFor();
    expect(await cold.getByText(COPY).count()).toBe(0);
    await ofStory(cold)
      .getByRole('button', { name: /^Update, 9\d\d kB to fetch$/ })
      .click();
    await ofStory(cold)
      .getByText(/It is the newest version\.$/)
      .waitFor();
    await host.stop();
    await cold.goto(host.url + STORY);
    expect(await cold.locator('html[data-mended]').count()).toBe(1);

    await cold.goto(`${host.url}offline/`);
    await ofStory(cold).getByRole('button', { name: 'Remove from this device' }).click();
    await ofStory(cold).getByText('Removed from this device.').waitFor();
    expect(await kept(cold)).toEqual(['']);
  });

  it('can be stopped on its way, and goes on from there', async () => {
    const host = await ownHost();
    const page = await visit({
      at: host.url,
      path: 'offline/',
      viewport: { width: 320, height: 640 },
      before: (page) =>
        page.route('**/world.pmtiles', async (route) => {
          await new Promise((resolve) => setTimeout(resolve, 1500));
          await route.continue().catch(() => undefined);
        })
    });
    const part = ofStory(page);
    await part.getByRole('button', { name: /^Save for offline/ }).click();
    await part.getByRole('button', { name: 'Stop' }).click();
    await part.getByText('Stopped. What has come is kept').waitFor();
    await part.getByText('Not all of it is here yet').waitFor();
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBeLessThanOrEqual(320);
    await part.getByRole('button', { name: /^Go on saving/ }).click();
    await part.getByText(/^Saved on this device/).waitFor(PATIENCE);
  });
});

describe('an archive saved on the device', () => {
  it('has all of its events with the network off, with their texts, and is searched', async () => {
    const host = await ownHost();
    const page = await visit({ at: host.url, path: 'offline/', expectErrors: true });
    const part = page.getByRole('region', { name: /Wildlife/i });
    await part.getByRole('button', { name: /^Save for offline/ }).click();
    await part.getByText(/^Saved on this device/).waitFor(PATIENCE);

    await host.stop();
    const cold = await page.context().newPage();
    await cold.goto(host.url + ARCHIVE);
    await cold.getByText(COPY).waitFor();
    await cold.getByRole('searchbox', { name: /^Search/ }).fill('denver hawk');
    await says(cold, '4 of 10,000 events');
    await entries(cold).first().click();
    await card(cold, 'Red-tailed hawk (medium), B-737-500, climb')
      .getByText('Denver Intl (DEN)')
      .waitFor(PATIENCE);
  });
});

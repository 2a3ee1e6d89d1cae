import { gzipSync } from 'node:zlib';
import type { Page, Request } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { card, listed, mapLibreFile, PATIENCE, SOURCES_PAGE, story, tell } from './built-story';
import { STORY, useBrowser, visit } from './reader';

useBrowser();

/** What the browser may have fetched when it asks for MapLibre: the first load, gzipped. */
const BEFORE_MAPLIBRE_BYTES = 70_000;

const BREAK = story.events.find(({ id }) => id === 'e-break');
const TITLE = tell(BREAK?.title ?? {});

interface Held {
  readonly page: Page;
  /** The scripts that arrived before MapLibre was asked for. */
  readonly scripts: () => Promise<readonly { readonly url: string; readonly code: string }[]>;
  readonly asked: () => boolean;
}

/** The story page, its MapLibre asked for and never sent. */
async function visitWithMapHeldBack(): Promise<Held> {
  const page = await visit({ path: SOURCES_PAGE });
  const before: Request[] = [];
  let asked = false;
  await page.route(new RegExp(mapLibreFile()), () => {
    asked = true;
  });
  page.on('request', (request) => {
    if (request.url().includes(mapLibreFile())) asked = true;
    else if (!asked && request.resourceType() === 'script') before.push(request);
  });
  await page.goto(inject('site') + STORY, { waitUntil: 'commit' });
  const scripts = () =>
    Promise.all(
      before.map(async (request) => {
        const response = await request.response();
        return { url: request.url(), code: (await response?.text()) ?? '' };
      })
    );
  return { page, scripts, asked: () => asked };
}

describe('while MapLibre has not come', () => {
  it('text, list and timeline can be read', async () => {
    const { page, asked } = await visitWithMapHeldBack();
    await expect.poll(asked, PATIENCE).toBe(true);
    expect(await page.getByText(tell(story.meta.summary)).isVisible()).toBe(true);
    const titles = await page.getByRole('article').getByRole('heading').allInnerTexts();
    expect(titles).toHaveLength(story.events.length);
    expect(await page.getByRole('img', { name: /^Chart of 56 events/ }).isVisible()).toBe(true);
  });

  it('the list opens a card, and timeline, filters and chapters change the list', async () => {
    const { page, asked } = await visitWithMapHeldBack();
    await expect.poll(asked, PATIENCE).toBe(true);
    await listed(page, TITLE).click();
    const open = card(page, TITLE);
    await open.getByText(tell(BREAK?.text ?? {})).waitFor();
    await open.getByRole('button', { name: 'Close' }).click();

    const dates = page.getByRole('group', { name: 'Dates of the window' });
    await dates.getByLabel('From').fill('2022-09-01');
    await page.getByText(/^[1-4]\d of 56 events/).waitFor();
    await page.getByRole('searchbox').fill('no event says this');
    await page.getByText('No event passes.').waitFor();
    await page.getByRole('button', { name: 'Clear all filters' }).first().click();
    await page.getByRole('link', { name: tell(story.chapters[0]?.title ?? {}) }).click();
    await page.getByText(tell(story.chapters[0]?.text ?? {})).waitFor();
  });

  it(`no more than ${BEFORE_MAPLIBRE_BYTES / 1000} kB of scripts have come, and nothing of MapLibre among them`, async () => {
    const { page, asked, scripts } = await visitWithMapHeldBack();
    await listed(page, TITLE).waitFor();
    await expect.poll(asked, PATIENCE).toBe(true);
    const fetched = await scripts();
    expect(fetched.length).toBeGreaterThan(3);
    const heavy = fetched.filter(({ code }) => code.includes('maplibregl'));
    expect(heavy.map(({ url }) => url)).toEqual([]);
    const bytes = fetched.reduce((sum, { code }) => sum + gzipSync(code).length, 0);
    expect(bytes).toBeLessThanOrEqual(BEFORE_MAPLIBRE_BYTES);
  });

  it('the page is loaded, as far as the browser is concerned', async () => {
    const { page, asked } = await visitWithMapHeldBack();
    await expect.poll(asked, PATIENCE).toBe(true);
    await expect.poll(() => page.evaluate(() => document.readyState), PATIENCE).toBe('complete');
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import {
  card,
  listed,
  mapLibreFile,
  marks,
  PATIENCE,
  SOURCES_PAGE,
  story,
  tell
} from './built-story';
import { STORY, useBrowser, visit } from './reader';

useBrowser(['--disable-3d-apis']);

const CANNOT = /^The map cannot be drawn in this browser/;
const BREAK = tell(story.events.find(({ id }) => id === 'e-break')?.title ?? {});

/** Opens the story with some of its files out of reach. A test about this expects errors in the console: the browser notes each file. */
async function visitWithout(file: RegExp): Promise<Page> {
  const page = await visit({ path: SOURCES_PAGE, expectErrors: true });
  await page.route(file, (route) => route.abort());
  await page.goto(inject('site') + STORY);
  return page;
}

/** Fails on an exception that nobody caught; what the browser itself says of WebGL is no such thing. */
function noteExceptions(page: Page): readonly string[] {
  const caught: string[] = [];
  page.on('pageerror', (error) => caught.push(String(error)));
  return caught;
}

async function readsAndSteers(page: Page) {
  // From the list to the card, and from one card to the next.
  await listed(page, BREAK).click();
  const open = card(page, BREAK);
  await open.getByRole('button', { name: 'Next event' }).click();
  await open.waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Close' }).click();

  // From the timeline to the list.
  const dates = page.getByRole('group', { name: 'Dates of the window' });
  await dates.getByLabel('From').fill('2022-09-01');
  await page.getByText(/^[1-4]\d of 56 events/).waitFor();

  // A place, with all that happened there.
  await page.getByRole('main').getByRole('link', { name: 'Tehran', exact: true }).click();
  await card(page, 'Tehran').waitFor();
}

describe('where the browser has no WebGL', () => {
  it('one line says that the map cannot be drawn, and list, timeline and cards work', async () => {
    const page = await visit({ expectErrors: true });
    const exceptions = noteExceptions(page);
    await page.getByText(CANNOT).waitFor(PATIENCE);
    expect(await page.getByText(CANNOT).count()).toBe(1);
    expect(await page.evaluate(() => document.createElement('canvas').getContext('webgl2'))).toBe(
      null
    );
    await readsAndSteers(page);
    expect(exceptions).toEqual([]);
  });

  it('no button of the map is left that would do nothing', async () => {
    const page = await visit({ expectErrors: true });
    await page.getByText(CANNOT).waitFor(PATIENCE);
    expect(await marks(page).count()).toBe(0);
    await expect.poll(() => page.getByRole('region', { name: 'Map', exact: true }).count()).toBe(0);
    const timeline = page.getByRole('region', { name: 'Timeline' });
    const [all, own] = await Promise.all([
      page.getByRole('button', { name: 'Zoom in', exact: true }).count(),
      timeline.getByRole('button', { name: 'Zoom in', exact: true }).count()
    ]);
    expect(all).toBe(own);
  });

  it('does not offer to filter by a map that is not there', async () => {
    const page = await visit({ expectErrors: true });
    await page.getByText(CANNOT).waitFor(PATIENCE);
    await page.getByRole('search').getByText('Filter', { exact: true }).click();
    await page.getByRole('checkbox', { name: /^Contested only/ }).waitFor();
    const onMap = page.getByRole('checkbox', { name: /^On the map as shown only/ });
    const usable = (await onMap.count()) > 0 && (await onMap.isEnabled());
    expect(usable).toBe(false);
  });
});

describe('where a file does not arrive', () => {
  it('without the code of the map, the rest works', async () => {
    const page = await visitWithout(new RegExp(mapLibreFile()));
    const exceptions = noteExceptions(page);
    await page.getByText(/^The map did not load/).waitFor(PATIENCE);
    await readsAndSteers(page);
    expect(exceptions).toEqual([]);
  });

  it('without any script, the page can be read as sent', async () => {
    const page = await visitWithout(/\/_app\/.*\.js$/);
    const text = await page.getByRole('main').innerText();
    const missing = story.events.filter(({ title }) => !text.includes(tell(title)));
    expect(missing.map(({ id }) => id)).toEqual([]);
    // The title of an event unfolds what is known of it.
    const article = page
      .getByRole('article')
      .filter({ has: page.getByRole('link', { name: BREAK, exact: true }) });
    await article
      .getByRole('heading', { level: 4 })
      .getByRole('link', { name: BREAK, exact: true })
      .click();
    const claim = story.events.find(({ id }) => id === 'e-break')?.claims[0];
    await article.getByText(tell(claim?.text ?? {})).waitFor();
  });
});

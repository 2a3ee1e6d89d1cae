import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { card, mapItself, mapLibreDraws, marks, PATIENCE, SOURCES_PAGE } from './built-story';
import { STORY, useBrowser, visit } from './reader';

useBrowser();

const tagOf = (page: Page) =>
  mapItself(page).evaluateAll((found) => found.map((each) => each.tagName));

describe('where the tiles do not load', () => {
  it('the drawn map carries on and says so, and another attempt brings the other', async () => {
    const page = await visit({ path: SOURCES_PAGE, expectErrors: true });
    const exceptions: string[] = [];
    page.on('pageerror', (error) => exceptions.push(String(error)));
    await page.route('**/basemap/*.pmtiles', (route) => route.abort());
    await page.goto(inject('site') + STORY);
    await page.getByText(/^The tiles of the detailed map did not load/).waitFor(PATIENCE);
    expect(await marks(page).count()).toBeGreaterThan(3);
    expect(await tagOf(page)).toEqual(['DIV']);
    await page.getByRole('main').getByRole('link', { name: 'Tehran', exact: true }).click();
    await card(page, 'Tehran').waitFor();

    await page.unroute('**/basemap/*.pmtiles');
    await page.getByRole('button', { name: 'Try again' }).click();
    await mapLibreDraws(page);
    expect(exceptions).toEqual([]);
  });
});

describe('where the graphics card lets go of the map', () => {
  it('the drawn map takes over at the same place, and hands back when the card is there again', async () => {
    const page = await visit({ path: `${STORY}#map=6.5/41/21` });
    await mapLibreDraws(page);
    const [mark] = [marks(page).filter({ hasText: 'Tirana' }).first()];
    const before = await mark.boundingBox();
    await mapItself(page).evaluate((canvas) => {
      const context = (canvas as HTMLCanvasElement).getContext('webgl2');
      const extension = context?.getExtension('WEBGL_lose_context');
      Object.assign(globalThis, { extension });
      extension?.loseContext();
    });
    await page.getByText(/^This device has stopped drawing the detailed map/).waitFor(PATIENCE);
    expect(await tagOf(page)).toEqual(['DIV']);
    const drawn = await mark.boundingBox();
    expect(drawn?.x).toBeCloseTo(before?.x ?? 0, 0);
    expect(drawn?.y).toBeCloseTo(before?.y ?? 0, 0);
    // It can be used meanwhile: what is changed on it holds.
    await page.getByRole('button', { name: 'Zoom in', exact: true }).first().click();
    await expect.poll(() => page.url(), PATIENCE).toContain('map=7.5/');

    await page.evaluate(() =>
      (globalThis as unknown as { extension: WEBGL_lose_context }).extension.restoreContext()
    );
    await mapLibreDraws(page);
    expect(page.url()).toContain('map=7.5/');
    await expect
      .poll(() => page.getByText(/^This device has stopped drawing/).count(), PATIENCE)
      .toBe(0);
  });
});

it('works on hosts that send no parts of files', async () => {
  const page = await visit({ path: SOURCES_PAGE });
  const asked: string[] = [];
  await page.route('**/basemap/*.pmtiles', (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop() ?? '';
    asked.push(name);
    const body = readFileSync(new URL(`../../build/basemap/${name}`, import.meta.url));
    return route.fulfill({ status: 200, body, contentType: 'application/octet-stream' });
  });
  await page.goto(inject('site') + STORY);
  await mapLibreDraws(page);
  // All of the archive came at once, and is not asked for again.
  expect(asked.filter((name) => name === 'world.pmtiles')).toHaveLength(1);
});

import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { mapItself, marks, PATIENCE, story, tell } from './built-story';
import { drawnIn, lookAt, projectedBy, seaOf, visitAsking } from './living-map';
import { STORY, useBrowser } from './reader';

useBrowser();

const PLACES = ['world-places', 'world-places-near', 'albania-places', 'iran-places'];

/** The page in another language, as far as its map knows. */
const inLanguage =
  (language: string, direction = 'ltr') =>
  (page: Page) =>
    page.route(inject('site') + STORY, async (route) => {
      const response = await route.fetch();
      const html = await response.text();
      const body = html.replace('<html lang="en"', `<html lang="${language}" dir="${direction}"`);
      await route.fulfill({ response, body });
    });

describe('names on the map', () => {
  it('are in English with the local name beneath, in Latin, Arabic, Greek and Cyrillic letters', async () => {
    const page = await visitAsking({ path: `${STORY}#map=7/41/21.5` });
    const balkans = await drawnIn(page, PLACES);
    const named = (name: string) => balkans.find((each) => each['name'] === name);
    expect(named('Skopje')?.['local']).toMatch(/^\p{Script=Cyrillic}+/u);
    expect(named('Ioannina')?.['local']).toMatch(/^\p{Script=Greek}+$/u);
    await lookAt(page, 52, 33, 6.5);
    const iran = await drawnIn(page, PLACES);
    expect(iran.find((each) => each['name'] === 'Isfahan')?.['local']).toBe('اصفهان');
  });

  it('are in Persian for a Persian page, right to left', async () => {
    const page = await visitAsking({
      path: STORY + '#map=5/33/48',
      before: inLanguage('fa', 'rtl')
    });
    const names = (await drawnIn(page, PLACES)).map((each) => each['name_fa']);
    expect(names).toEqual(expect.arrayContaining(['اصفهان']));
    const spoken = await marks(page).evaluateAll((all) =>
      all.map((each) => each.getAttribute('aria-label') ?? '')
    );
    expect(spoken.some((name) => name.includes('تهران'))).toBe(true);
  });

  it('leave the credit and the scale in corners of their own, whichever way the page runs', async () => {
    const page = await visitAsking({ before: inLanguage('fa', 'rtl') });
    const credit = page.getByText(/^Map: Natural Earth/).filter({ visible: true });
    const [owed, scale] = await Promise.all([
      credit.boundingBox(),
      page
        .getByText(/^Scale:/)
        .locator('..')
        .boundingBox()
    ]);
    if (!owed || !scale) throw new Error('The credit or the scale is not shown.');
    const apart = owed.x + owed.width <= scale.x || scale.x + scale.width <= owed.x;
    expect(apart, `credit ${JSON.stringify(owed)}, scale ${JSON.stringify(scale)}`).toBe(true);
  });

  it('leave out what the marks name', async () => {
    const page = await visitAsking({ path: `${STORY}#map=7.5/41.3/19.8` });
    await marks(page).filter({ hasText: 'Tirana' }).first().waitFor(PATIENCE);
    const names = (await drawnIn(page, PLACES)).map((each) => each['name']);
    expect(names).toContain('Elbasan');
    expect(names).not.toContain('Tirana');
  });
});

describe('the ground', () => {
  it('is of the region where there is one, and of the world elsewhere', async () => {
    const page = await visitAsking({ path: `${STORY}#map=8/41.3/19.8` });
    const sources = async () =>
      new Set((await drawnIn(page, ['world-land', 'albania-land'])).map(({ source }) => source));
    expect(await sources()).toContain('albania');
    await lookAt(page, 2.3, 48.8, 8);
    expect(await sources()).toEqual(new Set(['world']));
  });

  it('draws disputed borders with dashes and settled ones without', async () => {
    const page = await visitAsking({ path: `${STORY}#map=7/42.6/20.9` });
    const kinds = async (layers: string[]) =>
      new Set((await drawnIn(page, layers)).map(({ kind }) => kind));
    expect(await kinds(['world-disputed', 'albania-disputed'])).toEqual(new Set(['disputed']));
    expect(await kinds(['world-borders', 'albania-borders'])).not.toContain('disputed');
  });

  it('has marks and no trouble at any zoom from the globe to a street', async () => {
    const page = await visitAsking({ path: `${STORY}#map=2/41.3/19.8` });
    for (let zoom = 0; zoom <= 16; zoom++) {
      await lookAt(page, 19.82, 41.325, zoom);
      expect(
        await marks(page)
          .filter({ hasText: /Tirana/ })
          .count(),
        `zoom ${zoom}`
      ).toBeGreaterThan(0);
      const land = await drawnIn(page, ['world-land', 'albania-land']);
      expect(land.length, `land at zoom ${zoom}`).toBeGreaterThan(0);
    }
    // It draws seventeen maps.
  }, 180_000);

  it('shows close up how far things are, where there are no streets', async () => {
    const page = await visitAsking({ path: `${STORY}#map=14/41.325/19.82` });
    await page.getByRole('img', { name: 'North is up' }).waitFor();
    await page.getByText(/^Scale: \d+ m$/).waitFor();
    const rings = await page.locator('.rings text').allTextContents();
    expect(rings.filter((text) => /^\d+(\.\d)? k?m$/.test(text)).length).toBeGreaterThan(1);
  });

  it.each(['light', 'dark'] as const)('wears the colours of a %s page', async (colorScheme) => {
    const page = await visitAsking({ path: `${STORY}#map=6/41.3/19.8`, colorScheme });
    const sea = () =>
      page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue('--sea').trim()
      );
    const drawn = await seaOf(page);
    expect(drawn).toBe(await sea());
    // Changing the scheme changes it without a reload.
    await page.emulateMedia({ colorScheme: colorScheme === 'dark' ? 'light' : 'dark' });
    await expect.poll(() => seaOf(page), PATIENCE).not.toBe(drawn);
    expect(await seaOf(page)).toBe(await sea());
  });
});

it.each([
  ['a globe', 2.2],
  ['a flat map', 7]
])('marks stand where MapLibre draws their places on %s', async (_, zoom) => {
  const page = await visitAsking({ path: `${STORY}#map=${zoom}/41/22` });
  const canvas = await mapItself(page).boundingBox();
  let compared = 0;
  for (const { point, names, kind } of story.places) {
    const mark = page.getByRole('button', {
      name: new RegExp(`^(\\d+ places near )?${tell(names)}, \\d`)
    });
    if (!point || kind === 'country' || (await mark.count()) !== 1) continue;
    const box = await mark.boundingBox();
    const own = await projectedBy(page, [point[0], point[1]]);
    if (!box || !canvas) continue;
    expect(Math.abs(box.x + box.width / 2 - canvas.x - own.x), tell(names)).toBeLessThan(1);
    expect(Math.abs(box.y + box.height / 2 - canvas.y - own.y), tell(names)).toBeLessThan(1);
    compared += 1;
  }
  expect(compared).toBeGreaterThan(1);
});

it('costs no more than 250 kB of the base map for the first view', async () => {
  const answers: Promise<number>[] = [];
  await visitAsking({
    before: async (page) => {
      page.on('response', (response) => {
        if (response.url().includes('/basemap/'))
          answers.push(response.body().then((body) => body.length));
      });
    }
  });
  const bytes = (await Promise.all(answers)).reduce((sum, each) => sum + each, 0);
  expect(bytes).toBeGreaterThan(10_000);
  expect(bytes).toBeLessThanOrEqual(250_000);
});

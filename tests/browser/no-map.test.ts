import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import {
  card,
  listed,
  mapItself,
  mapLibreFile,
  marks,
  PATIENCE,
  SOURCES_PAGE,
  story,
  tell
} from './built-story';
import { STORY, useBrowser, visit, WITHOUT_WEBGL } from './reader';

useBrowser(WITHOUT_WEBGL);

const CANNOT = /^This browser cannot draw the detailed map/;
const BREAK = tell(story.events.find(({ id }) => id === 'e-break')?.title ?? {});

/** Opens the story with some of its files out of reach. A test about this expects errors in the console: the browser notes each file. */
async function visitWithout(file: RegExp, hash = ''): Promise<Page> {
  const page = await visit({ path: SOURCES_PAGE, expectErrors: true });
  await page.route(file, (route) => route.abort());
  await page.goto(inject('site') + STORY + hash);
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

const cameraOf = (page: Page) =>
  /map=([\d.]+)\/([-\d.]+)\/([-\d.]+)/.exec(page.url())?.slice(1).map(Number);

describe('where the browser has no WebGL', () => {
  it('one line says that a simpler map stands in, and list, timeline and cards work', async () => {
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

  it('an embed has its drawn map, its timeline and its cards', async () => {
    const page = await visit({ path: 'embed/albania-iran-2022/', expectErrors: true });
    const exceptions = noteExceptions(page);
    await page.getByText(CANNOT).waitFor(PATIENCE);
    expect(await marks(page).count()).toBeGreaterThan(3);
    await page.getByText('All 56 events').click();
    await page.getByRole('link', { name: BREAK }).first().click();
    await card(page, BREAK).waitFor();
    expect(exceptions).toEqual([]);

    // What the page's picture shows is the whole story; a part has a ground of its own.
    await page.goto(`${inject('site')}embed/albania-iran-2022/?chapter=night`);
    await page.getByText(CANNOT).waitFor(PATIENCE);
    const land = page.locator('.drawn-map .land');
    await expect
      .poll(async () => (await land.getAttribute('d'))?.length ?? 0, PATIENCE)
      .toBeGreaterThan(20);
    expect(await page.locator('.poster').isVisible()).toBe(false);
  });

  it('the drawn map has places with counts, and follows the window', async () => {
    const page = await visit({ expectErrors: true });
    await page.getByText(CANNOT).waitFor(PATIENCE);
    const names = () =>
      marks(page).evaluateAll((all) => all.map((e) => e.getAttribute('aria-label')));
    const before = await names();
    expect(before.some((name) => /^\d+ places near Tirana, \d+ events/.test(name ?? ''))).toBe(
      true
    );
    const dates = page.getByRole('group', { name: 'Dates of the window' });
    await dates.getByLabel('From').fill('2022-09-08');
    await expect.poll(names).not.toEqual(before);
  });

  it('the drawn map is moved by mouse, wheel, keys and buttons, and the address follows', async () => {
    const page = await visit({ expectErrors: true });
    await page.getByText(CANNOT).waitFor(PATIENCE);
    const map = mapItself(page);
    const box = await map.boundingBox();
    if (!box) throw new Error('The map has no place on the page.');
    const [x, y] = [box.x + box.width * 0.5, box.y + box.height * 0.55];

    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x - 60, y + 10, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => cameraOf(page)).toBeDefined();
    const dragged = cameraOf(page) as number[];

    await page.mouse.wheel(0, -300);
    await expect.poll(() => cameraOf(page)?.[0]).toBeGreaterThan(dragged[0] as number);
    const wheeled = cameraOf(page) as number[];

    await map.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => cameraOf(page)?.[2]).toBeGreaterThan(wheeled[2] as number);
    const keyed = cameraOf(page) as number[];
    await page.keyboard.press('+');
    await expect.poll(() => cameraOf(page)?.[0]).toBeCloseTo((keyed[0] as number) + 1, 1);

    await page.getByRole('button', { name: 'Zoom out', exact: true }).first().click();
    await expect.poll(() => cameraOf(page)?.[0]).toBeCloseTo(keyed[0] as number, 1);
    await page.getByRole('button', { name: 'Whole story' }).first().click();
    await expect.poll(() => cameraOf(page)?.[0]).toBeLessThan(keyed[0] as number);
  });

  it('a press on a group comes closer until it parts, and a press on a place opens it', async () => {
    const page = await visit({ expectErrors: true });
    await page.getByText(CANNOT).waitFor(PATIENCE);
    await marks(page).filter({ hasText: 'Tirana' }).first().click();
    await expect.poll(() => cameraOf(page)?.[0]).toBeGreaterThan(3);
    const single = marks(page).and(
      page.getByRole('button', { name: /^(?!\d+ places).*, \d+ events?$/ })
    );
    await single.first().waitFor(PATIENCE);
    const [, name = ''] =
      /^(.*), \d+ events?$/.exec((await single.first().getAttribute('aria-label')) ?? '') ?? [];
    await single.first().click();
    await card(page, name).waitFor();
  });

  it('draws land, borders and names of countries wherever it looks', async () => {
    const page = await visit({ path: `${STORY}#map=6/42/20`, expectErrors: true });
    await page.getByText(CANNOT).waitFor(PATIENCE);
    const drawn = () =>
      page.evaluate(() =>
        ['land', 'borders', 'disputed'].map(
          (part) => document.querySelector(`.drawn-map .${part}`)?.getAttribute('d')?.length ?? 0
        )
      );
    await expect
      .poll(async () => (await drawn()).every((length) => length > 20), PATIENCE)
      .toBe(true);
    const names = () => page.locator('.map text.country').allTextContents();
    await expect
      .poll(names, PATIENCE)
      .toEqual(expect.arrayContaining(['Serbia', 'North Macedonia']));
  });

  it('filters by what the drawn map shows', async () => {
    const page = await visit({ path: `${STORY}#map=8/41.3/19.8`, expectErrors: true });
    await page.getByText(CANNOT).waitFor(PATIENCE);
    await page.getByRole('search').getByText('Filter', { exact: true }).click();
    await page.getByRole('checkbox', { name: /^On the map as shown only/ }).check();
    await page.getByText(/^\d\d of 56 events/).waitFor();
  });
});

describe('where a file does not arrive', () => {
  it('without the code of MapLibre, a drawn map is there and the rest works', async () => {
    const page = await visitWithout(new RegExp(mapLibreFile()));
    const exceptions = noteExceptions(page);
    await page.getByText(/^The detailed map did not load/).waitFor(PATIENCE);
    expect(await marks(page).count()).toBeGreaterThan(2);
    await readsAndSteers(page);
    expect(exceptions).toEqual([]);
  });

  it('without the ground of the drawn map, places are where they should be, and a line says what is missing', async () => {
    const page = await visitWithout(/\/basemap\//, '#map=6/42/20');
    await page.getByText(/^Land and borders did not load/).waitFor(PATIENCE);
    expect(await marks(page).count()).toBeGreaterThan(2);
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

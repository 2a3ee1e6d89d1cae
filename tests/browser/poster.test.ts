import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { marks, mapLibreDraws, PATIENCE, story, tell } from './built-story';
import { STORY, useBrowser, visit } from './reader';

useBrowser();

interface Spot {
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly size: number;
}

const PLACES = 'Places on the map';

/** The marks of the drawing that comes with the page: where their discs or shapes are, in pixels of the window. */
async function posted(page: Page): Promise<readonly Spot[]> {
  const all = await page
    .locator('svg')
    .getByRole('link', { name: /\d+ events?/, includeHidden: true })
    .evaluateAll((links) =>
      links.map((link) => {
        const shape = link.querySelector('circle, path') as Element;
        const { left, top, width, height } = shape.getBoundingClientRect();
        const name = link.getAttribute('aria-label') ?? '';
        return { name, x: left + width / 2, y: top + height / 2, size: width };
      })
    );
  // Of its two layouts one is not displayed.
  return all.filter(({ size }) => size > 0);
}

async function lively(page: Page): Promise<readonly Spot[]> {
  return marks(page).evaluateAll((all) =>
    all.map((mark) => {
      const { left, top, width, height } = mark.getBoundingClientRect();
      const name = mark.getAttribute('aria-label') ?? '';
      return { name, x: left + width / 2, y: top + height / 2, size: width };
    })
  );
}

const SIZES = [
  { width: 1280, height: 800 },
  { width: 1600, height: 900 },
  { width: 390, height: 844 }
];

describe('the picture before the map', () => {
  it.each(SIZES)(
    'is the map’s first frame, to within 2 pixels, at $width × $height',
    async (viewport) => {
      const page = await visit({
        viewport,
        // Its marks stay in the page, out of sight, once the map has its own: here they are to be compared.
        before: (page) =>
          page.route('**/*.css', async (route) => {
            const response = await route.fetch();
            const css = (await response.text()).replaceAll('.poster.taken', '.poster.never');
            await route.fulfill({ response, body: css });
          })
      });
      await mapLibreDraws(page);
      const drawn = await posted(page);
      expect(drawn.length).toBeGreaterThan(2);
      const living = await lively(page);
      let compared = 0;
      for (const { name, x, y } of drawn) {
        const same = living.find((mark) => mark.name === name);
        if (!same) continue;
        expect(Math.abs(same.x - x), name).toBeLessThanOrEqual(2);
        expect(Math.abs(same.y - y), name).toBeLessThanOrEqual(2);
        compared += 1;
      }
      expect(compared).toBeGreaterThanOrEqual(Math.min(3, drawn.length - 1));
    }
  );

  it('moves nothing when the map comes, and is painted no later than the largest text', async () => {
    const page = await visit({
      before: (page) =>
        page.addInitScript(() => {
          const seen = { shifts: [] as number[], largest: 0 };
          Object.assign(globalThis, { seen });
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              seen.shifts.push((entry as PerformanceEntry & { value: number }).value);
          }).observe({ type: 'layout-shift', buffered: true });
          new PerformanceObserver((list) => {
            seen.largest = list.getEntries().at(-1)?.startTime ?? seen.largest;
          }).observe({ type: 'largest-contentful-paint', buffered: true });
          // The moment of the first frame in which the drawing is laid out: it is in the page as sent.
          const look = () => {
            if (document.querySelector('.poster-drawing .land'))
              Object.assign(seen, { there: performance.now() });
            else requestAnimationFrame(look);
          };
          look();
        })
    });
    await mapLibreDraws(page);
    await page.waitForTimeout(500);
    const { shifts, largest, there } = await page.evaluate(
      () =>
        (globalThis as unknown as { seen: { shifts: number[]; largest: number; there: number } })
          .seen
    );
    expect(shifts.reduce((sum, each) => sum + each, 0)).toBe(0);
    expect(there).toBeLessThanOrEqual(largest);
  });

  it('wears the page’s colours in the dark', async () => {
    const fill = async (colorScheme: 'light' | 'dark') => {
      const page = await visit({ colorScheme, javaScriptEnabled: false });
      return page.locator('.poster-drawing .land').evaluate((land) => getComputedStyle(land).fill);
    };
    expect(await fill('light')).toBe('rgb(244, 241, 234)');
    expect(await fill('dark')).toBe('rgb(29, 35, 39)');
  });

  it('is on paper in place of the map, with its marks', async () => {
    const page = await visit();
    await mapLibreDraws(page);
    await page.emulateMedia({ media: 'print' });
    await expect.poll(async () => (await posted(page)).length, PATIENCE).toBeGreaterThan(2);
    expect(await page.getByRole('region', { name: 'Map', exact: true }).count()).toBe(0);
    const credit = page.getByText(/^Map: Natural Earth/).filter({ visible: true });
    await expect.poll(() => credit.count(), PATIENCE).toBe(1);
  });

  it('keeps left and right on a page that runs from right to left', async () => {
    const spots = async (direction: string) => {
      const page = await visit({
        javaScriptEnabled: false,
        before: (page) =>
          page.route(inject('site') + STORY, async (route) => {
            const response = await route.fetch();
            const html = await response.text();
            await route.fulfill({
              response,
              body: html.replace('<html lang="en"', `<html lang="en" dir="${direction}"`)
            });
          })
      });
      return (await posted(page)).map(({ name, x }) => `${name} ${x.toFixed(0)}`);
    };
    expect(await spots('rtl')).toEqual(await spots('ltr'));
  });
});

describe('without scripts', () => {
  it.each(SIZES)(
    'the picture has every event that is on the map, at $width × $height',
    async (viewport) => {
      const page = await visit({ viewport, javaScriptEnabled: false });
      const names = (await posted(page)).map(({ name }) => name);
      const counted = names.reduce((sum, name) => sum + Number(/(\d+) events?/.exec(name)?.[1]), 0);
      const located = new Set(story.places.filter(({ point }) => point).map(({ id }) => id));
      const placed = story.events.filter(
        ({ when, where }) => when !== null && where.some(({ place }) => located.has(place))
      );
      // An event at places of two marks counts at both.
      expect(counted).toBeGreaterThanOrEqual(placed.length);
      expect(names.some((name) => name.includes('Tirana'))).toBe(true);
    }
  );

  it('a mark leads to its place in the page', async () => {
    const page = await visit({ javaScriptEnabled: false });
    await page
      .getByRole('group', { name: PLACES })
      .getByRole('link', { name: /Stockholm/ })
      .click();
    const hash = new URL(page.url()).hash.slice(1);
    const place = story.places.find(({ id }) => id === hash);
    expect(tell(place?.names ?? {})).toBe('Stockholm');
    const link = page.getByRole('main').getByRole('link', { name: 'Stockholm', exact: true });
    await expect.poll(() => link.first().isVisible()).toBe(true);
  });

  it('the page of a place shows where it is: in the world, in its region, close up', async () => {
    const page = await visit({ path: `${STORY}places/p-camp/`, javaScriptEnabled: false });
    const camp = tell(story.places.find(({ id }) => id === 'p-camp')?.names ?? {});
    for (const name of [`${camp} on the globe`, `${camp} in its region`]) {
      const picture = page.getByRole('img', { name, exact: true });
      const land = await picture.locator('.land').getAttribute('d');
      expect(land?.length, name).toBeGreaterThan(100);
    }
    await page
      .getByRole('img', {
        name: new RegExp(`^${camp.replace(/[()]/g, '\\$&')} and what is around it`)
      })
      .waitFor();
  });
});

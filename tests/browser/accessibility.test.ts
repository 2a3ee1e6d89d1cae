import type { Page } from 'playwright-core';
import { describe, expect, inject, it } from 'vitest';
import { ARCHIVE, entries } from './archive-page';
import { expectNoViolation, violations } from './axe';
import { card, listed, marks, PAGES, PATIENCE, SOURCES_PAGE, story, tell } from './built-story';
import { STORY, useBrowser, visit } from './reader';

useBrowser();

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

describe('every page has no violation of WCAG 2.2 AA, light and dark', () => {
  const ofPlaces = PAGES.filter((path) => path.includes('/places/'));

  it.each(
    PAGES.filter((path) => !ofPlaces.includes(path)).map((path) => [path || 'the home page', path])
  )('%s', async (_, path) => {
    const page = await visit({ path });
    if (path === STORY) await marks(page).first().waitFor(PATIENCE);
    await expectNoViolation(page);
  });

  it('those of all places', async () => {
    const page = await visit({ path: ofPlaces[0] ?? '' });
    for (const path of ofPlaces) {
      await page.goto(inject('site') + path);
      expect(await violations(page), path).toEqual([]);
    }
    // Their colours are the same on all of them.
    await expectNoViolation(page);
  });
});

describe('what a class uses has no violation of WCAG 2.2 AA and does not scroll sideways at 200 % zoom', () => {
  const { id } = story.meta;
  const pages = [
    `teach/${id}/`,
    `present/${id}/#step=2`,
    `practice/${id}/`,
    `${STORY}handout/`,
    'offline/'
  ];

  it(pages.join(', '), async () => {
    // A desk's screen of 1280 by 800 pixels.
    const page = await visit({
      path: pages[0] ?? '',
      viewport: { width: 640, height: 400 },
      deviceScaleFactor: 2
    });
    for (const path of pages) {
      await page.goto(inject('site') + path);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await violations(page), path).toEqual([]);
      const beyond = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await beyond(), `pixels of ${path} beyond the screen`).toBeLessThanOrEqual(0);
    }
  });
});

describe('the page of an archive has no violation of WCAG 2.2 AA, light and dark', () => {
  it('loaded, with its choices unfolded', async () => {
    const page = await visit({ path: ARCHIVE });
    await entries(page).first().waitFor(PATIENCE);
    await page.getByText('Filter', { exact: true }).click();
    await expectNoViolation(page);
  });

  it('with an event open, on a phone', async () => {
    const page = await visit({ path: `${ARCHIVE}#event=row-5000`, ...PHONE });
    await page.getByRole('button', { name: 'Next event' }).waitFor(PATIENCE);
    await expectNoViolation(page);
  });
});

describe('the story page has no violation of WCAG 2.2 AA, light and dark', () => {
  const contested = story.events.find(({ disputes }) => disputes.length > 0);

  it('with a contested event open', async () => {
    const page = await visit();
    await marks(page).first().waitFor(PATIENCE);
    const title = tell(contested?.title ?? {});
    await listed(page, title).click();
    await card(page, title).waitFor();
    await expectNoViolation(page);
  });

  it('with a place open and a distance measured', async () => {
    const page = await visit();
    await marks(page).first().waitFor(PATIENCE);
    await page.getByRole('main').getByRole('link', { name: 'Tirana', exact: true }).click();
    await page.getByLabel('Measure the distance to').selectOption('Tehran');
    await page.getByText(/in a straight line from Tirana to Tehran/).waitFor();
    await expectNoViolation(page);
  });

  it('with the filters and the legend open and a filter in force', async () => {
    const page = await visit();
    await marks(page).first().waitFor(PATIENCE);
    await page.getByText('How to read the marks').click();
    await page.getByText('Solid: the sources agree on it').waitFor();
    await page.getByRole('search').getByText('Filter', { exact: true }).click();
    await page.getByRole('checkbox', { name: /^Contested only/ }).check();
    await page.getByRole('button', { name: 'Remove the filter: Contested only' }).waitFor();
    await expectNoViolation(page);
  });

  it('with a chapter open', async () => {
    const page = await visit();
    await marks(page).first().waitFor(PATIENCE);
    await page.getByRole('link', { name: tell(story.chapters[1]?.title ?? {}) }).click();
    await page.getByRole('button', { name: 'Next chapter' }).waitFor();
    await expectNoViolation(page);
  });

  it('when no event passes the filters', async () => {
    const page = await visit();
    await marks(page).first().waitFor(PATIENCE);
    await page.getByRole('searchbox').fill('no event says this');
    await page.getByText('No event passes.').waitFor();
    await expectNoViolation(page);
  });

  it('when part of the link could not be used', async () => {
    const page = await visit({ path: `${STORY}#e=no-such-event&w=nonsense` });
    await page.getByText(/^Part of the link could not be used/).waitFor();
    await marks(page).first().waitFor(PATIENCE);
    await expectNoViolation(page);
  });

  it('on a phone, with the map alone, with an event open and with all controls of the timeline out', async () => {
    const page = await visit(PHONE);
    await marks(page).first().waitFor(PATIENCE);
    await expectNoViolation(page);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('combobox', { name: 'Speed' }).waitFor();
    await expectNoViolation(page);
    await page.getByRole('button', { name: 'More' }).click();
    const title = tell(contested?.title ?? {});
    await listed(page, title).click();
    await card(page, title).waitFor();
    // Some part of the text is always on its way under the map that stands above it: from the top none is.
    await page.evaluate(() => scrollTo(0, 0));
    await expectNoViolation(page);
  });
});

describe('in forced colours', () => {
  it.each([
    ['the home page', ''],
    ['the story page', STORY],
    ['the sources page', SOURCES_PAGE]
  ])('%s has no violation', async (_, path) => {
    const page = await visit({ path, forcedColors: 'active' });
    if (path === STORY) await marks(page).first().waitFor(PATIENCE);
    expect(await violations(page)).toEqual([]);
  });
});

describe('read from right to left', () => {
  it.each([
    ['a desk', { viewport: { width: 1280, height: 800 } }],
    ['a phone', PHONE]
  ])(
    'the story page on %s does not scroll sideways, and its parts do not overlap',
    async (_, screen) => {
      const page = await visit(screen);
      await marks(page).first().waitFor(PATIENCE);
      await page.evaluate(() => (document.documentElement.dir = 'rtl'));
      const parts = {
        head: page.getByRole('banner'),
        map: page.getByRole('region', { name: 'Map', exact: true }),
        timeline: page.getByRole('region', { name: 'Timeline' }),
        text: page.getByRole('main')
      };
      const boxes = await Promise.all(
        Object.entries(parts).map(async ([name, part]) => ({ name, box: await boxOf(part) }))
      );
      const overlaps = boxes.flatMap((a, i) =>
        boxes
          .slice(i + 1)
          .filter((b) => overlap(a.box, b.box))
          .map((b) => `${a.name} and ${b.name}`)
      );
      expect(overlaps).toEqual([]);
      expect(await widerThanScreen(page)).toBe(false);
    }
  );

  it.each(['ltr', 'rtl'] as const)(
    'an open card (%s) leaves the mark of its place on the map in sight',
    async (direction) => {
      const page = await visit();
      await page.evaluate((dir) => (document.documentElement.dir = dir), direction);
      await marks(page).first().waitFor(PATIENCE);
      await page.getByRole('main').getByRole('link', { name: 'Tehran', exact: true }).click();
      await card(page, 'Tehran').waitFor();
      // The map makes room in the pictures that follow.
      await page.evaluate(async () => {
        for (let i = 0; i < 10; i++) await new Promise(requestAnimationFrame);
      });
      const mark = marks(page).filter({ hasText: 'Tehran' }).first();
      const covered = async () => overlap(await boxOf(mark), await boxOf(card(page, 'Tehran')));
      await expect.poll(covered, PATIENCE).toBe(false);
    }
  );

  it('the other pages do not scroll sideways at 320 pixels', async () => {
    const page = await visit({ path: '', viewport: { width: 320, height: 640 } });
    const site = page.url();
    const wide: string[] = [];
    for (const path of PAGES.filter((path) => path !== STORY)) {
      await page.goto(site + path);
      await page.evaluate(() => (document.documentElement.dir = 'rtl'));
      if (await widerThanScreen(page)) wide.push(path);
    }
    expect(wide).toEqual([]);
  });
});

interface PixelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

async function boxOf(part: { boundingBox: () => Promise<PixelBox | null> }): Promise<PixelBox> {
  const box = await part.boundingBox();
  if (!box) throw new Error('A main part of the page is not shown.');
  return box;
}

/** True when the two share more than a border. */
function overlap(a: PixelBox, b: PixelBox): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const down = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return across > 1 && down > 1;
}

function widerThanScreen(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth > clientWidth;
  });
}

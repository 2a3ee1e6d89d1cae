import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import {
  card,
  listed,
  mapLibreDraws,
  marks,
  PAGES,
  PATIENCE,
  SOURCES_PAGE,
  story,
  tell
} from './built-story';
import { STORY, useBrowser, visit } from './reader';

useBrowser();

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const FIRST = tell(story.events[0]?.title ?? {});

const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });
const map = (page: Page) => page.getByRole('region', { name: 'Map', exact: true });

/** By how many pixels the page is wider than the screen. */
function tooWide(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.scrollingElement ?? document.documentElement;
    return Math.max(0, scrollWidth - clientWidth);
  });
}

async function box(part: Locator) {
  const found = await part.boundingBox();
  if (!found) throw new Error('The part is not shown.');
  return { ...found, end: found.x + found.width, foot: found.y + found.height };
}

/** True when the middle of this is on the screen and nothing else lies on top of it. */
function inSight(part: Locator): Promise<boolean> {
  return part.evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect();
    const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return hit !== null && element.contains(hit);
  });
}

describe('no page scrolls sideways', () => {
  const some = ['', STORY, SOURCES_PAGE, `${STORY}places/p-camp/`];

  it.each([
    ['at 320 pixels', PAGES, { viewport: { width: 320, height: 640 } }],
    ['on a touch screen of 320 pixels', some, { ...PHONE, viewport: { width: 320, height: 568 } }],
    [
      'at 1280 pixels and twice the size',
      some,
      { viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 }
    ],
    ['at 3840 × 2160', some, { viewport: { width: 3840, height: 2160 } }]
  ])('%s', async (_, pages, screen) => {
    const page = await visit({ path: '', ...screen });
    const site = page.url();
    const wide: string[] = [];
    for (const path of pages) {
      await page.goto(site + path);
      const pixels = await tooWide(page);
      if (pixels > 0) wide.push(`${path}: by ${pixels} px`);
    }
    expect(wide).toEqual([]);
  });
});

describe('the story page at 320 pixels', () => {
  const narrow = { viewport: { width: 320, height: 640 } };

  it('does not scroll sideways with an event or a place open', async () => {
    const page = await visit(narrow);
    await marks(page).first().waitFor(PATIENCE);
    await listed(page, FIRST).click();
    await card(page, FIRST).waitFor();
    expect(await tooWide(page)).toBe(0);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Tirana', exact: true }).click();
    await card(page, 'Tirana').waitFor();
    expect(await tooWide(page)).toBe(0);
  });

  it('shows an open card whole: nothing of it lies outside the screen or is cut off', async () => {
    const page = await visit(narrow);
    await marks(page).first().waitFor(PATIENCE);
    await listed(page, FIRST).click();
    const open = card(page, FIRST);
    const { x, end, y, foot } = await box(open);
    expect(x).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(320);
    expect(y).toBeGreaterThanOrEqual(0);
    expect(foot).toBeLessThanOrEqual(640);
    const cut = await open.evaluate((element) =>
      [...element.querySelectorAll('*')]
        .filter((part) => part.getBoundingClientRect().right > 320 + 0.5)
        .map((part) => part.textContent.trim().slice(0, 40))
    );
    expect(cut).toEqual([]);
  });

  it('keeps every control of the timeline within the screen', async () => {
    const page = await visit(narrow);
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('combobox', { name: 'Speed' }).waitFor();
    expect(await tooWide(page)).toBe(0);
    const outside = await timeline(page).evaluate((element) =>
      [...element.querySelectorAll('button, select, input')]
        .filter((part) => part.getBoundingClientRect().right > 320)
        .map((part) => part.textContent.trim())
    );
    expect(outside).toEqual([]);
  });
});

describe('the story page at 1280 pixels and twice the size', () => {
  it('lets the reader reach and read everything: nothing covers the text that is being read', async () => {
    const page = await visit({ viewport: { width: 640, height: 400 }, deviceScaleFactor: 2 });
    await marks(page).first().waitFor(PATIENCE);
    const last = tell(story.events.find(({ id }) => id === 'e-natoteam')?.title ?? {});
    await listed(page, last).focus();
    await expect.poll(() => inSight(listed(page, last))).toBe(true);
    await listed(page, last).click();
    await card(page, last).waitFor();
  });
});

describe('the story page at 3840 × 2160', () => {
  it('uses the whole screen, and keeps lines of text short enough to read', async () => {
    const page = await visit({ viewport: { width: 3840, height: 2160 } });
    const [time, text] = await Promise.all([box(timeline(page)), box(page.getByRole('main'))]);
    expect(time.width).toBe(3840);
    expect(time.foot).toBeGreaterThan(2150);
    expect(time.foot).toBeLessThanOrEqual(2160);
    expect(text.width).toBeLessThan(900);
  });
});

describe('the story page on a phone', () => {
  it('has the map, then the timeline, then the text', async () => {
    const page = await visit(PHONE);
    await marks(page).first().waitFor(PATIENCE);
    const [above, middle, below] = await Promise.all([
      box(map(page)),
      box(timeline(page)),
      box(page.getByRole('main'))
    ]);
    expect(above.width).toBe(390);
    expect(middle.y).toBeGreaterThanOrEqual(above.foot - 1);
    expect(below.y).toBeGreaterThanOrEqual(middle.foot - 1);
    expect(middle.foot, 'the timeline is on the first screen').toBeLessThanOrEqual(844);
  });

  it('keeps the timeline in sight while the text scrolls, and room for the text to be read in', async () => {
    const page = await visit(PHONE);
    await marks(page).first().waitFor(PATIENCE);
    await page.getByRole('heading', { name: 'About this story' }).scrollIntoViewIfNeeded();
    const { y, foot } = await box(timeline(page));
    expect(y).toBeGreaterThanOrEqual(0);
    expect(foot).toBeLessThanOrEqual(844);
    expect(await inSight(timeline(page))).toBe(true);
    expect(844 - foot, 'pixels left for the text').toBeGreaterThan(844 / 4);
  });

  it('shows the heading of the part of the page that a link leads to', async () => {
    const page = await visit(PHONE);
    await marks(page).first().waitFor(PATIENCE);
    const parts = page.getByRole('navigation', { name: 'Parts of this page' });
    await parts.getByRole('link', { name: 'Events' }).click();
    const heading = page.getByRole('heading', { name: 'Events', exact: true });
    await expect.poll(() => inSight(heading)).toBe(true);
  });

  it('never hides the link under the focus behind the map or the timeline', async () => {
    const page = await visit(PHONE);
    await marks(page).first().waitFor(PATIENCE);
    const titles = story.events.slice(0, 12).map(({ title }) => tell(title));
    const hidden: string[] = [];
    // Backwards, so that each comes into sight from above.
    await listed(page, titles.at(-1) ?? '').focus();
    for (const title of titles.toReversed()) {
      await listed(page, title).focus();
      if (!(await inSight(listed(page, title)))) hidden.push(title);
    }
    expect(hidden).toEqual([]);
  });

  it.each([
    ['320 × 568', { width: 320, height: 568 }],
    ['390 × 844', { width: 390, height: 844 }]
  ])('of %s lets the reader reach every control of the timeline', async (_, viewport) => {
    const page = await visit({ ...PHONE, viewport });
    await marks(page).first().waitFor(PATIENCE);
    await page.getByRole('button', { name: 'More' }).click();
    const zoom = timeline(page).getByRole('group', { name: 'Zoom the axis' });
    const controls = {
      speed: timeline(page).getByRole('combobox', { name: 'Speed' }),
      'last day': timeline(page).getByLabel('To', { exact: true }),
      'true scale': timeline(page).getByRole('checkbox', { name: 'True scale' }),
      zoom: zoom.getByRole('button', { name: 'Zoom in', exact: true }),
      chart: timeline(page).getByRole('img', { name: /^Chart of/ })
    };
    const outOfReach: string[] = [];
    for (const [name, control] of Object.entries(controls)) {
      await control.scrollIntoViewIfNeeded();
      const { y, foot } = await box(control);
      // A pixel's part more or less is the scroll's rounding.
      if (y < -1 || foot > viewport.height + 1) outOfReach.push(`${name}: from ${y} to ${foot}`);
    }
    expect(outOfReach).toEqual([]);
  });

  it('gives every button, field and link that is not part of a sentence 24 pixels each way', async () => {
    const page = await visit(PHONE);
    await marks(page).first().waitFor(PATIENCE);
    await page.getByRole('button', { name: 'More' }).click();
    expect(await smallTargets(page, 24)).toEqual([]);
  });

  it('gives what is held of the timeline 44 pixels each way', async () => {
    const page = await visit({ ...PHONE, path: `${STORY}#t=2022-07-15/2022-09-10` });
    for (const name of ['Start of the window', 'End of the window']) {
      const { width, height, x, end } = await box(page.getByRole('slider', { name }));
      expect(Math.min(end, 390) - Math.max(x, 0), `${name}: width`).toBeGreaterThanOrEqual(44);
      expect(Math.min(width, 390), `${name}: width`).toBeGreaterThanOrEqual(44);
      expect(height, `${name}: height`).toBeGreaterThanOrEqual(44);
    }
  });

  it('gives the buttons of the timeline and of the map 44 pixels each way', async () => {
    const page = await visit(PHONE);
    await marks(page).first().waitFor(PATIENCE);
    const names = ['Previous event', 'Play', 'Next event', 'More'];
    const buttons = [
      ...names.map((name) => timeline(page).getByRole('button', { name, exact: true })),
      page.getByRole('button', { name: 'Zoom in', exact: true }).first(),
      page.getByRole('button', { name: 'Zoom out', exact: true }).first()
    ];
    for (const button of buttons) {
      const { width, height } = await box(button);
      expect(Math.min(width, height), await button.innerText()).toBeGreaterThanOrEqual(44);
    }
  });
});

/** The targets in sight that answer to less than `least` pixels across or down: what a finger around their middle would miss. */
function smallTargets(page: Page, least: number): Promise<string[]> {
  return page.evaluate((least) => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>('a[href], button, select, input, summary')
    ];
    const small: string[] = [];
    for (const target of targets) {
      const around = target.closest('label') ?? target;
      if (!around.checkVisibility({ visibilityProperty: true }) || inSentence(around)) continue;
      around.scrollIntoView({ block: 'nearest' });
      around.scrollIntoView({ block: 'center' });
      const { left, right, top, bottom } = around.getBoundingClientRect();
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      if (!answers(around, x, y)) continue; // Hidden from sight until it has the focus, or under a mark of the map.
      const half = least / 2 - 0.5;
      const across = answers(around, x - half, y) && answers(around, x + half, y);
      const down = answers(around, x, y - half) && answers(around, x, y + half);
      if (!across || !down) small.push(`${target.tagName} ${target.textContent.trim()}`);
    }
    return small;

    function answers(target: Element, x: number, y: number): boolean {
      const hit = document.elementFromPoint(x, y);
      return hit !== null && target.contains(hit);
    }
    function inSentence(target: HTMLElement): boolean {
      if (getComputedStyle(target).display !== 'inline') return false;
      const line = target.parentElement?.textContent.trim() ?? '';
      return line !== target.textContent.trim();
    }
  }, least);
}

describe('where the page scrolls', () => {
  it.each(['drawn', 'living'])(
    'the %s map leaves the wheel to it, and zooms with Ctrl',
    async (which) => {
      const page = await visit({ viewport: PHONE.viewport });
      await marks(page).first().waitFor(PATIENCE);
      if (which === 'living') await mapLibreDraws(page);
      const { x, y, width, height } = await box(map(page).first());
      await page.mouse.move(x + width / 2, y + height / 2);
      await page.mouse.wheel(0, 200);
      await expect.poll(() => page.evaluate(() => scrollY), PATIENCE).toBeGreaterThan(100);
      expect(page.url()).not.toContain('map=');
      await page.keyboard.down('Control');
      await page.mouse.wheel(0, -200);
      await page.keyboard.up('Control');
      await expect.poll(() => page.url(), PATIENCE).toContain('map=');
    }
  );
});

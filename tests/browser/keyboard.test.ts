import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from './reader';
import { agree, card, look, PATIENCE, titleOf, openWithMap } from './story-page';

useBrowser();

/** More stops than the page has. */
const MANY = 400;

describe.each([
  ['on a desk', { width: 1280, height: 800 }],
  ['on a phone', { width: 390, height: 844 }]
])('by Tab alone, %s', (_, viewport) => {
  test('everything is reached, in the order of the page and back; the focus shows and is never hidden', async () => {
    const page = await openWithMap({ viewport });
    const { titles } = await agree(page);
    const there = await walk(page, 'Tab');
    const names = there.map(({ name }) => name);
    const wanted = [
      /^Skip to the list/,
      /^Dateline$/,
      /^Copy link/,
      /places near Tirana/,
      /^Play$/,
      /^Start of the window$/,
      /^Move the window$/,
      /^End of the window$/,
      /^Search the events$/,
      ...titles,
      /^Feed of stories/
    ];
    expect(wanted.filter((name) => !names.some((each) => is(each, name)))).toEqual([]);
    const order = wanted.map((name) => names.findLastIndex((each) => is(each, name)));
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(there.filter(({ shows }) => !shows).map(({ name }) => name)).toEqual([]);
    expect(there.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual([]);

    const back = await walk(page, 'Shift+Tab', names.length);
    expect(back.map(({ name }) => name).reverse()).toEqual(names);
    expect(back.filter(({ hidden }) => hidden).map(({ name }) => name)).toEqual([]);
  });
});

test('the map is read by keyboard: a mark is pressed, the map zooms, a place opens and closes', async () => {
  const page = await openWithMap();
  const scale = () => page.getByText(/^Scale:/).innerText();
  const whole = await scale();
  await tabTo(page, /places near Brussels/);
  await page.keyboard.press('Enter');
  await expect.poll(scale, PATIENCE).not.toBe(whole);
  expect(await focused(page), 'the focus stays with the mark').toMatch(/Brussels|London|Berlin/);
  await tabTo(page, /^Whole story$/);
  await page.keyboard.press('Space');
  await expect.poll(scale, PATIENCE).toBe(whole);
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('Zoom out');
  await page.keyboard.press('Shift+Tab');
  expect(await focused(page)).toBe('Zoom in');
  await page.keyboard.press('Enter');
  await expect.poll(scale, PATIENCE).not.toBe(whole);
  await agree(page);
});

test('the window, the filters, the list and the card are worked by keyboard', async () => {
  const page = await openWithMap();
  await tabTo(page, /^Start of the window$/);
  await page.keyboard.press('End');
  await expect.poll(async () => (await look(page)).dates[0], PATIENCE).toBe('2022-11-02');
  await page.keyboard.press('PageDown');
  await page.keyboard.press('Shift+ArrowLeft');
  await agree(page);
  await page.keyboard.press('Home');
  await expect.poll(async () => (await look(page)).words, PATIENCE).toMatch(/^Whole story/);

  await tabTo(page, /^Search the events$/);
  await page.keyboard.type('barrel');
  await expect.poll(async () => (await look(page)).titles, PATIENCE).toHaveLength(1);
  await tabTo(page, /^Filter$/);
  await page.keyboard.press('Enter');
  await page.getByRole('checkbox', { name: /^Contested only/ }).waitFor();
  await tabTo(page, /^Contested only/);
  await page.keyboard.press('Space');
  await page.getByRole('button', { name: 'Remove the filter: Contested only' }).waitFor();
  await agree(page);
  await tabTo(page, /^Remove the filter: “barrel”$/);
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await look(page)).titles.length, PATIENCE).toBeGreaterThan(1);
  await expect
    .poll(() => focused(page), { ...PATIENCE, message: 'after its chip has gone' })
    .not.toBe('');

  const title = titleOf('e-burn');
  await tabTo(page, new RegExp(`^${title}$`));
  await page.keyboard.press('Enter');
  await card(page, title).waitFor();
  await expect.poll(() => focused(page), PATIENCE).toBe(title);
  await tabTo(page, /^Former embassy of Iran, Tirana$/);
  await page.keyboard.press('Enter');
  await card(page, 'Former embassy of Iran, Tirana').waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => card(page, 'Former embassy of Iran, Tirana').count(), PATIENCE).toBe(0);
  await agree(page);
});

test('an open card is no trap: Tab goes through it and on, and back', async () => {
  const page = await openWithMap();
  const title = titleOf('e-burn');
  await page.getByRole('main').getByRole('link', { name: title }).last().press('Enter');
  await card(page, title).waitFor();
  await expect.poll(() => focused(page), PATIENCE).toBe(title);
  await tabTo(page, /^Play$/);
  await tabTo(page, /^Close$/, 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect.poll(() => card(page, title).count(), PATIENCE).toBe(0);
});

function is(name: string, wanted: RegExp | string): boolean {
  return typeof wanted === 'string' ? name === wanted : wanted.test(name);
}

interface Stop {
  readonly name: string;
  /** Whether it looks other than without the focus. */
  readonly shows: boolean;
  /** Whether nothing of it is in sight. */
  readonly hidden: boolean;
}

/** Goes from stop to stop until the focus leaves the page, or has made `most`. */
async function walk(page: Page, key: 'Tab' | 'Shift+Tab', most = MANY): Promise<Stop[]> {
  const stops: { name: string; look: string; hidden: boolean }[] = [];
  const shows: boolean[] = [];
  for (let i = 0; i <= MANY; i += 1) {
    await page.keyboard.press(key);
    const at = await page.evaluate(stopHere);
    if (at.before !== null) shows.push(at.moved ? at.before !== stops.at(-1)?.look : true);
    if (at.name === null || stops.length === most)
      return stops.map((stop, n) => ({ ...stop, shows: shows[n] ?? false }));
    // What has several stops, as date fields have, is judged by the first.
    const look = at.moved ? at.look : (stops.at(-1)?.look ?? at.look);
    stops.push({ name: at.name, look, hidden: at.hidden });
  }
  throw new Error(`${MANY} stops, and the focus is still in the page`);
}

/** In the page: what has the focus, how it looks, and how what had it before looks without. */
function stopHere() {
  const memory = globalThis as { focusedBefore?: Element };
  const { focusedBefore } = memory;
  const appearance = (root: Element) =>
    [root, ...root.querySelectorAll('*')]
      .slice(0, 12)
      .map((part) => {
        const { outlineStyle, outlineWidth, outlineColor, boxShadow, stroke, strokeWidth } =
          getComputedStyle(part);
        const outline = outlineStyle === 'none' ? '' : outlineStyle + outlineWidth + outlineColor;
        return [outline, boxShadow, stroke, strokeWidth].join();
      })
      .join(' ');
  const before = focusedBefore ? appearance(focusedBefore) : null;
  const at = document.activeElement;
  const moved = at !== focusedBefore;
  if (!at || at === document.body) {
    delete memory.focusedBefore;
    return { name: null, look: '', hidden: false, before, moved };
  }
  memory.focusedBefore = at;
  const labels =
    at instanceof HTMLInputElement || at instanceof HTMLSelectElement ? at.labels : null;
  const words =
    at.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? at.textContent ?? at.tagName;

  // One point of it that can be hit is enough: it must not be hidden entirely.
  const { left, top, width, height } = at.getBoundingClientRect();
  let hidden = true;
  for (let row = 1; row < 8; row += 1) {
    for (let column = 1; column < 8; column += 1) {
      const hit = document.elementFromPoint(left + (width * column) / 8, top + (height * row) / 8);
      if (hit && (at.contains(hit) || (hit.contains(at) && hit.tagName === 'LABEL')))
        hidden = false;
    }
  }
  return { name: words.replace(/\s+/g, ' ').trim(), look: appearance(at), hidden, before, moved };
}

async function focused(page: Page): Promise<string> {
  const { name } = await page.evaluate(stopHere);
  return name ?? '';
}

async function tabTo(page: Page, name: RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab') {
  const passed: string[] = [];
  for (let i = 0; i < MANY; i += 1) {
    await page.keyboard.press(key);
    const at = await focused(page);
    if (name.test(at)) return;
    passed.push(at);
  }
  throw new Error(`${name} was not among ${passed.join(' | ')}`);
}

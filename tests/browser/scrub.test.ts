import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { ARCHIVE, entries } from './archive-page';
import { PATIENCE } from './built-story';
import { STORY, useBrowser } from './reader';
import { openStory, parts, setDates, timelineAnswers } from './story-page';

useBrowser();

const STEPS = 60;

/** How often the page has laid itself out: a count, whatever the machine. */
async function layouts(page: Page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'LayoutCount')?.value ?? NaN;
  };
}

// What is asked for between a change and the picture of it, its place or its font, makes the browser lay out the page a second time.
test.each([
  ['a story', STORY, ['2022-07-01', '2022-08-15']],
  ['an archive', ARCHIVE, ['1994-01-01', '1994-12-31']]
] as const)('a step through %s lays out the page once', async (_, path, [from, to]) => {
  const page = await openStory({ path });
  await (path === ARCHIVE ? entries(page) : parts(page).listed).first().waitFor();
  await timelineAnswers(page);
  await setDates(page, from, to);
  const { middle, words } = parts(page);
  const box = await middle.boundingBox();
  if (!box) throw new Error('The window has no middle to be held.');
  const [x, y] = [box.x + box.width / 2, box.y + box.height - 12];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + 10, y, { steps: 5 });
  const before = await words.innerText();
  // Names, list and fields have followed by then.
  await page.waitForTimeout(1000);
  const count = await layouts(page);
  // Neither they nor words do from here on, as they would where a busy machine lets steps wait: steps alone are counted.
  await page.evaluate(() => {
    globalThis.setTimeout = (() => 0) as unknown as typeof setTimeout;
  });
  const start = await count();
  await page.mouse.move(x + 10 + STEPS * 4, y, { steps: STEPS });
  const laidOut = (await count()) - start;
  await page.mouse.up();
  await expect.poll(() => words.innerText(), PATIENCE).not.toBe(before);
  expect(laidOut).toBeGreaterThan(STEPS / 2);
  expect(laidOut).toBeLessThan(STEPS * 1.15);
});

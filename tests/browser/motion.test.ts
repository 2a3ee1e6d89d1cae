import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { card, listed, marks, PATIENCE, story, tell } from './built-story';
import { useBrowser, visit } from './reader';

useBrowser();

const FIRST = tell(story.events[0]?.title ?? {});

const animations = (page: Page) =>
  page.evaluate(() => document.getAnimations().map((animation) => String(animation.timeline)));

/** The names of the transitions and animations that start while the page is used. */
async function noteAnimations(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const started: string[] = [];
    Object.assign(globalThis, { started });
    for (const kind of ['transitionrun', 'animationstart'] as const)
      document.addEventListener(kind, (event) => started.push(`${kind} ${event.target}`), true);
  });
  return () => page.evaluate(() => (globalThis as unknown as { started: string[] }).started);
}

/** Writes down each place on the screen that this takes, picture by picture. The answer tells how many there have been so far. */
async function watchPath(part: Locator): Promise<() => Promise<number>> {
  const handle = await part.elementHandle();
  if (!handle) throw new Error('There is nothing to watch.');
  const path = await handle.evaluateHandle((element) => {
    const seen = new Set<string>();
    const look = () => {
      if (!element.isConnected) return;
      const { x, y } = element.getBoundingClientRect();
      seen.add(`${x},${y}`);
      requestAnimationFrame(look);
    };
    look();
    return seen;
  });
  return () => path.evaluate((seen) => seen.size);
}

/** Lets the page draw some more pictures. */
const draw = (page: Page, pictures: number) =>
  page.evaluate(
    (pictures) =>
      new Promise<void>((done) => {
        const next = (left: number) =>
          left === 0 ? done() : requestAnimationFrame(() => next(left - 1));
        next(pictures);
      }),
    pictures
  );

async function settled(page: Page): Promise<Locator> {
  const tirana = marks(page).filter({ hasText: 'Tirana' }).first();
  await tirana.waitFor(PATIENCE);
  await draw(page, 5);
  return tirana;
}

const zoomIn = (page: Page) => page.getByRole('button', { name: 'Zoom in', exact: true }).first();

describe('for a reader who wants less motion', () => {
  it('the map goes where it is told in one step', async () => {
    const page = await visit({ reducedMotion: 'reduce' });
    const tirana = await settled(page);
    const places = await watchPath(tirana);
    await zoomIn(page).click();
    await expect.poll(places, PATIENCE).toBe(2);
    await draw(page, 10);
    expect(await places()).toBe(2);
  });

  it('opening and closing, turning to a chapter, filtering and stepping through events animate nothing', async () => {
    const page = await visit({ reducedMotion: 'reduce' });
    await settled(page);
    const started = await noteAnimations(page);
    const actions = [
      () => listed(page, FIRST).click(),
      () => card(page, FIRST).getByRole('button', { name: 'Next event' }).click(),
      () => page.getByRole('button', { name: 'Close' }).click(),
      () => page.getByRole('link', { name: tell(story.chapters[4]?.title ?? {}) }).click(),
      () => page.getByRole('button', { name: 'Next chapter' }).click(),
      () => page.getByText('How to read the marks').click(),
      () => page.getByRole('searchbox').fill('embassy'),
      () => page.getByRole('button', { name: 'Clear all filters' }).first().click(),
      () => page.getByRole('checkbox', { name: 'True scale' }).check(),
      () => page.getByRole('main').getByRole('link', { name: 'Tehran', exact: true }).click()
    ];
    for (const act of actions) {
      await act();
      expect(await animations(page)).toEqual([]);
    }
    await draw(page, 3);
    expect(await started()).toEqual([]);
  });

  it('Play goes from event to event in place of gliding', async () => {
    const page = await visit({ reducedMotion: 'reduce' });
    const start = page.getByRole('slider', { name: 'Move the window' });
    const before = await start.getAttribute('aria-valuetext');
    await page.getByRole('button', { name: 'Play' }).click();
    await expect.poll(() => start.getAttribute('aria-valuetext'), PATIENCE).not.toBe(before);
    expect(await animations(page)).toEqual([]);
    await page.getByRole('button', { name: 'Pause' }).click();
  });
});

describe('for a reader who has asked for nothing of the kind', () => {
  it('the map flies, so that one sees where it goes', async () => {
    const page = await visit({ reducedMotion: 'no-preference' });
    const tirana = await settled(page);
    const places = await watchPath(tirana);
    // Stops on the way of one press. Without a graphics card the map may still be setting itself up during the first, and show but its end.
    const stops = async () => {
      const before = await places();
      await zoomIn(page).click();
      await draw(page, 20);
      return (await places()) - before;
    };
    await expect.poll(stops, PATIENCE).toBeGreaterThan(1);
  });
});

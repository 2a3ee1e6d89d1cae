import type { Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { STORY, useBrowser, WITHOUT_WEBGL } from './reader';
import {
  agree,
  card,
  english,
  look,
  mapHasCome,
  mark,
  openFilters,
  parts,
  PATIENCE,
  row,
  setDates,
  story,
  titleOf,
  openStory,
  openWithMap
} from './story-page';

useBrowser(WITHOUT_WEBGL);

const OPEN = titleOf('e-burn');

describe('the address holds the whole view', () => {
  test('a reload shows the same', async () => {
    const page = await viewOfManyParts();
    const before = await seen(page);
    await page.reload();
    await mapHasCome(page);
    await card(page, OPEN).waitFor();
    await expect.poll(() => seen(page), PATIENCE).toEqual(before);
    await agree(page);
  });

  test('the link that is copied shows the same in another tab', async () => {
    const page = await viewOfManyParts({ permissions: ['clipboard-read', 'clipboard-write'] });
    const before = await seen(page);
    await page.getByRole('button', { name: 'Copy link to this view' }).click();
    await page.getByRole('banner').getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link.startsWith(inject('site') + STORY)).toBe(true);
    const other = await page.context().newPage();
    await other.goto(link);
    await mapHasCome(other);
    await card(other, OPEN).waitFor();
    await expect.poll(() => seen(other), PATIENCE).toEqual(before);
  });

  test('and the story alone has none', async () => {
    const page = await openStory();
    await setDates(page, '2022-09-07', '2022-09-08');
    await hashWith(page, 'from=2022-09-07', 'to=2022-09-08');
    await parts(page).zoom.getByRole('button', { name: 'Whole story' }).click();
    await expect.poll(() => new URL(page.url()).hash, PATIENCE).toBe('');
  });

  test('scale and certainty are in it, too', async () => {
    const page = await openStory();
    const { timeline } = parts(page);
    await setDates(page, '2022-09-07', '2022-09-08');
    await timeline.getByLabel('Show events').selectOption('certainly in the window');
    await timeline.getByRole('checkbox', { name: 'True scale' }).check();
    await hashWith(page, 'sure=1', 'axis=true');
    const before = await look(page);
    await page.reload();
    await expect.poll(async () => (await look(page)).titles, PATIENCE).toEqual(before.titles);
    expect(await timeline.getByLabel('Show events').inputValue()).toBe('surely');
    expect(await timeline.getByRole('checkbox', { name: 'True scale' }).isChecked()).toBe(true);
  });
});

describe('back and forward', () => {
  test('go through what was opened', async () => {
    const page = await openWithMap();
    const [first, second] = [titleOf('e-jcpoa'), titleOf('e-usexit')];
    await row(page, first).click();
    await hashWith(page, 'event=e-jcpoa');
    await row(page, second).click();
    await hashWith(page, 'event=e-usexit');
    await page.goBack();
    await card(page, first).waitFor();
    expect(await card(page, second).count()).toBe(0);
    await page.goBack();
    await expect.poll(() => card(page, first).count(), PATIENCE).toBe(0);
    await agree(page);
    await page.goForward();
    await card(page, first).waitFor();
    await page.goForward();
    await card(page, second).waitFor();
    await agree(page);
  });

  test('restore the window that an event was opened in', async () => {
    const page = await openStory();
    await setDates(page, '2022-09-07', '2022-09-08');
    await hashWith(page, 'from=2022-09-07', 'to=2022-09-08');
    await row(page, OPEN).click();
    await hashWith(page, 'event=e-burn');
    await setDates(page, '2022-07-01', '2022-09-08');
    await hashWith(page, 'from=2022-07-01');
    await page.goBack();
    await expect.poll(async () => (await look(page)).words, PATIENCE).toBe('7–8 September 2022');
    expect(await card(page, OPEN).count()).toBe(0);
    await page.goForward();
    await card(page, OPEN).waitFor();
    expect((await agree(page, { marks: false })).dates[0]).toBe('2022-07-01');
  });

  test('come back from the page of a place to the same view', async () => {
    const page = await openStory();
    await setDates(page, '2022-09-07', '2022-09-08');
    await row(page, OPEN).click();
    await hashWith(page, 'from=2022-09-07', 'event=e-burn');
    const before = await look(page);
    await parts(page)
      .main.getByRole('link', { name: /^All \d+ sources/ })
      .click();
    await page.waitForURL(`**/${STORY}sources/`);
    await page.goBack();
    await card(page, OPEN).waitFor();
    await expect.poll(async () => (await look(page)).titles, PATIENCE).toEqual(before.titles);
  });
});

describe('a link by hand', () => {
  test('with the id of an event opens it', async () => {
    const page = await openStory({ path: `${STORY}#e-break` });
    await card(page, titleOf('e-break')).waitFor();
    expect((await agree(page, { marks: false })).titles).toHaveLength(story.events.length);
    expect(await notice(page).count()).toBe(0);
  });

  test('with the id of a place opens that', async () => {
    const page = await openStory({ path: `${STORY}#p-camp` });
    await card(page, 'Camp Ashraf 3 (MEK), near Manëz').waitFor();
    expect(await notice(page).count()).toBe(0);
  });

  test('with the id of a chapter turns to it', async () => {
    const page = await openStory({ path: `${STORY}#departure` });
    const chapter = story.chapters.find(({ id }) => id === 'departure');
    await parts(page)
      .main.getByText(english(chapter?.text ?? {}))
      .waitFor();
    expect(await notice(page).count()).toBe(0);
  });

  test('changed in the address bar shows what it says now', async () => {
    const page = await openStory({ path: `${STORY}#e-break` });
    await card(page, titleOf('e-break')).waitFor();
    await page.goto(`${inject('site')}${STORY}#e-jcpoa`);
    await card(page, titleOf('e-jcpoa')).waitFor();
  });

  test('that is broken is answered in words, and the story is there', async () => {
    const page = await openStory({ path: `${STORY}#from=yesterday&to=2022-09-08` });
    const broken = [
      ['#from=yesterday&to=2022-09-08', '“from” should be a date'],
      ['#event=e-nothing&q=barrel', 'no event called “e-nothing”'],
      ['#from=2022-09-08&to=2022-09-07', 'ends before it begins'],
      ['#flavour=salt', '“flavour” is nothing that a link here can say'],
      ['#no-such-thing', 'nothing called “no-such-thing”'],
      ['#q=%E0%A4%A', '“q” should be'],
      [`#${'x'.repeat(5000)}`, 'longer than']
    ] as const;
    for (const [hash, words] of broken) {
      await page.goto(`${inject('site')}${STORY}${hash}`);
      await expect.poll(() => notice(page).innerText(), PATIENCE).toContain(words);
      expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe(
        english(story.meta.title)
      );
      const { titles } = await agree(page, { marks: false });
      // What could be used of it was.
      if (hash.includes('q=barrel')) expect(titles).toEqual([OPEN]);
      else expect(titles).toHaveLength(story.events.length);
    }
    await notice(page).getByRole('button', { name: 'Dismiss' }).click();
    await expect.poll(() => notice(page).count(), PATIENCE).toBe(0);
  });
});

describe('links within the page', () => {
  test.each(['Skip to the list of events', 'Skip to the timeline'])(
    '%s leaves the view as it is',
    async (name) => {
      const page = await openStory();
      await setDates(page, '2022-09-07', '2022-09-08');
      await hashWith(page, 'from=2022-09-07');
      const before = await look(page);
      await page.getByRole('link', { name }).press('Enter');
      const part = name.endsWith('timeline') ? 'part-timeline' : 'part-events';
      await expect.poll(() => page.evaluate(() => document.activeElement?.id), PATIENCE).toBe(part);
      expect((await agree(page, { marks: false })).titles).toEqual(before.titles);
      // What is done next goes on from it.
      await parts(page).start.press('ArrowLeft');
      await hashWith(page, 'from=2022-09-06', 'to=2022-09-08');
    }
  );

  test('do not take the view out of the address', async () => {
    const page = await openStory();
    await setDates(page, '2022-09-07', '2022-09-08');
    await hashWith(page, 'from=2022-09-07');
    const before = await look(page);
    await page.getByRole('navigation').getByRole('link', { name: 'Events' }).click();
    await agree(page, { marks: false });
    await page.reload();
    await expect.poll(async () => (await look(page)).titles, PATIENCE).toEqual(before.titles);
  });
});

/** Window, filters, an open event and a moved map. */
async function viewOfManyParts(options: { permissions?: string[] } = {}): Promise<Page> {
  const page = await openWithMap(options);
  await setDates(page, '2022-09-07', '2022-09-08');
  await openFilters(page);
  await page.getByRole('checkbox', { name: /^Contested only/ }).check();
  await parts(page).search.fill('embassy');
  await row(page, OPEN).click();
  await mark(page, /near Tirana|at Tirana/)
    .first()
    .click();
  await hashWith(page, 'from=2022-09-07', 'to=2022-09-08', 'contested=1', 'q=embassy', 'map=');
  await hashWith(page, 'event=e-burn');
  await agree(page);
  return page;
}

/** All that a link should bring back. */
async function seen(page: Page) {
  const { words, titles, count, marks } = await look(page);
  return {
    words,
    titles,
    count,
    // Where the map looks shows in how far its marks have come together, and in its scale.
    marks: [...marks].sort(),
    scale: await page.getByText(/^Scale:/).innerText(),
    search: await parts(page).search.inputValue(),
    chips: await parts(page).chips.getByRole('button').allInnerTexts(),
    cards: await page.getByRole('heading', { level: 2, name: OPEN }).count()
  };
}

/** The address follows when the view has come to rest. */
async function hashWith(page: Page, ...pieces: string[]) {
  for (const piece of pieces) {
    await expect.poll(() => new URL(page.url()).hash, PATIENCE).toContain(piece);
  }
}

function notice(page: Page) {
  return parts(page).main.getByRole('status').filter({ hasText: 'Part of the link' });
}

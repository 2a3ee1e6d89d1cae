import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { mapLibreDraws } from './built-story';
import { STORY, useBrowser } from './reader';
import {
  agree,
  card,
  chip,
  choice,
  countOf,
  english,
  eventOf,
  look,
  mark,
  openFilters,
  parts,
  PATIENCE,
  row,
  story,
  timelineMark,
  titleOf,
  openStory,
  openWithMap
} from './story-page';

useBrowser();

const CAMP = 'Camp Ashraf 3 (MEK), near Manëz';
/** Near enough for the camp to have a mark of its own. */
const NEAR_THE_CAMP = `${STORY}#map=11/41.42/19.58`;

describe('choosing an event', () => {
  test('from the list opens its card, and marks it in list, map and timeline', async () => {
    const page = await openWithMap();
    const title = titleOf('e-campbuild');
    const before = await timelineMark(page, title).screenshot();
    await row(page, title).click();
    await card(page, title).waitFor();
    expect(await row(page, title).getAttribute('aria-current')).toBe('true');
    expect(await card(page, title).getByRole('heading', { level: 2, name: title }).count()).toBe(1);
    // What is open stands out on the map and in the timeline.
    await expect
      .poll(async () => (await timelineMark(page, title).screenshot()).equals(before), PATIENCE)
      .toBe(false);
    await expect.poll(() => ringAround(page, /near Tirana/), PATIENCE).not.toBe('none');
    await agree(page);
  });

  test('from the timeline opens the same card', async () => {
    const page = await openWithMap();
    const title = titleOf('e-usexit');
    await timelineMark(page, title).click();
    await card(page, title).waitFor();
    expect(await row(page, title).getAttribute('aria-current')).toBe('true');
    await agree(page);
  });

  test('one that is not in sight brings its place into the map', async () => {
    const page = await openWithMap({ path: NEAR_THE_CAMP });
    const title = titleOf('e-iaea');
    await row(page, title).click();
    await card(page, title).waitFor();
    await mark(page, /IAEA|Vienna/)
      .first()
      .waitFor();
    await agree(page);
  });

  test('tells when, where, who and what, and who claims what with where it stands', async () => {
    const page = await openStory();
    const title = titleOf('e-burn');
    await row(page, title).click();
    const open = card(page, title);
    await open.waitFor();
    for (const term of ['When', 'Where', 'Who', 'What']) {
      expect(await open.getByRole('term').filter({ hasText: term }).count(), term).toBe(1);
    }
    await open.getByText('Sources differ', { exact: true }).first().waitFor();
    expect(await open.getByText('Sources differ', { exact: true }).count()).toBe(
      eventOf('e-burn').disputes.length
    );
    const { claims } = eventOf('e-burn');
    for (const claim of claims) {
      expect(await open.getByText(english(claim.text)).count(), claim.id).toBeGreaterThan(0);
    }
  });

  test('the card leads to the next and the previous, in the order of the list', async () => {
    const page = await openStory();
    const { titles } = await agree(page, { marks: false });
    const [first = '', second = '', third = ''] = titles;
    await row(page, first).click();
    await card(page, first).getByRole('button', { name: 'Next event' }).click();
    await card(page, second).getByRole('button', { name: 'Next event' }).click();
    await card(page, third).getByRole('button', { name: 'Previous event' }).click();
    await card(page, second).waitFor();
    expect(await row(page, second).getAttribute('aria-current')).toBe('true');
    // Beyond the first there is nothing, and nothing closes.
    await card(page, second).getByRole('button', { name: 'Previous event' }).click();
    const back = card(page, first).getByRole('button', { name: 'Previous event', disabled: true });
    await back.waitFor();
    const focused = () => back.evaluate((button) => button === document.activeElement);
    expect(await focused()).toBe(true);
    await page.keyboard.press('Enter');
    await card(page, first).waitFor();
    expect(await focused()).toBe(true);
  });

  test('the card leads along relations, both ways', async () => {
    const page = await openStory();
    const [attack, answer] = [titleOf('e-attack'), titleOf('e-shutdown')];
    await row(page, answer).click();
    const related = card(page, answer).getByRole('listitem');
    await related.filter({ hasText: 'In response to' }).getByRole('link', { name: attack }).click();
    const back = card(page, attack).getByRole('listitem').filter({ hasText: 'Answered by' });
    await back.getByRole('link', { name: answer }).click();
    await card(page, answer).waitFor();
  });

  test('what has no place is listed beside the map, and opens from there', async () => {
    const page = await openWithMap();
    const { unplaced } = await agree(page);
    expect(unplaced).toMatch(/^\d+ events with no place on the map$/);
    await page.getByText(unplaced).click();
    const title = titleOf('e-leaks');
    await page.getByRole('link', { name: title }).first().click();
    await card(page, title).waitFor();
    await agree(page);
  });
});

describe('choosing a place', () => {
  test('on the map opens a card with all that happened there, in order', async () => {
    const page = await openWithMap({ path: NEAR_THE_CAMP });
    await mark(page, new RegExp(`^${CAMP.replace(/[()]/g, '\\$&')}, \\d+ events?$`)).click();
    const open = card(page, CAMP);
    await open.waitFor();
    const { titles } = await agree(page);
    const here = story.events.filter(({ where }) => where.some(({ place }) => place === 'p-camp'));
    const happened = open.locator('section').filter({
      has: page.getByRole('heading', { name: 'What happened here' })
    });
    const told = await happened.getByRole('link').allTextContents();
    expect(new Set(told)).toEqual(new Set(here.map(({ title }) => english(title))));
    expect(told).toEqual(titles.filter((title) => told.includes(title)));
    await mark(page, /^Camp Ashraf 3/)
      .and(page.locator('[aria-pressed="true"]'))
      .waitFor();
    for (const term of ['How exact', 'What the point rests on']) {
      expect(await open.getByRole('term').filter({ hasText: term }).count(), term).toBe(1);
    }
  });

  test('places that share a mark part when it is pressed, until one opens', async () => {
    const page = await openWithMap();
    const nato = mark(page, /^NATO headquarters, Brussels, \d/);
    const shared = mark(page, /^\d+ places near Brussels/);
    for (let presses = 0; presses < 6 && !(await nato.isVisible()); presses += 1) {
      const before = await parts(page).map.innerHTML();
      await shared.click();
      await expect.poll(() => parts(page).map.innerHTML(), PATIENCE).not.toBe(before);
      await agree(page);
    }
    await nato.click();
    await card(page, 'NATO headquarters, Brussels').waitFor();
    await agree(page);
  });

  test('from an event’s card, and from there to an event, and to what is near', async () => {
    const page = await openWithMap();
    const title = titleOf('e-campbuild');
    await row(page, title).click();
    await card(page, title).getByRole('link', { name: CAMP }).click();
    await card(page, CAMP).waitFor();
    const near = card(page, CAMP)
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'What else is near' }) });
    const away = await near.getByRole('listitem').allInnerTexts();
    expect(away[0]).toMatch(/^Manëz\s+1\.4 km away$/);
    await near.getByRole('link', { name: 'Manëz' }).click();
    await card(page, 'Manëz').waitFor();
    await agree(page);
    await card(page, 'Manëz').getByRole('link', { name: CAMP }).click();
    await card(page, CAMP).getByRole('link', { name: title }).click();
    await card(page, title).waitFor();
  });

  test('from the list of places, and it has a page of its own', async () => {
    const page = await openWithMap();
    const { main } = parts(page);
    await main.getByRole('link', { name: 'Vienna', exact: true }).click();
    await card(page, 'Vienna').getByRole('link', { name: 'Page of this place' }).click();
    await page.waitForURL(`**/${STORY}places/p-vienna/`);
    await page.getByRole('heading', { level: 1, name: 'Vienna' }).waitFor();
  });

  test('the distance to another is measured on request, and says how well both are known', async () => {
    const page = await openWithMap({ path: NEAR_THE_CAMP });
    await mark(page, /^Camp Ashraf 3/).click();
    const open = card(page, CAMP);
    const choose = open.getByLabel('Measure the distance to');
    await choose.selectOption('Tirana');
    const told = open.getByRole('status').filter({ hasText: 'in a straight line' });
    await expect
      .poll(() => told.innerText(), PATIENCE)
      .toBe(`23 km in a straight line from ${CAMP} to Tirana (known to within 500 m and 6 km).`);
    const { map } = parts(page);
    await map.getByText(/^(–|\S).*23(\.\d)? km in a straight line/).waitFor();
    await map.getByText('ends known to within 500 m and 6 km').waitFor();
    await choose.selectOption('choose a place');
    await expect.poll(() => told.count(), PATIENCE).toBe(0);
    await expect.poll(() => map.getByText('in a straight line').count(), PATIENCE).toBe(0);
  });
});

describe('closing', () => {
  test('by its button gives the focus back to the row it was opened from', async () => {
    const page = await openStory();
    const title = titleOf('e-jcpoa');
    await row(page, title).click();
    await card(page, title).getByRole('button', { name: 'Close' }).click();
    await expect.poll(() => card(page, title).count(), PATIENCE).toBe(0);
    expect(await row(page, title).getAttribute('aria-current')).toBe(null);
    await expect.poll(() => focusedName(page), PATIENCE).toBe(title);
  });

  test('by Escape as well', async () => {
    const page = await openStory();
    const title = titleOf('e-jcpoa');
    await row(page, title).press('Enter');
    await expect.poll(() => focusedName(page), PATIENCE).toBe(title);
    await page.keyboard.press('Escape');
    await expect.poll(() => card(page, title).count(), PATIENCE).toBe(0);
    await expect.poll(() => focusedName(page), PATIENCE).toBe(title);
  });

  test('of a place gives the focus back to its mark', async () => {
    const page = await openWithMap({ path: NEAR_THE_CAMP });
    await mark(page, /^Camp Ashraf 3/).press('Enter');
    await card(page, CAMP).waitFor();
    await expect.poll(() => focusedName(page), PATIENCE).toBe(CAMP);
    await page.keyboard.press('Escape');
    await expect.poll(() => card(page, CAMP).count(), PATIENCE).toBe(0);
    await expect.poll(() => focusedName(page), PATIENCE).toMatch(/^Camp Ashraf 3 .*events$/);
    await agree(page);
  });

  test('of what was opened in the timeline does not lose the focus', async () => {
    const page = await openWithMap();
    const title = titleOf('e-usexit');
    await timelineMark(page, title).click();
    await card(page, title).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => card(page, title).count(), PATIENCE).toBe(0);
    expect(await focusedName(page)).not.toBe('');
  });

  test('of a place by a click beside all marks', async () => {
    const page = await openWithMap({ path: NEAR_THE_CAMP });
    // A press that one map hears and a release that the next one hears make no click.
    await mapLibreDraws(page);
    await mark(page, /^Camp Ashraf 3/).click();
    await card(page, CAMP).waitFor();
    const box = await page.getByRole('region', { name: 'Map', exact: true }).boundingBox();
    await page.mouse.click((box?.x ?? 0) + 60, (box?.y ?? 0) + (box?.height ?? 0) - 60);
    await expect.poll(() => card(page, CAMP).count(), PATIENCE).toBe(0);
  });
});

describe('chapters', () => {
  test('one that is opened sets the window, and list and map follow; the next does the same', async () => {
    const page = await openWithMap();
    const { main } = parts(page);
    const scale = () => page.getByText(/^Scale:/).innerText();
    const whole = await scale();
    const night = chapterCalled('night');
    await main.getByRole('link', { name: night.title }).click();
    await expect.poll(async () => (await look(page)).words, PATIENCE).toBe('7–8 September 2022');
    await agree(page);
    await main.getByText(night.text).waitFor();
    await expect.poll(scale, PATIENCE).not.toBe(whole);
    await mark(page, /Former embassy of Iran, Tirana|Prime Minister|at Tirana|near Tirana/)
      .first()
      .waitFor();
    expect(await main.getByRole('link', { name: night.title }).getAttribute('aria-current')).toBe(
      'step'
    );

    const departure = chapterCalled('departure');
    await main.getByRole('button', { name: 'Next chapter' }).click();
    await main.getByText(departure.text).waitFor();
    await expect.poll(async () => (await look(page)).words, PATIENCE).toBe('8 September 2022');
    await mark(page, /NATO headquarters|Brussels/)
      .first()
      .waitFor();
    await agree(page);
    await main.getByRole('button', { name: 'Previous chapter' }).click();
    await main.getByText(night.text).waitFor();
    await agree(page);

    await main.getByRole('button', { name: 'Leave the chapter' }).click();
    await expect.poll(() => main.getByText(night.text).isVisible(), PATIENCE).toBe(false);
    expect((await agree(page)).words).toBe('7–8 September 2022');
  });

  test('lead to their events', async () => {
    const page = await openStory();
    const { main } = parts(page);
    await main.getByRole('link', { name: chapterCalled('night').title }).click();
    const title = titleOf('e-burn');
    await main.getByRole('link', { name: title }).first().click();
    await card(page, title).waitFor();
    await agree(page, { marks: false });
  });

  test('the first has none before it, the last none after it', async () => {
    const page = await openStory();
    const { main } = parts(page);
    const [first, last] = [story.chapters[0], story.chapters.at(-1)];
    await main.getByRole('link', { name: english(first?.title ?? {}) }).click();
    await main.getByRole('button', { name: 'Next chapter' }).waitFor();
    expect(await main.getByRole('button', { name: 'Previous chapter' }).count()).toBe(0);
    await main.getByRole('link', { name: english(last?.title ?? {}) }).click();
    await main.getByRole('button', { name: 'Previous chapter' }).waitFor();
    expect(await main.getByRole('button', { name: 'Next chapter' }).count()).toBe(0);
  });

  test('turning to the next keeps the focus in the chapters', async () => {
    const page = await openStory();
    const { main } = parts(page);
    await main.getByRole('link', { name: chapterCalled('night').title }).press('Enter');
    await main.getByRole('button', { name: 'Next chapter' }).press('Enter');
    await main.getByText(chapterCalled('departure').text).waitFor();
    await expect.poll(() => focusedName(page), PATIENCE).not.toBe('');
    await main.getByRole('button', { name: 'Leave the chapter' }).press('Enter');
    await expect.poll(() => focusedName(page), PATIENCE).not.toBe('');
  });
});

test('filtering by what is on the map as shown, the list follows the map', async () => {
  const page = await openWithMap();
  await openFilters(page);
  const box = choice(page, 'On the map as shown only');
  const wide = await countOf(box);
  await mark(page, /near Tirana, \d+ events/).click();
  await expect.poll(() => countOf(box), PATIENCE).toBeLessThan(wide);
  const near = await countOf(box);
  await box.check();
  await chip(page, 'On the map as shown only').waitFor();
  await expect.poll(async () => (await look(page)).titles.length, PATIENCE).toBe(near);
  await agree(page);
  expect((await look(page)).titles).not.toContain('White House backs Albania and blames Iran');

  await page.getByRole('button', { name: 'Whole story' }).first().click();
  await expect.poll(async () => (await look(page)).titles.length, PATIENCE).toBeGreaterThan(near);
  const whole = await agree(page);
  expect(whole.titles).toContain('White House backs Albania and blames Iran');
  expect(whole.unplaced, 'what has no place is not on the map').toBe('');
});

function chapterCalled(id: string) {
  const chapter = story.chapters.find((each) => each.id === id);
  if (!chapter) throw new Error(`The story has no chapter "${id}"`);
  return { title: english(chapter.title), text: english(chapter.text) };
}

/** What has the focus, by name; '' when nothing has. */
function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const { activeElement: at, body } = document;
    if (!at || at === body) return '';
    return at.getAttribute('aria-label') ?? at.textContent?.trim() ?? at.tagName;
  });
}

/** The ring drawn around a mark of the map. */
function ringAround(page: Page, name: RegExp): Promise<string> {
  return mark(page, name).evaluate((button) =>
    [...button.children].map((part) => getComputedStyle(part).outlineStyle).join()
  );
}

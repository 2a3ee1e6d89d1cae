import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { buildLookup, itemOf } from '../../src/lib/core/lookup';
import { practice as t } from '../../src/lib/i18n/en/practice';
import { bankOf } from '../../src/lib/practice/make-bank';
import { orderShare } from '../../src/lib/practice/score';
import { setOf } from '../../src/lib/practice/set';
import { expectNoViolation } from './axe';
import { story, tell } from './built-story';
import { useBrowser, visit } from './reader';

useBrowser();

const PATH = 'practice/albania-iran-2022/';
const NUMBER = 4821;
const set = setOf(bankOf(story, 'en'), NUMBER);
const lookup = buildLookup(story);
const titleOf = (event: string) => tell(itemOf(lookup.events, event).title);

async function open(options: Parameters<typeof visit>[0] = {}) {
  const page = await visit({ path: `${PATH}#set=${NUMBER}`, ...options });
  await page.getByRole('heading', { name: `Set ${NUMBER}` }).waitFor();
  return page;
}

const part = (page: Page, name: keyof typeof t.headings): Locator =>
  page.getByRole('region', { name: new RegExp(`^${t.headings[name].replace('?', '\\?')}`) });
const map = (page: Page) => page.getByRole('application');
const reached = (page: Page, name: keyof typeof t.headings, marks: number) =>
  part(page, name)
    .getByRole('heading', { level: 2 })
    .getByText(t.sectionMarks(marks), { exact: true })
    .waitFor();

/** Goes on with the Tab key until this has the focus. */
async function tabTo(page: Page, target: Locator) {
  for (let i = 0; i < 80; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The Tab key does not reach ${target}`);
}

async function press(page: Page, target: Locator, key = 'Enter') {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

describe('exercises', () => {
  it('can all be done with the keyboard alone, and store and send nothing', async () => {
    const page = await open();
    const { keyboard } = page;
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() !== 'GET' || /[?]|set=/.test(request.url())) sent.push(request.url());
    });

    // Where: by arrow keys, then by typing, then where the marker happens to be.
    const where = part(page, 'where');
    await tabTo(page, map(page));
    const position = where.getByRole('status');
    await expect.poll(() => position.textContent()).toMatch(/^Marker: .*, on (land|water)$/);
    const start = await position.textContent();
    await keyboard.press('+');
    await keyboard.press('Shift+ArrowRight');
    await keyboard.press('ArrowDown');
    await expect.poll(() => position.textContent()).not.toBe(start);
    await keyboard.press('Enter');
    const told = where.locator('.done');
    await told.getByText(/^Your point is [\d,.]+ k?m from the point of/).waitFor();
    await press(page, where.getByRole('button', { name: t.where.next }));
    const [, second, third] = set.where;
    expect(
      await where.getByRole('heading', { level: 3, name: titleOf(second?.event ?? '') }).count()
    ).toBe(1);
    // No position, no answer: the browser leads to the field and says what is wrong, however it is placed.
    const latitude = where.getByLabel(t.where.latitude);
    const longitude = where.getByLabel(t.where.longitude);
    const kept = await longitude.inputValue();
    for (const wrong of ['', '95']) {
      await latitude.fill(wrong);
      for (const target of [where.getByRole('button', { name: t.where.place }), map(page)]) {
        await target.focus();
        await keyboard.press('Enter');
        await expect
          .poll(() => latitude.evaluate((field) => field === document.activeElement))
          .toBe(true);
      }
    }
    expect(await told.count()).toBe(0);
    // Moved on the map, the marker is what counts, and what the fields hold.
    await map(page).focus();
    await keyboard.press('ArrowRight');
    await expect.poll(() => latitude.inputValue()).not.toBe('95');
    expect(await longitude.inputValue()).not.toBe(kept);
    for (const spot of [second, third]) {
      const [lon, lat] = spot?.places[0].point ?? [0, 0];
      await tabTo(page, latitude);
      await keyboard.type(String(lat));
      await tabTo(page, longitude);
      await keyboard.type(String(lon));
      await press(page, where.getByRole('button', { name: t.where.place }));
      await told.getByText('Right: 100 of 100').waitFor();
      const name = tell(itemOf(lookup.places, spot?.places[0].place ?? '').names);
      expect(await told.textContent()).toContain(name);
      expect(await told.locator('.citations a').count()).toBeGreaterThan(0);
      const next = where.getByRole('button', { name: t.where.next });
      if (spot === second) await press(page, next);
      else expect(await next.count()).toBe(0);
    }

    // When: into an order that the dates allow.
    const when = part(page, 'when');
    expect(orderShare(set.when)).toBeLessThan(1);
    const order = set.when.map(({ event }) => event);
    const right = [...set.when].sort((a, b) => a.to - b.to).map(({ event }) => event);
    for (const [to, event] of right.entries()) {
      const from = order.indexOf(event);
      if (from === to) continue;
      const earlier = when.getByRole('button', { name: `Earlier: ${titleOf(event)}` });
      await earlier.focus();
      for (let at = from; at > to; at--) await keyboard.press('Space');
      order.splice(to, 0, ...order.splice(from, 1));
      await when.getByText(t.when.moved(titleOf(event), to + 1, order.length)).waitFor();
      // What was moved keeps the focus.
      expect(await earlier.evaluate((button) => button === document.activeElement)).toBe(true);
    }
    await press(page, when.getByRole('button', { name: t.check }));
    await when.getByText(t.when.right).waitFor();
    await reached(page, 'when', 100);

    // Who: each first by nobody, which the browser itself refuses.
    const who = part(page, 'who');
    await who.getByRole('button', { name: t.check }).focus();
    await keyboard.press('Enter');
    expect(await who.getByText(t.who.theirs).count()).toBe(0);
    for (const [i, { speaker, stance }] of set.who.entries()) {
      const claim = who.getByRole('group', { name: t.who.claim(i + 1) });
      const select = claim.getByLabel(t.who.speaker);
      await select.focus();
      const steps = set.speakers.findIndex(({ id }) => id === speaker) + 1;
      for (let step = 0; step < steps; step++) await keyboard.press('ArrowDown');
      // A wrong stance once: a quarter of a half of the marks.
      const stances = ['asserts', 'denies', 'reports', 'opines'];
      const chosen = stances[(stances.indexOf(stance) + (i === 0 ? 1 : 0)) % 4];
      await press(page, claim.locator(`input[value=${stances[0]}]`), 'Space');
      for (let step = 0; step < stances.indexOf(chosen ?? ''); step++)
        await keyboard.press('ArrowDown');
    }
    await press(page, who.getByRole('button', { name: t.check }));
    await reached(page, 'who', 87);
    expect(await who.getByText('Partly right: 50 of 100').count()).toBe(1);
    expect(await who.locator('.claim .citations').count()).toBe(set.who.length);

    // How sure: the right ones.
    const sure = part(page, 'sure');
    for (const [i, task] of set.sure.entries()) {
      const { answer } = task;
      if (task.of === 'place') {
        // What the answer rests on is there before it.
        const { names, basis } = itemOf(lookup.places, task.place);
        const asked = sure.locator('.item').nth(i);
        await asked.getByText(t.sure.placeNamed(tell(names))).waitFor();
        await asked.getByText(tell(basis)).waitFor();
      }
      const radios = sure.locator(`input[name=sure-${i}]`);
      const values = await radios.evaluateAll((all) =>
        all.map((each) => (each as HTMLInputElement).value)
      );
      await press(page, radios.first(), 'Space');
      for (let step = 0; step < values.indexOf(answer); step++) await keyboard.press('ArrowDown');
    }
    await press(page, sure.getByRole('button', { name: t.check }));
    await reached(page, 'sure', 100);

    const results = page.getByRole('region', { name: t.results.heading });
    await results.getByText(t.results.of(4, 4)).waitFor();
    expect(await results.getByRole('row', { name: /^All together \d+ of 100$/ }).count()).toBe(1);
    await expectNoViolation(page);

    // What a link leads to is read beside the answers, not in their stead.
    const links = page.getByRole('region', { name: /\?/ }).getByRole('link');
    const opened = await links.evaluateAll((all) =>
      all.map((link) => [
        (link as HTMLAnchorElement).target,
        (link as HTMLAnchorElement).relList.contains('noopener'),
        document.getElementById(link.getAttribute('aria-describedby') ?? '')?.textContent
      ])
    );
    expect(opened.length).toBeGreaterThan(15);
    for (const each of opened) expect(each).toEqual(['_blank', true, t.newTab]);
    const [tab] = await Promise.all([
      page.context().waitForEvent('page'),
      when.getByRole('link', { name: titleOf(set.when[0]?.event ?? '') }).click()
    ]);
    await tab.waitForURL((url) => url.pathname.endsWith('/stories/albania-iran-2022/'));
    await tab.close();
    expect(await results.getByText(t.results.of(4, 4)).isVisible()).toBe(true);

    // On paper: what was reached, and nothing to press.
    await page.emulateMedia({ media: 'print', colorScheme: 'light' });
    expect(await results.getByRole('row').first().isVisible()).toBe(true);
    expect(await where.getByText('Right: 100 of 100').filter({ visible: true }).count()).toBe(2);
    expect(await page.getByRole('button').filter({ visible: true }).count()).toBe(0);
    expect(await map(page).isVisible()).toBe(false);
    await page.emulateMedia({ media: 'screen' });

    expect(sent).toEqual([]);
    expect(await page.context().cookies()).toEqual([]);
    expect(
      await page.evaluate(async () => [localStorage.length, (await indexedDB.databases()).length])
    ).toEqual([0, 0]);

    // The same again, and another set.
    await results.getByRole('button', { name: t.results.again }).click();
    await map(page).waitFor();
    await results.getByText(t.results.of(0, 4)).waitFor();
    // Whoever reads on does so from the first exercise.
    const first = where.getByRole('heading', { level: 2 });
    expect(await first.evaluate((heading) => heading === document.activeElement)).toBe(true);
    expect(await first.evaluate((heading) => heading.getBoundingClientRect().top)).toBeGreaterThan(
      -1
    );
    await page.getByRole('button', { name: t.newSet }).click();
    await expect.poll(() => page.url()).toMatch(/#set=\d+$/);
    expect(page.url()).not.toContain(`#set=${NUMBER}`);
    await page.goBack();
    await page.getByRole('heading', { name: `Set ${NUMBER}` }).waitFor();
  });

  it('are the same set for everybody, by link or by number', async () => {
    const texts = [];
    for (const [locale, timezoneId] of [
      ['en-US', 'America/Los_Angeles'],
      ['fa-IR', 'Asia/Tehran']
    ] as const) {
      const page = await open({ locale, timezoneId });
      await page
        .getByText(/^Marker: .*, on (land|water)$/)
        .first()
        .waitFor();
      texts.push(await page.getByRole('main').innerText());
    }
    expect(texts[0]).toBe(texts[1]);
    for (const { event } of set.when) expect(texts[0]).toContain(titleOf(event));

    const page = await open({
      permissions: ['clipboard-read', 'clipboard-write']
    });
    const field = page.getByLabel(t.numberLabel);
    await field.fill('none');
    await field.press('Enter');
    await page.getByRole('alert').getByText(t.noSet).waitFor();
    await field.fill('12');
    await field.press('Enter');
    await page.getByRole('heading', { name: 'Set 12', exact: true }).waitFor();
    await page.getByRole('button', { name: t.copyLink }).click();
    await page.getByText(t.copied).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
    expect(page.url()).toMatch(/#set=12$/);
  });

  it('fit a phone and can be done with a finger or a mouse', async () => {
    const page = await open({ viewport: { width: 320, height: 640 } });
    const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    await map(page).waitFor();
    expect(await fits()).toBe(true);
    await expectNoViolation(page);

    const where = part(page, 'where');
    const shown = where.locator('.here');
    const before = await shown.textContent();
    await map(page).click({ position: { x: 60, y: 60 } });
    await expect.poll(() => shown.textContent()).not.toBe(before);
    const box = await map(page).boundingBox();
    const { x, y } = box ?? { x: 0, y: 0 };
    const clicked = await shown.textContent();
    await page.mouse.move(x + 60, y + 60);
    await page.mouse.down();
    await page.mouse.move(x + 120, y + 110, { steps: 4 });
    await page.mouse.up();
    expect(await shown.textContent()).not.toBe(clicked);
    await where.getByRole('button', { name: t.where.place }).click();
    await where
      .locator('.done')
      .getByText(/^Your point is/)
      .waitFor();

    const rows = part(page, 'when').getByRole('listitem');
    const first = await rows.first().locator('.what').textContent();
    await rows.first().scrollIntoViewIfNeeded();
    await rows.nth(2).scrollIntoViewIfNeeded();
    const grip = await rows.first().locator('.grip').boundingBox();
    const target = await rows.nth(2).boundingBox();
    await page.mouse.move((grip?.x ?? 0) + 10, (grip?.y ?? 0) + 10);
    await page.mouse.down();
    await page.mouse.move((grip?.x ?? 0) + 10, (target?.y ?? 0) + (target?.height ?? 0) - 8, {
      steps: 8
    });
    await page.mouse.up();
    expect(await rows.nth(2).locator('.what').textContent()).toBe(first);
    await part(page, 'when').getByRole('button', { name: t.check }).click();
    expect(await fits()).toBe(true);
  });

  it('say what they are where no script runs, and lead to the story', async () => {
    const page = await visit({ path: PATH, javaScriptEnabled: false });
    expect(await page.locator('noscript p').innerText()).toBe(t.withoutScript);
    expect(await page.getByText(t.what.sure).isVisible()).toBe(true);
    await page.getByRole('link', { name: t.readStory }).click();
    await page.waitForURL((url) => url.pathname.endsWith('/stories/albania-iran-2022/'));
  });
});

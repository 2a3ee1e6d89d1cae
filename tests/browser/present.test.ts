import type { Locator, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { buildLookup } from '../../src/lib/core/lookup';
import { stepsOf } from '../../src/lib/present/steps';
import { expectNoViolation } from './axe';
import { mapItself, mapLibreFile, marks, PATIENCE, story, tell } from './built-story';
import { useBrowser, visit } from './reader';

useBrowser();

const PATH = 'present/albania-iran-2022/';
const lookup = buildLookup(story);
const steps = stepsOf(story, lookup, 'en');
const LAST = steps.length;
const first = (kind: string) => steps.findIndex((step) => step.kind === kind) + 1;
const [DISPUTE, QUESTION] = [first('dispute'), first('question')];
const titleOf = (n: number) => steps[n - 1]?.title ?? '';
const secondChapter =
  steps.findIndex((step) => 'chapter' in step && step.chapter === story.chapters[1]?.id) + 1;

const heading = (page: Page) => page.getByRole('heading', { level: 1 });
const spoken = (page: Page): Locator => page.getByRole('status').filter({ hasText: /^Step \d/ });
const at = (page: Page) => page.evaluate(() => location.hash);

async function open(options: Parameters<typeof visit>[0] = {}) {
  const page = await visit({ path: PATH, viewport: { width: 1024, height: 768 }, ...options });
  await page.getByRole('main', { name: 'Presentation' }).waitFor();
  return page;
}

async function onStep(page: Page, n: number) {
  await expect.poll(() => at(page)).toBe(`#step=${n}`);
  expect(await spoken(page).textContent()).toContain(`Step ${n} of ${LAST}`);
}

describe('the presentation of a story', () => {
  it('does what each key says', async () => {
    const page = await open();
    const { keyboard } = page;
    expect(await heading(page).textContent()).toBe(tell(story.meta.title));
    const presses: [string, number][] = [
      ['ArrowRight', 2],
      ['Space', 3],
      ['PageDown', 4],
      ['ArrowLeft', 3],
      ['PageUp', 2],
      ['End', LAST],
      ['ArrowRight', LAST],
      ['Home', 1],
      ['ArrowLeft', 1],
      ['Shift+ArrowRight', 2],
      ['Shift+ArrowRight', secondChapter],
      ['Shift+ArrowLeft', 2],
      ['Shift+Space', 1]
    ];
    for (const [key, step] of presses) {
      const before = await at(page);
      await keyboard.press(key);
      if (before !== '' || step !== 1) await onStep(page, step);
      expect(await heading(page).textContent()).toBe(titleOf(step));
    }

    const blank = page.getByRole('button', { name: 'The screen is blank. Show it again' });
    for (const [key, colour] of [
      ['b', 'rgb(0, 0, 0)'],
      ['w', 'rgb(255, 255, 255)']
    ] as const) {
      await keyboard.press(key);
      expect(await blank.evaluate((e) => getComputedStyle(e).backgroundColor)).toBe(colour);
      expect(await blank.evaluate((e) => e.getBoundingClientRect().width)).toBe(1024);
      await keyboard.press(key);
      await blank.waitFor({ state: 'detached' });
    }
    await keyboard.press('b');
    await blank.waitFor();
    await keyboard.press('Escape');
    await blank.waitFor({ state: 'detached' });

    await keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(true);
    await keyboard.press('f');
    await expect.poll(() => page.evaluate(() => document.fullscreenElement !== null)).toBe(false);

    await keyboard.press('g');
    const list = page.getByRole('dialog', { name: 'Go to a step' });
    await list.waitFor();
    // A dialog keeps its keys to itself.
    await keyboard.press('b');
    expect(await blank.count()).toBe(0);
    await list.getByRole('button', { name: titleOf(QUESTION) }).click();
    await onStep(page, QUESTION);
    expect(await list.count()).toBe(0);

    await keyboard.press('?');
    const help = page.getByRole('dialog', { name: 'Tools and keys' });
    await help.waitFor();
    await keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    expect(page.url()).toContain(PATH);

    await keyboard.press('l');
    await page.getByRole('button', { name: 'Switch the light off' }).waitFor();
    await page.mouse.move(300, 200);
    await keyboard.press('p');
    const away = page.getByRole('button', { name: 'Put the pen away' });
    await away.waitFor();
    await page.mouse.down();
    await page.mouse.move(420, 320, { steps: 4 });
    await page.mouse.up();
    const line = page.locator('.pen path');
    expect(await line.getAttribute('d')).toMatch(/^M300,200L.*420,320$/);
    // What is drawn goes by itself.
    await line.waitFor({ state: 'detached', timeout: 10_000 });
    await keyboard.press('Escape');
    await away.waitFor({ state: 'detached' });

    // Without single letters, which speech and slips of the hand can press.
    await keyboard.press('?');
    await help
      .getByRole('checkbox', { name: 'Keys of one letter, such as B and N, work' })
      .uncheck();
    await keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
    await keyboard.press('b');
    await keyboard.press('ArrowRight');
    await expect.poll(() => page.url()).toContain(`?keys=off#step=${QUESTION + 1}`);
    expect(await blank.count()).toBe(0);

    await keyboard.press('Escape');
    await page.waitForURL((url) => url.pathname.endsWith('/stories/albania-iran-2022/'));
  });

  it('has the colours of its map before MapLibre comes', async () => {
    const page = await open({
      path: `${PATH}#step=2`,
      expectErrors: true,
      before: (page) => page.route(new RegExp(mapLibreFile()), (route) => route.abort())
    });
    const fills = () =>
      mapItself(page)
        .locator('path')
        .evaluateAll((paths) => paths.map((path) => getComputedStyle(path).fill));
    await expect.poll(async () => (await fills()).length).toBeGreaterThan(0);
    expect(await fills()).not.toContain('rgb(0, 0, 0)');
  });

  it('keeps the step in the address, and Back goes back', async () => {
    const page = await open({ path: `${PATH}?reveal=speakers&keys=off#step=${DISPUTE}` });
    expect(await heading(page).textContent()).toBe(titleOf(DISPUTE));
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await onStep(page, DISPUTE + 1);
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await onStep(page, DISPUTE);
    await page.goBack();
    await onStep(page, DISPUTE + 1);
    await page.goBack();
    await onStep(page, DISPUTE);
    await page.evaluate(() => (location.hash = '#step=2'));
    await onStep(page, 2);
    expect(new URL(page.url()).search).toBe('?reveal=speakers&keys=off');

    // On paper there is room for all of it.
    const printed = page.getByRole('main').locator(':scope > ol > li');
    await page.emulateMedia({ media: 'print' });
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
    await expect.poll(() => printed.count()).toBe(LAST);
    expect(await printed.last().isVisible()).toBe(true);
    expect(await page.getByRole('main', { name: 'Presentation' }).count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.getByRole('main', { name: 'Presentation' }).waitFor();
    expect(await page.locator('ol > li > h2').count()).toBe(0);
  });

  it('hides what it is told to until asked, as a rule and on a single step', async () => {
    const page = await open({ path: `${PATH}?reveal=titles,places,speakers#step=${DISPUTE}` });
    const { keyboard } = page;
    const main = page.getByRole('main');
    const step = steps[DISPUTE - 1];
    const claims = story.events
      .flatMap((event) => event.claims)
      .filter((claim) => step?.kind === 'dispute' && claim.dispute === step.dispute);
    const [claim] = claims;
    const source = lookup.citations.get(claim?.citations[0]?.citation ?? '')?.publisher ?? '';
    const told = async () => (await main.textContent()) ?? '';

    await mapItself(page).waitFor(PATIENCE);
    expect(await heading(page).textContent()).toBe('What happened here?');
    expect(await spoken(page).textContent()).not.toContain(titleOf(DISPUTE));
    expect(await told()).toContain(tell(claim?.text ?? {}));
    expect(await told()).not.toContain(source);
    expect(await main.getByText('Who says so?').count()).toBe(claims.length);
    expect(await main.getByText('Where was it?').count()).toBe(1);
    expect(await marks(page).count()).toBe(0);

    await keyboard.press('r');
    await expect.poll(() => heading(page).textContent()).toBe(titleOf(DISPUTE));
    expect(await told()).toContain(source);
    expect(await main.getByText('Where was it?').count()).toBe(0);
    expect(await marks(page).count()).toBeGreaterThan(0);
    await page.getByRole('button', { name: 'Hide again' }).click();
    expect(await heading(page).textContent()).toBe('What happened here?');

    await keyboard.press('?');
    const here = page.getByRole('group', { name: 'On this step' });
    await here.getByRole('checkbox', { name: 'Titles' }).uncheck();
    await keyboard.press('Escape');
    await expect.poll(() => heading(page).textContent()).toBe(titleOf(DISPUTE));
    expect(await at(page)).toBe(`#step=${DISPUTE}&reveal=places,speakers`);
    await keyboard.press('ArrowLeft');
    await onStep(page, DISPUTE - 1);
    expect(await heading(page).textContent()).toBe('What happened here?');

    // A good answer is never told before it is asked for.
    await page.evaluate((n) => (location.hash = `#step=${n}`), QUESTION);
    await onStep(page, QUESTION);
    const question = story.chapters[0]?.questions[0];
    expect(await told()).toContain(tell(question?.text ?? {}));
    expect(await told()).not.toContain(tell(question?.answer ?? {}));
    await keyboard.press('r');
    await expect.poll(told).toContain(tell(question?.answer ?? {}));
  });

  it('keeps two windows in step, either of which can be closed and opened again', async () => {
    const page = await open({ path: `${PATH}?reveal=speakers#step=2` });
    const popup = page.waitForEvent('popup');
    await page.keyboard.press('n');
    let notes = await popup;
    const notesUrl = notes.url();
    const noted = () => notes.getByRole('heading', { level: 1 });
    await notes.getByText('Elapsed').waitFor();
    // It comes to where the presentation is, with what it hides, and may make the first turn.
    expect(notesUrl).toMatch(/\/notes\/\?reveal=speakers#step=2$/);
    expect(await noted().textContent()).toBe(titleOf(2));
    await notes.keyboard.press('PageDown');
    await onStep(page, 3);
    expect(new URL(page.url()).search).toBe('?reveal=speakers');
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => at(notes)).toBe('#step=4');

    for (let n = 4; n < DISPUTE; n++) await notes.keyboard.press('PageDown');
    await onStep(page, DISPUTE);
    expect(await noted().textContent()).toBe(titleOf(DISPUTE));
    await notes.getByText('Hidden from the class: Who says what').waitFor();
    await notes.setViewportSize({ width: 800, height: 300 });
    const scrolled = () => notes.evaluate(() => scrollY);
    await notes.evaluate(() => scrollTo(0, 200));
    expect(await scrolled()).toBeGreaterThan(100);
    await notes.keyboard.press('PageDown');
    await expect.poll(scrolled).toBe(0);
    await notes.keyboard.press('PageUp');
    expect(await notes.getByText(titleOf(DISPUTE + 1)).count()).toBeGreaterThan(0);
    const step = steps[DISPUTE - 1];
    const event = lookup.events.get(step?.kind === 'dispute' ? step.event : '');
    const links = notes.getByRole('main').getByRole('link');
    await links.first().waitFor();
    const all =
      (await links.evaluateAll((found) => found.map((a) => a.getAttribute('href')))) ?? [];
    for (const { citations } of event?.claims ?? [])
      for (const { citation } of citations) {
        const { archived, url } = lookup.citations.get(citation) ?? {};
        const address = archived ?? url;
        if (address) expect(all).toContain(address);
      }
    await notes.getByRole('button', { name: 'Reveal' }).click();
    await expect.poll(() => page.getByText('Who says so?').count()).toBe(0);
    await notes.getByRole('button', { name: 'Black screen' }).click();
    await page.getByRole('button', { name: 'The screen is blank. Show it again' }).click();
    await expect
      .poll(() => notes.getByRole('button', { name: 'Black screen' }).getAttribute('aria-pressed'))
      .toBe('false');
    await expectNoViolation(notes);

    await notes.close();
    await page.keyboard.press('PageDown');
    await onStep(page, DISPUTE + 1);
    notes = await page.context().newPage();
    await notes.goto(notesUrl);
    await expect.poll(() => noted().textContent()).toBe(titleOf(DISPUTE + 1));
    await page.reload();
    await onStep(page, DISPUTE + 1);
    await notes.getByRole('button', { name: 'Back' }).click();
    await onStep(page, DISPUTE);
  });

  it('has room on a projector for the steps that say the most, at either size', async () => {
    const longest = (of: (step: (typeof steps)[number]) => number) =>
      steps.map(of).reduce((best, size, i, all) => (size > (all[best] ?? 0) ? i : best), 0) + 1;
    const questions = new Map(
      story.chapters.flatMap((chapter) => chapter.questions.map((each) => [each.id, each]))
    );
    const fullest = [
      1,
      longest((step) => (step.kind === 'chapter' ? step.text.length : 0)),
      longest((step) =>
        step.kind === 'dispute'
          ? (lookup.events.get(step.event)?.claims.filter(({ dispute }) => dispute === step.dispute)
              .length ?? 0)
          : 0
      ),
      longest((step) =>
        step.kind === 'question' ? (questions.get(step.question)?.cites.length ?? 0) : 0
      ),
      longest((step) =>
        step.kind === 'question' ? tell(questions.get(step.question)?.answer ?? {}).length : 0
      )
    ];
    expect(new Set(fullest).size).toBeGreaterThanOrEqual(4);
    const page = await open();
    for (const viewport of [
      { width: 1024, height: 768 },
      { width: 1920, height: 1080 }
    ]) {
      await page.setViewportSize(viewport);
      for (const n of fullest) {
        await page.evaluate((n) => (location.hash = `#step=${n}`), n);
        await onStep(page, n);
        await page.keyboard.press('r');
        const words = page.getByRole('group', { name: titleOf(n), exact: true });
        const cut = () => words.evaluate((e) => e.scrollHeight - e.clientHeight);
        await expect.poll(cut, { message: `cut off on step ${n} at ${viewport.width}` }).toBe(0);
        const height = (part: Locator) =>
          part.evaluate((e) => parseFloat(getComputedStyle(e).fontSize) / innerHeight);
        // What the back row of a classroom reads of what is told, and of what each side says.
        const text = words.locator('.text');
        if (await text.count()) expect(await height(text)).toBeGreaterThan(1 / 38);
        for (const said of await words.locator('.what').all())
          expect(await height(said), `step ${n} at ${viewport.width}`).toBeGreaterThan(1 / 75);
      }
    }
  });

  it('has no barrier, in light or in dark', async () => {
    const page = await open({ path: `${PATH}#step=${DISPUTE}` });
    await marks(page).first().waitFor(PATIENCE);
    await expectNoViolation(page);
    await page.keyboard.press('g');
    await page.getByRole('dialog').waitFor();
    await expectNoViolation(page);
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog').waitFor();
    await expectNoViolation(page);
    await page.keyboard.press('Escape');
    // Twice as large on a small screen.
    await page.setViewportSize({ width: 320, height: 640 });
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await onStep(page, DISPUTE + 1);
    await expectNoViolation(page);
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBeLessThanOrEqual(320);
  });

  it('goes on and back under a finger', async () => {
    const page = await open({
      path: `${PATH}#step=2`,
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true
    });
    const words = page.getByRole('group', { name: titleOf(2) });
    const box = await words.boundingBox();
    const sweep = async (dx: number) => {
      const y = (box?.y ?? 0) + 80;
      const touch = await page.context().newCDPSession(page);
      const points = (x: number) => [{ x, y }];
      await touch.send('Input.dispatchTouchEvent', {
        type: 'touchStart',
        touchPoints: points(195)
      });
      for (const part of [0.3, 0.6, 1])
        await touch.send('Input.dispatchTouchEvent', {
          type: 'touchMove',
          touchPoints: points(195 + part * dx)
        });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    };
    await sweep(-120);
    await onStep(page, 3);
    await sweep(120);
    await onStep(page, 2);
    for (const name of ['Next', 'Back']) {
      const size = await page.getByRole('button', { name, exact: true }).boundingBox();
      expect(size?.height).toBeGreaterThanOrEqual(44);
      expect(size?.width).toBeGreaterThanOrEqual(120);
    }
  });

  it('is a list of all steps where no script runs, with answers to open', async () => {
    const page = await visit({ path: PATH, javaScriptEnabled: false });
    const items = page.getByRole('main').locator(':scope > ol > li');
    expect(await items.count()).toBe(LAST);
    const text = ((await page.getByRole('main').textContent()) ?? '').replace(/\s+/g, ' ');
    for (const step of steps) {
      expect(text).toContain(step.title);
      if (step.kind === 'chapter') expect(text).toContain(step.text);
    }
    for (const { answer } of story.chapters.flatMap(({ questions }) => questions))
      expect(text).toContain(tell(answer));
    expect(await page.getByText('What a good answer would say').first().isVisible()).toBe(true);
    expect(await page.locator('details[open]').count()).toBe(0);
    expect(await page.getByRole('link', { name: 'The story' }).getAttribute('href')).toMatch(
      /stories\/albania-iran-2022\/$/
    );
  });
});

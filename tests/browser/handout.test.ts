import type { Page } from 'playwright-core';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, it } from 'vitest';
import { partBox, PARTS, SHORT, chapterBox, type Part } from '../../src/lib/handout/choices';
import { sheetsOf } from '../../src/lib/handout/sheets';
import { handout as t } from '../../src/lib/i18n/en/handout';
import { expectNoViolation } from './axe';
import { story, tell } from './built-story';
import { useBrowser, visit } from './reader';

useBrowser();

const PATH = 'stories/albania-iran-2022/handout/';
const FORMATS = ['A4', 'Letter'] as const;
const CITING = ['events', 'claims', 'answers'] as const;
const sheets = sheetsOf(story);
const chapters = story.chapters.map((_, i) => chapterBox(i + 1));

/** Sheets are for readers without scripts as well: all is tried without. */
const open = () => visit({ path: PATH, javaScriptEnabled: false });

async function tick(page: Page, ids: readonly string[], on = true) {
  for (const id of ids) await page.locator(`#${id}`).setChecked(on);
}

async function choose(page: Page, parts: readonly Part[]) {
  for (const part of PARTS) await tick(page, [partBox(part)], parts.includes(part));
}

/** The text of each page, without what paper does to it. */
async function print(page: Page, format: (typeof FORMATS)[number]): Promise<string[]> {
  const file = await page.pdf({ format });
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(file)));
  return text.map(bare);
}

/** In some fonts an apostrophe is the same drawing as a letter, and is read as that. */
const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u02bb\u02bc]/g, (mark) => (mark === '\u02bb' ? '‘' : '’'))
    .replace(/\s+/g, '');

const printed = {
  events: story.events.map(({ title }) => tell(title)),
  claims: story.events.flatMap(({ disputes, claims }) => [
    ...disputes.map(({ topic }) => tell(topic)),
    ...claims.filter(({ dispute }) => dispute !== null).map(({ text }) => tell(text))
  ]),
  parties: story.parties.map(({ names }) => tell(names)),
  questions: story.chapters.flatMap(({ questions }) => questions.map(({ text }) => tell(text))),
  answers: story.chapters.flatMap(({ questions }) => questions.map(({ answer }) => tell(answer)))
};

describe('the handout of a story', () => {
  it.each(FORMATS)('as it is first ticked takes at most four pages of %s', async (format) => {
    const page = await open();
    const pages = await print(page, format);
    expect(pages.length).toBeLessThanOrEqual(4);
    const title = bare(tell(story.meta.title));
    for (const [i, text] of pages.entries()) {
      expect(text.match(new RegExp(title, 'g'))?.length, `page ${i + 1}`).toBe(i === 0 ? 2 : 1);
      expect(text).toContain(bare(`${i + 1} / ${pages.length}`));
    }
    expect(pages.join('')).not.toContain(bare(t.choose.how));
    for (const { events, questions } of story.chapters) {
      const first = story.events.find(({ id }) => id === events[0]);
      expect(pages.join('')).toContain(bare(tell(first?.title ?? {})));
      expect(pages.join('')).toContain(bare(tell(questions[0]?.text ?? {})));
    }
  });

  it('in full has every event, party, question, answer and side, each whole on one page', async () => {
    const page = await open();
    await choose(page, PARTS);
    await tick(page, [SHORT], false);
    const pages = await print(page, 'A4');
    for (const [part, texts] of Object.entries(printed)) {
      const split = texts.filter((text) => !pages.some((own) => own.includes(bare(text))));
      expect(split, part).toEqual([]);
    }
    expect(pages.at(-1)).toContain(bare(printed.answers.at(-1) ?? ''));
    const key = pages.findIndex((text) => text.includes(bare(t.answers.note)));
    expect(pages.slice(0, key).join('')).not.toContain(bare(printed.answers[0] ?? ''));
    expect(pages[key]).not.toContain(bare(t.sources.note));
    // Letters that run from right to left are read in another order.
    const listed = sheets.sources.filter(
      ({ citation: { language }, ...uses }) =>
        language !== 'fa' && CITING.some((part) => uses[part].in.length > 0)
    );
    const missing = listed.filter(({ citation }) => !pages.join('').includes(bare(citation.title)));
    expect(missing.map(({ citation }) => citation.title)).toEqual([]);
  });

  it('has what is ticked and no more', async () => {
    const page = await open();
    const all = (await print(page, 'A4')).length;
    await choose(page, ['questions']);
    const questions = await print(page, 'A4');
    expect(questions.length).toBeLessThan(all);
    expect(questions.join('')).not.toContain(bare(t.maps.numbers));
    await tick(page, chapters, false);
    await tick(page, [chapters[4] ?? '']);
    await tick(page, [SHORT], false);
    const own = await print(page, 'A4');
    expect(own).toHaveLength(1);
    const shown = printed.questions.filter((text) => own[0]?.includes(bare(text)));
    expect(shown).toEqual(story.chapters[4]?.questions.map(({ text }) => tell(text)));
    await choose(page, ['blank', 'answers']);
    const two = await print(page, 'A4');
    expect(two).toHaveLength(2);
    expect(two[0]).toContain(bare(t.maps.blankTimeline));
    expect(two[1]).toContain(bare(t.part.answers));
  });

  it('is set in ten points or more, black on white, and nothing is wider than the paper', async () => {
    const page = await visit({ path: PATH, colorScheme: 'dark' });
    await choose(page, PARTS);
    await tick(page, [SHORT], false);
    await page.emulateMedia({ media: 'print' });
    for (const width of [678, 703]) {
      await page.setViewportSize({ width, height: 1000 });
      const found = await page.evaluate(layout);
      expect(found.small).toEqual([]);
      expect(found.wide).toEqual([]);
      expect(found.pale).toEqual([]);
    }
  });

  it('is accessible, and fits a narrow screen', async () => {
    const page = await visit({ path: PATH });
    await choose(page, PARTS);
    await expectNoViolation(page);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});

describe('the page for teachers', () => {
  it('is accessible, fits a narrow screen, and leads to pages that are there', async () => {
    const page = await visit({ path: 'teach/albania-iran-2022/' });
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(
      tell(story.meta.title)
    );
    await page.locator('summary').click();
    await expectNoViolation(page);
    const links = await page
      .getByRole('main')
      .getByRole('link')
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    const topics = story.events.flatMap(({ id, disputes }) => disputes.map(() => id));
    const hashes = links.flatMap((link) => new URL(link).hash.slice(1) || []);
    const steps = hashes.filter((hash) => hash.startsWith('step='));
    expect(steps).toHaveLength(story.chapters.length);
    expect(hashes.filter((hash) => !steps.includes(hash)).sort()).toEqual(topics.sort());
    for (const link of new Set(links.map((link) => link.replace(/#.*/, ''))))
      expect((await page.request.get(link)).status(), link).toBe(200);
    expect(links).toContain(new URL(`../../${PATH}`, page.url()).href);
    const minutes = (await page.locator('tbody .number').allTextContents()).map(Number);
    expect(minutes).toHaveLength(story.chapters.length);
    await page.setViewportSize({ width: 320, height: 640 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });

  it('is found from the front page, and leads on to the maps of the handout', async () => {
    const page = await visit({ path: '' });
    await page.getByRole('link', { name: /^For teachers/ }).click();
    await page.getByRole('link', { name: 'Handout', exact: true }).click();
    for (const name of [t.maps.whole, t.maps.near('Tirana')])
      await page.getByRole('img', { name, exact: true }).waitFor();
  });
});

/** Runs in the page: what is set too small, sticks out, or is too pale on white paper. */
function layout() {
  const small: string[] = [];
  const wide: string[] = [];
  const pale: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    const text = node.textContent?.trim();
    if (!text || !element?.checkVisibility() || element.closest('title, .visually-hidden'))
      continue;
    const { fontSize, color, fill } = getComputedStyle(element);
    const drawing = element.closest('svg');
    const scale = drawing ? drawing.clientWidth / drawing.viewBox.baseVal.width : 1;
    if (parseFloat(fontSize) * scale < (10 * 96) / 72 - 0.02) small.push(`${text}: ${fontSize}`);
    const [red = 0, green = 0, blue = 0] = ((drawing ? fill : color).match(/[\d.]+/g) ?? []).map(
      Number
    );
    if (Math.max(red, green, blue) > 90) pale.push(`${text}: ${color}`);
    const { left, right } = element.getBoundingClientRect();
    if (left < -1 || right > innerWidth + 1) wide.push(text);
  }
  for (const drawing of document.querySelectorAll('.sheet svg'))
    if (drawing.checkVisibility() && drawing.getBoundingClientRect().right > innerWidth + 1)
      wide.push(drawing.getAttribute('aria-label') ?? drawing.className.toString());
  if (getComputedStyle(document.documentElement).backgroundColor !== 'rgb(255, 255, 255)')
    pale.push('the paper');
  return { small, wide, pale };
}

import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ARCHIVE } from './archive-page';
import { card, listed, marks, PATIENCE, SOURCES_PAGE, story, tell } from './built-story';
import { STORY, useBrowser, visit } from './reader';

useBrowser();

const CONTROLS = ['button', 'slider', 'combobox', 'searchbox', 'checkbox', 'navigation'] as const;
const MAP_SHOWS = 'The map shows the whole story.';

const squeezed = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The story page as it stands on paper: what a browser does when the reader asks it to print. */
async function onPaper(page: Page) {
  await marks(page).first().waitFor(PATIENCE);
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
}

describe('the story on paper', () => {
  it('tells every event with its claims and who says so', async () => {
    const page = await visit();
    await onPaper(page);
    const lacking = async () => {
      const texts = (await page.getByRole('article').allInnerTexts()).map(squeezed);
      return story.events.flatMap(({ id, title, text, claims }) => {
        const own = texts.find((words) => words.startsWith(squeezed(tell(title)))) ?? '';
        const wanted = [text, ...claims.map((claim) => claim.text)].map((t) => squeezed(tell(t)));
        return wanted.every((words) => own.includes(words)) ? [] : [id];
      });
    };
    await expect.poll(lacking, PATIENCE).toEqual([]);
  });

  it('tells every chapter in full', async () => {
    const page = await visit();
    await onPaper(page);
    const missing = async () => {
      const text = squeezed(await page.getByRole('main').innerText());
      return story.chapters
        .filter((chapter) => !text.includes(squeezed(tell(chapter.text))))
        .map(({ id }) => id);
    };
    await expect.poll(missing, PATIENCE).toEqual([]);
  });

  it('has no controls and no map, and keeps the picture of the timeline', async () => {
    const page = await visit();
    await onPaper(page);
    for (const role of CONTROLS)
      await expect.poll(() => page.getByRole(role).allInnerTexts(), PATIENCE).toEqual([]);
    expect(await page.getByLabel(/^(From|To)$/).count()).toBe(0);
    expect(await page.getByRole('region', { name: 'Map', exact: true }).count()).toBe(0);
    expect(await page.getByRole('img', { name: /^Chart of/ }).isVisible()).toBe(true);
  });

  it('of a window shows which it is, and says that the map shows more', async () => {
    const page = await visit({ path: `${STORY}#from=2022-07-10&to=2022-08-15` });
    expect(await page.getByText(MAP_SHOWS).isVisible()).toBe(false);
    await onPaper(page);
    expect(await page.getByText(MAP_SHOWS).isVisible()).toBe(true);
    const timeline = page.getByRole('region', { name: 'Timeline' });
    await timeline.getByText('10 July – 15 August 2022').first().waitFor(PATIENCE);
    // Behind the marks, from one end of the window to the other.
    const band = timeline.locator('svg rect.band');
    expect(await band.isVisible()).toBe(true);
  });

  it('where no event passes has no button to go back by', async () => {
    const page = await visit({ path: `${STORY}#from=2017-01-01&to=2017-02-01` });
    await page.getByRole('button', { name: 'Show the whole story' }).waitFor(PATIENCE);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('button').count()).toBe(0);
  });

  it('has nothing but the story: what was open on the screen stays there', async () => {
    const page = await visit();
    const title = tell(story.events[0]?.title ?? {});
    await listed(page, title).click();
    const open = card(page, title);
    await open.waitFor(PATIENCE);
    await onPaper(page);
    await expect.poll(() => open.count(), PATIENCE).toBe(0);
  });

  it('is back to one line an event when the printing is done', async () => {
    const page = await visit();
    await onPaper(page);
    const text = tell(story.events[0]?.text ?? {});
    await page.getByText(text).first().waitFor(PATIENCE);
    await page.emulateMedia({ media: 'screen' });
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await expect.poll(() => page.getByText(text).count(), PATIENCE).toBe(0);
  });

  it('as a file has a heading for every event, and pages enough for what is told of each', async () => {
    const page = await visit();
    await marks(page).first().waitFor(PATIENCE);
    const file = (await page.pdf({ outline: true, tagged: true })).toString('latin1');
    expect(file.startsWith('%PDF-')).toBe(true);
    const headings = outlineOf(file);
    const missing = story.events
      .map(({ title }) => tell(title))
      .filter((t) => !headings.has(squeezed(t)));
    expect(missing).toEqual([]);
    expect(file.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(15);
  });
});

describe('the other pages on paper', () => {
  it.each([
    ['the home page', ''],
    ['the page of a place', `${STORY}places/p-camp/`],
    ['the sources page', SOURCES_PAGE]
  ])('%s has all its text', async (_, path) => {
    const page = await visit({ path });
    const onScreen = await page.getByRole('main').innerText();
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('main').innerText()).toBe(onScreen);
  });
});

it('an archive on paper has its count, no controls, and says of what its map is', async () => {
  const page = await visit({ path: `${ARCHIVE}#from=1994-01-01&to=1994-12-31` });
  const main = page.getByRole('main');
  await main.getByText(/^667 of 10,000 events/).waitFor(PATIENCE);
  await page.emulateMedia({ media: 'print' });
  await main.getByText(/^The list of these 667 events is left out on paper/).waitFor(PATIENCE);
  expect(await page.getByText(MAP_SHOWS).isVisible()).toBe(true);
  for (const role of CONTROLS) expect(await page.getByRole(role).count(), role).toBe(0);
});

/** The entries of a PDF's outline: the document's headings. */
function outlineOf(file: string): Set<string> {
  const literal = [...file.matchAll(/\/Title\s*\(((?:\\.|[^\\)])*)\)/gs)].map(([, text]) =>
    unescaped(text ?? '')
  );
  const hex = [...file.matchAll(/\/Title\s*<([0-9A-Fa-f\s]*)>/g)].map(([, digits]) =>
    Buffer.from((digits ?? '').replace(/\s/g, ''), 'hex').toString('latin1')
  );
  return new Set([...literal, ...hex].map((text) => squeezed(decoded(text))));
}

function unescaped(text: string): string {
  return text.replace(/\\([0-7]{3}|.)/gs, (_, escape: string) =>
    escape.length === 3 ? String.fromCharCode(parseInt(escape, 8)) : escape
  );
}

/** PDF writes what is not Latin as UTF-16, with a byte order mark. */
function decoded(text: string): string {
  if (!text.startsWith('\u00FE\u00FF')) return text;
  return Buffer.from(text.slice(2), 'latin1').swap16().toString('utf16le');
}

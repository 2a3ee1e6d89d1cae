import { describe, expect, it } from 'vitest';
import {
  card,
  listed,
  mapLibreDraws,
  marks,
  PATIENCE,
  SOURCES_PAGE,
  story,
  tell
} from './built-story';
import { STORY, useBrowser, visit } from './reader';

useBrowser();

// At the end of each test the harness looks for requests to elsewhere and for errors in the console.

const TITLE = tell(story.meta.title);
const BREAK = tell(story.events.find(({ id }) => id === 'e-break')?.title ?? {});
const camp = story.places.find(({ id }) => id === 'p-camp');
const CAMP = tell(camp?.names ?? {});

const inFolder = true;

describe('the site in a sub-folder', () => {
  it('leads from the home page to the story, an event, the page of its place and back', async () => {
    const page = await visit({ path: '', inFolder });
    const home = page.url();
    await page.getByRole('link', { name: TITLE }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    expect(page.url()).toBe(home + STORY);

    await listed(page, BREAK).click();
    await card(page, BREAK).waitFor(PATIENCE);
    await page.getByRole('main').getByRole('link', { name: CAMP, exact: true }).click();
    await expect.poll(() => new URL(page.url()).hash, PATIENCE).toContain('p-camp');
    await card(page, CAMP).getByRole('link', { name: 'Page of this place' }).click();
    await page.getByRole('heading', { level: 1, name: CAMP }).waitFor();
    expect(page.url()).toBe(`${home}${STORY}places/p-camp/`);

    await page.goBack();
    await card(page, CAMP).waitFor(PATIENCE);
    await page.goForward();
    await page.getByRole('link', { name: 'Back to the story' }).click();
    await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
    await page.getByRole('link', { name: 'Dateline', exact: true }).click();
    await page.getByRole('link', { name: TITLE }).waitFor();
    expect(page.url()).toBe(home);
  });

  it('has the card of a place open again for who comes back from its page, however soon they had left', async () => {
    const page = await visit({ inFolder });
    await marks(page).first().waitFor(PATIENCE);
    // Both clicks in one go: sooner than the address would follow by itself.
    await page
      .getByRole('main')
      .getByRole('link', { name: CAMP, exact: true })
      .evaluate(async (link) => {
        const find = () => [...document.links].find((a) => a.textContent === 'Page of this place');
        (link as HTMLAnchorElement).click();
        while (!find()) await new Promise(requestAnimationFrame);
        find()?.click();
      });
    await page.getByRole('heading', { level: 1, name: CAMP }).waitFor();
    await page.goBack();
    await card(page, CAMP).waitFor();
  });

  it('has its map: the worker and the land arrive from beside it', async () => {
    const page = await visit({ path: SOURCES_PAGE, inFolder });
    const home = page.url().replace(SOURCES_PAGE, '');
    const answers = new Map<string, number>();
    page.on('response', (response) => answers.set(response.url(), response.status()));
    await page.goto(home + STORY);
    await marks(page).first().waitFor(PATIENCE);
    await mapLibreDraws(page);
    const arrived = (file: RegExp) =>
      [...answers].some(
        ([url, status]) =>
          url.startsWith(home) && file.test(url) && (status === 200 || status === 206)
      );
    await expect.poll(() => arrived(/\/basemap\/world\.pmtiles$/), PATIENCE).toBe(true);
    await expect.poll(() => arrived(/maplibre-gl-worker[^/]*\.js$/), PATIENCE).toBe(true);
    expect([...answers].filter(([, status]) => status >= 400)).toEqual([]);
  });

  it('shows the same event after a reload', async () => {
    const page = await visit({ inFolder });
    await listed(page, BREAK).click();
    await card(page, BREAK).waitFor(PATIENCE);
    await expect.poll(() => new URL(page.url()).hash, PATIENCE).toContain('e-break');
    await page.reload();
    await card(page, BREAK).waitFor(PATIENCE);
  });

  it('opens the page of a place for who comes from elsewhere, and leads to its event in the story', async () => {
    const page = await visit({ path: `${STORY}places/p-camp/`, inFolder });
    await page.getByRole('heading', { level: 1, name: CAMP }).waitFor();
    const [event] = story.events.filter(({ where }) =>
      where.some(({ place }) => place === 'p-camp')
    );
    const title = tell(event?.title ?? {});
    await page.getByRole('link', { name: title, exact: true }).click();
    await card(page, title).waitFor(PATIENCE);
    expect(await page.getByText(/could not be used/).count()).toBe(0);
  });

  it('shows a place on the map when its page is asked to', async () => {
    const page = await visit({ path: `${STORY}places/p-camp/`, inFolder });
    await page.getByRole('link', { name: 'Show on the map' }).click();
    await card(page, CAMP).waitFor(PATIENCE);
  });

  it('offers the story file and the feed', async () => {
    const page = await visit({ inFolder });
    for (const name of ['Story file (JSON)', 'Feed of stories and corrections']) {
      const link = page.getByRole('link', { name });
      const address = await link.evaluate((e) => (e as HTMLAnchorElement).href);
      expect((await page.request.get(address)).status(), address).toBe(200);
    }
  });
});

it('an unknown address gets the answer of the host, and the way back works', async () => {
  const page = await visit({ inFolder: true, expectErrors: true });
  const story = page.url();
  const answer = await page.goto(`${story}places/p-nowhere/`);
  expect(answer?.status()).toBe(404);
  await page.goBack();
  await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
  await marks(page).first().waitFor(PATIENCE);
});

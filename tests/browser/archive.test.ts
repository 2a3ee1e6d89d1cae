import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  ARCHIVE,
  bar,
  card,
  entries,
  FIRST_DAY,
  list,
  says,
  serveArchive,
  writeMadeUp
} from './archive-page';
import { mapItself, mapLibreDraws, PATIENCE } from './built-story';
import { STORY, useBrowser, visit } from './reader';

useBrowser();

const MANY = 1_000_000;
let million: Uint8Array;
beforeAll(() => {
  million = writeMadeUp(MANY);
}, 120_000);

/** The page of the archive with a million events in place of its own. */
async function visitMillion(hash = '') {
  const page = await visit({
    path: ARCHIVE + hash,
    before: (page) => serveArchive(page, million)
  });
  await says(page, hash ? 'of 1,000,000 events' : 'All 1,000,000 events');
  return page;
}

/** Presses what a pointer finds there, whatever it is. */
async function pressMiddle(page: Page, there: Locator) {
  const box = await there.boundingBox();
  if (!box) throw new Error('It is not in sight');
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
}

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);
/** About 30 days of the made-up archive, some 6,666 events. */
const MONTH = `#from=${day(FIRST_DAY + 1000 * 864e5)}&to=${day(FIRST_DAY + 1029 * 864e5)}`;

describe('an archive of a million events', () => {
  it('loads, says how many there are, and scrubs by keys', async () => {
    const page = await visitMillion();
    expect(await bar(page).count()).toBe(0);
    const end = page.getByRole('slider', { name: 'End of the window' });
    await end.focus();
    for (let i = 0; i < 12; i++) await page.keyboard.press('ArrowLeft');
    await says(page, 'of 1,000,000 events');
  });

  it('shows exactly what is in the window of a link', async () => {
    const page = await visitMillion(MONTH);
    // 4,500 days hold a million: day d has the events n with floor(n × 4,500 / 1,000,000) = d.
    const upTo = (d: number) => Math.ceil((d * MANY) / 4_500);
    const wanted = upTo(1030) - upTo(1000);
    await says(page, `${wanted.toLocaleString('en-GB')} of 1,000,000 events`);
  });

  it('filters by kind, and back', async () => {
    const page = await visitMillion();
    await page.getByText('Filter', { exact: true }).click();
    await page.getByRole('checkbox', { name: /Minor damage/ }).check();
    await says(page, '166,667 of 1,000,000 events');
    await page.getByRole('button', { name: 'Clear all filters' }).click();
    await says(page, 'All 1,000,000 events');
  });

  it('searches their texts by words, beside the other filters, and keeps the words in the link', async () => {
    const page = await visitMillion(MONTH);
    const search = page.getByRole('searchbox', { name: 'Search titles, texts and places' });
    await search.fill('nowhere EVENT 225000');
    await says(page, '1 of 1,000,000 events');
    await expect.poll(() => entries(page).allInnerTexts(), PATIENCE).toHaveLength(1);
    await entries(page).getByText('Made-up event 225000').waitFor(PATIENCE);
    expect(page.url()).toContain('q=nowhere+EVENT+225000');
  });

  it('lists them all, a screen at a time, and goes through them by keys', async () => {
    const page = await visitMillion();
    await expect.poll(() => entries(page).count(), PATIENCE).toBeGreaterThan(3);
    expect(await entries(page).count()).toBeLessThan(40);
    await expect
      .poll(() => entries(page).first().innerText(), PATIENCE)
      .toContain('Made-up event 1');
    await entries(page).first().focus();
    await page.keyboard.press('ArrowDown');
    const focused = () => page.evaluate(() => document.activeElement?.closest('li')?.ariaPosInSet);
    expect(await focused()).toBe('2');
    await page.keyboard.press('End');
    await expect.poll(focused).toBe('1000000');
    await expect
      .poll(() => list(page).locator(':focus').innerText(), PATIENCE)
      .toContain('Made-up event 1000000');
    await page.keyboard.press('Home');
    await expect.poll(focused).toBe('1');
  });

  it('opens an event of the list in a card with its texts, its row and what it rests on', async () => {
    const page = await visitMillion();
    await entries(page).nth(2).click(PATIENCE);
    const open = card(page, 'Made-up event 3');
    await open.waitFor(PATIENCE);
    const text = await open.innerText();
    expect(text).toContain('Nothing of this happened.');
    expect(text).toContain('Row 3 of strikes.parquet');
    expect(text).toContain('FAA Wildlife Strike Database');
    await open.getByRole('button', { name: 'Next event' }).click();
    await card(page, 'Made-up event 4').waitFor(PATIENCE);
    await page.keyboard.press('Escape');
    await expect.poll(() => page.url(), PATIENCE).not.toContain('event=');
  });

  it('goes closer where a number is pressed by key', async () => {
    const page = await visitMillion();
    await mapItself(page).waitFor(PATIENCE);
    const buttons = page.getByRole('group', { name: 'Events on the map' }).getByRole('button');
    await expect.poll(() => buttons.count(), PATIENCE).toBeGreaterThan(0);
    await buttons.first().focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url(), PATIENCE).toContain('map=');
  });

  it('picks what lies under the pointer: a press on a number goes closer, one on a single event opens it', async () => {
    const page = await visitMillion();
    await mapItself(page).waitFor(PATIENCE);
    const buttons = page.getByRole('group', { name: 'Events on the map' }).getByRole('button');
    await expect.poll(() => buttons.count(), PATIENCE).toBeGreaterThan(0);
    await pressMiddle(page, buttons.first());
    await expect.poll(() => page.url(), PATIENCE).toContain('map=');

    const close = await visitMillion('#map=9/21.172/-157.888&q=event+225000');
    await says(close, '1 of 1,000,000 events');
    await pressMiddle(close, mapItself(close));
    await card(close, 'Made-up event 225000').waitFor(PATIENCE);
  });

  it('opens an event from a link', async () => {
    const page = await visit({
      path: `${ARCHIVE}#event=row-500001`,
      before: (page) => serveArchive(page, million)
    });
    await card(page, 'Made-up event 500001').waitFor(PATIENCE);
  });

  it('can be stopped while it loads, keeps what has come, and goes on when asked', async () => {
    let [asked, go] = [0, () => {}];
    const held = new Promise<void>((resolve) => (go = resolve));
    // Some of the file comes, and the rest does not.
    const hold = () => (++asked > 5 ? held : Promise.resolve());
    const page = await visit({
      path: ARCHIVE,
      expectErrors: true,
      before: (page) => serveArchive(page, million, { hold })
    });
    await page.getByText(/[1-9][\d,]* of 1,000,000 rows read/).waitFor(PATIENCE);
    await page.getByRole('button', { name: 'Stop here' }).click();
    const stopped = page.getByText('Loading was stopped.');
    await stopped.waitFor(PATIENCE);
    const [, come = ''] = /shown: ([\d,]+) events/.exec(await stopped.innerText()) ?? [];
    const rows = Number(come.replaceAll(',', ''));
    expect(rows).toBeGreaterThan(0);
    expect(rows).toBeLessThan(MANY);
    await expect.poll(() => entries(page).count(), PATIENCE).toBeGreaterThan(0);
    go();
    await page.getByRole('button', { name: 'Load all' }).click();
    await says(page, 'All 1,000,000 events');
  });

  it('names the row and the column at which a file is damaged, and shows what came before', async () => {
    const damaged = million.slice();
    damaged.fill(0xff, damaged.length / 2, damaged.length * 0.55);
    const page = await visit({
      path: ARCHIVE,
      expectErrors: true,
      before: (page) => serveArchive(page, damaged)
    });
    const alert = page.getByRole('alert').filter({ hasText: 'Not all events could be loaded' });
    await alert.waitFor(PATIENCE);
    expect(await alert.innerText()).toMatch(/strikes\.parquet, row [\d,]+, column "\w+"/);
    await says(page, '500,000 events');
    await expect.poll(() => entries(page).count(), PATIENCE).toBeGreaterThan(3);
  });

  it('says where a file breaks off, and keeps the page', async () => {
    const page = await visit({
      path: ARCHIVE,
      expectErrors: true,
      before: (page) => serveArchive(page, million.slice(0, 200_000))
    });
    const alert = page.getByRole('alert').filter({ hasText: 'did not load' });
    await alert.waitFor(PATIENCE);
    expect(await alert.innerText()).toContain('strikes.parquet');
    await page.getByRole('button', { name: 'Try again' }).waitFor();
    expect(await page.getByRole('table').isVisible()).toBe(true);
  });
});

describe('a story without an archive', () => {
  /** The scripts and workers that a page has fetched, once its map is there. */
  async function fetched(path: string) {
    const codes: Promise<string>[] = [];
    const page = await visit({
      path,
      before: (page) => {
        page.context().on('response', (response) => {
          if (/\.m?js$/.test(new URL(response.url()).pathname)) codes.push(response.text());
        });
        return Promise.resolve();
      }
    });
    await mapLibreDraws(page);
    return (await Promise.all(codes)).join('\n');
  }
  const OF_ARCHIVES = 'the buffer holds no index';

  it('fetches nothing of what reads archives', async () => {
    expect(await fetched(ARCHIVE)).toContain(OF_ARCHIVES);
    expect(await fetched(STORY)).not.toContain(OF_ARCHIVES);
  });
});

describe('the shipped archive', () => {
  it('lists what happened in the place of an open event, which no zoom would part', async () => {
    const page = await visit({ path: `${ARCHIVE}#q=denver&event=row-3265` });
    await page.getByRole('button', { name: 'List these 187 and what is near' }).click(PATIENCE);
    await says(page, '187 of 10,000 events');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('part-events');
    // It is the place that leaves these, and not the words alone.
    await page.getByRole('searchbox', { name: /^Search/ }).fill('');
    await says(page, '187 of 10,000 events');
  });

  it('gives what is listed as a table', async () => {
    const page = await visit({ path: `${ARCHIVE}#q=denver+hawk` });
    const [download] = await Promise.all([
      page.waitForEvent('download', PATIENCE),
      page.getByRole('button', { name: 'Save these 4 events as CSV' }).click(PATIENCE)
    ]);
    expect(download.suggestedFilename()).toBe('wildlife-strikes-1990-2002.csv');
    const table = readFileSync(await download.path(), 'utf8');
    const { data } = Papa.parse<Record<string, string>>(table, { header: true });
    expect(data.map(({ place }) => place)).toEqual(new Array(4).fill('Denver Intl (DEN)'));
    expect(data[0]).toMatchObject({
      title: 'Red-tailed hawk (medium), B-737-500, climb',
      kind: 'No damage'
    });
    expect(data[0]?.['start']).toMatch(/^1996-03-0[12]T/);
  });

  it('says so when its file is not there, and can be read all the same', async () => {
    const page = await visit({
      path: ARCHIVE,
      expectErrors: true,
      before: (page) =>
        page.context().route('**/strikes.parquet', (route) => route.fulfill({ status: 404 }))
    });
    await page.getByText('The events did not load.').waitFor(PATIENCE);
    expect(await page.getByRole('row').count()).toBeGreaterThan(10);
  });

  it('has its numbers by year, its histogram and a picture of its map without scripts', async () => {
    const page = await visit({ path: ARCHIVE, javaScriptEnabled: false });
    const rows = page.getByRole('row');
    expect(await rows.count()).toBe(14);
    expect(await rows.last().innerText()).toContain('2002');
    expect(
      await page
        .getByRole('img', { name: /10,000/ })
        .first()
        .isVisible()
    ).toBe(true);
  });
});

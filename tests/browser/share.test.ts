import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { describe, expect, inject, test } from 'vitest';
import { ARCHIVE } from './archive-page';
import { expectNoViolation } from './axe';
import { STORY, useBrowser, visit } from './reader';
import { openStory, openWithMap, PATIENCE, setDates, story } from './story-page';

useBrowser();

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const ID = story.meta.id;

const opener = (page: Page) => page.getByRole('button', { name: 'Share and embed' });
const panel = (page: Page) => page.getByRole('dialog', { name: 'Share and embed' });

async function openPanel(page: Page): Promise<Locator> {
  await opener(page).click();
  await panel(page).waitFor();
  return panel(page);
}

async function unfoldEmbed(dialog: Locator) {
  await dialog.getByText('Embed in a page').click();
  await code(dialog).waitFor();
}

const code = (dialog: Locator) => dialog.getByRole('textbox', { name: 'Code' });
const frame = (dialog: Locator) => dialog.getByTitle(/^Preview: /);

async function saved(page: Page, name: string) {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    panel(page).getByText(name).click()
  ]);
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

describe('the share panel', () => {
  test('comes when it is asked for, and gives the focus back when it goes', async () => {
    const page = await openStory();
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(request.url()));
    await openPanel(page);
    expect(scripts.some((url) => url.endsWith('.js'))).toBe(true);
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    expect(await opener(page).evaluate((found) => found === document.activeElement)).toBe(true);

    await openPanel(page);
    await page.mouse.click(5, 400);
    await panel(page).waitFor({ state: 'detached' });
    expect(await opener(page).evaluate((found) => found === document.activeElement)).toBe(true);
  });

  test('copies the link to what is shown', async () => {
    const page = await openStory({ permissions: ['clipboard-read', 'clipboard-write'] });
    await setDates(page, '2022-09-07', '2022-09-08');
    const dialog = await openPanel(page);
    await dialog.getByRole('button', { name: 'Copy link' }).click();
    await dialog.getByText('Link copied').waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${inject('site')}${STORY}#from=2022-09-07&to=2022-09-08`);
    expect(await dialog.getByRole('textbox').first().inputValue()).toBe(link);
  });

  test('has code for other pages that follows the choices, with a preview', async () => {
    const page = await openStory({ permissions: ['clipboard-read', 'clipboard-write'] });
    await setDates(page, '2022-09-07', '2022-09-08');
    const steps = await page.evaluate(() => history.length);
    const dialog = await openPanel(page);
    expect(await frame(dialog).count()).toBe(0);
    await unfoldEmbed(dialog);
    expect(await code(dialog).inputValue()).toContain(
      `<script type="module" src="${inject('site')}embed.js">`
    );

    await dialog.getByLabel('As', { exact: true }).selectOption('Plain frame');
    await dialog.getByLabel('Width').selectOption('Small, 360 pixels');
    await dialog.getByLabel('Colours').selectOption('Dark');
    await dialog.getByLabel('Language of the story').selectOption('Albanian');
    const address = `${inject('site')}embed/${ID}/?theme=dark&lang=sq#from=2022-09-07&to=2022-09-08`;
    await expect.poll(() => frame(dialog).getAttribute('src'), PATIENCE).toBe(address);
    const preview = dialog.frameLocator('iframe');
    await preview.getByRole('slider', { name: 'Start of the window' }).waitFor();
    expect(await frame(dialog).evaluate((found) => found.clientWidth)).toBe(360);

    await dialog.getByRole('button', { name: 'Copy code' }).click();
    await dialog.getByText('Code copied').waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(await code(dialog).inputValue());
    expect(copied).toContain(`src="${address.replaceAll('&', '&amp;')}"`);
    expect(copied).toContain('width="360"');
    // Going back leads out of the story, not through the previews.
    expect(await page.evaluate(() => history.length)).toBe(steps);
  });

  test('saves the picture and the data', async () => {
    const page = await openWithMap({ acceptDownloads: true });
    await setDates(page, '2022-09-07', '2022-09-08');
    await openPanel(page);

    const png = await saved(page, 'Save as PNG');
    expect(png.name).toBe(`${ID}-2022-09-07-to-2022-09-08.png`);
    expect(png.bytes.subarray(1, 4).toString()).toBe('PNG');
    expect([png.bytes.readUInt32BE(16), png.bytes.readUInt32BE(20)]).toEqual([1200, 630]);
    // Not one plain colour.
    expect(png.bytes.length).toBeGreaterThan(20_000);

    const svg = await saved(page, 'Save as SVG');
    expect(svg.bytes.toString()).toMatch(/^<svg [\s\S]*7–8 September 2022[\s\S]*<\/svg>$/);
    expect(svg.bytes.toString()).toContain(`${STORY}</text>`);

    const json = await saved(page, 'Story file (JSON)');
    expect(JSON.parse(json.bytes.toString()).story.id).toBe(ID);

    const geo = JSON.parse((await saved(page, 'Save as GeoJSON')).bytes.toString());
    expect(geo.type).toBe('FeatureCollection');
    expect(geo.features.length).toBeGreaterThanOrEqual(story.events.length);

    const csv = await saved(page, 'Save as CSV');
    expect(csv.name).toBe(`${ID}.csv`);
    expect(csv.bytes.toString().split('\r\n').length).toBe(geo.features.length + 1);
  });

  test('has no violation of WCAG 2.2 AA, light and dark', async () => {
    const page = await openStory();
    const dialog = await openPanel(page);
    await unfoldEmbed(dialog);
    await expectNoViolation(page);
  });

  test('fits a phone, with the preview below the code', async () => {
    const page = await openStory(PHONE);
    const dialog = await openPanel(page);
    await unfoldEmbed(dialog);
    const [above, below] = await Promise.all([
      code(dialog).boundingBox(),
      frame(dialog).boundingBox()
    ]);
    expect(below?.y).toBeGreaterThan((above?.y ?? 0) + (above?.height ?? 0));
    expect(below?.width).toBeLessThanOrEqual(390);
    const [room, needed] = await dialog
      .locator('.scroll')
      .evaluate(({ clientWidth, scrollWidth }) => [clientWidth, scrollWidth]);
    expect(needed).toBe(room);
    await expectNoViolation(page);
  });

  test('says so when it does not come', async () => {
    const page = await openStory({ expectErrors: true });
    await page.context().setOffline(true);
    await opener(page).click();
    await page.getByText('Sharing did not load').waitFor();
  });
});

test('an archive has a link to its view and nothing to embed', async () => {
  const page = await visit({ path: ARCHIVE });
  await page.getByRole('button', { name: 'Copy link to this view' }).waitFor();
  expect(await opener(page).count()).toBe(0);
});

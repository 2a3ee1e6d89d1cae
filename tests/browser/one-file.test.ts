import { statSync } from 'node:fs';
import { expect, it } from 'vitest';
import { expectNoViolation } from './axe';
import { card, listed, mapItself, story, tell } from './built-story';
import { useBrowser, visit } from './reader';

useBrowser();

const FOLDER = new URL('../../build/offline/', import.meta.url);
const FILE = `${story.meta.id}.html`;
const BREAK = tell(story.events.find(({ id }) => id === 'e-break')?.title ?? {});

it('a story in one file opens from a folder, without a network, to read, to present and to practise', async () => {
  expect(statSync(new URL(FILE, FOLDER)).size).toBeLessThan(3e6);
  const page = await visit({ at: FOLDER.href, path: FILE, offline: true });
  const asked: string[] = [];
  page.context().on('request', (request) => asked.push(request.url()));

  await listed(page, BREAK).click();
  const open = card(page, BREAK);
  await open.getByRole('button', { name: 'Next event' }).click();
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#event=e-/);
  await page.getByRole('button', { name: 'Close' }).click();
  const dates = page.getByRole('group', { name: 'Dates of the window' });
  await dates.getByLabel('From').fill('2022-09-01');
  await page.getByText(/^[1-4]\d of 56 events/).waitFor();
  await page.getByRole('main').getByRole('link', { name: 'Tehran', exact: true }).click();
  await card(page, 'Tehran').waitFor();
  // The ground of the map, near by.
  await page.getByRole('button', { name: /^10 places near Tirana/ }).click();
  const drawn = () =>
    mapItself(page)
      .locator('path')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('d')?.length ?? 0));
  await expect.poll(async () => Math.max(...(await drawn()))).toBeGreaterThan(1000);
  const serif = () => page.evaluate(() => document.fonts.check('16px "Source Serif 4"'));
  expect(await serif()).toBe(true);
  await page.reload();
  await card(page, 'Tehran').waitFor();
  await expectNoViolation(page);

  await page.getByRole('link', { name: 'Present' }).click();
  await page.getByRole('main', { name: 'Presentation' }).waitFor();
  const opening = page.waitForEvent('popup');
  await page.keyboard.press('n');
  const notes = await opening;
  await page.keyboard.press('End');
  await expect.poll(() => page.evaluate(() => location.hash)).toMatch(/^#step=\d\d/);
  const last = await page
    .getByRole('status')
    .filter({ hasText: /^Step \d/ })
    .textContent();
  const step = /Step \d+/.exec(last ?? '')?.[0] ?? 'none';
  await notes.getByText(step).first().waitFor();
  // Else it would lead the presentation on from where the two are now.
  await notes.close();
  await page.goto(`${page.url().split('?')[0]}?present&reveal=titles#step=2`);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => page.url()).toMatch(/\?present&reveal=titles#step=3$/);
  await page.keyboard.press('Escape');
  await listed(page, BREAK).waitFor();

  await page.getByRole('link', { name: 'Exercises' }).click();
  await page.getByRole('heading', { name: 'Where?' }).waitFor();
  await page.getByLabel('Latitude').first().fill('41.3');
  await page.getByLabel('Longitude').first().fill('19.8');
  await page
    .getByRole('button', { name: /^Place/ })
    .first()
    .click();
  expect(asked.filter((address) => !/^(file|data|blob):/.test(address))).toEqual([]);
});

it('tells all of it where no script runs', async () => {
  const page = await visit({ at: FOLDER.href, path: FILE, javaScriptEnabled: false });
  const events = page.getByRole('main').getByRole('article');
  expect(await events.count()).toBe(story.events.length);
});

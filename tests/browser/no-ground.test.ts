import { expect, inject, it } from 'vitest';
import { card, marks, PATIENCE, SOURCES_PAGE } from './built-story';
import { STORY, useBrowser, visit } from './reader';

useBrowser();

it('without land and borders the map still has its places, and a line says what is missing', async () => {
  const page = await visit({ path: SOURCES_PAGE, expectErrors: true });
  const exceptions: string[] = [];
  page.on('pageerror', (error) => exceptions.push(String(error)));
  await page.route('**/basemap/**', (route) => route.abort());
  await page.goto(inject('site') + STORY);
  await page.getByText(/^Land and borders did not load/).waitFor(PATIENCE);
  await marks(page).first().waitFor(PATIENCE);
  expect(await marks(page).count()).toBeGreaterThan(3);
  await page.getByRole('main').getByRole('link', { name: 'Tehran', exact: true }).click();
  await card(page, 'Tehran').waitFor();
  expect(exceptions).toEqual([]);
});

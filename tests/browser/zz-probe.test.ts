import { test } from 'vitest';
import { useBrowser, visit } from './reader';
useBrowser();
test('probe', async () => {
  const t0 = Date.now();
  const page = await visit({});
  console.log('loaded', Date.now() - t0);
  await page.getByRole('group', { name: 'Places on the map' }).getByRole('button').first().waitFor();
  console.log('marks', Date.now() - t0);
  console.log(await page.locator('body').ariaSnapshot());
});

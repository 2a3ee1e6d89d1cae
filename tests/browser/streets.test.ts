import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serve } from '../../tools/static-server.mjs';
import { streetsDrawn, visitAsking } from './living-map';
import { STORY, useBrowser } from './reader';

useBrowser();

/** An archive with the streets of Tirana in the OpenMapTiles schema; there is none in the repository. */
const tiles = process.env['STREET_TILES'] ?? '';
const root = new URL('../../', import.meta.url).pathname;

if (!existsSync(tiles)) console.log('skipped: no street tiles (STREET_TILES names none)');

describe.skipIf(!existsSync(tiles))('a site built with streets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-streets-'));
  let site: Awaited<ReturnType<typeof serve>>;

  beforeAll(async () => {
    const environment = { ...process.env, PUBLIC_STREETS: 'streets.pmtiles', BUILD_DIR: folder };
    const built = spawnSync('npm', ['run', '--silent', 'build', '--', '--logLevel', 'error'], {
      cwd: root,
      env: environment,
      encoding: 'utf8'
    });
    expect(built.status, built.stderr).toBe(0);
    copyFileSync(tiles, join(folder, 'streets.pmtiles'));
    site = await serve(folder);
  }, 120_000);

  afterAll(async () => {
    await site?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('draws streets, buildings and water close up, credits them, and no point of interest', async () => {
    const page = await visitAsking({
      at: site.url,
      path: `${STORY}#map=14.5/41.325/19.82`,
      viewport: { width: 760, height: 640 }
    });
    const layers = await streetsDrawn(page);
    expect(layers).toEqual(expect.arrayContaining(['transportation', 'building']));
    for (const never of ['poi', 'housenumber', 'aerodrome_label'])
      expect(layers).not.toContain(never);
    const credit = page.getByText(/^Map: .*© OpenStreetMap contributors.*© OpenMapTiles/);
    expect(await credit.filter({ visible: true }).count()).toBe(1);
  });

  it('asks for no streets from afar', async () => {
    const asked: string[] = [];
    await visitAsking({
      at: site.url,
      path: `${STORY}#map=6/41.3/19.8`,
      viewport: { width: 760, height: 640 },
      before: async (page) => {
        page.on('request', (request) => asked.push(request.headers()['range'] + request.url()));
      }
    });
    // Its header alone says what is in it.
    expect(asked.filter((url) => url.includes('streets.pmtiles')).length).toBeLessThanOrEqual(1);
  });
});

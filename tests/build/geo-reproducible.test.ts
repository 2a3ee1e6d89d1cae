import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

it('builds the base map that is committed, byte for byte', { timeout: 300_000 }, async () => {
  const out = await mkdtemp(join(tmpdir(), 'basemap-'));
  try {
    await promisify(execFile)(process.execPath, ['geo/build.mjs', '--out', out], { cwd: root });
    const built = (await readdir(out)).sort();
    expect(built).toEqual([
      'albania.pmtiles',
      'drawing-coarse.json',
      'drawing-fine.json',
      'iran.pmtiles',
      'world.pmtiles'
    ]);
    for (const file of built) {
      const [now, committed] = await Promise.all([
        readFile(join(out, file)),
        readFile(join(root, 'static/basemap', file))
      ]);
      expect(now.equals(committed), file).toBe(true);
    }
  } finally {
    await rm(out, { recursive: true });
  }
});

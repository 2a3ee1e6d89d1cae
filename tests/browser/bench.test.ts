import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { countByBruteForce } from '../../bench/brute-force';
import type { Bench } from '../../bench/contract';
import { benchData } from '../../bench/data';
import { firstWindow, type BenchWindow } from '../../bench/windows';
import { serve } from '../../tools/static-server.mjs';
import { useBrowser, visit } from './reader';

useBrowser();

const root = fileURLToPath(new URL('../../', import.meta.url));
/** What somebody who has just fetched the project does not have. */
const MADE = /^(\.git|\.svelte-kit|build.*|coverage|node_modules|test-results)$/;
const MINUTES = 5 * 60_000;
const DAY = 86_400_000;
const N = 3000;
const SEED = 7;

let copy: string;
let site: Awaited<ReturnType<typeof serve>>;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'dateline-bench-'));
  const filter = (path: string) => !MADE.test(relative(root, path).split(sep)[0] ?? '');
  await cp(root, copy, { recursive: true, filter });
  await symlink(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  const run = promisify(execFile);
  await run(process.execPath, ['tools/bench.mjs', '--build-only'], { cwd: copy });
  site = await serve(join(copy, 'build-bench'));
}, MINUTES);
afterAll(async () => {
  await site?.close();
  await rm(copy, { recursive: true, force: true });
});

it(
  'the bench of a project that was just fetched builds, and shows as many of the events that a harness brings as there are',
  async () => {
    const page = await visit({ at: site.url, path: 'bench/' });
    await page.waitForFunction(() => globalThis.bench !== undefined, null, { timeout: MINUTES });
    const data = benchData(N, SEED);
    const window = (days: number): BenchWindow => [
      data.T0 + 400 * DAY,
      data.T0 + (400 + days) * DAY
    ];
    const [month, season, years] = [window(30), window(120), window(930)];
    const counts = await page.evaluate(
      async ([n, seed, all]) => {
        const { data, load, scrub, visibleCount } = globalThis.bench as Bench;
        globalThis.benchData = () => data(n, seed);
        await load(n);
        const found = [visibleCount()];
        for (const [from, to] of all) {
          await scrub(from, to);
          found.push(visibleCount());
        }
        // Faster than frames: the last one is on screen in the end.
        for (const [from, to] of all.slice(0, 2)) void scrub(from, to);
        const [from, to] = all[1];
        await scrub(from, to);
        found.push(visibleCount());
        // Away and back within a frame: nothing is left to draw, and both calls settle.
        await Promise.all([all[2], all[1]].map(([from, to]) => scrub(from, to)));
        return [...found, visibleCount()];
      },
      [N, SEED, [month, season, years]] as const
    );
    const shown = [firstWindow(data), month, season, years, season, season];
    const expected = shown.map((window) => countByBruteForce(data, window));
    expect(counts).toEqual(expected);
    expect(new Set(expected).size).toBe(4);
  },
  MINUTES
);

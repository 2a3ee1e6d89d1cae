import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { findChromium } from '../../tools/chromium.mjs';
import { root, stop } from '../../tools/set-up.mjs';
import { serve } from '../../tools/static-server.mjs';
import { benchData } from '../data';
import { missedGoals } from './check';
import { writeDocument } from './document';
import { readMachine } from './machine';
import { HELP, readOptions, type RunOptions } from './options';
import { flagsOf } from './page';
import { planVisits } from './plan';
import { Summary } from './summary';
import { visit, type Visit } from './visit';
import { ms, whole } from './words';

/** Builds, measures and writes as the arguments say; returns the code to exit with. */
export async function runBench(args: readonly string[]): Promise<number> {
  const options = optionsOrStop(args);
  if (options.help) {
    console.log(HELP);
    return 0;
  }
  const folder = resolve(root, process.env.BUILD_DIR ?? 'build-bench');
  if (options.build) build(folder);
  if (options.buildOnly) return 0;
  if (!existsSync(join(folder, 'bench/index.html'))) {
    stop(`There are no pages of the bench in ${folder}. Run without --no-build.`);
  }

  const executablePath = findChromium();
  const machine = await readMachine(executablePath, flagsOf(options.gpu));
  const visits = await visitAll(folder, executablePath, options);
  const summary = new Summary(visits);
  const now = new Date().toISOString();
  const results = { date: now, machine, cells: summary.cells, visits };
  await writeFile(join(folder, 'results.json'), JSON.stringify(results, null, 2));

  const text = await asPrettier(writeDocument(summary, machine, now.slice(0, 10)));
  console.log(text);
  if (options.write) {
    await mkdir(join(root, 'docs'), { recursive: true });
    await writeFile(join(root, 'docs/performance.md'), text);
  } else {
    console.error(
      'A part of the bench: docs/performance.md was left as it is (--write writes it).'
    );
  }
  return options.check ? check(summary, options) : 0;
}

function optionsOrStop(args: readonly string[]): RunOptions {
  try {
    return readOptions(args);
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
  }
}

function build(folder: string): void {
  console.error('Building the pages of the bench …');
  // The project's TypeScript settings are in part Kit's own, which nobody has written yet where the project was just fetched.
  runQuietly(['svelte-kit', 'sync'], process.env);
  const env = { ...process.env, DATELINE_BENCH: '1', BUILD_DIR: folder };
  runQuietly(['vite', 'build', '--logLevel', 'warn'], env);
}

/** Shows what a command says only when it fails. */
function runQuietly(command: string[], env: NodeJS.ProcessEnv): void {
  const { status, stdout, stderr } = spawnSync('npx', command, {
    cwd: root,
    env,
    shell: process.platform === 'win32',
    encoding: 'utf8'
  });
  if (status !== 0) stop(`${stdout}${stderr}\nThe pages of the bench could not be built.`);
}

async function visitAll(
  folder: string,
  executablePath: string,
  options: RunOptions
): Promise<Visit[]> {
  const site = await serve(folder);
  const largest = Math.max(...options.sizes);
  const visits: Visit[] = [];
  try {
    let columns = benchData(0);
    for (const visiting of planVisits(options)) {
      const { size, approach } = visiting;
      if (columns.n !== size) columns = benchData(size);
      const traced = size === largest;
      const how = { executablePath, gpu: options.gpu, traced };
      const made = await visit(visiting, columns, site.url, how);
      visits.push(made);
      report(made, `${approach.id}, ${whole(size)} events, round ${visiting.round + 1}`);
    }
  } finally {
    await site.close();
  }
  return visits;
}

/** One line a visit, and one for each thing that is not as it should be. */
function report(made: Visit, what: string): void {
  const { load, cpu, failure, problems, checks } = made;
  const { cells } = new Summary([made]);
  const step = cells[0]?.latency.month.median ?? null;
  const seconds = load ? `loaded in ${whole(load.ms)} ms` : 'not loaded';
  console.error(`${what}: ${seconds}, a step ${ms(step)} ms, CPU ${ms(cpu?.all ?? null)} ms`);
  if (failure) console.error(`  FAILED: ${failure}`);
  for (const problem of new Set(problems)) console.error(`  The page wrote: ${problem}`);
  for (const { window, reported, expected } of checks) {
    if (reported === expected) continue;
    const [from, to] = window.map((at) => new Date(at).toISOString());
    console.error(`  WRONG COUNT: ${reported} in place of ${expected}, ${from} to ${to}`);
  }
}

function check(summary: Summary, { partial }: RunOptions): number {
  const missed = missedGoals(summary, partial);
  for (const line of missed) console.error(`MISSED: ${line}`);
  if (missed.length === 0) console.error('All goals that are checked were reached.');
  return missed.length ? 1 : 0;
}

async function asPrettier(text: string): Promise<string> {
  const path = join(root, 'docs/performance.md');
  return format(text, { ...(await resolveConfig(path)), parser: 'markdown' });
}

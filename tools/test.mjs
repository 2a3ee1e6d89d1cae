/** `npm test`: sets up, then runs everything, to the end even when something fails; the reports lie in test-results/. */
import { execFile } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkNode, build, install, root, run } from './set-up.mjs';
import { findChromium } from './chromium.mjs';

checkNode();
install();
const chromium = findChromium();

const reports = join(root, 'test-results');
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports);

/** @type {string[]} */
const failed = [];

/**
 * @param {string} name
 * @param {string} command
 * @param {string[]} args
 */
function step(name, command, args) {
  console.error(`\n— ${name}`);
  const environment = { ...process.env, CHROMIUM_PATH: chromium };
  if (run(command, args, { env: environment }) !== 0) failed.push(name);
}

/**
 * @param {string} project a Vitest project
 * @param {string[]} options
 */
function tests(project, ...options) {
  const report = `--outputFile.json=test-results/${project}.json`;
  const reporters = ['--reporter=default', '--reporter=json', report];
  step(`${project} tests`, 'npx', [
    'vitest',
    'run',
    '--project',
    project,
    ...reporters,
    ...options
  ]);
}

/**
 * Steps that keep one core busy, side by side: what each has to say comes in one piece, in their order.
 * @param {string[]} names of scripts of package.json
 */
async function sideBySide(...names) {
  console.error(`\n— ${names.join(' and ')}`);
  const windows = process.platform === 'win32';
  const options = { cwd: root, shell: windows, encoding: 'utf8', maxBuffer: Infinity };
  const all = names.map((name) =>
    promisify(execFile)('npm', ['run', '--silent', name], options).catch((error) => error)
  );
  for (const [i, ended] of (await Promise.all(all)).entries()) {
    console.error(ended.stdout + ended.stderr);
    if (ended instanceof Error) failed.push(names[i] ?? '');
  }
}

// Both want what it writes.
run('npx', ['svelte-kit', 'sync']);
await sideBySide('check', 'lint');
tests('unit', '--coverage');
tests('component');
build();
tests('build');
tests('browser');

const { summary } = await import('./test-summary.mjs');
console.log(`\n${failed.length ? `Failed: ${failed.join(', ')}` : 'All is well'}`);
console.log(summary().line);
process.exit(failed.length ? 1 : 0);

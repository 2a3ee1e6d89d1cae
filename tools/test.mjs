/** `npm test`: sets up, then runs everything, to the end even when something fails; the reports lie in test-results/. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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

step('check', 'npm', ['run', '--silent', 'check']);
step('lint', 'npm', ['run', '--silent', 'lint']);
tests('unit', '--coverage');
tests('component');
build();
tests('build');
tests('browser');

const { summary } = await import('./test-summary.mjs');
console.log(`\n${failed.length ? `Failed: ${failed.join(', ')}` : 'All is well'}`);
console.log(summary().line);
process.exit(failed.length ? 1 : 0);

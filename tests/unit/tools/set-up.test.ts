import { existsSync, readFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TemporaryRoot } from './temporary-root';

/** Stands in for npm: notes what it was asked for, and does what set-up looks for afterwards. */
const NPM = `#!/usr/bin/env node
const { appendFileSync, mkdirSync, writeFileSync } = require('node:fs');
const command = process.argv.slice(2).filter((word) => !word.startsWith('-'))[0];
appendFileSync('asked.txt', command + '\\n');
if (process.env.NPM_FAILS) process.exit(1);
if (command === 'ci') mkdirSync('node_modules', { recursive: true });
if (command === 'run') {
  for (const folder of ['build', '.svelte-kit']) mkdirSync(folder, { recursive: true });
  writeFileSync('build/index.html', '<h1>Home</h1>');
}
`;

let root: TemporaryRoot;
beforeEach(() => {
  root = new TemporaryRoot('set-up.mjs');
  root.write('bin/npm', NPM, 0o755);
  root.write('package.json', '{}');
  root.write('package-lock.json', '{}');
  root.write('src/app.html', '<body></body>');
  root.write('src/lib/core/story.ts', 'export {};');
});
afterEach(() => root.remove());

/** Calls a step of the set-up in a process of its own; says what npm was asked for and how it ended. */
function call(step: 'install' | 'build', environment: Record<string, string> = {}) {
  root.write('asked.txt', '');
  const { status, stderr } = root.node(
    ['--input-type=module', '-e', `(await import('./tools/set-up.mjs')).${step}()`],
    {
      PATH: `${root.at('bin')}${delimiter}${process.env['PATH']}`,
      SITE_URL: '',
      ...environment
    }
  );
  const asked = readFileSync(root.at('asked.txt'), 'utf8').split('\n').filter(Boolean);
  return { status, stderr, asked };
}

// The stand-in is found by its "#!" line, which Windows does not read.
describe.skipIf(process.platform === 'win32')('install', () => {
  test('installs the first time, and not again while the lock file says the same', () => {
    expect(call('install')).toMatchObject({ status: 0, asked: ['ci'] });
    expect(call('install')).toMatchObject({ status: 0, asked: [], stderr: '' });
  });

  test.each(['package.json', 'package-lock.json'])('installs again when %s has changed', (file) => {
    call('install');
    root.write(file, '{ "changed": true }');
    expect(call('install').asked).toEqual(['ci']);
    expect(call('install').asked).toEqual([]);
  });

  test('when it fails, says so and is tried again the next time', () => {
    const failed = call('install', { NPM_FAILS: '1' });
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('The packages could not be installed');
    expect(call('install')).toMatchObject({ status: 0, asked: ['ci'] });
  });
});

describe.skipIf(process.platform === 'win32')('build', () => {
  test('builds the first time, and not again while the sources are the same', () => {
    expect(call('build')).toMatchObject({ status: 0, asked: ['run'] });
    expect(existsSync(root.at('build/index.html'))).toBe(true);
    expect(call('build')).toMatchObject({ status: 0, asked: [], stderr: '' });
  });

  test.each<[change: string, path: string]>([
    ['a source has changed', 'src/lib/core/story.ts'],
    ['a source has come', 'src/lib/core/time.ts'],
    ['a static file has come', 'static/icon.svg'],
    ['the packages have changed', 'package-lock.json'],
    ['a setting has come', '.env'],
    ['the configuration has come', 'svelte.config.js'],
    ['the bundler is told something else', 'vite.config.ts']
  ])('builds again when %s', (_, path) => {
    call('build');
    root.write(path, 'changed');
    expect(call('build').asked).toEqual(['run']);
    expect(call('build').asked).toEqual([]);
  });

  test('builds again for another address of the site', () => {
    call('build');
    expect(call('build', { SITE_URL: 'https://example.org/' }).asked).toEqual(['run']);
    expect(call('build', { SITE_URL: 'https://example.org/' }).asked).toEqual([]);
    expect(call('build').asked).toEqual(['run']);
  });

  test('does not build for what is no part of the site', () => {
    call('build');
    root.write('tests/some.test.ts', '');
    root.write('README.md', 'words');
    expect(call('build').asked).toEqual([]);
  });

  test('when it fails, says so and is tried again the next time', () => {
    const failed = call('build', { NPM_FAILS: '1' });
    expect(failed.status).toBe(1);
    expect(failed.stderr).toContain('The site could not be built');
    expect(call('build')).toMatchObject({ status: 0, asked: ['run'] });
  });
});

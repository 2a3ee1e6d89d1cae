/** What `npm start` and `npm test` do before anything else, each step only when it is needed. Plain Node: nothing is installed yet. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const installStamp = join(root, 'node_modules/.dateline-lock');
const buildStamp = join(root, '.svelte-kit/dateline-build');

/**
 * Ends the process with one line that says what to do.
 * @param {string} message
 * @returns {never}
 */
export function stop(message) {
  console.error(message);
  process.exit(1);
}

/**
 * Runs a command from the project's root and returns its exit code; its output goes to standard error.
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnSyncOptions} [options]
 */
export function run(command, args, options = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    ...options
  });
  return result.status ?? 1;
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    stop(
      `Dateline needs Node 20.19 or newer; this is ${process.versions.node}. Install it from https://nodejs.org and try again.`
    );
  }
}

/** Installs what the lock file says, if it says something new. */
export function install() {
  const wanted = hashOf(['package.json', 'package-lock.json']);
  if (existsSync(installStamp) && readFileSync(installStamp, 'utf8') === wanted) return;
  console.error('Installing packages …');
  if (run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']) !== 0) {
    stop('The packages could not be installed; see the lines above.');
  }
  writeFileSync(installStamp, wanted);
}

/** Another when the site that would be built is another. */
export function sourcesHash() {
  const settingFiles = ['.env', '.env.local', '.env.production', '.env.production.local'];
  const configuration = ['package-lock.json', 'svelte.config.js', 'vite.config.ts'];
  const settings = Object.entries(process.env).filter(([name]) =>
    /^(SITE_URL|PUBLIC_.*)$/.test(name)
  );
  const files = hashOf(['src', 'static', 'tools', ...configuration, ...settingFiles]);
  return createHash('sha256').update(files).update(JSON.stringify(settings.sort())).digest('hex');
}

/** Builds the site into build/, if a source has changed since it was last built. */
export function build() {
  const wanted = sourcesHash();
  const fresh =
    existsSync(join(root, 'build/index.html')) &&
    existsSync(buildStamp) &&
    readFileSync(buildStamp, 'utf8') === wanted;
  if (fresh) return;
  console.error('Building the site …');
  if (run('npm', ['run', '--silent', 'build', '--', '--logLevel', 'warn']) !== 0) {
    stop('The site could not be built; see the lines above.');
  }
  writeFileSync(buildStamp, wanted);
}

/** @param {string[]} paths files and folders, from the project's root */
function hashOf(paths) {
  const hash = createHash('sha256');
  /** @param {string} path */
  const visit = (path) => {
    const full = join(root, path);
    if (!existsSync(full)) return;
    if (statSync(full).isDirectory()) {
      for (const name of readdirSync(full).sort()) visit(`${path}/${name}`);
    } else {
      hash.update(path).update('\0').update(readFileSync(full));
    }
  };
  paths.forEach(visit);
  return hash.digest('hex');
}

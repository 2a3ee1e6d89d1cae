/** Where the browser tests find their browser. */
import { existsSync } from 'node:fs';
import { run, stop } from './set-up.mjs';

const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'
];

/** The path of a Chromium: the one named by CHROMIUM_PATH, one in a usual place, or Debian's, installed now. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    stop(`CHROMIUM_PATH names ${named}, and there is no such file. Correct it or unset it.`);
  }
  const found = usualPlaces.find((path) => existsSync(path));
  if (found) return found;
  if (existsSync('/etc/debian_version') && process.getuid?.() === 0) {
    console.error('Installing Chromium …');
    run('apt-get', ['update', '-qq']);
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const packages = ['chromium', 'fonts-noto-core'];
    run('apt-get', ['install', '-y', '-qq', ...packages], { env: environment });
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  return stop('The browser tests need Chromium: install it, or set CHROMIUM_PATH to where it is.');
}

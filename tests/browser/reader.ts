import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, onTestFinished } from 'vitest';

const FLAGS = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  // Debian's Chromium insists on it, and without a graphics card it is the slower way.
  '--disable-gpu-rasterization'
];

/**
 * A browser without WebGL: the map that is drawn for its reader stands in for MapLibre's, which costs as much as all else of a page where there
 * is no graphics card.
 */
export const WITHOUT_WEBGL = ['--disable-gpu', '--disable-3d-apis'];

export const STORY = 'stories/albania-iran-2022/';

interface Visit extends BrowserContextOptions {
  /** Address below the site's. */
  path?: string;
  /** The site in a sub-folder in place of the one at the root. */
  inFolder?: boolean;
  /** The address of another site than the built one. */
  at?: string;
  /** Other sites that the page may ask, by their addresses. */
  also?: readonly string[];
  /** What to set up before the page is asked for. */
  before?: (page: Page) => Promise<unknown>;
  /** Console errors this test is about. */
  expectErrors?: boolean;
}

let browser: Browser;

/** Starts one browser for the tests of a file. */
export function useBrowser(extraFlags: readonly string[] = []) {
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: inject('chromium'),
      args: [...FLAGS, ...extraFlags]
    });
  });
  afterAll(() => browser.close());
}

/**
 * Opens the built site as a reader would. When the test ends it fails if the page has asked any other origin for anything, or has written
 * an error to the console.
 */
export async function visit(options: Visit = {}): Promise<Page> {
  const {
    path = STORY,
    inFolder = false,
    at,
    also = [],
    before,
    expectErrors,
    ...context
  } = options;
  const site = at ?? inject(inFolder ? 'siteInFolder' : 'site');
  const own = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    reducedMotion: 'reduce',
    ...context
  });
  const page = await own.newPage();
  const elsewhere: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => {
    const url = new URL(request.url());
    const within =
      /^(data|blob):/.test(url.protocol) ||
      [site, ...also].some((address) => url.href.startsWith(address));
    if (!within) elsewhere.push(url.href);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(String(error)));
  onTestFinished(async () => {
    await own.close();
    expect(elsewhere, 'requests to elsewhere').toEqual([]);
    if (!expectErrors) expect(errors, 'errors in the console').toEqual([]);
  });
  await before?.(page);
  await page.goto(site + path);
  return page;
}

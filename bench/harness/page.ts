import { fileURLToPath } from 'node:url';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import type { Bench } from '../contract';
import type { BenchWindow } from '../windows';

/** What `in-page.js` puts into every page. */
interface InPage {
  load(n: number): Promise<Loaded>;
  steps(windows: readonly BenchWindow[]): Promise<number[]>;
  count(window: BenchWindow): Promise<number>;
  drag(windows: readonly BenchWindow[], ms: number): Promise<Dragged>;
  hover(points: readonly (readonly [number, number])[]): Promise<number[] | null>;
}

export interface Loaded {
  readonly ms: number;
  /** Of the main thread; 0: none of more than 50 ms. */
  readonly longestTask: number;
}

export interface Dragged {
  readonly calls: number;
  readonly picturesPerSecond: number;
  /** Milliseconds from the last call until its picture was there. */
  readonly late: number;
}

declare global {
  var harness: InPage;
}

/** A page of the bench in a browser of its own, so that nothing of the one before is left in it. */
export interface BenchPage {
  readonly page: Page;
  readonly session: CDPSession;
  readonly browserSession: CDPSession;
  readonly name: string;
  close(): Promise<void>;
}

export interface BrowserOptions {
  readonly executablePath: string;
  /** Use the GPU there is, in place of a software one that is the same everywhere. */
  readonly gpu: boolean;
}

const FLAGS = [
  '--no-sandbox',
  '--no-first-run',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];
/** Without a GPU WebGL is drawn by SwiftShader; the browser puts its pages together in software, as it does by itself where there is no GPU. */
const SOFTWARE_GPU = ['--enable-unsafe-swiftshader'];

/** Errors that a page writes end up in `onproblem`. */
export async function openPage(
  address: string,
  { executablePath, gpu }: BrowserOptions,
  onproblem: (text: string) => void
): Promise<BenchPage> {
  const browser = await chromium.launch({ executablePath, args: flagsOf(gpu) });
  try {
    const page = await browser.newPage({ viewport: { width: 1480, height: 1000 } });
    page.on('pageerror', (error) => onproblem(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') onproblem(message.text());
    });
    await page.addInitScript({ path: fileURLToPath(new URL('in-page.js', import.meta.url)) });
    await page.goto(address);
    await page.waitForFunction(() => globalThis.bench !== undefined);
    const name = await page.evaluate(() => (globalThis.bench as Bench).name);
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    const browserSession = await browser.newBrowserCDPSession();
    return { page, session, browserSession, name, close: () => browser.close() };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

export function flagsOf(gpu: boolean): string[] {
  return gpu ? FLAGS : [...FLAGS, ...SOFTWARE_GPU];
}

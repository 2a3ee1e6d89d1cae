import { parquetWriteBuffer } from 'hyparquet-writer';
import type { Page } from 'playwright-core';
import { PATIENCE } from './built-story';
import { expect } from 'vitest';

export const ARCHIVE = 'archives/wildlife-strikes-1990-2002/';
const FILE = '**/strikes.parquet';
const DAY = 86_400_000;

/** What the made-up archive begins and ends with, and the days between. */
export const FIRST_DAY = Date.UTC(1990, 0, 1);
const DAYS = 4_500;

const DAMAGE = ['None', 'None', 'None', 'Minor', 'Medium', 'Substantial'] as const;
/** Places by turns, no two in one cell of a map of the world. */
const PLACES = [
  [-149.99, 61.17],
  [-118.41, 33.94],
  [-87.9, 41.98],
  [-80.29, 25.79],
  [-157.92, 21.32]
] as const;

/** The nth event of a made-up archive of the same columns as the real one. */
function madeUp(n: number, size: number) {
  const [lon, lat] = PLACES[n % PLACES.length] as (typeof PLACES)[0];
  return {
    day: Math.floor((n / size) * DAYS),
    // Some hundred metres apart, so that close up they are many places.
    lon: lon + ((n % 97) - 48) * 0.004,
    lat: lat + ((n % 89) - 44) * 0.004,
    damage: DAMAGE[n % DAMAGE.length] as string,
    title: `Made-up event ${n + 1}`
  };
}

/** An archive of `size` made-up events, sorted by day, as the bytes of a Parquet file. */
export function writeMadeUp(size: number): Uint8Array {
  const rows = Array.from({ length: size }, (_, n) => madeUp(n, size));
  const text = (value: string) => new Array<string>(size).fill(value);
  const column = (name: string, type: 'DOUBLE' | 'STRING', data: (string | number)[]) => ({
    ...{ name, type, data, statistics: false }
  });
  const buffer = parquetWriteBuffer({
    columnData: [
      {
        name: 'day',
        type: 'TIMESTAMP',
        // About noon at the airports: the same day in every zone there.
        data: rows.map(({ day }) => new Date(FIRST_DAY + (day + 0.7) * DAY)),
        statistics: false
      },
      column(
        'lon',
        'DOUBLE',
        rows.map(({ lon }) => lon)
      ),
      column(
        'lat',
        'DOUBLE',
        rows.map(({ lat }) => lat)
      ),
      column(
        'damage',
        'STRING',
        rows.map(({ damage }) => damage)
      ),
      column(
        'title',
        'STRING',
        rows.map(({ title }) => title)
      ),
      column('text', 'STRING', text('Nothing of this happened.')),
      column('airport', 'STRING', text('Nowhere')),
      column('source', 'STRING', text('made up for a test'))
    ],
    rowGroupSize: 50_000
  });
  return new Uint8Array(buffer);
}

interface Serving {
  /** Waits for this before each answer but the first few, which tell what is in the file. */
  readonly hold?: () => Promise<unknown>;
}

/** Puts these bytes in the place of the archive's file, in parts as a server gives them. */
export async function serveArchive(page: Page, bytes: Uint8Array, { hold }: Serving = {}) {
  let answered = 0;
  await page.context().route(FILE, async (route) => {
    const request = route.request();
    const headers = { 'accept-ranges': 'bytes', 'content-type': 'application/octet-stream' };
    if (request.method() === 'HEAD') {
      return route.fulfill({ headers: { ...headers, 'content-length': String(bytes.length) } });
    }
    if (answered++ > 2) await hold?.();
    const [, from = '0', to] = /bytes=(\d+)-(\d+)?/.exec(request.headers()['range'] ?? '') ?? [];
    const part = bytes.subarray(Number(from), to === undefined ? bytes.length : Number(to) + 1);
    return route.fulfill({ status: 206, headers, body: Buffer.from(part) });
  });
}

export const bar = (page: Page) => page.getByText('Loading the events');
export const list = (page: Page) =>
  page.getByRole('group', { name: 'Events in the order of time' });
export const entries = (page: Page) => list(page).getByRole('link');
export const card = (page: Page, title: string | RegExp) =>
  page.getByRole('region', { name: title });

/** How many events the page says it shows. */
const countShown = (page: Page) =>
  page
    .locator('#part-events')
    .getByText(/(^All|of) [\d,]+ events?/)
    .first();

/** Resolves when the page says that it shows so many, in its own words. */
export async function says(page: Page, words: string): Promise<void> {
  await expect.poll(() => countShown(page).innerText(), PATIENCE).toContain(words);
}

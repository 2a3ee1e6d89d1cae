import type { Copies, Copy } from './copies';

/** What a service worker needs to answer. */
export interface Site {
  readonly copies: Pick<Copies, 'find'>;
  readonly fetch: typeof fetch;
  /** The root of the site, ending in "/". */
  readonly root: string;
  /** Words above a page that comes from a copy. */
  readonly banner: (copy: Copy) => string;
  /** Resolves when a reader who has a copy has waited long enough for the network. */
  readonly patience: () => Promise<unknown>;
}

/** Whose names say what is in them. */
const LASTING = '_app/immutable/';
/** The page that says what is saved. */
const SAVED = 'offline/';

/**
 * Answers what a page of the site asks for: from the network, and where that fails from the copies on the device. A page from a copy says so at its
 * top. Rejects, as the network does, when neither has it.
 */
export async function answer(request: Request, site: Site): Promise<Response> {
  const address = withoutSearch(request.url);
  const page = request.mode === 'navigate';
  if (address.startsWith(site.root + LASTING)) {
    const found = await site.copies.find(address);
    return found?.response ?? site.fetch(request);
  }
  const failed = Symbol();
  const coming = site.fetch(request).catch(() => failed);
  const found = await fromCopy(address, page, site);
  if (!found) return settled(await coming, failed, () => (page ? savedPage(site) : null));
  // A host that has trouble is as good as none; what it says about a page that it does not have is true.
  const came = await (page ? Promise.race([coming, site.patience()]) : coming);
  if (came instanceof Response && came.status < 500) return came;
  if (page) return marked(found.response, site.banner(found.copy));
  return partOf(found.response, request.headers.get('range'));
}

async function settled(
  came: unknown,
  failed: symbol,
  otherwise: () => Promise<Response | null> | null
): Promise<Response> {
  if (came !== failed) return came as Response;
  return (await otherwise()) ?? Response.error();
}

/** A page may be asked for without the "/" at its end. */
async function fromCopy(address: string, page: boolean, { copies }: Site) {
  const found = await copies.find(address);
  return found || !page || address.endsWith('/') ? found : copies.find(`${address}/`);
}

async function savedPage({ copies, root }: Site): Promise<Response | null> {
  return (await copies.find(root + SAVED)) && Response.redirect(root + SAVED);
}

/** The page with words at its top. Its links lead to whole pages: a copy has nothing else. */
async function marked(page: Response, words: string): Promise<Response> {
  const html = await page.text();
  const body = html.replace(
    /<body([^>]*)>/,
    (_, attributes) =>
      `<body${attributes} data-sveltekit-reload><p class="saved-copy">${escapeHtml(words)}</p>`
  );
  return new Response(body, { headers: page.headers });
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** The part of a file that a "Range" header asks for, as hosts answer that; the whole for what is no single range from a beginning. */
async function partOf(whole: Response, range: string | null): Promise<Response> {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined) return whole;
  const blob = await whole.blob();
  const start = Number(from);
  const end = to ? Math.min(Number(to), blob.size - 1) : blob.size - 1;
  const headers = new Headers(whole.headers);
  headers.delete('content-encoding');
  if (start > end) {
    headers.set('content-range', `bytes */${blob.size}`);
    return new Response(null, { status: 416, headers });
  }
  headers.set('content-range', `bytes ${start}-${end}/${blob.size}`);
  headers.set('content-length', String(end - start + 1));
  return new Response(blob.slice(start, end + 1), { status: 206, headers });
}

function withoutSearch(address: string): string {
  const url = new URL(address);
  url.search = url.hash = '';
  return url.href;
}

import type { Copies, Copy } from './copies';
import type { Network } from './network';

/** What a service worker needs to answer. */
export interface Site {
  readonly copies: Pick<Copies, 'find'>;
  readonly network: Pick<Network, 'ask'>;
  /** The root of the site, ending in "/". */
  readonly root: string;
  /** Words above a page that comes from a copy. */
  readonly banner: (copy: Copy) => string;
  /** Turns the page that asks to another address, as a visit of its own. */
  readonly turnTo: (address: string) => Promise<unknown>;
}

/** Whose names say what is in them. */
const LASTING = '_app/immutable/';
/** The page that says what is saved. */
const SAVED = 'offline/';
/** What a page is made of when a reader comes to it within a visit. */
const DATA = '__data.json';

/**
 * Answers what a page of the site asks for: from the network, and where that fails from the copies on the device. A page from a copy says so at its
 * top. An error, as from the network, when neither has it.
 */
export async function answer(request: Request, site: Site): Promise<Response> {
  const { copies, network, root } = site;
  const address = withoutSearch(request.url);
  if (address.endsWith(DATA)) return answerData(request, address.slice(0, -DATA.length), site);
  const page = request.mode === 'navigate';
  const found = await fromCopy(address, page, copies);
  if (found && address.startsWith(root + LASTING)) return found.response;
  const came = await network.ask(request, found !== null);
  if (came) return came;
  if (found && page) return marked(found.response, site.banner(found.copy));
  if (found && request.method === 'HEAD') return headOf(found.response);
  if (found) return partOf(found.response, request.headers.get('range'));
  // Led there: a page finds its files from its own address.
  if (page && (await copies.find(root + SAVED))) return Response.redirect(root + SAVED);
  return Response.error();
}

/** Copies have whole pages: a visit that loses its network half-way goes on with those, which say what they are. */
async function answerData(request: Request, page: string, site: Site): Promise<Response> {
  const found = await site.copies.find(page);
  const came = await site.network.ask(request, found !== null);
  if (came) return came;
  if (!found) return Response.error();
  await site.turnTo(page);
  return new Promise(() => undefined);
}

/** A page may be asked for without the "/" at its end. */
async function fromCopy(address: string, page: boolean, copies: Site['copies']) {
  const found = await copies.find(address);
  return found || !page || address.endsWith('/') ? found : copies.find(`${address}/`);
}

/** The page with words at its top. Its links lead to whole pages: a copy has nothing else. */
async function marked(page: Response, words: string): Promise<Response> {
  const html = await page.text();
  const body = html.replace(
    /<body([^>]*)>/,
    (_, attributes) =>
      `<body${attributes} data-sveltekit-reload data-saved-copy><p class="saved-copy">${escapeHtml(words)}</p>`
  );
  return new Response(body, { headers: page.headers });
}

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What is said of a file, its length as it is unpacked: parts are parts of that. */
async function headOf(whole: Response): Promise<Response> {
  const { size } = await whole.blob();
  const headers = unpacked(whole);
  headers.set('content-length', String(size));
  return new Response(null, { headers });
}

function unpacked({ headers }: Response): Headers {
  const own = new Headers(headers);
  own.delete('content-encoding');
  return own;
}

/** The part of a file that a "Range" header asks for, as hosts answer that; the whole for what is no single range from a beginning. */
async function partOf(whole: Response, range: string | null): Promise<Response> {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
  if (from === undefined) return whole;
  const blob = await whole.blob();
  const start = Number(from);
  const end = to ? Math.min(Number(to), blob.size - 1) : blob.size - 1;
  const headers = unpacked(whole);
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

import type { ArchiveBytes } from '../../core/archive/archive-bytes';

/**
 * A file by HTTP: as much of it as is asked for where the server gives parts of files, else all of it, once.
 * Rejects with a sentence for the reader when it is not there.
 */
export async function openHttpBytes(address: string, signal: AbortSignal): Promise<ArchiveBytes> {
  const head = await ask(address, { method: 'HEAD', signal });
  if (!head.ok) return HttpBytes.whole(address, signal);
  const packed = (head.headers.get('content-encoding') ?? 'identity') !== 'identity';
  const length = Number(head.headers.get('content-length') ?? NaN);
  const known = !packed && Number.isFinite(length) && length > 0;
  return known ? new HttpBytes(address, length, head.headers) : HttpBytes.whole(address, signal);
}

class HttpBytes implements ArchiveBytes {
  readonly byteLength: number;
  readonly #address: string;
  /** Of the file that the bytes are of. */
  #headers: Headers;
  #givesParts = false;
  /** It has been gone through, in part at least. */
  #begun = false;
  /** While it is not known whether the server gives parts, settled when the one who finds out has been answered. */
  #findingOut: Promise<void> | null = null;
  /** Where the server would not give a part. */
  #whole: Promise<ArrayBuffer> | null = null;

  static async whole(address: string, signal: AbortSignal): Promise<HttpBytes> {
    const response = await ask(address, { signal });
    const all = await response.arrayBuffer();
    const bytes = new HttpBytes(address, all.byteLength, response.headers);
    bytes.#whole = Promise.resolve(all);
    return bytes;
  }

  constructor(address: string, byteLength: number, headers: Headers) {
    this.#address = address;
    this.byteLength = byteLength;
    this.#headers = headers;
  }

  async slice(start: number, end = this.byteLength, signal?: AbortSignal): Promise<ArrayBuffer> {
    // Where the server gives no parts, each who asks at the same time would be sent the whole.
    while (this.#findingOut) await this.#findingOut;
    const range = { headers: { range: `bytes=${start}-${end - 1}` }, signal: signal ?? null };
    const part =
      (await this.#part(start, end, range)) ??
      // A cache may cut short what others are asking for as well.
      (await this.#part(start, end, { ...range, cache: 'no-store' }));
    if (!part) throw new Error(`${nameOf(this.#address)} came cut short.`);
    return part;
  }

  async *chunks(signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    if (this.#whole) {
      yield new Uint8Array(await this.#whole);
      return;
    }
    const response = await ask(this.#address, { signal: signal ?? null });
    if (this.#begun) this.#checkSame(response);
    this.#begun = true;
    const { body, headers } = response;
    // Parts that are asked for later are parts of this.
    this.#headers = headers;
    if (!body) return;
    const reader = body.getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    } finally {
      reader.cancel().catch(() => undefined);
    }
  }

  /** Null when it came cut short. */
  async #part(start: number, end: number, range: RequestInit): Promise<ArrayBuffer | null> {
    const answer = this.#whole ? { whole: this.#whole } : await this.#answer(range);
    const part =
      'whole' in answer ? (await answer.whole).slice(start, end) : await answer.part.arrayBuffer();
    return part.byteLength === end - start ? part : null;
  }

  #answer(range: RequestInit): Promise<Answer> {
    const asked = this.#ask(range);
    if (!this.#givesParts) {
      const found = () => void (this.#findingOut = null);
      this.#findingOut = asked.then(found, found);
    }
    return asked;
  }

  async #ask(range: RequestInit): Promise<Answer> {
    const response = await ask(this.#address, range);
    this.#checkSame(response);
    if (response.status !== 206) return { whole: this.#keep(response) };
    this.#givesParts = true;
    return { part: response };
  }

  #checkSame(response: Response): void {
    if (!isAnother(this.#headers, response.headers)) return;
    cancel(response);
    throw new Error(`${nameOf(this.#address)} is another file by now: reload the page.`);
  }

  #keep(response: Response): Promise<ArrayBuffer> {
    if (this.#whole) {
      cancel(response);
      return this.#whole;
    }
    const whole = response.arrayBuffer();
    this.#whole = whole;
    // Whoever asks next may have more luck.
    whole.catch(() => (this.#whole = null));
    return whole;
  }
}

type Answer = { readonly part: Response } | { readonly whole: Promise<ArrayBuffer> };

/**
 * Told by the tags of both, or else by their days. "If-Range" would say so too, but a page in a frame without an origin would have to ask
 * the server's leave to send it, which few servers give.
 */
function isAnother(before: Headers, after: Headers): boolean {
  const [tag, other] = [tagOf(before), tagOf(after)];
  if (tag !== null && other !== null) return tag !== other;
  const [day, later] = [before.get('last-modified'), after.get('last-modified')];
  return day !== null && later !== null && day !== later;
}

/** The tag without what says that the file was packed on its way. */
function tagOf(headers: Headers): string | null {
  return headers.get('etag')?.replace(/^W\/|-(?:gzip|br|zstd)(?="$)/g, '') ?? null;
}

function cancel({ body }: Response): void {
  body?.cancel().catch(() => undefined);
}

function nameOf(address: string): string {
  return address.split('/').pop() ?? address;
}

/** What hosts answer that give no heads: forbidden, not allowed, not implemented. */
const NO_HEAD = [403, 405, 501];

async function ask(address: string, request: RequestInit): Promise<Response> {
  const name = nameOf(address);
  let response: Response;
  try {
    response = await fetch(address, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new Error(`${name} could not be fetched: is there a connection?`, { cause: error });
  }
  // Some hosts give files and say nothing of them.
  const shy = request.method === 'HEAD' && NO_HEAD.includes(response.status);
  if (!response.ok && !shy) {
    throw new Error(`${name} is not where it should be: the server answered ${response.status}.`);
  }
  return response;
}

import { EtagMismatch, type RangeResponse, type Source } from 'pmtiles';

/** An archive is asked for whole at most up to this size, in bytes. */
const WHOLE_LIMIT = 32 * 2 ** 20;

interface Part {
  bytes: Promise<RangeResponse>;
  /** How many wait for it. */
  readers: number;
  /** Null once others depend on it. */
  request: AbortController | null;
}

/**
 * Bytes of an archive at an absolute address. Hosts that know no byte ranges (a memory stick's little server, some content systems)
 * answer with all of it: that answer is kept and all further reading is from there.
 */
export class TileArchive implements Source {
  readonly #address: string;
  readonly #fetch: typeof fetch;
  #whole: Promise<RangeResponse> | null = null;
  /** What is being read, by the stretch. */
  readonly #parts = new Map<string, Part>();
  /** What a cache still holds has turned out to be parts of an older file. */
  #stale = false;

  constructor(address: string, fetchBytes: typeof fetch = (...request) => fetch(...request)) {
    this.#address = address;
    this.#fetch = fetchBytes;
  }

  getKey(): string {
    return this.#address;
  }

  /** Rejects with a sentence that names the address, with `EtagMismatch` if the archive was replaced, or with the signal's reason. */
  async getBytes(
    offset: number,
    length: number,
    signal?: AbortSignal,
    etag?: string
  ): Promise<RangeResponse> {
    signal?.throwIfAborted();
    if (this.#whole) return this.#fromWhole(this.#whole, offset, length, signal);
    const key = `${offset} ${length} ${etag}`;
    const part = this.#parts.get(key) ?? this.#start(key, offset, length, etag);
    part.readers += 1;
    const leave = () => {
      part.readers -= 1;
      if (part.readers > 0 || part.request === null) return;
      // Who asks for it next starts anew.
      this.#parts.delete(key);
      part.request.abort(signal?.reason);
    };
    signal?.addEventListener('abort', leave, { once: true });
    try {
      return await unlessAborted(part.bytes, signal);
    } finally {
      signal?.removeEventListener('abort', leave);
    }
  }

  /** Tiles that are enlarged from one beneath them ask for it all at once: one request serves them. */
  #start(key: string, offset: number, length: number, etag?: string): Part {
    const request = new AbortController();
    const part = { readers: 0, request } as Part;
    part.bytes = this.#read(offset, length, part, request, etag).finally(() => {
      if (this.#parts.get(key) === part) this.#parts.delete(key);
    });
    this.#parts.set(key, part);
    return part;
  }

  async #read(
    offset: number,
    length: number,
    part: Part,
    request: AbortController,
    etag?: string
  ): Promise<RangeResponse> {
    const response = await this.#ask(offset, length, request.signal);
    if (isPart(response, length)) {
      const whole = Number(response.headers.get('content-length') ?? 0);
      const about = this.#about(response, etag);
      const data = await this.#bodyOf(response, request.signal);
      if (data.byteLength >= whole) return { data, ...about };
      // Chromium's cache may hand out the beginning alone where several ask for one stretch at a time.
      const again = await this.#ask(offset, length, request.signal, 'reload');
      return { data: await this.#bodyOf(again, request.signal), ...this.#about(again, etag) };
    }
    // All who read from here on share this body: one reader's leaving must not cut off the others.
    part.request = null;
    if (this.#whole) request.abort();
    else this.#keep(response, this.#about(response, etag), request);
    return this.#fromWhole(this.#whole as unknown as Promise<RangeResponse>, offset, length);
  }

  async #bodyOf(response: Response, signal: AbortSignal): Promise<ArrayBuffer> {
    try {
      return await response.arrayBuffer();
    } catch (error) {
      throw this.#broken(error, signal);
    }
  }

  async #ask(
    offset: number,
    length: number,
    signal: AbortSignal,
    cache: RequestCache | null = this.#stale ? 'reload' : null
  ): Promise<Response> {
    let response: Response;
    try {
      response = await this.#fetch(this.#address, {
        headers: { range: `bytes=${offset}-${offset + length - 1}` },
        signal,
        ...(cache ? { cache } : {})
      });
    } catch (error) {
      throw this.#broken(error, signal);
    }
    if (response.status === 416) throw this.#replaced();
    if (response.status !== 206 && response.status !== 200) {
      void response.body?.cancel();
      throw new Error(`The map at ${this.#address} could not be read: status ${response.status}.`);
    }
    return response;
  }

  #keep(response: Response, about: Omit<RangeResponse, 'data'>, request: AbortController): void {
    const whole = this.#readAll(response, request).then((data) => ({ data, ...about }));
    this.#whole = whole;
    // The next reader tries again.
    whole.catch(() => {
      if (this.#whole === whole) this.#whole = null;
    });
  }

  async #readAll(response: Response, request: AbortController): Promise<ArrayBuffer> {
    const chunks: BlobPart[] = [];
    let size = Number(response.headers.get('content-length') ?? 0);
    if (size <= WHOLE_LIMIT) {
      size = 0;
      try {
        for (const reader = response.body?.getReader(); reader && size <= WHOLE_LIMIT;) {
          const { done, value } = await reader.read();
          if (done) break;
          chunks.push(value);
          size += value.byteLength;
        }
      } catch (error) {
        throw this.#broken(error, request.signal);
      }
    }
    if (size <= WHOLE_LIMIT) return new Blob(chunks).arrayBuffer();
    request.abort();
    throw new Error(
      `The map at ${this.#address} could not be read: its host sends no parts of a file (HTTP byte ranges), and all of it is too large.`
    );
  }

  async #fromWhole(
    whole: Promise<RangeResponse>,
    offset: number,
    length: number,
    signal?: AbortSignal
  ): Promise<RangeResponse> {
    const { data, ...about } = await unlessAborted(whole, signal);
    return { data: data.slice(offset, offset + length), ...about };
  }

  /** What a response says of itself; a weak etag says nothing about bytes. */
  #about({ headers }: Response, expected?: string): Omit<RangeResponse, 'data'> {
    const etag = headers.get('etag');
    const strong = etag === null || etag.startsWith('W/') ? null : etag;
    if (expected !== undefined && strong !== null && strong !== expected) throw this.#replaced();
    const cacheControl = headers.get('cache-control');
    const expires = headers.get('expires');
    return {
      ...(strong === null ? {} : { etag: strong }),
      ...(cacheControl === null ? {} : { cacheControl }),
      ...(expires === null ? {} : { expires })
    };
  }

  #replaced(): EtagMismatch {
    this.#stale = true;
    return new EtagMismatch(`The map at ${this.#address} was replaced while it was being read.`);
  }

  #broken(cause: unknown, signal: AbortSignal): unknown {
    if (signal.aborted) return signal.reason;
    return new Error(`The map at ${this.#address} could not be read: no connection.`, { cause });
  }
}

/** Some hosts call the part that was asked for 200. */
function isPart({ status, headers }: Response, length: number): boolean {
  return status === 206 || Number(headers.get('content-length')) === length;
}

function unlessAborted<T>(promise: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}

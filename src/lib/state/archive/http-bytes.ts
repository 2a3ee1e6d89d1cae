import type { ArchiveBytes } from '../../core/archive/archive-bytes';

/**
 * A file by HTTP: as much of it as is asked for where the server gives parts of files, else all of it, once.
 * Rejects with a sentence for the reader when it is not there.
 */
export async function openHttpBytes(address: string, signal: AbortSignal): Promise<ArchiveBytes> {
  const head = await ask(address, { method: 'HEAD', signal });
  const packed = (head.headers.get('content-encoding') ?? 'identity') !== 'identity';
  const length = Number(head.headers.get('content-length') ?? NaN);
  const known = !packed && Number.isFinite(length) && length > 0;
  return known ? new HttpBytes(address, length) : HttpBytes.whole(address, signal);
}

class HttpBytes implements ArchiveBytes {
  readonly byteLength: number;
  readonly #address: string;
  /** Where the server would not give a part. */
  #whole: Promise<ArrayBuffer> | null = null;

  static async whole(address: string, signal: AbortSignal): Promise<HttpBytes> {
    const all = await (await ask(address, { signal })).arrayBuffer();
    const bytes = new HttpBytes(address, all.byteLength);
    bytes.#whole = Promise.resolve(all);
    return bytes;
  }

  constructor(address: string, byteLength: number) {
    this.#address = address;
    this.byteLength = byteLength;
  }

  async slice(start: number, end = this.byteLength, signal?: AbortSignal): Promise<ArrayBuffer> {
    if (this.#whole) return (await this.#whole).slice(start, end);
    const range = { headers: { range: `bytes=${start}-${end - 1}` }, signal: signal ?? null };
    let response = await ask(this.#address, range);
    if (response.status === 206) {
      const part = await response.arrayBuffer();
      if (part.byteLength === end - start) return part;
      // A cache may cut short what others are asking for as well.
      response = await ask(this.#address, { ...range, cache: 'no-store' });
      if (response.status === 206) return response.arrayBuffer();
    }
    this.#whole ??= response.arrayBuffer();
    return (await this.#whole).slice(start, end);
  }

  async *chunks(signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    if (this.#whole) {
      yield new Uint8Array(await this.#whole);
      return;
    }
    const { body } = await ask(this.#address, { signal: signal ?? null });
    if (!body) return;
    const reader = body.getReader();
    try {
      for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
    } finally {
      reader.cancel().catch(() => undefined);
    }
  }
}

async function ask(address: string, request: RequestInit): Promise<Response> {
  const name = address.split('/').pop() ?? address;
  let response: Response;
  try {
    response = await fetch(address, request);
  } catch (error) {
    if (request.signal?.aborted) throw error;
    throw new Error(`${name} could not be fetched: is there a connection?`, { cause: error });
  }
  if (!response.ok) {
    throw new Error(`${name} is not where it should be: the server answered ${response.status}.`);
  }
  return response;
}

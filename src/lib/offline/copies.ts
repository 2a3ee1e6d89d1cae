/** A file of the site, as `tools/offline-lists.mjs` describes it. */
interface OfflineFile {
  /** From the root of the site; a page ends in "/", the first one is "". */
  readonly path: string;
  readonly bytes: number;
  /** The first 12 bytes of SHA-256 of the content, in base64url. */
  readonly hash: string;
}

/** What it takes to read a story without a network: `offline/STORY.json` of a built site. */
export interface OfflineList {
  /** Id. */
  readonly story: string;
  /** Another when any of the files is another. */
  readonly version: string;
  readonly files: readonly OfflineFile[];
}

/** A story on the reader's device. */
export interface Copy {
  readonly story: string;
  /** That of the list it was made from; '' when the site changed meanwhile. */
  readonly version: string;
  /** Of all its files, unpacked. */
  readonly bytes: number;
  /** When it was complete, in ms since 1970; null while it is not. */
  readonly savedAt: number | null;
}

export const bytesOf = ({ files }: Pick<OfflineList, 'files'>): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

/** A copy is a cache of the name `dateline ROOT STORY VERSION`: other sites of the same host have theirs. */
const PREFIX = 'dateline';
/** Beside its files a complete copy has these two: when it was made and how large it is, and what is in it. */
const MARKER = 'offline/copy.json';
const LIST = 'offline/list.json';
/** Files that are asked for side by side. */
const AT_ONCE = 6;

/** What a browser gives for it. */
export interface Device {
  readonly caches: CacheStorage;
  readonly fetch: typeof fetch;
  /** ms since 1970. */
  readonly now: () => number;
  /** The root of the site, ending in "/": another site on the same host has copies of its own. */
  readonly root: string;
}

/** The copies of stories on this device: made, listed and removed by the page, read by the service worker. */
export class Copies {
  readonly #device: Device;

  constructor(device: Device) {
    this.#device = device;
  }

  /** All of them, complete or not, the newest first. */
  async list(): Promise<readonly Copy[]> {
    return (await this.#all()).map(({ copy }) => copy);
  }

  /**
   * Fetches what the list says and keeps it. What any copy or an attempt that broke off has of it is not fetched again. The earlier copy goes once
   * this one is complete. Rejects when a file does not come or the device has no room, and when `signal` ends it; what has come stays, for another
   * attempt. A site that changes meanwhile leaves a copy of no version.
   */
  async save(
    list: OfflineList,
    { onprogress, signal }: { onprogress: (bytes: number) => void; signal: AbortSignal }
  ): Promise<void> {
    const { caches, now } = this.#device;
    const name = this.#name(list.story, list.version);
    const kept = await this.#kept();
    const cache = await caches.open(name);
    let done = 0;
    const waiting = [...list.files];
    const files: OfflineFile[] = [];
    const work = async () => {
      for (let file = waiting.shift(); file; file = waiting.shift()) {
        signal.throwIfAborted();
        files.push({ ...file, hash: await this.#keep(file, cache, kept, signal) });
        done += file.bytes;
        onprogress(done);
      }
    };
    const giveUp = (reason: unknown) => {
      waiting.length = 0;
      throw reason;
    };
    const all = await Promise.allSettled(
      Array.from({ length: AT_ONCE }, () => work().catch(giveUp))
    );
    const failed = all.find((one) => one.status === 'rejected');
    if (failed) throw failed.reason;
    signal.throwIfAborted();
    const listed = new Map(list.files.map(({ path, hash }) => [path, hash]));
    const exact = files.every(({ path, hash }) => listed.get(path) === hash);
    const made: OfflineList = { ...list, version: exact ? list.version : '', files };
    await cache.put(this.#at(LIST), new Response(JSON.stringify(made)));
    const marker = { savedAt: now(), bytes: bytesOf(list), version: made.version };
    await cache.put(this.#at(MARKER), new Response(JSON.stringify(marker)));
    await this.#removeAll(list.story, name);
  }

  /** Bytes of the list that complete copies do not have. */
  async missing({ files }: OfflineList): Promise<number> {
    const kept = await this.#kept();
    return bytesOf({ files: files.filter(({ path, hash }) => !kept.has(`${path} ${hash}`)) });
  }

  /** Removes what is kept of a story. */
  async remove(story: string): Promise<void> {
    await this.#removeAll(story, null);
  }

  /** A file of a complete copy, of the newest that has it, and which copy that is. */
  async find(address: string): Promise<{ response: Response; copy: Copy } | null> {
    for (const { name, copy } of await this.#all()) {
      const response = copy.savedAt === null ? undefined : await this.#match(name, address);
      if (response) return { response, copy };
    }
    return null;
  }

  #at(path: string): string {
    return this.#device.root + path;
  }

  #name(story: string, version: string): string {
    return `${PREFIX} ${this.#device.root} ${story} ${version}`;
  }

  async #names(): Promise<string[]> {
    const own = `${PREFIX} ${this.#device.root} `;
    return (await this.#device.caches.keys()).filter((name) => name.startsWith(own));
  }

  /** Opening a cache would make it again where another window has just removed it. */
  #match(cacheName: string, address: string): Promise<Response | undefined> {
    return this.#device.caches.match(address, { cacheName });
  }

  async #all() {
    const all = await Promise.all((await this.#names()).map((name) => this.#read(name)));
    return all.sort(
      (a, b) => (b.copy.savedAt ?? Number.MAX_VALUE) - (a.copy.savedAt ?? Number.MAX_VALUE)
    );
  }

  async #read(name: string) {
    const [story = '', version = ''] = name.split(' ').slice(-2);
    const marker = await this.#match(name, this.#at(MARKER));
    const said: Omit<Copy, 'story'> = marker
      ? await marker.json()
      : { savedAt: null, bytes: 0, version };
    return { name, copy: { story, ...said } satisfies Copy };
  }

  /** The files of complete copies: in which cache each is, by its path and hash. */
  async #kept(): Promise<ReadonlyMap<string, string>> {
    const kept = new Map<string, string>();
    for (const name of await this.#names()) {
      const list = await this.#match(name, this.#at(LIST));
      if (!list) continue;
      const { files }: OfflineList = await list.json();
      for (const { path, hash } of files) kept.set(`${path} ${hash}`, name);
    }
    return kept;
  }

  /** Sees to it that a file is in the cache, and tells the hash of what is there. */
  async #keep(
    file: OfflineFile,
    cache: Cache,
    kept: ReadonlyMap<string, string>,
    signal: AbortSignal
  ): Promise<string> {
    const address = this.#at(file.path);
    const there = await cache.match(address);
    if (there && (await hashOf(there)) === file.hash) return file.hash;
    const elsewhere = kept.get(`${file.path} ${file.hash}`);
    const same = elsewhere && (await this.#match(elsewhere, address));
    if (same) {
      await cache.put(address, same);
      return file.hash;
    }
    let fetched = await this.#fetch(address, signal);
    let hash = await hashOf(fetched.clone());
    if (hash !== file.hash) {
      // One of several hosts may not be up to date yet.
      fetched = await this.#fetch(address, signal);
      hash = await hashOf(fetched.clone());
    }
    await cache.put(address, fetched);
    return hash;
  }

  async #removeAll(story: string, but: string | null): Promise<void> {
    for (const name of await this.#names())
      if (name.split(' ').at(-2) === story && name !== but) await this.#device.caches.delete(name);
  }

  async #fetch(address: string, signal: AbortSignal): Promise<Response> {
    // `reload` tells the service worker as well that a copy will not do.
    const response = await this.#device.fetch(address, { cache: 'reload', signal });
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    // A new one: browsers take no answer for a page that says it has been led elsewhere.
    return new Response(await response.blob(), { headers: response.headers });
  }
}

/** As `tools/offline-lists.mjs` makes it. */
async function hashOf(response: Response): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await response.arrayBuffer());
  const text = btoa(String.fromCharCode(...new Uint8Array(digest).subarray(0, 12)));
  return text.replaceAll('+', '-').replaceAll('/', '_');
}

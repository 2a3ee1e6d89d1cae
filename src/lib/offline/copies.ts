/** A file of the site, as `tools/offline-lists.mjs` describes it. */
interface OfflineFile {
  /** From the root of the site; a page ends in "/", the first one is "". */
  readonly path: string;
  readonly bytes: number;
  /** Another when the content is another. */
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
  readonly version: string;
  /** Of all its files, unpacked. */
  readonly bytes: number;
  /** When it was complete, in ms since 1970; null while it is not. */
  readonly savedAt: number | null;
}

export const bytesOf = ({ files }: Pick<OfflineList, 'files'>): number =>
  files.reduce((sum, { bytes }) => sum + bytes, 0);

/** Caches of this site that are copies: `dateline STORY VERSION`, below the site's own address. */
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
    const copies = await Promise.all((await this.#names()).map((name) => this.#read(name)));
    return copies
      .map(({ copy }) => copy)
      .sort((a, b) => (b.savedAt ?? Infinity) - (a.savedAt ?? Infinity));
  }

  /**
   * Fetches what the list says and keeps it. What an earlier copy or an attempt that broke off has of it is not fetched again. The earlier copy
   * goes once this one is complete. Rejects when a file does not come or the device has no room, and when `signal` ends it; what has come stays,
   * for another attempt.
   */
  async save(
    list: OfflineList,
    { onprogress, signal }: { onprogress: (bytes: number) => void; signal: AbortSignal }
  ): Promise<void> {
    const { caches, now } = this.#device;
    const name = this.#name(list.story, list.version);
    const earlier = await this.#earlier(list.story, name);
    const cache = await caches.open(name);
    let done = 0;
    const waiting = [...list.files];
    const work = async () => {
      for (let file = waiting.shift(); file; file = waiting.shift()) {
        signal.throwIfAborted();
        const address = this.#at(file.path);
        if (!(await cache.match(address))) {
          const had = earlier?.hashes.get(file.path) === file.hash;
          const kept = had ? await earlier?.cache.match(address) : undefined;
          await cache.put(address, kept ?? (await this.#fetch(address, signal)));
        }
        done += file.bytes;
        onprogress(done);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    await cache.put(this.#at(LIST), new Response(JSON.stringify(list)));
    const marker = { savedAt: now(), bytes: bytesOf(list) };
    await cache.put(this.#at(MARKER), new Response(JSON.stringify(marker)));
    await this.#removeAll(list.story, name);
  }

  /** Removes what is kept of a story. */
  async remove(story: string): Promise<void> {
    await this.#removeAll(story, null);
  }

  /** A file of a complete copy, of the newest that has it, and which copy that is. */
  async find(address: string): Promise<{ response: Response; copy: Copy } | null> {
    const read = await Promise.all((await this.#names()).map((name) => this.#read(name)));
    const complete = read
      .filter(({ copy }) => copy.savedAt !== null)
      .sort((a, b) => (b.copy.savedAt ?? 0) - (a.copy.savedAt ?? 0));
    for (const { cache, copy } of complete) {
      const response = await cache.match(address);
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

  async #read(name: string) {
    const cache = await this.#device.caches.open(name);
    const [story = '', version = ''] = name.split(' ').slice(-2);
    const marker = await cache.match(this.#at(MARKER));
    const { savedAt, bytes }: Pick<Copy, 'savedAt' | 'bytes'> = marker
      ? await marker.json()
      : { savedAt: null, bytes: 0 };
    const copy: Copy = { story, version, bytes, savedAt };
    return { cache, copy };
  }

  /** The complete copy that there is of a story, in another cache than `name`. */
  async #earlier(story: string, name: string) {
    for (const other of await this.#namesOf(story)) {
      const cache = await this.#device.caches.open(other);
      const list = other === name ? undefined : await cache.match(this.#at(LIST));
      if (!list) continue;
      const { files }: OfflineList = await list.json();
      return { cache, hashes: new Map(files.map(({ path, hash }) => [path, hash])) };
    }
    return null;
  }

  async #namesOf(story: string): Promise<string[]> {
    return (await this.#names()).filter((name) => name.split(' ').at(-2) === story);
  }

  async #removeAll(story: string, but: string | null): Promise<void> {
    for (const name of await this.#namesOf(story))
      if (name !== but) await this.#device.caches.delete(name);
  }

  async #fetch(address: string, signal: AbortSignal): Promise<Response> {
    // `reload` tells the service worker as well that a copy will not do.
    const response = await this.#device.fetch(address, { cache: 'reload', signal });
    if (!response.ok) throw new Error(`${address} answered ${response.status}`);
    // A new one: browsers take no answer for a page that says it has been led elsewhere.
    return new Response(await response.blob(), { headers: response.headers });
  }
}

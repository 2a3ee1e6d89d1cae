import { createHash } from 'node:crypto';
import type { OfflineList } from '../../../src/lib/offline/copies';

export const ROOT = 'https://example.org/news/';

/** As much of a browser's caches as copies use. */
class FakeCache {
  readonly entries = new Map<string, Response>();
  match = async (address: string) => this.entries.get(address)?.clone();
  put = async (address: string, response: Response) => {
    this.entries.set(address, response);
  };
}

/** A device in front of a site whose files a test may change, and whose network it may take away. */
export function fakeDevice(files: Record<string, string>) {
  const kept = new Map<string, FakeCache>();
  const asked: string[] = [];
  const state = { files: new Map(Object.entries(files)), online: true, clock: 1000 };
  return Object.assign(state, {
    asked,
    kept,
    caches: {
      open: async (name: string) => {
        const cache = kept.get(name) ?? new FakeCache();
        kept.set(name, cache);
        return cache;
      },
      keys: async () => [...kept.keys()],
      delete: async (name: string) => kept.delete(name),
      match: async (address: string, { cacheName }: { cacheName: string }) =>
        kept.get(cacheName)?.match(address)
    } as unknown as CacheStorage,
    fetch: (async (input: RequestInfo) => {
      const address = typeof input === 'string' ? input : input.url;
      asked.push(address.slice(ROOT.length));
      if (!state.online) throw new TypeError('no network');
      const content = state.files.get(address.slice(ROOT.length));
      return content === undefined
        ? new Response('Not found', { status: 404 })
        : new Response(content, { headers: { 'content-type': 'text/html' } });
    }) as typeof fetch,
    now: () => state.clock,
    root: ROOT,
    /** The list that the site publishes now. */
    list(story: string): OfflineList {
      const described = [...state.files].map(([path, content]) => ({
        path,
        bytes: content.length,
        hash: createHash('sha256').update(content).digest('base64url').slice(0, 16)
      }));
      return {
        story,
        version: encodeURIComponent([...state.files.values()].join()),
        files: described
      };
    }
  });
}

export const quietly = () => ({
  onprogress: () => undefined,
  signal: new AbortController().signal
});

import { ArchiveIndex } from '../../core/archive/archive-index';
import type { ArchiveTexts } from '../../core/archive/archive-texts';
import type { ArchiveSource, Story } from '../../core/story';
import { ArchiveHelper } from './archive-helper';
import type { Answer, Request } from './archive-service';
import type { ArchiveFeed, Loaded, LoadProgress } from './feed';

/** How long a reader may take to stop, in ms. */
const MOST_PATIENCE = 3_000;

interface Search {
  readonly onshare: (share: number) => void;
  readonly resolve: (found: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** An archive in a file beside the story. */
export class FileFeed implements ArchiveFeed {
  readonly #request: Request;
  readonly #helper = new ArchiveHelper((answer) => this.#hear(answer));
  readonly #asked = new Map<number, (texts: readonly ArchiveTexts[] | null) => void>();
  #loading: {
    readonly onprogress: (progress: LoadProgress) => void;
    readonly resolve: (loaded: Loaded) => void;
    readonly reject: (error: Error) => void;
  } | null = null;
  readonly #searches = new Map<number, Search>();
  #ids = 0;

  constructor({ meta, kinds }: Story, source: ArchiveSource, href: string) {
    const plan = { source, zone: meta.timeZone, kinds: kinds.map(({ id }) => id) };
    this.#request = { ask: 'load', plan, address: href };
  }

  load(onprogress: (progress: LoadProgress) => void, signal: AbortSignal): Promise<Loaded> {
    return new Promise((resolve, reject) => {
      this.#loading = { onprogress, resolve, reject };
      signal.addEventListener('abort', () => this.#stop(reject), { once: true });
      this.#helper.ask(absolute(this.#request));
    });
  }

  async texts(rows: readonly number[]): Promise<readonly ArchiveTexts[]> {
    const id = ++this.#ids;
    const texts = await new Promise<readonly ArchiveTexts[] | null>((resolve) => {
      this.#asked.set(id, resolve);
      this.#helper.ask({ ask: 'texts', id, rows });
    });
    if (!texts) throw new Error(`The texts of ${rows.length} rows could not be read`);
    return texts;
  }

  search(
    typed: string,
    onshare: (share: number) => void,
    signal: AbortSignal
  ): Promise<Uint8Array> {
    const id = ++this.#ids;
    return new Promise((resolve, reject) => {
      this.#searches.set(id, { onshare, resolve, reject });
      const end = () => {
        if (!this.#searches.delete(id)) return;
        this.#helper.ask({ ask: 'end-search', id });
        reject(signal.reason);
      };
      signal.addEventListener('abort', end, { once: true });
      this.#helper.ask({ ask: 'search', id, typed });
    });
  }

  close(): void {
    this.#letGo();
  }

  /** A damaged file can keep its reader busy for ever: it is then let go, and what it had read with it. */
  #stop(reject: (error: Error) => void): void {
    if (this.#loading?.reject !== reject) return;
    this.#helper.ask({ ask: 'stop' });
    setTimeout(() => {
      if (this.#loading?.reject !== reject) return;
      this.#loading = null;
      this.#letGo();
      reject(new Error('It did not stop when it was told to, so nothing of it was kept.'));
    }, MOST_PATIENCE);
  }

  #letGo(): void {
    this.#helper.dismiss();
    this.#giveUp('It was closed.');
  }

  /** Whoever waits for texts or a search is told. */
  #giveUp(words: string): void {
    for (const settle of this.#asked.values()) settle(null);
    this.#asked.clear();
    for (const { reject } of this.#searches.values()) reject(new Error(words));
    this.#searches.clear();
  }

  #hear(answer: Answer): void {
    if (answer.say === 'progress') this.#loading?.onprogress(answer.progress);
    else if (answer.say === 'failed') {
      this.#loading?.reject(new Error(answer.words));
      this.#loading = null;
      this.#giveUp(answer.words);
    } else if (answer.say === 'loaded') {
      const { buffer, undated, faults, complete, broken } = answer;
      const index = ArchiveIndex.from(buffer);
      this.#loading?.resolve({ index, undated, faults, complete, broken });
      this.#loading = null;
    } else if (answer.say === 'texts') {
      this.#asked.get(answer.id)?.(answer.texts);
      this.#asked.delete(answer.id);
    } else this.#hearOfSearch(answer);
  }

  #hearOfSearch(answer: Extract<Answer, { say: 'searching' | 'found' | 'not-searched' }>): void {
    const search = this.#searches.get(answer.id);
    if (answer.say === 'searching') return search?.onshare(answer.share);
    this.#searches.delete(answer.id);
    if (answer.say === 'found') search?.resolve(answer.found);
    else search?.reject(new Error(answer.words));
  }
}

/** A worker reckons addresses from its own. */
function absolute(request: Request): Request {
  return 'address' in request
    ? { ...request, address: new URL(request.address, document.baseURI).href }
    : request;
}

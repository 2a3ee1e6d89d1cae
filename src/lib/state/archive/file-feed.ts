import { ArchiveIndex } from '../../core/archive/archive-index';
import type { ArchiveTexts, RawTexts } from '../../core/archive/archive-texts';
import type { ArchiveSource, Story } from '../../core/story';
import { ArchiveHelper } from './archive-helper';
import type { Answer, PassAnswer, PassRequest, Request } from './archive-service';
import type { ArchiveFeed, Loaded, LoadProgress } from './feed';

/** How long a reader may take to stop, in ms. */
const MOST_PATIENCE = 3_000;

/** One that is waited for; what it resolves to is in its answer. */
interface Pass {
  readonly onshare: (share: number) => void;
  readonly resolve: (answer: PassAnswer) => void;
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
  readonly #passes = new Map<number, Pass>();
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

  async search(
    typed: string,
    onshare: (share: number) => void,
    signal: AbortSignal
  ): Promise<Uint8Array> {
    const answer = await this.#pass({ ask: 'search', id: ++this.#ids, typed }, onshare, signal);
    if (answer.say !== 'found') throw new Error(`search: the answer is ${answer.say}`);
    return answer.found;
  }

  async collect(wanted: Uint8Array): Promise<readonly RawTexts[]> {
    const answer = await this.#pass({ ask: 'collect', id: ++this.#ids, wanted });
    if (answer.say !== 'collected') throw new Error(`collect: the answer is ${answer.say}`);
    return answer.texts;
  }

  #pass(
    request: PassRequest,
    onshare: (share: number) => void = () => undefined,
    signal?: AbortSignal
  ): Promise<PassAnswer> {
    const { id } = request;
    return new Promise((resolve, reject) => {
      this.#passes.set(id, { onshare, resolve, reject });
      const end = () => {
        if (!this.#passes.delete(id)) return;
        this.#helper.ask({ ask: 'end-pass', id });
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', end, { once: true });
      this.#helper.ask(request);
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

  /** Whoever waits for texts is told. */
  #giveUp(words: string): void {
    for (const settle of this.#asked.values()) settle(null);
    this.#asked.clear();
    for (const { reject } of this.#passes.values()) reject(new Error(words));
    this.#passes.clear();
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
    } else this.#hearOfPass(answer);
  }

  #hearOfPass(answer: PassAnswer): void {
    const pass = this.#passes.get(answer.id);
    if (answer.say === 'passing') return pass?.onshare(answer.share);
    this.#passes.delete(answer.id);
    if (answer.say === 'not-passed') pass?.reject(new Error(answer.words));
    else pass?.resolve(answer);
  }
}

/** A worker reckons addresses from its own. */
function absolute(request: Request): Request {
  return 'address' in request
    ? { ...request, address: new URL(request.address, document.baseURI).href }
    : request;
}

import { openArchive, type Archive } from '../../core/archive/archive-file';
import { formatFaultPlace, type ArchiveFaults } from '../../core/archive/archive-fault';
import { ArchiveIndex } from '../../core/archive/archive-index';
import type { ArchivePlan } from '../../core/archive/archive-rows';
import type { ArchiveTexts, RawTexts } from '../../core/archive/archive-texts';
import { noColumns, undatedRows, type EventColumns } from '../../core/archive/event-columns';
import { replaces, sentenceOf, type LoadProgress } from './feed';
import { openHttpBytes } from './http-bytes';

/** What a page asks of whoever reads archives for it. */
export type Request =
  | { readonly ask: 'load'; readonly plan: ArchivePlan; readonly address: string }
  | { readonly ask: 'index'; readonly columns: EventColumns }
  | { readonly ask: 'stop' }
  /** `rows` of the file, from 0. */
  | { readonly ask: 'texts'; readonly id: number; readonly rows: readonly number[] }
  | PassRequest
  | { readonly ask: 'end-pass'; readonly id: number };

/** What the file is gone through for once more: which events have the words that a reader typed, or the words of many events. */
export type PassRequest =
  | { readonly ask: 'search'; readonly id: number; readonly typed: string }
  | { readonly ask: 'collect'; readonly id: number; readonly wanted: Uint8Array };

interface LoadedAnswer {
  readonly say: 'loaded';
  /** Of an `ArchiveIndex`. */
  readonly buffer: ArrayBuffer;
  readonly undated: Uint32Array;
  readonly faults: ArchiveFaults;
  readonly complete: boolean;
  readonly broken: string | null;
}

export type Answer =
  | { readonly say: 'progress'; readonly progress: LoadProgress }
  | LoadedAnswer
  | { readonly say: 'failed'; readonly words: string }
  | { readonly say: 'texts'; readonly id: number; readonly texts: readonly ArchiveTexts[] | null }
  | PassAnswer;

export type PassAnswer =
  /** A share of 1. */
  | { readonly say: 'passing'; readonly id: number; readonly share: number }
  /** See `Archive.search` and `Archive.collect`. */
  | { readonly say: 'found'; readonly id: number; readonly found: Uint8Array<ArrayBuffer> }
  | { readonly say: 'collected'; readonly id: number; readonly texts: readonly RawTexts[] }
  | { readonly say: 'not-passed'; readonly id: number; readonly words: string };

const NO_FAULTS: ArchiveFaults = { total: 0, counts: [], examples: [] };

/** Reads archives and builds their indexes, wherever that is done: in a worker, or on the page's own thread where it may not have one. */
export class ArchiveService {
  readonly #answer: (answer: Answer, handOver: Transferable[]) => void;
  /** What texts are asked of. */
  #open: { archive: Archive; events: number; complete: boolean } | null = null;
  #stop = new AbortController();
  /** By what they are asked for with. */
  readonly #passes = new Map<number, AbortController>();

  /** `handOver`: what the answer's receiver may have for good. */
  constructor(answer: (answer: Answer, handOver: Transferable[]) => void) {
    this.#answer = answer;
  }

  /** Never rejects: whatever goes wrong is an answer. */
  async hear(request: Request): Promise<void> {
    try {
      if (request.ask === 'stop') this.#stop.abort();
      else if (request.ask === 'texts') await this.#texts(request.id, request.rows);
      else if (request.ask === 'end-pass') this.#passes.get(request.id)?.abort();
      else if (request.ask === 'index') this.#give(this.#index(request.columns));
      else if (request.ask === 'load') await this.#load(request.plan, request.address);
      else await this.#pass(request);
    } catch (error) {
      this.#answer({ say: 'failed', words: sentenceOf(error) }, []);
    }
  }

  async #load(plan: ArchivePlan, address: string): Promise<void> {
    const { signal } = (this.#stop = new AbortController());
    try {
      const archive = openArchive(plan, await openHttpBytes(address, signal));
      const loaded = await archive.load(this.#tell, signal);
      const { columns, faults, complete, broken } = loaded;
      const words =
        broken &&
        `${formatFaultPlace(plan.source.file, broken)}: ${broken.message} ${broken.remedy}`;
      const answer = { ...this.#index(columns), faults, complete, broken: words };
      const come = { archive, events: columns.size, complete };
      if (replaces(come, this.#open)) this.#open = come;
      this.#give(answer);
    } catch (error) {
      if (!signal.aborted) throw error;
      this.#give({ ...this.#index(noColumns()), complete: false });
    }
  }

  readonly #tell = (progress: LoadProgress) => this.#answer({ say: 'progress', progress }, []);

  #index(columns: EventColumns): LoadedAnswer {
    const { buffer } = ArchiveIndex.build(columns, (sorted) => this.#tell({ sorted }));
    const rest = { faults: NO_FAULTS, complete: true, broken: null };
    return { say: 'loaded', buffer, undated: undatedRows(columns), ...rest };
  }

  #give(answer: LoadedAnswer): void {
    this.#answer(answer, [answer.buffer]);
  }

  async #texts(id: number, rows: readonly number[]): Promise<void> {
    const found = await this.#open?.archive.texts(rows).catch(() => null);
    const texts = found?.length === rows.length ? found : null;
    this.#answer({ say: 'texts', id, texts }, []);
  }

  /** One that is ended is not answered. */
  async #pass(request: PassRequest): Promise<void> {
    const { id } = request;
    const stop = new AbortController();
    this.#passes.set(id, stop);
    try {
      if (!this.#open) throw new Error('The events have not come yet: load them first.');
      const { archive } = this.#open;
      const onshare = (share: number) => this.#answer({ say: 'passing', id, share }, []);
      if (request.ask === 'search') {
        const found = await archive.search(request.typed, onshare, stop.signal);
        this.#answer({ say: 'found', id, found }, [found.buffer]);
      } else {
        const texts = await archive.collect(request.wanted, onshare, stop.signal);
        this.#answer({ say: 'collected', id, texts }, []);
      }
    } catch (error) {
      if (!stop.signal.aborted)
        this.#answer({ say: 'not-passed', id, words: sentenceOf(error) }, []);
    } finally {
      this.#passes.delete(id);
    }
  }
}

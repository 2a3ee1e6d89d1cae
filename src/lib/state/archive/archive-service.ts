import { openArchive, type Archive } from '../../core/archive/archive-file';
import type { ArchiveProgress } from '../../core/archive/archive-bytes';
import { formatFaultPlace, type ArchiveFaults } from '../../core/archive/archive-fault';
import { ArchiveIndex } from '../../core/archive/archive-index';
import type { ArchivePlan } from '../../core/archive/archive-rows';
import type { ArchiveTexts } from '../../core/archive/archive-texts';
import { noColumns, undatedRows, type EventColumns } from '../../core/archive/event-columns';
import { replaces } from './feed';
import { openHttpBytes } from './http-bytes';

/** What a page asks of whoever reads archives for it. */
export type Request =
  | { readonly ask: 'load'; readonly plan: ArchivePlan; readonly address: string }
  | { readonly ask: 'index'; readonly columns: EventColumns }
  | { readonly ask: 'stop' }
  /** `rows` as the index counts them. */
  | { readonly ask: 'texts'; readonly id: number; readonly rows: readonly number[] };

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
  | { readonly say: 'progress'; readonly progress: ArchiveProgress }
  | LoadedAnswer
  | { readonly say: 'failed'; readonly words: string }
  | { readonly say: 'texts'; readonly id: number; readonly texts: readonly ArchiveTexts[] | null };

const NO_FAULTS: ArchiveFaults = { total: 0, counts: [], examples: [] };

/** Reads archives and builds their indexes, wherever that is done: in a worker, or on the page's own thread where it may not have one. */
export class ArchiveService {
  readonly #answer: (answer: Answer, handOver: Transferable[]) => void;
  /** What texts are asked of. */
  #open: { archive: Archive; events: number; complete: boolean } | null = null;
  #stop = new AbortController();

  /** `handOver`: what the answer's receiver may have for good. */
  constructor(answer: (answer: Answer, handOver: Transferable[]) => void) {
    this.#answer = answer;
  }

  /** Never rejects: whatever goes wrong is an answer. */
  async hear(request: Request): Promise<void> {
    try {
      if (request.ask === 'stop') this.#stop.abort();
      else if (request.ask === 'texts') await this.#texts(request.id, request.rows);
      else if (request.ask === 'index') this.#give(indexed(request.columns));
      else await this.#load(request.plan, request.address);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      this.#answer({ say: 'failed', words }, []);
    }
  }

  async #load(plan: ArchivePlan, address: string): Promise<void> {
    const { signal } = (this.#stop = new AbortController());
    try {
      const archive = openArchive(plan, await openHttpBytes(address, signal));
      const loaded = await archive.load(
        (progress) => this.#answer({ say: 'progress', progress }, []),
        signal
      );
      const { columns, faults, complete, broken } = loaded;
      const words =
        broken &&
        `${formatFaultPlace(plan.source.file, broken)}: ${broken.message} ${broken.remedy}`;
      const answer = { ...indexed(columns), faults, complete, broken: words };
      const come = { archive, events: columns.size, complete };
      if (replaces(come, this.#open)) this.#open = come;
      this.#give(answer);
    } catch (error) {
      if (!signal.aborted) throw error;
      this.#give({ ...indexed(noColumns()), complete: false });
    }
  }

  #give(answer: LoadedAnswer): void {
    this.#answer(answer, [answer.buffer]);
  }

  async #texts(id: number, rows: readonly number[]): Promise<void> {
    const found = await this.#open?.archive.texts(rows).catch(() => null);
    const texts = found?.length === rows.length ? found : null;
    this.#answer({ say: 'texts', id, texts }, []);
  }
}

function indexed(columns: EventColumns): LoadedAnswer {
  const { buffer } = ArchiveIndex.build(columns);
  const rest = { faults: NO_FAULTS, complete: true, broken: null };
  return { say: 'loaded', buffer, undated: undatedRows(columns), ...rest };
}

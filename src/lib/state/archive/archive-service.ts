import { openArchive, type Archive } from '../../core/archive/archive-file';
import type { ArchiveProgress } from '../../core/archive/archive-bytes';
import { formatFaultPlace, type ArchiveFaults } from '../../core/archive/archive-fault';
import { ArchiveIndex } from '../../core/archive/archive-index';
import type { ArchivePlan } from '../../core/archive/archive-rows';
import type { ArchiveTexts } from '../../core/archive/archive-texts';
import { noColumns, type EventColumns } from '../../core/archive/event-columns';
import { openHttpBytes } from './http-bytes';

/** What a page asks of whoever reads archives for it. */
export type Request =
  | { readonly ask: 'load'; readonly plan: ArchivePlan; readonly address: string }
  | { readonly ask: 'index'; readonly columns: EventColumns }
  | { readonly ask: 'stop' }
  | { readonly ask: 'texts'; readonly id: number; readonly rows: readonly number[] };

export type Answer =
  | { readonly say: 'progress'; readonly progress: ArchiveProgress }
  | {
      readonly say: 'loaded';
      /** Of an `ArchiveIndex`. */
      readonly buffer: ArrayBuffer;
      readonly undated: Uint32Array;
      readonly faults: ArchiveFaults;
      readonly complete: boolean;
      readonly broken: string | null;
    }
  | { readonly say: 'failed'; readonly words: string }
  | { readonly say: 'texts'; readonly id: number; readonly texts: readonly ArchiveTexts[] | null };

const NO_FAULTS: ArchiveFaults = { total: 0, counts: [], examples: [] };

/** Reads archives and builds their indexes, wherever that is done: in a worker, or on the page's own thread where it may not have one. */
export class ArchiveService {
  readonly #answer: (answer: Answer, handOver: Transferable[]) => void;
  #archive: Archive | null = null;
  #stop = new AbortController();

  /** `handOver`: what the answer's receiver may have for good. */
  constructor(answer: (answer: Answer, handOver: Transferable[]) => void) {
    this.#answer = answer;
  }

  async hear(request: Request): Promise<void> {
    if (request.ask === 'stop') this.#stop.abort();
    else if (request.ask === 'texts') await this.#texts(request.id, request.rows);
    else if (request.ask === 'index') this.#give(request.columns, NO_FAULTS, true);
    else await this.#load(request.plan, request.address);
  }

  async #load(plan: ArchivePlan, address: string): Promise<void> {
    const { signal } = (this.#stop = new AbortController());
    try {
      this.#archive = openArchive(plan, await openHttpBytes(address, signal));
      const loaded = await this.#archive.load(
        (progress) => this.#answer({ say: 'progress', progress }, []),
        signal
      );
      const { columns, faults, complete, broken } = loaded;
      const words =
        broken &&
        `${formatFaultPlace(plan.source.file, broken)}: ${broken.message} ${broken.remedy}`;
      this.#give(columns, faults, complete, words);
    } catch (error) {
      if (signal.aborted) return this.#give(noColumns(), NO_FAULTS, false);
      const words = error instanceof Error ? error.message : String(error);
      this.#answer({ say: 'failed', words }, []);
    }
  }

  #give(
    columns: EventColumns,
    faults: ArchiveFaults,
    complete: boolean,
    broken: string | null = null
  ): void {
    const { buffer } = ArchiveIndex.build(columns);
    const undated = undatedRows(columns);
    this.#answer({ say: 'loaded', buffer, undated, faults, complete, broken }, [buffer]);
  }

  async #texts(id: number, rows: readonly number[]): Promise<void> {
    const found = await this.#archive?.texts(rows).catch(() => null);
    const texts = found?.length === rows.length ? found : null;
    this.#answer({ say: 'texts', id, texts }, []);
  }
}

function undatedRows({ size, start }: EventColumns): Uint32Array {
  const rows: number[] = [];
  for (let row = 0; row < size; row++) if (Number.isNaN(start[row])) rows.push(row);
  return Uint32Array.from(rows);
}

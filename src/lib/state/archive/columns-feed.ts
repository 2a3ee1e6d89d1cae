import { ArchiveIndex } from '../../core/archive/archive-index';
import { noColumns, undatedRows, type EventColumns } from '../../core/archive/event-columns';
import { ArchiveHelper } from './archive-helper';
import type { ArchiveFeed, Loaded, LoadProgress } from './feed';

/** From so many events on the index is built off the page's own thread. */
const MANY = 100_000;

/** Events that somebody has at hand as columns, without texts. The columns are left as they are. */
export class ColumnsFeed implements ArchiveFeed {
  readonly #columns: EventColumns;
  #helper: ArchiveHelper | null = null;

  constructor(columns: EventColumns) {
    this.#columns = columns;
  }

  load(
    onprogress: (progress: LoadProgress) => void = () => undefined,
    signal?: AbortSignal
  ): Promise<Loaded> {
    const columns = this.#columns;
    const rest = {
      faults: { total: 0, counts: [], examples: [] },
      complete: true,
      broken: null
    };
    if (columns.size < MANY) {
      const index = ArchiveIndex.build(columns);
      return Promise.resolve({ index, undated: undatedRows(columns), ...rest });
    }
    return new Promise((resolve, reject) => {
      this.#helper = new ArchiveHelper((answer) => {
        if (answer.say === 'progress') return onprogress(answer.progress);
        if (answer.say === 'loaded') {
          const { buffer, undated } = answer;
          resolve({ index: ArchiveIndex.from(buffer), undated, ...rest });
        } else if (answer.say === 'failed') reject(new Error(answer.words));
        // It has done what it was there for, and would keep its memory.
        this.close();
      });
      this.#helper.ask({ ask: 'index', columns });
      signal?.addEventListener('abort', () => {
        this.close();
        const index = ArchiveIndex.build(noColumns());
        resolve({ index, undated: new Uint32Array(0), ...rest, complete: false });
      });
    });
  }

  texts(): Promise<never> {
    return Promise.reject(new Error('Columns come without texts'));
  }

  search(): Promise<never> {
    return this.texts();
  }

  collect(): Promise<never> {
    return this.texts();
  }

  close(): void {
    this.#helper?.dismiss();
    this.#helper = null;
  }
}

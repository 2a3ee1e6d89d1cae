import type { ArchiveFault } from './archive-fault';
import type { ArchiveRows } from './archive-rows';
import { visible, type RawTexts } from './archive-texts';
import type { WordRole } from './column-roles';

/** A file whose bytes come when they are asked for: a fetched address, a file of the reader's, an array in a test. */
export interface ArchiveBytes {
  /** Null when it is not known before all has come. */
  readonly byteLength: number | null;
  /** Bytes from `start` to before `end`, or to the file's end. */
  slice(start: number, end?: number, signal?: AbortSignal): Promise<ArrayBuffer>;
  /** All of it, from the start, in pieces of any size. */
  chunks(signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/** The same bytes; remembers that they could not be had, which is not the fault of what is in them. */
export class WatchedBytes implements ArchiveBytes {
  readonly #bytes: ArchiveBytes;
  #failure: string | null = null;

  constructor(bytes: ArchiveBytes) {
    this.#bytes = bytes;
  }

  get byteLength(): number | null {
    return this.#bytes.byteLength;
  }

  /** What was said when they last could not be had. */
  get failure(): string | null {
    return this.#failure;
  }

  async slice(start: number, end?: number, signal?: AbortSignal): Promise<ArrayBuffer> {
    try {
      return await untilAborted(this.#bytes.slice(start, end, signal), signal);
    } catch (error) {
      this.#failure = wordsOf(error);
      throw error;
    }
  }

  async *chunks(signal?: AbortSignal): AsyncGenerator<Uint8Array> {
    const chunks = this.#bytes.chunks(signal)[Symbol.asyncIterator]();
    let done = false;
    try {
      while (!done) {
        const next = await untilAborted(chunks.next(), signal);
        if (next.done) done = true;
        else yield next.value;
      }
    } catch (error) {
      this.#failure = wordsOf(error);
      throw error;
    } finally {
      // Not waited for: a chunk that never comes must not keep the reader.
      if (!done) void chunks.return?.().catch(() => undefined);
    }
  }
}

/** How far a file has been read. A total is null when it is not known. */
export interface ArchiveProgress {
  readonly rows: number;
  readonly rowsTotal: number | null;
  /** Of what has to be read: of a Parquet file, its columns of time, place and kind. */
  readonly bytes: number;
  readonly bytesTotal: number | null;
}

/** What each kind of file does in a way of its own. */
export interface ArchiveReader {
  /**
   * Reads all rows, in the order of the file. Gives what stopped it before the end, if anything did but the signal; rejects as `bytes`
   * do and when the signal aborts.
   */
  load(
    makeRows: (expected: number | null) => ArchiveRows,
    onprogress: (progress: ArchiveProgress) => void,
    signal: AbortSignal | undefined
  ): Promise<ArchiveFault | null>;
  /** The words of events, by their position in the columns. Rejects as `bytes` do. */
  texts(positions: readonly number[]): Promise<ReadonlyMap<number, RawTexts>>;
  /**
   * Goes through the file once more and visits the words of the first `size` events, in order; only those of `roles` need be there. `onshare`
   * hears how much has been gone through, as a share of 1. Rejects with a sentence when the file cannot be read, and when the signal aborts.
   */
  eachTexts(
    size: number,
    roles: readonly WordRole[],
    visit: (position: number, texts: RawTexts) => void,
    onshare: (share: number) => void,
    signal: AbortSignal | undefined
  ): Promise<void>;
}

/** Lets others have their turn: clicks, messages, and whoever wants to stop this. */
export function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** The promise, or a rejection with the signal's reason as soon as it aborts: not every source of bytes listens. */
function untilAborted<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/** What an error says, for a sentence. */
export function wordsOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return visible(words.slice(0, 200)).replace(/[\s.]+$/, '');
}

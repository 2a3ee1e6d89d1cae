import type { ArchiveIndex } from '../../core/archive/archive-index';
import type { ArchiveFaults } from '../../core/archive/archive-fault';
import type { ArchiveProgress } from '../../core/archive/archive-bytes';
import type { ArchiveTexts } from '../../core/archive/archive-texts';

/** What has come of an archive. */
export interface Loaded {
  readonly index: ArchiveIndex;
  /** Rows of events without a date. */
  readonly undated: Uint32Array;
  /** What of the file could not be used. */
  readonly faults: ArchiveFaults;
  /** False when loading ended before its time: there are more. */
  readonly complete: boolean;
  /** What ended it, and what to do, in words; null when the reader did, or nothing. */
  readonly broken: string | null;
}

/** Where an archive comes from: a file by HTTP, or columns that somebody has at hand. */
export interface ArchiveFeed {
  /** Resolves also when `signal` stops it or the file is broken, with what has come; rejects when nothing can. May be called again after it has failed or was stopped. */
  load(onprogress: (progress: ArchiveProgress) => void, signal: AbortSignal): Promise<Loaded>;
  /** The texts of these rows, in their order. */
  texts(rows: readonly number[]): Promise<readonly ArchiveTexts[]>;
  close(): void;
}

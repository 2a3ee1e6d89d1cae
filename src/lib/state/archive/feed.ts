import type { ArchiveIndex } from '../../core/archive/archive-index';
import type { ArchiveFaults } from '../../core/archive/archive-fault';
import type { ArchiveProgress } from '../../core/archive/archive-bytes';
import type { ArchiveTexts, RawTexts } from '../../core/archive/archive-texts';

/** What has come of an archive. */
export interface Loaded {
  readonly index: ArchiveIndex;
  /** Rows of the file, from 0, of events without a date. */
  readonly undated: Uint32Array;
  /** What of the file could not be used. */
  readonly faults: ArchiveFaults;
  /** False when loading ended before its time: there are more. */
  readonly complete: boolean;
  /** What ended it, and what to do, in words; null when the reader did, or nothing. */
  readonly broken: string | null;
}

/** How far loading has come: with the reading, and then with the sorting of what was read, as a share of 1. */
export type LoadProgress = ArchiveProgress | { readonly sorted: number };

/** Where an archive comes from: a file by HTTP, or columns that somebody has at hand. */
export interface ArchiveFeed {
  /** Resolves also when `signal` stops it or the file is broken, with what has come; rejects when nothing can. May be called again after it has failed or was stopped. */
  load(onprogress: (progress: LoadProgress) => void, signal: AbortSignal): Promise<Loaded>;
  /** The texts of these rows of the file, from 0, in their order: of what was loaded last that `replaces` what was there. */
  texts(rows: readonly number[]): Promise<readonly ArchiveTexts[]>;
  /**
   * Which rows of the file, from 0, of what is there as for `texts`, have all words of what a reader typed: a byte each, 1 for yes. `onshare`: a share
   * of 1. Rejects with a sentence for the reader, and when `signal` ends it.
   */
  search(typed: string, onshare: (share: number) => void, signal: AbortSignal): Promise<Uint8Array>;
  /** The words of many of these rows, `wanted` having a byte a row, 1 for yes: see `Archive.collect`. Rejects as `search` does. */
  collect(wanted: Uint8Array): Promise<readonly RawTexts[]>;
  close(): void;
}

interface Come {
  readonly events: number;
  readonly complete: boolean;
}

/** Whether what came when an archive was loaded again takes the place of what is there: not when it is less of it. */
export function replaces(come: Come, there: Come | null): boolean {
  return come.complete || there === null || come.events >= there.events;
}

/** What went wrong, for the reader. */
export function sentenceOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

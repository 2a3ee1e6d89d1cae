import {
  WatchedBytes,
  type ArchiveBytes,
  type ArchiveProgress,
  type ArchiveReader
} from './archive-bytes';
import { archiveFault, type ArchiveFault, type ArchiveFaults } from './archive-fault';
import { ArchiveRows, type ArchivePlan } from './archive-rows';
import {
  NO_TEXTS,
  cleanTexts,
  readTexts,
  visible,
  type ArchiveTexts,
  type RawTexts
} from './archive-texts';
import { WORD_ROLES } from './column-roles';
import type { EventColumns } from './event-columns';
import type { LeftOut } from './left-out';
import { SEARCHED_ROLES, wordMatcher } from './word-search';

/** Characters of words that are held at a time. */
const MOST_COLLECTED = 100e6;

/** What has come of an archive. */
export interface LoadedArchive {
  /** The events, in the order of the file. */
  readonly columns: EventColumns;
  /** Rows that were read, those that became no event too. */
  readonly rows: number;
  readonly undated: number;
  readonly unplaced: number;
  /** What could not be used, `broken` among it. */
  readonly faults: ArchiveFaults;
  /** What ended the reading before its time; null when that was the reader, or nothing. */
  readonly broken: ArchiveFault | null;
  /** All rows have been read. */
  readonly complete: boolean;
}

/** A file of events. */
export interface Archive {
  /**
   * Reads all events, once. Whatever is wrong with the file is in the result, and what came before is usable; so it is when `signal`
   * aborts. Only misuse rejects.
   */
  load(
    onprogress?: (progress: ArchiveProgress) => void,
    signal?: AbortSignal
  ): Promise<LoadedArchive>;
  /**
   * The words of events that were loaded, by their rows in the file, counted from 0, in the order of `rows`. Rejects when they cannot be fetched;
   * they may then be asked for again.
   */
  texts(rows: readonly number[]): Promise<ArchiveTexts[]>;
  /**
   * The rows of events that were loaded and have all words of what a reader typed: a byte a row, 1 for yes. Goes through the file once more.
   * `onshare`: a share of 1. Rejects when it cannot be read and when the signal aborts.
   */
  search(
    typed: string,
    onshare?: (share: number) => void,
    signal?: AbortSignal
  ): Promise<Uint8Array<ArrayBuffer>>;
  /**
   * The words of many events that were loaded, `wanted` having a byte a row, 1 for yes: as they are in the file, but for what cannot be seen,
   * in the order of rows. Goes through the file as `search` does.
   */
  collect(
    wanted: Uint8Array,
    onshare?: (share: number) => void,
    signal?: AbortSignal
  ): Promise<RawTexts[]>;
}

/** An archive in a CSV or Parquet file, as the ending of its name says. Nothing is read before it is loaded. */
export function openArchive(plan: ArchivePlan, bytes: ArchiveBytes): Archive {
  const watched = new WatchedBytes(bytes);
  let loading = false;
  /** What there is once it has been loaded: nothing as large as its columns, which are their receiver's. */
  let open: { reader: ArchiveReader; leftOut: LeftOut; size: number } | null = null;

  return {
    async load(onprogress = () => undefined, signal) {
      if (loading) throw new Error('Archive.load: it has been loaded already');
      loading = true;
      const reader = await makeReader(plan, watched);
      let rows: ArchiveRows | null = null;
      const makeRows = (expected: number | null) => (rows = new ArchiveRows(plan, expected));
      let broken: ArchiveFault | null = null;
      try {
        broken = await reader.load(makeRows, onprogress, signal);
      } catch (error) {
        if (!signal?.aborted && watched.failure === null) throw error;
      }
      const stopped = signal?.aborted ?? false;
      if (stopped) broken = null;
      else if (watched.failure !== null) {
        broken = archiveFault('file-unreachable', {}, undefined, watched.failure);
      }
      const read: ArchiveRows = rows ?? makeRows(null);
      if (broken) read.faults.keep(broken);
      const loaded = read.finish();
      open = { reader, leftOut: read.leftOut, size: loaded.columns.size };
      return { ...loaded, broken, complete: !stopped && broken === null };
    },

    async texts(rows) {
      if (!open) throw new Error('Archive.texts: it has not been loaded');
      const { reader, leftOut, size } = open;
      const positions = rows.map((row) => {
        const position = Number.isInteger(row) && row >= 0 ? leftOut.positionOf(row) : -1;
        if (position >= 0 && position < size) return position;
        throw new RangeError(`Archive.texts: row ${row} is none of the ${size} events loaded`);
      });
      const words = await reader.texts(positions);
      return positions.map((position) => cleanTexts(words.get(position) ?? NO_TEXTS));
    },

    async search(typed, onshare = () => undefined, signal) {
      if (!open) throw new Error('Archive.search: it has not been loaded');
      const { reader, leftOut, size } = open;
      const found = new Uint8Array(size === 0 ? 0 : leftOut.rowOf(size - 1) + 1);
      const matches = wordMatcher(typed);
      const visit = (position: number, texts: RawTexts) => {
        if (matches(texts)) found[leftOut.rowOf(position)] = 1;
      };
      await reader.eachTexts(size, SEARCHED_ROLES, visit, onshare, signal);
      return found;
    },

    async collect(wanted, onshare = () => undefined, signal) {
      if (!open) throw new Error('Archive.collect: it has not been loaded');
      const { reader, leftOut, size } = open;
      const collected: RawTexts[] = [];
      let length = 0;
      const visit = (position: number, texts: RawTexts) => {
        if (wanted[leftOut.rowOf(position)] !== 1) return;
        const cells = readTexts((role) => texts[role] && visible(texts[role]));
        for (const cell of Object.values(cells)) length += cell?.length ?? 0;
        if (length > MOST_COLLECTED) {
          throw new Error('Their texts are longer than 100 million characters: list fewer events.');
        }
        collected.push(cells);
      };
      await reader.eachTexts(size, WORD_ROLES, visit, onshare, signal);
      return collected;
    }
  };
}

/** Each kind of file is read by code that is fetched for it. */
async function makeReader({ source }: ArchivePlan, bytes: WatchedBytes): Promise<ArchiveReader> {
  return source.file.endsWith('.csv')
    ? new (await import('./csv-archive')).CsvArchive(source, bytes)
    : new (await import('./parquet-archive')).ParquetArchive(source, bytes);
}

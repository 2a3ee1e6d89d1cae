import type { ArchiveBytes } from '../../../../src/lib/core/archive/archive-bytes';
import { openArchive } from '../../../../src/lib/core/archive/archive-file';
import type { ArchivePlan } from '../../../../src/lib/core/archive/archive-rows';
import type { EventColumns } from '../../../../src/lib/core/archive/event-columns';
import type { ArchiveColumnNames } from '../../../../src/lib/core/story';

/** All columns that an archive may have, each named for what it is. */
export const ALL_COLUMNS: ArchiveColumnNames = {
  time: 'time',
  end: 'end',
  where: { lon: 'lon', lat: 'lat' },
  title: 'title',
  text: 'text',
  place: 'place',
  radius: 'radius',
  kind: 'kind',
  source: 'source'
};

/** No more than a time and a place, unless more is named. */
export function makePlan(
  file: string,
  columns: Partial<ArchiveColumnNames> = {},
  kinds: readonly string[] = ['fire', 'flood'],
  cells: Readonly<Record<string, string>> | null = null
): ArchivePlan {
  const words = { title: null, text: null, place: null, radius: null, source: null };
  return {
    source: {
      file,
      rows: null,
      columns: { ...ALL_COLUMNS, end: null, kind: null, ...words, ...columns },
      kinds: cells,
      citation: 'register',
      note: null
    },
    zone: 'Europe/Tirane',
    kinds
  };
}

/** Bytes at hand, given in pieces of `piece`. */
export function makeBytes(content: string | Uint8Array, piece = 7): ArchiveBytes {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  return {
    byteLength: bytes.length,
    slice: async (start, end) => new Uint8Array(bytes.slice(start, end)).buffer,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += piece) yield bytes.slice(at, at + piece);
    }
  };
}

/** Loads it whole. */
export async function loadAll(plan: ArchivePlan, content: string | Uint8Array, piece?: number) {
  const archive = openArchive(plan, makeBytes(content, piece));
  return { archive, ...(await archive.load()) };
}

/** Each event as a list of what the columns say of it. */
export function listEvents({ size, kind, startLatest, endEarliest, ...columns }: EventColumns) {
  const { start, end, lon, lat } = columns;
  return Array.from({ length: size }, (_, i) => [
    start[i],
    (startLatest ?? start)[i],
    (endEarliest ?? end)[i],
    end[i],
    lon[i],
    lat[i],
    kind?.[i] ?? 0
  ]);
}

/** Faults in short: "row-cells line 3 b". */
export function shortFaults(loaded: {
  faults: {
    examples: readonly {
      code: string;
      line: number | null;
      row: number | null;
      column: string | null;
    }[];
  };
}): string[] {
  return loaded.faults.examples.map(({ code, line, row, column }) =>
    [code, line === null ? (row === null ? '' : `row ${row}`) : `line ${line}`, column ?? '']
      .filter(Boolean)
      .join(' ')
  );
}

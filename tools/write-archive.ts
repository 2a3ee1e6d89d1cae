import { parquetWriteBuffer, schemaFromColumnData } from 'hyparquet-writer';
import type { ArchiveBytes } from '../src/lib/core/archive/archive-bytes';
import {
  FaultLog,
  type ArchiveFault,
  type ArchiveFaults
} from '../src/lib/core/archive/archive-fault';
import { ArchiveRows } from '../src/lib/core/archive/archive-rows';
import { rolesOf } from '../src/lib/core/archive/column-roles';
import type { CsvRow } from '../src/lib/core/archive/csv-rows';
import { CsvScan, textOf } from '../src/lib/core/archive/csv-scan';
import { readQuick } from '../src/lib/core/archive/when-cell';
import type { ArchiveColumnNames, ArchiveSource } from '../src/lib/core/story';
import { DAY } from '../src/lib/core/zone';

/** What became of a CSV file. */
export interface WrittenArchive {
  /** Null when there is no event. */
  readonly parquet: Uint8Array | null;
  readonly events: number;
  /** Rows that were read, those that became no event too. */
  readonly rows: number;
  readonly undated: number;
  readonly unplaced: number;
  readonly faults: ArchiveFaults;
  /** What ended the reading; events before it are in the file. */
  readonly broken: ArchiveFault | null;
  /** What stands in the column of the kind, the most frequent first; null without such a column. */
  readonly kinds: readonly string[] | null;
}

/** Rows of a group, which is fetched as a whole for the index, and bytes of a page, which is the least that is fetched of words. */
const GROUP = 10_000;
const PAGE = 32_768;

/**
 * Makes a Parquet archive of a CSV file: the rows that can be used, in the order of time, the columns of the index before the others. Times
 * are stored as DATE where all are days, as TIMESTAMP where all are instants or all are clock times, else as they are written.
 * `zone`: the story's, by which rows are sorted and checked. `timeOf` makes of a cell the time that is written; `log` keeps what could not be used.
 */
export async function writeArchive(
  csv: ArchiveBytes,
  columns: ArchiveColumnNames,
  zone: string,
  timeOf = (text: string) => text,
  log = new FaultLog()
): Promise<WrittenArchive> {
  const source: ArchiveSource = {
    file: 'archive.csv',
    rows: null,
    columns,
    kinds: null,
    citation: '',
    note: null
  };
  // Which kinds there are is the story's matter: all are the last one.
  const rows = new ArchiveRows({ source, zone, kinds: ['other'] }, null, log);
  // By name: one column may be there for two things.
  const roles = new Map(rolesOf(columns).map(([role, name]) => [name, role]));
  const cells = new Map([...roles.keys()].map((name) => [name, [] as string[]]));
  const keep = (row: CsvRow) => {
    for (const [name, role] of roles) {
      const text = textOf(row.cells[scan.header[role]]);
      cells.get(name)?.push(role === 'time' || role === 'end' ? timeOf(text) : text);
    }
  };
  const scan = new CsvScan(source, keep, timeOf);
  const broken = await scan.run(csv, rows, () => undefined, undefined);
  if (broken) rows.faults.keep(broken);
  const { columns: events, ...counts } = rows.finish();

  // Undated rows last; rows of one time as they were.
  const start = (i: number) => events.start[i] ?? NaN;
  const order = Array.from({ length: events.size }, (_, i) => i).sort(
    (a, b) => compareTimes(start(a), start(b)) || a - b
  );
  const written = [...cells].map(([name, texts]) => {
    const sorted = order.map((i) => texts[i] ?? '');
    const role = roles.get(name);
    if (role === 'time' || role === 'end') return timeColumn(name, sorted);
    if (role !== 'lon' && role !== 'lat') return textColumn(name, sorted);
    return placeColumn(
      name,
      order.map((i) => events[role][i] ?? NaN)
    );
  });
  return {
    ...counts,
    parquet: events.size === 0 ? null : encode(written),
    events: events.size,
    broken,
    kinds: columns.kind === null ? null : byFrequency(cells.get(columns.kind) ?? [])
  };
}

type Element = NonNullable<ReturnType<typeof schemaFromColumnData>[number]>;

interface WrittenColumn {
  readonly element: Element;
  readonly data: (string | number | bigint | null)[];
  /** Of words a few bytes of the least and the greatest would be of no use to anyone. */
  readonly statistics: boolean;
}

function encode(columns: readonly WrittenColumn[]): Uint8Array {
  const data = columns.map(({ element, data, statistics }) => ({
    name: element.name,
    data,
    statistics
  }));
  const elements = columns.map(({ element }) => element);
  const schema = [{ name: 'root', num_children: elements.length }, ...elements];
  const options = { schema, rowGroupSize: GROUP, pageSize: PAGE, createdBy: 'Dateline' };
  return new Uint8Array(parquetWriteBuffer({ columnData: data, ...options }));
}

/** What a column of times is stored as. */
type TimeForm = 'day' | 'clock' | 'instant' | 'text';

function timeColumn(name: string, texts: readonly string[]): WrittenColumn {
  const form = formOf(texts);
  if (form === 'text') return textColumn(name, texts);
  const data = texts.map((text) => {
    const read = readQuick(text);
    if (!read) return null;
    if (form === 'day') return read.day;
    return BigInt(read.day * DAY + (read.ms ?? 0) - (read.offset ?? 0));
  });
  const types: Record<Exclude<TimeForm, 'text'>, Partial<Element>> = {
    day: { type: 'INT32', converted_type: 'DATE' },
    instant: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
    // Only the newer of the two ways to name a type can say that it is nobody's clock but the reader's.
    clock: {
      type: 'INT64',
      logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: false, unit: 'MILLIS' }
    }
  };
  const element: Element = { name, repetition_type: 'OPTIONAL', ...types[form] };
  return { element, data, statistics: true };
}

/** The form that all times have; text when they differ, or are more than a day or an instant. */
function formOf(texts: readonly string[]): TimeForm {
  const forms = new Set<TimeForm>();
  for (const text of texts) {
    if (text === '') continue;
    const read = readQuick(text);
    if (!read) return 'text';
    forms.add(read.ms === null ? 'day' : read.offset === null ? 'clock' : 'instant');
  }
  const [form] = forms;
  return form !== undefined && forms.size === 1 ? form : 'text';
}

function placeColumn(name: string, degrees: readonly number[]): WrittenColumn {
  const data = degrees.map((value) => (Number.isNaN(value) ? null : value));
  return { element: { name, type: 'DOUBLE', repetition_type: 'OPTIONAL' }, data, statistics: true };
}

function textColumn(name: string, texts: readonly string[]): WrittenColumn {
  const data = texts.map((text) => (text === '' ? null : text));
  const element: Element = {
    name,
    type: 'BYTE_ARRAY',
    converted_type: 'UTF8',
    repetition_type: 'OPTIONAL'
  };
  return { element, data, statistics: false };
}

function byFrequency(cells: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a).map(([cell]) => cell);
}

function compareTimes(a: number, b: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return a < b ? -1 : a > b ? 1 : 0;
}

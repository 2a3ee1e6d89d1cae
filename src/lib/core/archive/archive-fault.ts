import { problem, shorten, type ProblemCode } from '../problem';
import { visible } from './archive-texts';

/** Something in the file of an archive that cannot be used: a row, a column, or the file from there on. */
export interface ArchiveFault {
  readonly code: ArchiveFaultCode;
  /** Number of the row, counted from 1 without the header; null when it is not one row. */
  readonly row: number | null;
  /** Line of a CSV file at which the row begins, from 1, as an editor counts; null in Parquet. */
  readonly line: number | null;
  /** Name of the column; null when it is not one column. */
  readonly column: string | null;
  /** The offending value, shortened for display; undefined when something is missing. */
  readonly value?: string;
  readonly message: string;
  readonly remedy: string;
}

/** All that was left out of an archive: how often, and examples. */
export interface ArchiveFaults {
  readonly total: number;
  /** In the order of their first appearance. */
  readonly counts: readonly { readonly code: ArchiveFaultCode; readonly count: number }[];
  readonly examples: readonly ArchiveFault[];
}

export interface FaultPlace {
  readonly row?: number;
  readonly line?: number | null;
  readonly column?: string | null;
}

type Words = string | ((detail: string) => string);

/** What can be wrong; for the other faults of dates the words are those of the catalogue of problems. */
const CATALOGUE = {
  // One row; it is left out
  'date-unreadable': [
    'This is not a date that can be read.',
    'Write "2022-07-15", "2022-07-15 14:05", "2022-07-15T14:05:00Z", or EDTF: "2022-08~", "2022-07-15/2022-08".'
  ],
  'coordinate-missing': [
    'One coordinate is given and the other is not.',
    'Give both, or leave both empty when the place is not known.'
  ],
  'coordinate-unreadable': [
    'This is not a number of degrees.',
    'Write decimal degrees with a point: 19.82, −41.33.'
  ],
  'coordinate-out-of-range': [
    'The coordinate is not on Earth.',
    'Longitudes go from −180 to 180, latitudes from −90 to 90, in degrees WGS84.'
  ],
  'coordinates-swapped': [
    'Latitude and longitude are swapped.',
    'Swap them here, or, when all rows say so, the names of "lon" and "lat" in "columns" of the archive.'
  ],
  'geometry-not-point': [
    (d) => `The geometry is ${d}, not a point.`,
    'Store one point for each event.'
  ],
  'kind-unlisted': [
    'The archive does not say which kind of event this value stands for.',
    'Add it to "kinds" of the archive, or add a kind with the id "other" as the last of the story.'
  ],
  'row-cells': [
    (d) => `The row has ${d}.`,
    'Put quotation marks around a cell that holds the separator or a line break.'
  ],
  'row-quotes': [
    'A quotation mark is opened and not closed as it should be.',
    'Close it before the separator, and double each quotation mark inside: "He said ""yes""".'
  ],
  'row-not-utf8': [
    'The row holds bytes that are not UTF-8.',
    'Save the file as UTF-8 (spreadsheets call it "CSV UTF-8").'
  ],

  // The file; what came before can be used
  'file-empty': [
    'The file has no header and no rows.',
    'Put the names of the columns into its first line.'
  ],
  'file-not-utf8': [
    (d) => `The file is ${d}, not UTF-8.`,
    'Save the file as UTF-8 (spreadsheets call it "CSV UTF-8").'
  ],
  'file-not-parquet': ['This is not a Parquet file.', 'Make one with: npm run archive.'],
  'file-cut-off': [
    'The file begins as Parquet and has no end.',
    'Copy or build the whole file again; what is at its end says where all else is.'
  ],
  'file-damaged': [
    (d) => `The file is damaged: ${d}.`,
    'Copy or build it again; rows before this one can be used.'
  ],
  'file-too-large': [
    (d) => `The file is larger than ${d}; the rest is left out.`,
    'Make it a Parquet file with: npm run archive.'
  ],
  'file-too-long': [
    (d) => `The file has more than ${d} rows; the rest is left out.`,
    'Split it into several archives, or keep fewer rows.'
  ],
  'file-unreachable': [
    (d) => `The file could not be read: ${d}.`,
    'Check that it is where the story is, and the connection; then load it again.'
  ],
  'group-too-large': [
    (d) => `The words of the row group that begins here take more than ${d}.`,
    'Make the file anew with: npm run archive.'
  ],
  'column-missing': [
    (d) => `The file has no column of this name. It has: ${d}.`,
    'Correct the name in "columns" of the archive, or in the file.'
  ],
  'column-repeated': [
    'The file has several columns of this name.',
    'Give each column a name of its own.'
  ],
  'column-type': [
    (d) => `The column ${d}.`,
    'Store it as that type, or make the file anew with: npm run archive.'
  ],
  'column-codec': [
    (d) => `The column is compressed as ${d}, which cannot be unpacked here.`,
    'Compress it as SNAPPY, or make the file anew with: npm run archive.'
  ]
} satisfies Record<string, readonly [message: Words, remedy: Words]>;

type OwnCode = keyof typeof CATALOGUE;
export type ArchiveFaultCode = OwnCode | ProblemCode;

/** All codes that have words of their own here. */
export const ARCHIVE_FAULT_CODES = Object.keys(CATALOGUE) as readonly OwnCode[];

/** A fault in the words of the catalogue; `detail` is what its row asks for. */
export function archiveFault(
  code: ArchiveFaultCode,
  { row, line, column }: FaultPlace,
  value?: unknown,
  detail = ''
): ArchiveFault {
  return {
    code,
    row: row ?? null,
    line: line ?? null,
    column: column ?? null,
    ...(value === undefined ? {} : { value: visible(shorten(value)) }),
    ...wordsOf(code, detail)
  };
}

/** "strikes.csv, line 12, column "lat"", "strikes.parquet, row 12, column "lat"", "strikes.csv". */
export function formatFaultPlace(file: string, { row, line, column }: ArchiveFault): string {
  const at = line !== null ? `line ${line}` : row !== null ? `row ${row}` : '';
  const of = column === null ? '' : `column ${JSON.stringify(column)}`;
  return [file, at, of].filter(Boolean).join(', ');
}

function wordsOf(code: ArchiveFaultCode, detail: string): Pick<ArchiveFault, 'message' | 'remedy'> {
  if (!isOwn(code)) return problem(code, '', undefined, detail);
  const [message, remedy]: readonly [Words, Words] = CATALOGUE[code];
  const say = (words: Words) => (typeof words === 'string' ? words : words(detail));
  return { message: say(message), remedy: say(remedy) };
}

function isOwn(code: ArchiveFaultCode): code is OwnCode {
  return Object.hasOwn(CATALOGUE, code);
}

/** Examples kept of each code, and of all codes together, each of which has one at least. */
export const EXAMPLES = { each: 20, all: 100 };

/** Counts faults, and keeps the first of them as examples. */
export class FaultLog {
  readonly #most: { readonly each: number; readonly all: number };
  readonly #counts = new Map<ArchiveFaultCode, number>();
  readonly #examples: ArchiveFault[] = [];

  constructor(most = EXAMPLES) {
    this.#most = most;
  }

  add(code: ArchiveFaultCode, place: FaultPlace, value?: unknown, detail?: string): void {
    if (this.#isExample(code)) this.#examples.push(archiveFault(code, place, value, detail));
  }

  /** Counts one that is there already. */
  keep(fault: ArchiveFault): void {
    if (this.#isExample(fault.code)) this.#examples.push(fault);
  }

  result(): ArchiveFaults {
    const counts = [...this.#counts].map(([code, count]) => ({ code, count }));
    return {
      total: counts.reduce((sum, { count }) => sum + count, 0),
      counts,
      examples: [...this.#examples]
    };
  }

  /** Counts one; true when it is to be kept. */
  #isExample(code: ArchiveFaultCode): boolean {
    const count = (this.#counts.get(code) ?? 0) + 1;
    this.#counts.set(code, count);
    const { each, all } = this.#most;
    return count === 1 || (count <= each && this.#examples.length < all);
  }
}

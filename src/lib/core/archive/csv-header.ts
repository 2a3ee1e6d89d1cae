import type Papa from 'papaparse';
import type { ArchiveColumnNames } from '../story';
import { archiveFault, type ArchiveFault, type FaultLog } from './archive-fault';
import { isIndexRole, listNames, rolesOf, type ColumnRole } from './column-roles';
import { toBinary, utf8, type CsvForm } from './csv-rows';

/** Where in a row each cell is; −1 for what the archive has not. */
export interface CsvHeader extends Readonly<Record<ColumnRole, number>> {
  /** Cells that a row has. */
  readonly size: number;
}

/** Before the header has been read. */
export const NO_HEADER: CsvHeader = {
  time: -1,
  end: -1,
  lon: -1,
  lat: -1,
  point: -1,
  kind: -1,
  title: -1,
  text: -1,
  place: -1,
  radius: -1,
  source: -1,
  size: 0
};

/** Finds out from the first bytes of a file, without byte order mark, how it is written: its header tells by the names that it must have. */
export function sniffCsv(
  papa: typeof Papa,
  sample: Uint8Array,
  columns: ArchiveColumnNames
): CsvForm | ArchiveFault {
  const [a, b] = sample;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) {
    return archiveFault('file-not-utf8', {}, undefined, 'UTF-16');
  }
  if (sample.includes(0)) return archiveFault('file-not-utf8', {}, undefined, 'not text');
  // Empty lines before the header say nothing of the separator.
  const text = toBinary(sample).replace(/^[\r\n]+/, '');
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const names = rolesOf(columns).map(([, name]) => name.trim());
  const forms = ([',', ';', '\t'] as const).map((delimiter) => {
    const { data } = papa.parse<string[]>(text, { delimiter, newline, preview: 1 });
    const header = (data[0] ?? []).map(nameOf);
    const found = header.filter((name) => names.includes(name)).length;
    return { form: { delimiter, newline } as const, found, cells: header.length };
  });
  // Should none of the names be there, the header is shown as what has the most cells.
  forms.sort((x, y) => y.found - x.found || y.cells - x.cells);
  return forms[0]?.form ?? { delimiter: ',', newline };
}

/** Reads the header. Without a column that the index needs nothing can be read; one of words that is missing is named in `faults`. */
export function readCsvHeader(
  cells: readonly string[],
  line: number,
  columns: ArchiveColumnNames,
  faults: FaultLog
): CsvHeader | ArchiveFault {
  const header = cells.map(nameOf);
  const positions = { ...NO_HEADER, size: cells.length };
  for (const [role, given] of rolesOf(columns)) {
    const column = given.trim();
    const at = header.indexOf(column);
    const repeated = at !== header.lastIndexOf(column);
    if (at >= 0 && !repeated) {
      positions[role] = at;
      continue;
    }
    const code = repeated ? 'column-repeated' : 'column-missing';
    const fault = archiveFault(code, { line, column }, undefined, listNames(header));
    if (isIndexRole(role)) return fault;
    faults.keep(fault);
  }
  return positions;
}

function nameOf(cell: string): string {
  return utf8(cell).trim();
}

import type { SchemaElement, SchemaTree } from 'hyparquet';
import type { ArchiveColumnNames } from '../story';
import { archiveFault, type ArchiveFault, type FaultLog } from './archive-fault';
import { isIndexRole, listNames, rolesOf, type ColumnRole } from './column-roles';
import type { TimeType } from './when-cell';

/** One column of a Parquet file. */
export interface ParquetColumn {
  readonly name: string;
  /** What its values are as times; null when they are none. */
  readonly time: TimeType | null;
}

export type ParquetColumns = Readonly<Partial<Record<ColumnRole, ParquetColumn>>>;

/** Finds the columns of an archive and whether they can hold what they are named for. One of words that cannot is named in `faults`. */
export function readParquetColumns(
  schema: SchemaTree,
  names: ArchiveColumnNames,
  faults: FaultLog
): ParquetColumns | ArchiveFault {
  const columns: Partial<Record<ColumnRole, ParquetColumn>> = {};
  for (const [role, name] of rolesOf(names)) {
    const found = findColumn(schema, role, name);
    if (!('code' in found)) columns[role] = found;
    else if (isIndexRole(role)) return found;
    else faults.keep(found);
  }
  return columns;
}

function findColumn(
  { children }: SchemaTree,
  role: ColumnRole,
  name: string
): ParquetColumn | ArchiveFault {
  const place = { column: name };
  const [column, second] = children.filter(({ element }) => element.name === name);
  if (!column) {
    const all = listNames(children.map(({ element }) => element.name));
    return archiveFault('column-missing', place, undefined, all);
  }
  if (second) return archiveFault('column-repeated', place);
  const misfit = misfitOf(column, role);
  if (misfit !== null) return archiveFault('column-type', place, undefined, misfit);
  return { name, time: timeOf(column.element, role) };
}

/** What the column is that it should not be, and what it should be: "is INT32; a time is …". Null when it fits. */
function misfitOf({ element, children }: SchemaTree, role: ColumnRole): string | null {
  const { wanted, fits } = NEEDS[role];
  if (children.length > 0 || element.repetition_type === 'REPEATED') {
    return `holds several values a row; ${wanted}`;
  }
  const found = fits(element);
  if (found === true) return null;
  return `is ${found === false ? typeName(element) : found}; ${wanted}`;
}

interface Need {
  readonly wanted: string;
  /** Whether a column fits; in words what it is, where its type does not say. */
  readonly fits: (element: SchemaElement) => boolean | string;
}

const TIME: Need = {
  wanted: 'a time is EDTF text, DATE, TIMESTAMP or 64-bit milliseconds since 1970',
  fits: (element) => timeType(element) !== null
};

const WORDS: Need = { wanted: 'words are a column of texts or numbers', fits: () => true };

const NEEDS: Readonly<Record<ColumnRole, Need>> = {
  time: TIME,
  end: TIME,
  lon: { wanted: 'a longitude is a number of degrees', fits: isNumber },
  lat: { wanted: 'a latitude is a number of degrees', fits: isNumber },
  point: { wanted: 'points are GeoParquet geometries (WKB) in WGS84', fits: isPoint },
  kind: {
    wanted: 'a kind is a text or a whole number',
    fits: (element) => isText(element) || isWhole(element) || element.type === 'BOOLEAN'
  },
  title: WORDS,
  text: WORDS,
  place: WORDS,
  radius: WORDS,
  source: WORDS
};

/** Where nothing is said it is longitude and latitude, WGS84. */
function isPoint({ logical_type: type }: SchemaElement): boolean | string {
  if (type?.type !== 'GEOMETRY' && type?.type !== 'GEOGRAPHY') return false;
  const { crs = '' } = type;
  return /^(OGC:CRS84h?|EPSG:4326|EPSG:4979|SRID:4326|)$/i.test(crs) || `in ${crs.slice(0, 40)}`;
}

/** A number is a time where one is asked for, and a number elsewhere. */
function timeOf(element: SchemaElement, role: ColumnRole): TimeType | null {
  if (role === 'time' || role === 'end') return timeType(element);
  return isText(element) || isNumber(element) ? null : timeType(element);
}

function timeType(element: SchemaElement): TimeType | null {
  const { type, converted_type: converted, logical_type: logical } = element;
  if (isText(element)) return 'text';
  if (converted === 'DATE' || logical?.type === 'DATE') return 'day';
  if (logical?.type === 'TIMESTAMP') return logical.isAdjustedToUTC ? 'instant' : 'clock';
  if (converted === 'TIMESTAMP_MILLIS' || converted === 'TIMESTAMP_MICROS') return 'instant';
  if (type === 'INT96' || (type === 'DOUBLE' && !converted && !logical)) return 'instant';
  return type === 'INT64' && isWhole(element) ? 'instant' : null;
}

function isText({
  type,
  converted_type: converted,
  logical_type: logical
}: SchemaElement): boolean {
  if (type !== 'BYTE_ARRAY') return false;
  const kind = converted ?? logical?.type;
  return kind === undefined || ['UTF8', 'STRING', 'ENUM', 'JSON'].includes(kind);
}

function isWhole({
  type,
  converted_type: converted,
  logical_type: logical
}: SchemaElement): boolean {
  if (type !== 'INT32' && type !== 'INT64') return false;
  if (logical && logical.type !== 'INTEGER') return false;
  return !converted || /^U?INT_/.test(converted);
}

function isNumber(element: SchemaElement): boolean {
  const { type, converted_type: converted, logical_type: logical } = element;
  const decimal = converted === 'DECIMAL' || logical?.type === 'FLOAT16';
  return decimal || isWhole(element) || ((type === 'FLOAT' || type === 'DOUBLE') && !logical);
}

function typeName({
  type,
  converted_type: converted,
  logical_type: logical
}: SchemaElement): string {
  return logical?.type ?? converted ?? type ?? 'of an unknown type';
}

/** A cell; null for an empty one. */
export type CsvCell = string | number | boolean | null;

/** A table as RFC 4180 writes it, and no cell that a spreadsheet would take for a formula. */
export async function csvTable(rows: readonly (readonly CsvCell[])[]): Promise<string> {
  const { unparse } = (await import('papaparse')).default;
  return unparse(rows as CsvCell[][], { escapeFormulae: FORMULA });
}

/**
 * What a spreadsheet would reckon with; the library's own pattern misses formulas of more than one line. An instant far from our era begins with a
 * sign, too.
 */
const FORMULA = /^(?![+-]\d{6}-\d\d-\d\dT[\d:.]+Z$)[=+\-@\t\r]/;

/** An instant as ISO 8601 in UTC; null beyond what a Date can hold. */
export function isoOf(ms: number): string | null {
  return Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : null;
}

/** Rows have no ids of their own: a link counts from 1 those that became events, as they stand in the file. */
const ROW = /^row-([1-9]\d{0,8})$/;

/** `row` from 0. */
export function rowId(row: number): string {
  return `row-${row + 1}`;
}

/** The row, from 0, that an id stands for; null when it is none. */
export function rowOf(id: string | null): number | null {
  const [, row] = ROW.exec(id ?? '') ?? [];
  return row === undefined ? null : Number(row) - 1;
}

/** Rows have no ids of their own: a link counts them from 1, as they stand in the file, the header left out. */
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

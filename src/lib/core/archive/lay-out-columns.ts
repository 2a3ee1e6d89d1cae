import type { EventColumns } from './event-columns';
import { fixedX, fixedY, NOWHERE } from './fixed-point';
import { layOut, summarise, type Layout } from './index-layout';
import { sortByKey } from './sort-by-key';

/**
 * The dated events of some columns as an index has them. `onprogress`: a share of 1.
 * @throws RangeError when an event ends before it starts.
 */
export function layOutColumns(columns: EventColumns, onprogress: (share: number) => void): Layout {
  const dated = datedRows(columns);
  onprogress(0.1);
  const byStart = Uint32Array.from(dated);
  sortByKey(byStart, columns.end);
  const rowsByEnd = Uint32Array.from(byStart);
  onprogress(0.4);
  sortByKey(byStart, columns.start);
  onprogress(0.7);
  const exact = columns.startLatest === null || columns.endEarliest === null;
  const layout = layOut(dated.length, exact);
  fill(layout, columns, byStart, rowsByEnd);
  onprogress(1);
  return layout;
}

function datedRows({ size, start, end }: EventColumns): Uint32Array {
  const rows = new Uint32Array(size);
  let dated = 0;
  for (let row = 0; row < size; row++) {
    const [from, to] = [start[row] as number, end[row] as number];
    if (from <= to) rows[dated++] = row;
    else if (!(Number.isNaN(from) && Number.isNaN(to)))
      throw new RangeError(`Row ${row} ends before it starts: ${from} to ${to}`);
  }
  return rows.subarray(0, dated);
}

function fill(
  layout: Layout,
  columns: EventColumns,
  byStart: Uint32Array,
  rowsByEnd: Uint32Array
): void {
  const positions = new Uint32Array(columns.size);
  byStart.forEach((row, position) => {
    positions[row] = position;
    const [lon, lat] = [columns.lon[row] as number, columns.lat[row] as number];
    const placed = Number.isFinite(lon) && Number.isFinite(lat);
    layout.starts[position] = columns.start[row] as number;
    layout.x[position] = placed ? fixedX(lon) : 0;
    layout.y[position] = placed ? fixedY(lat) : NOWHERE;
    layout.kinds[position] = columns.kind?.[row] ?? 0;
    layout.rows[position] = columns.rows?.[row] ?? row;
    if (layout.exact) return;
    layout.latestStarts[position] = columns.startLatest?.[row] as number;
    layout.earliestEnds[position] = columns.endEarliest?.[row] as number;
  });
  rowsByEnd.forEach((row, rank) => {
    const position = positions[row] as number;
    layout.ends[rank] = columns.end[row] as number;
    layout.byEnd[rank] = position;
    layout.endRanks[position] = rank;
  });
  summarise(layout);
}

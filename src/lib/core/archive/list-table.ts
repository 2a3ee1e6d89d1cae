import { csvTable, isoOf, type CsvCell } from '../csv-table';
import { metresOf, type RawTexts } from './archive-texts';
import { lonLatOf, NOWHERE } from './fixed-point';
import type { WindowList } from './window-list';

/** Events that are written at a time: one text of all could be longer than a browser lets it be. */
const PART = 1000;

const COLUMNS = [
  ...['row', 'title', 'when', 'start', 'end', 'place', 'lon', 'lat', 'radius_m', 'kind', 'text'],
  'source'
];

/** The rows of a list's events, a byte a row of the file, 1 for yes. */
export function flagRows(list: WindowList): Uint8Array {
  let most = -1;
  for (let n = 0; n < list.length; n++) most = Math.max(most, rowAt(list, n));
  const flags = new Uint8Array(most + 1);
  for (let n = 0; n < list.length; n++) flags[rowAt(list, n)] = 1;
  return flags;
}

/**
 * The events of a list as the parts of a CSV table, in its order. `texts` has the words of the rows that `flagRows` names, in the order of rows.
 * `when`: in words, by the clocks of the story; `start` and `end`: the first and the last instant that an event can have taken, ISO 8601 in UTC, empty where that is open; `row`: of the archive's
 * file, from 1; `radius_m`: metres around the point within which the place lies.
 */
export async function listCsv(
  list: WindowList,
  kindName: (kind: number) => string,
  whenWords: (position: number) => string,
  texts: readonly RawTexts[]
): Promise<string[]> {
  const { index } = list;
  const wordsOf = new Map<number, RawTexts | undefined>();
  flagRows(list).forEach((flag, row) => {
    if (flag === 1) wordsOf.set(row, texts[wordsOf.size]);
  });
  const parts = [await csvTable([COLUMNS])];
  for (let from = 0; from < list.length; from += PART) {
    const lines = Array.from({ length: Math.min(PART, list.length - from) }, (_, i) => {
      const [position, row] = [list.at(from + i), rowAt(list, from + i)];
      const words = wordsOf.get(row);
      if (!words) throw new Error(`listCsv: there are no words of row ${row}`);
      const [lon, lat] = degreesOf(index.x[position] as number, index.y[position] as number);
      const bounds = [isoOf(index.starts[position] as number), isoOf(index.endOf(position))];
      const kind = kindName(index.kinds[position] as number);
      const { title, place, radius, text, source } = words;
      const when = [whenWords(position), ...bounds];
      const cells: CsvCell[] = [row + 1, title, ...when, place, lon, lat, metresOf(radius)];
      return [...cells, kind, text, source];
    });
    parts.push('\r\n', await csvTable(lines));
  }
  return parts;
}

function rowAt(list: WindowList, n: number): number {
  return list.index.rows[list.at(n)] as number;
}

/** To a tenth of a metre, which is more than the index keeps. */
function degreesOf(x: number, y: number): readonly [lon: number | null, lat: number | null] {
  if (y === NOWHERE) return [null, null];
  const [lon, lat] = lonLatOf(x, y);
  return [Number(lon.toFixed(6)), Number(lat.toFixed(6))];
}

import { csvTable, isoOf, type CsvCell } from '../csv-table';
import type { ArchiveTexts } from './archive-texts';
import { lonLatOf, NOWHERE } from './fixed-point';
import type { WindowList } from './window-list';

/** Events whose words are fetched at a time. */
const BATCH = 1000;

const COLUMNS = [
  ...['row', 'title', 'start', 'end', 'place', 'lon', 'lat', 'radius_m', 'kind', 'text', 'source']
];

/**
 * The events of a list as a CSV table, in its order. `start` and `end`: the first and the last instant that one can have taken, ISO 8601 in UTC, empty
 * where that is open; `row`: of the archive's file, from 1; `radius_m`: metres around the point within which the place lies. Rejects when words cannot be fetched.
 */
export async function listCsv(
  list: WindowList,
  kindName: (kind: number) => string,
  textsOf: (row: number) => Promise<ArchiveTexts | null>
): Promise<string> {
  const { index } = list;
  const table: (readonly CsvCell[])[] = [COLUMNS];
  for (let from = 0; from < list.length; from += BATCH) {
    const size = Math.min(BATCH, list.length - from);
    const positions = Array.from({ length: size }, (_, i) => list.at(from + i));
    const rows = positions.map((position) => index.rows[position] as number);
    const texts = await Promise.all(rows.map(textsOf));
    positions.forEach((position, i) => {
      const words = texts[i];
      const row = rows[i] as number;
      if (!words) throw new Error(`listCsv: the words of row ${row} could not be fetched`);
      const [lon, lat] = degreesOf(index.x[position] as number, index.y[position] as number);
      const when = [isoOf(index.starts[position] as number), isoOf(index.endOf(position))];
      const kind = kindName(index.kinds[position] as number);
      const { title, place, radius, text, source } = words;
      table.push([row + 1, title, ...when, place, lon, lat, radius, kind, text, source]);
    });
  }
  return csvTable(table);
}

/** To a tenth of a metre, which is more than the index keeps. */
function degreesOf(x: number, y: number): readonly [lon: number | null, lat: number | null] {
  if (y === NOWHERE) return [null, null];
  const [lon, lat] = lonLatOf(x, y);
  return [Number(lon.toFixed(6)), Number(lat.toFixed(6))];
}

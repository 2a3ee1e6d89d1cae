import { dayOf, startOfDay } from '../zone';
import type { ArchiveIndex } from './archive-index';

/** How many events began in a year, in all and by kind. */
export interface YearCount {
  /** Proleptic Gregorian, astronomical: 0 is 1 BCE. */
  readonly year: number;
  readonly count: number;
  readonly byKind: readonly number[];
}

/** Years of the zone's calendar in which an event began (at the earliest), in order; those with an open start are in none. */
export function yearlyCounts(
  index: ArchiveIndex,
  kinds: number,
  zone: string
): readonly YearCount[] {
  const years: YearCount[] = [];
  let position = 0;
  while (position < index.size && index.starts[position] === -Infinity) position++;
  while (position < index.size) {
    const { year } = dayOf(index.starts[position] as number, zone);
    const next = startOfDay(zone, year + 1, 1, 1);
    const byKind = new Array<number>(kinds).fill(0);
    let count = 0;
    for (; position < index.size && (index.starts[position] as number) < next; position++) {
      const kind = index.kinds[position] as number;
      byKind[kind] = (byKind[kind] ?? 0) + 1;
      count++;
    }
    years.push({ year, count, byKind });
  }
  return years;
}

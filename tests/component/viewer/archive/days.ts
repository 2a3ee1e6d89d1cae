import { ArchiveIndex } from '../../../../src/lib/core/archive/archive-index';
import { WindowList } from '../../../../src/lib/core/archive/window-list';
import type { ArchiveTexts } from '../../../../src/lib/core/archive/archive-texts';
import type { ArchiveSource, Window } from '../../../../src/lib/core/story';
import { DAY } from '../../../../src/lib/core/zone';
import { columnsOf, type Row } from '../../../unit/core/archive/arbitrary-columns';

/** What a story says of its file. */
export const SOURCE: ArchiveSource = {
  file: 'days.csv',
  rows: null,
  columns: {
    ...{ time: 'time', end: null, where: { lon: 'lon', lat: 'lat' }, title: null },
    ...{ text: null, place: null, radius: null, kind: 'kind', source: null }
  },
  kinds: null,
  citation: 'source',
  note: null
};

/** An event of one day, counted from 1970: of the first kind on even days, of the second on odd ones. */
function onDay(day: number): Row {
  const [start, end] = [day * DAY, (day + 1) * DAY - 1];
  return {
    when: { start, startLatest: start, endEarliest: end, end },
    at: [10, 50],
    kind: day % 2
  };
}

/** An archive of so many days, an event on each. */
export function archiveOfDays(days: number): ArchiveIndex {
  return ArchiveIndex.build(columnsOf(Array.from({ length: days }, (_, day) => onDay(day))));
}

/** Days from the first to before the last. */
export const days = (from: number, to: number): Window => ({ from: from * DAY, to: to * DAY - 1 });

export function listOf(index: ArchiveIndex, window: Window | null = null): WindowList {
  return new WindowList(index, window, 'may');
}

/** The texts of a row, from 0. */
export function textsOf(row: number, parts: Partial<ArchiveTexts> = {}): ArchiveTexts {
  return {
    title: `Title ${row}`,
    text: null,
    place: null,
    radius: null,
    source: null,
    link: null,
    ...parts
  };
}

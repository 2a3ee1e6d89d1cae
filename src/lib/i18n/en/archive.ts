import { events, number, plural } from './counted';

/** Words of the page of an archive: events by the thousand, from a file beside the story. */
export const archive = {
  sections: { events: 'Events', counts: 'By year', sources: 'Sources', about: 'About' },
  /** `shown` is null while it is not known. */
  count: (shown: number | null, all: number) =>
    shown === null
      ? `${events(all)} in all`
      : shown === all
        ? `All ${events(all)}`
        : `${number(shown)} of ${events(all)}`,
  certainly: (n: number) => `${number(n)} certainly in the window`,
  /** As the timeline's summary of a story, which has a list in words. `inside` is null while it is not known. */
  chart: (inside: number | null, all: number, span: string) =>
    `Chart of ${events(all)}, ${inside === null ? '' : `${number(inside)} of them in the window, `}${span}. The table of events by year has the numbers.`,
  /** Of an event that a link names. */
  missing: (id: string) => `This archive has no event called “${id}”.`,
  dateless: (id: string) => `The event “${id}” has no date: it is among those without one.`,
  legend: {
    marks: 'On the map',
    circle: 'So many events about here; a press goes closer, or opens one of them',
    dot: 'One event',
    pale: 'Pale: may be in the window, and may not',
    bars: 'Bars: events in the window, and grey outside it'
  },
  loading: {
    label: 'Loading the events',
    waiting: 'The events are being fetched.',
    rows: (rows: number, all: number | null) =>
      all === null ? `${number(rows)} rows read` : `${number(rows)} of ${number(all)} rows read`,
    bytes: (bytes: number, all: number | null) =>
      all === null ? megabytes(bytes) : `${megabytes(bytes)} of ${megabytes(all)}`,
    sorting: 'All is there and is being sorted by time.',
    stop: 'Stop here',
    stopped: (rows: number) =>
      `Loading was stopped. What had come is shown: ${events(rows)}. There are more.`,
    goOn: 'Load all',
    failed: (words: string) => `The events did not load. ${words}`,
    broken: (words: string, come: number) =>
      `Not all events could be loaded; ${events(come)} that had come can be used. ${words}`,
    retry: 'Try again',
    noScript: 'The map and the list of single events need scripts; the numbers by year do not.'
  },
  search: {
    none: 'The events of this archive have no texts that could be searched.',
    label: 'Search titles, texts and places',
    searching: 'Searching the file',
    failed: (words: string) =>
      `The file could not be searched, so events are shown whether they have these words or not. ${words}`
  },
  faults: {
    /** `file`: whether there is something wrong that is not one row. */
    heading: (rows: number, file: boolean) => {
      if (!file) return `${plural(rows, 'row', 'rows')} of the file could not be used`;
      const left = rows > 0 ? `, and ${plural(rows, 'row was', 'rows were')} left out` : '';
      return `The file could not be used in full${left}`;
    },
    more: (n: number) => `and ${number(n)} more`
  },
  undated: (n: number) =>
    `${plural(n, 'event has', 'events have')} no date, and no window holds them.`,
  undatedMore: (n: number) => `and ${number(n)} more, which are in the file.`,
  unplaced: (n: number) =>
    `Of all events, ${number(n)} ${n === 1 ? 'has' : 'have'} no place on the map.`,
  list: {
    label: 'Events in the order of time',
    untitled: (row: number) => `Row ${number(row)}`,
    unread: 'Its text could not be read.',
    help: 'Arrow keys, Page Up and Page Down, Home and End move through the list.',
    empty: 'No event in this window.',
    emptyFiltered: 'No event in this window passes the filters.',
    onPaper: (n: number, address: string) =>
      `The list of these ${events(n)} is left out on paper. They are in the file ${address}`
  },
  save: {
    list: (n: number) => `Save ${n === 1 ? 'this event' : `these ${number(n)} events`} as CSV`,
    failed: 'Their texts could not be read, so there is no file. Try again, or list fewer events.',
    tooMany: (most: number) =>
      `To save events as a table, leave ${number(most)} or fewer: by a window, by words or by kinds.`
  },
  /** Events in the place of the open one. */
  here: (n: number) => `List these ${number(n)} and what is near`,
  year: 'Year',
  total: 'All',
  byYear: 'All events by the year in which they began',
  row: (row: number, file: string) => `Row ${number(row)} of ${file}`,
  file: (name: string) => `All of it as a file (${name})`,
  until: (when: string) => `until ${when}`,
  from: (when: string) => `from ${when}`,
  always: 'open on both sides',
  notCertain: (when: string) => `${when} (approximate or uncertain)`
};

function megabytes(bytes: number): string {
  return bytes < 1e6
    ? `${Math.max(1, Math.round(bytes / 1e3))} kB`
    : `${(bytes / 1e6).toLocaleString('en-GB', { maximumFractionDigits: 1 })} MB`;
}

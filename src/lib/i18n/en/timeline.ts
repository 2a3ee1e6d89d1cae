import { events, number, plural } from './counted';

export const timeline = {
  label: 'Timeline',
  whole: (span: string) => `Whole story: ${span}`,
  previous: 'Previous event',
  next: 'Next event',
  play: 'Play',
  pause: 'Pause',
  speed: 'Speed',
  speeds: { half: '½×', one: '1×', two: '2×', four: '4×', byEvent: 'by event' },
  from: 'From',
  to: 'To',
  dates: 'Dates of the window',
  certainty: 'Show events',
  may: 'possibly in the window',
  surely: 'certainly in the window',
  trueScale: 'True scale',
  trueScaleHint: 'Every day takes the same room; without it, empty stretches are shortened',
  zoom: 'Zoom the axis',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomToWindow: 'Zoom to the window',
  reset: 'Whole story',
  more: 'More',
  handles: { from: 'Start of the window', to: 'End of the window', window: 'Move the window' },
  summary: (inside: number, all: number, span: string) =>
    `Chart of ${events(all)}, ${number(inside)} of them in the window, ${span}. The list of events has the same in words.`,
  mark: (title: string, notes: readonly string[]) => [title, ...notes].join(', '),
  notes: {
    planned: 'planned',
    postponed: 'postponed',
    alleged: 'alleged',
    contested: 'contested',
    approximate: 'date approximate',
    uncertain: 'date uncertain',
    possible: 'possibly in the window',
    filtered: 'hidden by the filters'
  },
  crowded: (n: number) => `${plural(n, 'more event', 'more events')} here; zoom in to see them`,
  skipped: (duration: string) => `${duration} shortened`,
  nothing: 'No event of this story has a date, so there is no timeline.',
  errors: {
    missing: 'Give both dates, each with day, month and year. The window stays as it was.',
    reversed: 'The first date is after the last. The window stays as it was.',
    outside: (span: string) =>
      `Nothing is dated there: the story runs ${span}. The window stays as it was.`
  }
};

export type TimelineMessages = typeof timeline;

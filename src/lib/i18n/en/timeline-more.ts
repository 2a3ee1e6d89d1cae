import { events, number } from './counted';

/** A stretch of the calendar: so many of a unit that `Intl` knows. */
interface Named {
  readonly unit: string;
  readonly count: number;
}

/** "a month", "an hour", "10 years". */
const each = ({ unit, count }: Named) =>
  count === 1 ? `${unit === 'hour' ? 'an' : 'a'} ${unit}` : `${number(count)} ${unit}s`;

/** What the timeline says beyond a story's first words: under "More", of a part of the axis, of bars in place of events. */
export const timelineMore = {
  pace: (rate: Named) => `${each(rate)} a second`,
  mode: 'The window',
  modes: {
    slide: 'moves as one',
    grow: 'grows at its end',
    accumulate: 'holds all up to its end'
  },
  lanes: {
    label: 'Rows',
    none: 'where there is room',
    kind: 'by kind',
    party: 'by party',
    place: 'by place',
    other: 'other'
  },
  times: 'Time of day',
  timeOf: { from: 'at the start', to: 'at the end' },
  timesHint: 'Zoom in to set times of day.',
  overview: 'Part of the axis in view',
  bars: {
    scale: (most: number, step: Named, root: boolean) =>
      `At most ${events(most)} in ${each(step)}${root ? '; heights by square root' : ''}`,
    bar: (span: string, may: number, surely: number) =>
      may === surely
        ? `${span}: ${events(may)}`
        : `${span}: ${events(may)}, ${number(surely)} of them certainly`,
    none: 'No event here'
  },
  zoomedHelp:
    'Arrow keys move by a step of what is in view, at most a day, with Shift by a week; Page Up and Page Down go to the next or previous start or end of an event; plus and minus zoom.',
  dayHelp:
    'Arrow keys move by a day, with Shift by a week; Page Up and Page Down go to the next or previous start or end of an event; plus and minus zoom.',
  stepHelp:
    'Arrow keys move by a step, with Shift by ten; Page Up and Page Down go to the next or previous start or end of an event; plus and minus zoom.',
  errors: {
    missing: 'Give both dates. The window stays as it was.',
    unreadable:
      'Write a year, a month or a day, such as 1066, 1066-10-14 or 44 BC. The window stays as it was.',
    reversed: 'The first date is after the last. The window stays as it was.',
    outside: (span: string) =>
      `Nothing is dated there: the axis runs ${span}. The window stays as it was.`,
    time: 'Give both times as hours and minutes. The window stays as it was.',
    reversedTimes: 'The window would end before it begins. It stays as it was.'
  }
};

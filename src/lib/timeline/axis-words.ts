import { formatDuration } from '../i18n/dates';
import { formatDate } from '../i18n/intl';

/** Words for readings of the clock, given as by `toWall`: so all of them are written as if in UTC. */
export function axisWords(locale: string) {
  const format = (fields: Intl.DateTimeFormatOptions) => (wall: number) =>
    formatDate(wall, 'UTC', locale, fields);
  const minute = { hour: '2-digit', minute: '2-digit' } as const;
  const second = { ...minute, second: '2-digit' } as const;
  const day = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  const short = { day: 'numeric', month: 'short' } as const;
  return {
    year: format({ year: 'numeric' }),
    month: format({ month: 'short' }),
    day: format({ day: 'numeric' }),
    dayMonth: format(short),
    weekday: format({ weekday: 'short', day: 'numeric' }),
    time: format(minute),
    second: format(second),
    /** Seconds and thousandths. */
    fraction: format({ second: '2-digit', fractionalSecondDigits: 3 }),
    duration: (ms: number) => formatDuration(ms, locale),
    /** From the longest to the shortest. */
    context: {
      age: [],
      year: [format({ year: 'numeric' })],
      month: [
        format({ month: 'long', year: 'numeric' }),
        format({ month: 'short', year: 'numeric' }),
        format({ month: 'short' })
      ],
      day: [
        format({ weekday: 'long', ...day }),
        format({ weekday: 'short', ...short, year: 'numeric' }),
        format(short)
      ],
      minute: [format({ ...day, ...minute }), format({ ...short, ...minute }), format(minute)],
      second: [format({ ...day, ...second }), format({ ...short, ...second }), format(second)]
    }
  };
}

import { formatDuration } from '../i18n/dates';
import { formatDate } from '../i18n/intl';

/** Words for readings of the clock, given as by `toWall`: so all of them are written as if in UTC. */
export function axisWords(locale: string) {
  const format = (fields: Intl.DateTimeFormatOptions) => (wall: number) =>
    formatDate(wall, 'UTC', locale, fields);
  return {
    month: format({ month: 'short' }),
    day: format({ day: 'numeric' }),
    dayMonth: format({ day: 'numeric', month: 'short' }),
    weekday: format({ weekday: 'short', day: 'numeric' }),
    time: format({ hour: '2-digit', minute: '2-digit' }),
    duration: (ms: number) => formatDuration(ms, locale),
    /** From the longest to the shortest. */
    context: {
      year: [format({ year: 'numeric' })],
      month: [
        format({ month: 'long', year: 'numeric' }),
        format({ month: 'short', year: 'numeric' }),
        format({ month: 'short' })
      ],
      day: [
        format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
        format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
        format({ day: 'numeric', month: 'short' })
      ]
    }
  };
}

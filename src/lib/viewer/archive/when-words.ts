import type { ArchiveIndex } from '$lib/core/archive/archive-index';
import { formatInstant, formatWindow } from '$lib/i18n/dates';
import type { archive } from '$lib/i18n/en/archive';

/**
 * When the event at a position was, in words: "7 September 2022", "May 2013 – October 2017", "7 September 2022, 12:04"; of one that no window
 * surely holds, that its date is not certain.
 */
export function whenWords(
  index: ArchiveIndex,
  position: number,
  zone: string,
  locale: string,
  t: typeof archive
): string {
  const words = boundsInWords(index, position, zone, locale, t);
  const certain =
    index.latestStartOf(position) < Infinity && index.earliestEndOf(position) > -Infinity;
  return certain ? words : t.notCertain(words);
}

function boundsInWords(
  index: ArchiveIndex,
  position: number,
  zone: string,
  locale: string,
  t: typeof archive
): string {
  const [from, to] = [index.starts[position] as number, index.endOf(position)];
  const moment = (ms: number) =>
    formatInstant(ms, zone, locale, ms % 60_000 === 0 ? 'minute' : 'second');
  if (from === to) return moment(from);
  if (Number.isFinite(from) && Number.isFinite(to)) return formatWindow({ from, to }, zone, locale);
  if (Number.isFinite(to)) return t.until(moment(to));
  return Number.isFinite(from) ? t.from(moment(from)) : t.always;
}

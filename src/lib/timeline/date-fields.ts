import type { Window } from '../core/story';
import { dayOf, endOfDay, startOfDay } from '../core/zone';

/** The value of a date field for the local day of `ms`; null when such a field cannot hold it (before the year 1, after 9999). */
export function dateField(ms: number, zone: string): string | null {
  const { year, month, day } = dayOf(ms, zone);
  if (year < 1 || year > 9999) return null;
  const digits = (value: number, length: number) => String(value).padStart(length, '0');
  return `${digits(year, 4)}-${digits(month, 2)}-${digits(day, 2)}`;
}

/** The window from the first ms of one local day to the last of another, or why there is none. `whole` is what the story spans. */
export function readDates(
  from: string,
  to: string,
  zone: string,
  whole: Window
): { readonly window: Window } | { readonly problem: 'missing' | 'reversed' | 'outside' } {
  const first = readDay(from);
  const last = readDay(to);
  if (!first || !last) return { problem: 'missing' };
  const window = { from: startOfDay(zone, ...first), to: endOfDay(zone, ...last) };
  if (window.from > window.to) return { problem: 'reversed' };
  if (window.from > whole.to || window.to < whole.from) return { problem: 'outside' };
  return { window };
}

function readDay(text: string): [number, number, number] | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3])] : null;
}

import { parseMoment, type DayEnd } from '../../core/moment-text';
import type { Window } from '../../core/story';
import { dayOf, endOfDay, startOfDay, type Day } from '../../core/zone';

/**
 * An end of a window as text, in EDTF: the year or the month alone where the window begins or ends with all of it. Years are astronomical: "-0043" is
 * 44 BC.
 */
export function dateText(ms: number, zone: string, end: DayEnd): string {
  const { year, month, day } = dayOf(ms, zone);
  const beside = dayOf(end === 'first' ? ms - 1 : ms + 1, zone);
  const sign = year < 0 ? '-' : '';
  const text = sign + digits(Math.abs(year), 4);
  if (!isEdge(ms, zone, end) || beside.month === month) {
    return [text, digits(month, 2), digits(day, 2)].join('-');
  }
  if (beside.year === year) return `${text}-${digits(month, 2)}`;
  return Math.abs(year) > 9999 ? `Y${text}` : text;
}

export type DateProblem = 'missing' | 'unreadable' | 'reversed' | 'outside';

/**
 * The window from the first ms of one local day, month or year to the last of another, or why there is none. `whole` is what the story spans.
 * Reads what `dateText` writes, and "44 BC".
 */
export function readWritten(
  from: string,
  to: string,
  zone: string,
  whole: Window
): { readonly window: Window } | { readonly problem: DateProblem } {
  if (!from.trim() || !to.trim()) return { problem: 'missing' };
  const [first, last] = [readDate(from, zone, 'first'), readDate(to, zone, 'last')];
  if (first === undefined || last === undefined) return { problem: 'unreadable' };
  const window = { from: first, to: last };
  if (window.from > window.to) return { problem: 'reversed' };
  if (window.from > whole.to || window.to < whole.from) return { problem: 'outside' };
  return { window };
}

const DATE = /^Y?([-−]?)0*(\d{1,6})((?:-\d\d){0,2})\s*(BCE?)?$/i;

function readDate(text: string, zone: string, end: DayEnd): number | undefined {
  const [, minus, year, rest = '', era] = DATE.exec(text.trim()) ?? [];
  // Without a sign a year before Christ is counted from 1.
  if (year === undefined || (minus && era)) return undefined;
  const number = era ? 1 - Number(year) : Number(`${minus ? '-' : ''}${year}`);
  return parseMoment(`${number < 0 ? '-' : '+'}${digits(Math.abs(number), 6)}${rest}`, zone, end);
}

function isEdge(ms: number, zone: string, end: DayEnd): boolean {
  const { year, month, day }: Day = dayOf(ms, zone);
  return (end === 'first' ? startOfDay : endOfDay)(zone, year, month, day) === ms;
}

function digits(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

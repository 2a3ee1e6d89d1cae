/** Which of two numbers before the year is the day: "15.7.2022" or "7/15/2022". */
export type DayOrder = 'dmy' | 'mdy';

const NUMBERS = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?:[T, ]\s*(.+))?$/;
const MONTH = /^(\d{1,2})[./-](\d{4})$/;
const CLOCK = /^(\d{1,2}):(\d{2})(:\d{2}(?:\.\d+)?)?(?:\s*([ap])\.?m\.?)?$/i;

/** Whether it is such a date, in the one order or the other. */
export function isNumberDate(text: string): boolean {
  return NUMBERS.test(text);
}

/**
 * "15.07.2022", "7/15/2022 2:05 PM" or "07/2022" as "2022-07-15", "2022-07-15 14:05" or "2022-07". What is written otherwise is left as it is, whether
 * it is a date or not; so are two digits for a year.
 */
export function readNumberDate(text: string, order: DayOrder): string {
  const [, first, , second, year, rest] = NUMBERS.exec(text) ?? [];
  if (!first || !second) return text.replace(MONTH, (_, month, year) => `${year}-${pad(month)}`);
  const [day, month] = order === 'dmy' ? [first, second] : [second, first];
  const date = `${year}-${pad(month)}-${pad(day)}`;
  if (rest === undefined) return date;
  const clock = readClock(rest);
  return clock === null ? text : `${date} ${clock}`;
}

function readClock(text: string): string | null {
  const [, hours, minutes, seconds = '', half] = CLOCK.exec(text) ?? [];
  if (!hours) return null;
  if (half === undefined) return `${pad(hours)}:${minutes}${seconds}`;
  if (Number(hours) < 1 || Number(hours) > 12) return null;
  const hour = (Number(hours) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  return `${pad(hour)}:${minutes}${seconds}`;
}

function pad(number: string | number): string {
  return String(number).padStart(2, '0');
}

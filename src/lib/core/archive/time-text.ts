import { writePart } from '../edtf';
import type { DatePart } from '../story';
import { addDays } from '../zone';
import type { TimeType } from './when-cell';

/** A cell of a time column as EDTF: text as it is, numbers as the day or the instant that they are. */
export function writeTimeCell(value: string | number, type: TimeType): string {
  if (typeof value === 'string') return value;
  if (type === 'day') {
    return writePart({ ...PART, ...addDays({ year: 1970, month: 1, day: 1 }, value) });
  }
  const text = writePart({ ...PART, precision: 'instant', instant: value });
  return type === 'clock' ? text.replace('Z', '') : text;
}

const PART: DatePart = {
  year: 1970,
  month: null,
  day: null,
  season: null,
  precision: 'day',
  instant: null,
  approximate: false,
  uncertain: false
};

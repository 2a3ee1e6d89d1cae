import type { DatePart, EventStatus, EventTime, Hue, Shape, Window } from '../core/story';
import type { Certainty } from '../core/view';
import { endOfDay, startOfDay } from '../core/zone';

/** What the timeline needs to know of a dated event. */
export interface TimelineMark {
  readonly id: string;
  readonly time: EventTime;
  readonly hue: Hue;
  readonly shape: Shape;
  readonly status: EventStatus;
  readonly contested: boolean;
  /** Spoken and shown on hover. */
  readonly title: string;
  /** Names of what it is by, for those who want rows by that; null: it has none. */
  readonly lanes?: {
    readonly kind: string;
    readonly party: string | null;
    readonly place: string | null;
  };
}

/** The possible span in finite ms; an open end is cut at the last thing known. */
export function spanOf(time: EventTime): Window {
  const { startEarliest, startLatest, endEarliest, endLatest } = time;
  const from = [startEarliest, startLatest, endEarliest, endLatest].find(Number.isFinite);
  const to = [endLatest, endEarliest, startLatest, startEarliest].find(Number.isFinite);
  if (from === undefined || to === undefined) {
    throw new Error(`spanOf: "${time.edtf}" is open on both sides and has no place on an axis`);
  }
  return { from: Math.min(from, to), to: Math.max(from, to) };
}

/** Where the shape is drawn when there is room: the middle of what the date names (for an interval, of its start). */
export function pointOf(time: EventTime): number {
  const span = spanOf(time);
  const part = time.start ?? time.end;
  const bounds = time.interval
    ? { from: span.from, to: Number.isFinite(time.startLatest) ? time.startLatest : span.to }
    : span;
  const unit = part && unitOf(part, time.zone);
  if (!unit) return (bounds.from + bounds.to) / 2;
  const from = Math.max(unit.from, bounds.from);
  const to = Math.min(unit.to, bounds.to);
  return from <= to ? (from + to) / 2 : (bounds.from + bounds.to) / 2;
}

/** The stretch in which the event was certainly going on; null when there is none. */
export function coreOf(time: EventTime): Window | null {
  return time.startLatest <= time.endEarliest
    ? { from: time.startLatest, to: time.endEarliest }
    : null;
}

export type Presence = 'sure' | 'possible' | 'outside';

/** Whether an event falls in the window: for certain, possibly, or not. No window: everything is in it. */
export function presenceIn(time: EventTime, window: Window | null): Presence {
  if (!window) return 'sure';
  if (time.startEarliest > window.to || time.endLatest < window.from) return 'outside';
  return time.startLatest <= window.to && time.endEarliest >= window.from ? 'sure' : 'possible';
}

/** True when the event counts as inside under the reader's rule. */
export function counts(presence: Presence, certainty: Certainty): boolean {
  return presence === 'sure' || (presence === 'possible' && certainty === 'may');
}

export interface Look {
  readonly fill: 'solid' | 'half' | 'hollow';
  readonly dashed: boolean;
  readonly soft: boolean;
}

/** The one visual language of certainty: hollow, planned or alleged; half and half, contested; dashed, about; soft, possibly. */
export function lookOf(mark: TimelineMark): Look {
  const ends = [mark.time.start, mark.time.end];
  return {
    fill: mark.status !== 'occurred' ? 'hollow' : mark.contested ? 'half' : 'solid',
    dashed: ends.some((end) => end?.approximate),
    soft: ends.some((end) => end?.uncertain)
  };
}

function unitOf({ year, month, day, precision }: DatePart, zone: string): Window | null {
  if (precision !== 'day' && precision !== 'month' && precision !== 'year') return null;
  const lastMonth = month ?? 12;
  return {
    from: startOfDay(zone, year, month ?? 1, day ?? 1),
    // Day 0 of the next month is the last of this one.
    to: day === null ? endOfDay(zone, year, lastMonth + 1, 0) : endOfDay(zone, year, lastMonth, day)
  };
}

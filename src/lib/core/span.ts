import type { EventTime, Window } from './story';

/** All the time in which it may have gone on: from the earliest start to the latest end, either infinite where open. */
export function possibleSpan(time: EventTime): Window {
  return { from: time.startEarliest, to: time.endLatest };
}

/**
 * The time in which it certainly went on: it had begun by `from` and had not ended before `to`. Null when there is no such
 * time, as for every single date with a precision ("15 July": it may have lasted a minute). Infinite at an open end.
 */
export function certainCore(time: EventTime): Window | null {
  return time.startLatest <= time.endEarliest
    ? { from: time.startLatest, to: time.endEarliest }
    : null;
}

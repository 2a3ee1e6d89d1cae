import type { TimeScale } from '../../core/elastic-scale';
import type { Window } from '../../core/story';
import { presenceIn, type TimelineMark } from '../mark';
import type { AxisView } from '../visible-stretch';

/** With more events than this in sight, bars stand for them. */
const MOST_IN_SIGHT = 150;
/** … and no more than this are asked for, those just out of sight included. */
const MOST_ASKED = 300;

/** Events within a window (closed, ms); null when there are more than `most`. */
export type EventsIn = (window: Window, most: number) => readonly TimelineMark[] | null;

/**
 * The stretch of the axis that the visible one lies in, within 0–1: whole halves, quarters, eighths … of it, so that it changes only now and then
 * while the axis is panned. Less than three times as long as the visible one.
 */
export function stretchAround(u0: number, u1: number): AxisView {
  const size = 2 ** Math.min(0, Math.ceil(Math.log2((u1 - u0) / 2)));
  return {
    u0: Math.max(0, Math.floor(u0 / size + 1e-9) * size),
    u1: Math.min(1, Math.ceil(u1 / size - 1e-9) * size)
  };
}

/** The events in and about a stretch of the axis where they are few enough to be drawn one by one; null where they are not. */
export function eventsAbout(
  eventsIn: EventsIn,
  scale: TimeScale,
  stretch: AxisView
): readonly TimelineMark[] | null {
  return eventsIn(windowOf(scale, stretch), MOST_ASKED);
}

/** Whether no more of them are in sight than can be told apart. */
export function fewInSight(
  events: readonly TimelineMark[],
  scale: TimeScale,
  view: AxisView
): boolean {
  const window = windowOf(scale, view);
  const inSight = events.filter(({ time }) => presenceIn(time, window) !== 'outside');
  return inSight.length <= MOST_IN_SIGHT;
}

function windowOf(scale: TimeScale, { u0, u1 }: AxisView): Window {
  return { from: Math.floor(scale.toTime(u0)), to: Math.ceil(scale.toTime(u1)) };
}

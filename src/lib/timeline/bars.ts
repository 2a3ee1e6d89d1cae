import type { EventTime } from '../core/story';
import { coreOf, spanOf } from './mark';

/** A bar in pixels: fading in from `from` to `solidFrom`, solid up to `solidTo`, fading out to `to`. */
export interface Bar {
  readonly from: number;
  readonly solidFrom: number;
  readonly solidTo: number;
  readonly to: number;
  /** False: nothing about it is certain, so the whole bar is pale. */
  readonly sure: boolean;
}

const OPEN_FADE = 48;
const SOFT_EDGE = 10;

/** The bar of an event. Open ends fade out towards the edges of the plot, `left` and `right`. */
export function barOf(
  time: EventTime,
  xOf: (ms: number) => number,
  left: number,
  right: number
): Bar {
  const span = spanOf(time);
  const core = coreOf(time);
  const from = time.openStart ? Math.min(left, xOf(span.to)) : xOf(span.from);
  const to = time.openEnd ? Math.max(right, xOf(span.from)) : xOf(span.to + 1);
  const edge = (open: boolean) => (open ? Math.min(OPEN_FADE, (to - from) / 2) : 0);
  if (!core) {
    const soft = Math.min(SOFT_EDGE, (to - from) / 4);
    return {
      from,
      solidFrom: from + Math.max(soft, edge(time.openStart)),
      solidTo: to - Math.max(soft, edge(time.openEnd)),
      to,
      sure: false
    };
  }
  return {
    from,
    solidFrom: Number.isFinite(core.from) ? xOf(core.from) : from + edge(time.openStart),
    solidTo: Number.isFinite(core.to) ? xOf(core.to + 1) : to - edge(time.openEnd),
    to,
    sure: true
  };
}

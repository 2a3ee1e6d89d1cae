import type { ArchiveIndex } from '../../core/archive/archive-index';
import { startedWithin, type DurationClass } from '../../core/archive/duration-classes';
import { fixedBoxHolds, NOWHERE, type FixedBox } from '../../core/archive/fixed-point';
import type { Window } from '../../core/story';

/** Events of an index by duration class and start, all or some: what may be in a window is one stretch of each class. */
export interface EventOrder {
  /** Positions in the index. */
  readonly order: Uint32Array;
  readonly classes: readonly DurationClass[];
}

/** Those with a place in the box. A look at each event, some ms for a million: for when the map has moved, not for each step. */
export function eventsIn(index: ArchiveIndex, box: FixedBox): EventOrder {
  const { byClass, x, y } = index;
  const order = new Uint32Array(index.size);
  let length = 0;
  const classes = index.classes.map(({ from, to, longest }) => {
    const first = length;
    for (let i = from; i < to; i++) {
      const position = byClass[i] as number;
      const atY = y[position] as number;
      if (atY !== NOWHERE && fixedBoxHolds(box, x[position] as number, atY))
        order[length++] = position;
    }
    return { from: first, to: length, longest };
  });
  return { order: order.slice(0, length), classes };
}

/** What may be in the window, as stretches of `order`, two numbers each, written into `out`. Returns how many events they hold, and some of them may have ended before it. */
export function stretchesOf(
  { order, classes }: EventOrder,
  index: ArchiveIndex,
  window: Window | null,
  out: Uint32Array
): number {
  let held = 0;
  for (let i = 0; i < classes.length; i++) {
    const each = classes[i] as DurationClass;
    const [from, to] = window
      ? startedWithin(each, order, index.starts, window.from - each.longest, window.to)
      : [each.from, each.to];
    out[2 * i] = from;
    out[2 * i + 1] = to;
    held += to - from;
  }
  return held;
}

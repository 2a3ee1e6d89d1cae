import type { ArchiveIndex } from '$lib/core/archive/archive-index';
import { below, upTo } from '$lib/core/ordered';
import { rowId } from '$lib/core/archive/row-id';
import { WindowList } from '$lib/core/archive/window-list';
import type { EventTime, Shape, Window } from '$lib/core/story';
import { DAY } from '$lib/core/zone';
import type { Density, DensityLane } from '$lib/timeline/density';
import type { TimelineMark } from '$lib/timeline/mark';
import type { Moments } from '$lib/timeline/moments';

interface NamedKind {
  readonly id: string;
  readonly name: string;
  readonly shape: Shape;
}

/** How many events of an index there are in any bins, over an axis of this extent. */
export function densityOf(index: ArchiveIndex, extent: Window): Density {
  return {
    version: index,
    extent,
    total: index.size,
    finest: finestOf(index),
    bins: (edges) => {
      const may = index.histogram(edges, 'may');
      return { may, surely: index.exact ? may : index.histogram(edges, 'surely') };
    }
  };
}

/** The shortest bar worth drawing, in ms: where no event is told to less than a day, a day. */
export function finestOf({ classes }: ArchiveIndex): number {
  return (classes[0]?.longest ?? 0) >= DAY - 1 ? DAY : 1;
}

/** The same for each kind that has events. A copy of each of them: made when rows by kind are asked for. */
export function kindLanes(
  index: ArchiveIndex,
  kinds: readonly NamedKind[],
  extent: Window
): readonly DensityLane[] {
  return kinds.flatMap(({ id, name, shape }, kind) => {
    const only = Uint8Array.from(kinds, (_, other) => Number(other === kind));
    const density = densityOf(index.subset({ kinds: only }), extent);
    return density.total > 0 ? [{ id, name, shape, density }] : [];
  });
}

export function momentsIn({ starts, ends }: ArchiveIndex): Moments {
  const finite = (ms: number | undefined) => (Number.isFinite(ms) ? (ms as number) : null);
  return {
    nextStart: (ms) => finite(starts[upTo(starts, ms)]),
    nextEdge(ms, direction) {
      // An end is told as the millisecond after it.
      const [start, end] =
        direction > 0
          ? [starts[upTo(starts, ms)], ends[upTo(ends, ms - 1)]]
          : [starts[below(starts, ms) - 1], ends[below(ends, ms - 1) - 1]];
      const found = [finite(start), finite(end === undefined ? end : end + 1)].filter(
        (edge) => edge !== null
      );
      if (found.length === 0) return null;
      return direction > 0 ? Math.min(...found) : Math.max(...found);
    }
  };
}

/** The events of a window as the timeline draws them; null when there are more than `most`. */
export function marksIn(
  index: ArchiveIndex,
  window: Window,
  most: number,
  kinds: readonly NamedKind[],
  zone: string
): readonly TimelineMark[] | null {
  if (index.count(window) > most) return null;
  const list = new WindowList(index, window, 'may');
  return Array.from({ length: list.length }, (_, n) => list.at(n)).flatMap((position) => {
    const kind = kinds[index.kinds[position] as number];
    const time = timeOf(index, position, zone);
    if (!kind || !time) return [];
    return {
      id: rowId(index.rows[position] as number),
      time,
      hue: 'grey' as const,
      shape: kind.shape,
      status: 'occurred' as const,
      contested: false,
      title: kind.name,
      lanes: { kind: kind.name, party: null, place: null }
    };
  });
}

/** Null when nothing is known of either end. */
function timeOf(index: ArchiveIndex, position: number, zone: string): EventTime | null {
  const startEarliest = index.starts[position] as number;
  const startLatest = index.latestStartOf(position);
  const endEarliest = index.earliestEndOf(position);
  const endLatest = index.endOf(position);
  const [openStart, openEnd] = [startEarliest === -Infinity, endLatest === Infinity];
  if (openStart && openEnd) return null;
  return {
    edtf: '',
    zone,
    ...{ startEarliest, startLatest, endEarliest, endLatest, openStart, openEnd },
    start: null,
    end: null,
    // One moment that is not known exactly is no interval.
    interval: startLatest < endEarliest,
    clock: null,
    note: null
  };
}

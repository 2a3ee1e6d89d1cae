import { upTo } from '../../core/ordered';
import type { EventTime, Window } from '../../core/story';
import { DAY } from '../../core/zone';
import type { BinCounts, Density, DensityLane, LaneBy } from '../density';
import { grouped } from '../more/grouped';
import { spanOf, type TimelineMark } from '../mark';

/** The density of events that are at hand one by one. `matching`: ids of those that count; null: all do. */
export function densityOfEvents(
  events: readonly TimelineMark[],
  matching: ReadonlySet<string> | null
): Density {
  const counted = events.filter(({ id }) => matching === null || matching.has(id));
  return {
    extent: extentOf(events),
    total: counted.length,
    finest: finestOf(events),
    version: counted,
    bins: (edges) => binsOf(counted, edges)
  };
}

/** A row for each kind, party or place, the fullest first; what has none is a row of its own, called `other`, and the last. */
export function lanesOfEvents(
  events: readonly TimelineMark[],
  matching: ReadonlySet<string> | null,
  by: LaneBy,
  other: string
): DensityLane[] {
  const byName = grouped(events, ({ lanes }) => lanes?.[by] ?? null);
  return [...byName]
    .sort(
      ([a, some], [b, others]) =>
        Number(a === null) - Number(b === null) || others.length - some.length
    )
    .map(([name, own]) => ({
      id: name ?? '',
      name: name ?? other,
      density: densityOfEvents(own, matching)
    }));
}

/**
 * The events that may have gone on in a window (closed, ms); null when there are more than `most`.
 */
export function eventsWithin(
  events: readonly TimelineMark[],
  { from, to }: Window,
  most: number
): readonly TimelineMark[] | null {
  const found: TimelineMark[] = [];
  for (const event of events) {
    if (event.time.startEarliest > to || event.time.endLatest < from) continue;
    if (found.length === most) return null;
    found.push(event);
  }
  return found;
}

/** A day, unless clock times are the rule. */
function finestOf(events: readonly TimelineMark[]): number {
  const clocked = events.filter(
    ({ time }) => time.clock !== null || time.start?.precision === 'instant'
  );
  return clocked.length > events.length / 2 ? 1 : DAY;
}

function extentOf(events: readonly TimelineMark[]): Window {
  let [from, to] = [Infinity, -Infinity];
  for (const { time } of events) {
    const span = spanOf(time);
    from = Math.min(from, span.from);
    to = Math.max(to, span.to);
  }
  return { from, to };
}

function binsOf(events: readonly TimelineMark[], edges: Float64Array): BinCounts {
  // What changes from one bin to the next; summed up at the end.
  const may = new Float64Array(edges.length);
  const surely = new Float64Array(edges.length);
  for (const { time } of events) {
    addStretch(may, edges, time.startEarliest, time.endLatest);
    addCertain(surely, edges, time);
  }
  return { may: summed(may), surely: summed(surely) };
}

function addCertain(changes: Float64Array, edges: Float64Array, time: EventTime): void {
  const { startLatest, endEarliest } = time;
  if (startLatest <= endEarliest) addStretch(changes, edges, startLatest, endEarliest);
  // It went on at some moment between the two: surely in a bin that holds both.
  else if (binAt(edges, startLatest) === binAt(edges, endEarliest))
    addStretch(changes, edges, endEarliest, startLatest);
}

/** One more in each bin that meets from–to. */
function addStretch(changes: Float64Array, edges: Float64Array, from: number, to: number): void {
  const first = Math.max(0, binAt(edges, from));
  const last = Math.min(edges.length - 2, binAt(edges, to));
  if (first > last) return;
  changes[first] = (changes[first] as number) + 1;
  changes[last + 1] = (changes[last + 1] as number) - 1;
}

/** −1 before the first bin, the number of bins after the last. */
function binAt(edges: Float64Array, ms: number): number {
  return upTo(edges, ms) - 1;
}

function summed(changes: Float64Array): Float64Array {
  let sum = 0;
  return changes.subarray(0, changes.length - 1).map((change) => (sum += change));
}

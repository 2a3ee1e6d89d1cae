import { buildEndTree, endingFrom, type EndTree } from './end-tree';
import {
  buildFilterColumns,
  FAILS,
  failures,
  type EventFilters,
  type FilterColumns
} from './event-filters';
import { tally } from './membership';
import { below, checkWindow, upTo } from './ordered';
import type { EventTime, Story, StoryEvent, Window } from './story';
import type { Certainty } from './view';

export type { EventFilters } from './event-filters';

export interface EventQuery extends EventFilters {
  /** Null or left out: all dated events. */
  readonly window?: Window | null;
  /** 'may' if left out. */
  readonly certainty?: Certainty;
}

/** Filters made ready by `mask()`, good for the index that made it. */
export interface EventMask {
  /** One byte a position: 0 passes, else a bit for each filter that it fails. */
  readonly failed: Uint8Array;
  /** Earliest starts and latest ends of the dated events that pass, each ascending: what counting takes. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
}

/** How many events each option of a filter would give, with all the other filters as they are. */
export interface Facets {
  /** By index in `story.parties`. */
  readonly parties: Uint32Array;
  /** By index in `story.kinds`. */
  readonly kinds: Uint32Array;
  readonly contested: number;
}

export function buildIndex(story: Story): EventIndex {
  return new EventIndex(story);
}

/**
 * The events of a story by time, in typed arrays made once. An event is its *position*: 0 … `dated` − 1 in order of time (earliest start, then
 * latest end, then order in the file), the undated after them in order of the file. They are never in a window, so every query but
 * `undated` leaves them out. Windows are closed and in milliseconds; one that ends before it begins is a RangeError.
 *
 * Scrubbing: call `mask` when the filters change, then any of `window`, `count`, … with it at each step. A null mask lets all pass.
 */
export class EventIndex {
  readonly story: Story;
  /** All events, and those of them that have a time. */
  readonly size: number;
  readonly dated: number;
  /** Positions of events without a time. */
  readonly undated: Uint32Array;
  /** From the first finite bound of an event to the last, open ends apart; null when no event has one. */
  readonly extent: Window | null;
  /** Bounds in milliseconds by position, for dated events; `earliestStarts` ascends. */
  readonly earliestStarts: Float64Array;
  readonly latestStarts: Float64Array;
  readonly earliestEnds: Float64Array;
  readonly latestEnds: Float64Array;

  readonly #events: readonly StoryEvent[];
  readonly #positions: ReadonlyMap<string, number>;
  readonly #all: EventMask;
  readonly #columns: FilterColumns;
  readonly #mayEnd: EndTree;
  readonly #surelyEnd: EndTree;
  readonly #found: Uint32Array;

  constructor(story: Story) {
    this.story = story;
    const dated = story.events.filter(hasTime).sort(byTime);
    const undated = story.events.filter((event) => event.when === null);
    const events = [...dated, ...undated];
    this.#events = events;
    this.size = events.length;
    this.dated = dated.length;
    this.#positions = new Map(events.map((event, position) => [event.id, position]));

    this.earliestStarts = new Float64Array(this.dated);
    this.latestStarts = new Float64Array(this.dated);
    this.earliestEnds = new Float64Array(this.dated);
    this.latestEnds = new Float64Array(this.dated);
    dated.forEach(({ when }, position) => {
      this.earliestStarts[position] = when.startEarliest;
      this.latestStarts[position] = when.startLatest;
      this.earliestEnds[position] = when.endEarliest;
      this.latestEnds[position] = when.endLatest;
    });
    this.extent = extentOf(this.earliestStarts, this.latestEnds);
    this.#mayEnd = buildEndTree(this.latestEnds);
    this.#surelyEnd = buildEndTree(this.earliestEnds);
    this.#found = new Uint32Array(this.dated);
    this.#all = this.#withSpans(new Uint8Array(this.size));

    this.#columns = buildFilterColumns(story, events);
    const positions = Uint32Array.from(events.keys());
    this.undated = positions.subarray(this.dated);
  }

  /** @throws RangeError when no event has that position. */
  eventAt(position: number): StoryEvent {
    const event = this.#events[position];
    if (!event) throw new RangeError(`eventAt: ${position} is not one of 0 to ${this.size - 1}`);
    return event;
  }

  /** −1 when the story has no event of that id. */
  positionOf(id: string): number {
    return this.#positions.get(id) ?? -1;
  }

  /** Indices in `story.places` that the event names, each once, the main one first. */
  placesOf(position: number): Uint32Array {
    const { offsets, items } = this.#columns.places;
    return items.subarray(offsets[position], offsets[position + 1]);
  }

  /** True when the event, dated or not, passes all filters of the mask. */
  passes(position: number, mask: EventMask | null): boolean {
    return ((mask ?? this.#all).failed[position] ?? 1) === 0;
  }

  /** Compiles filters. Costs a look at every event: do it when the filters change, not when the window does. */
  mask(filters: EventFilters): EventMask {
    return this.#withSpans(failures(filters, this.#columns));
  }

  /** Positions, ascending, of the dated events that meet the window and pass all filters: for when nothing is being scrubbed. */
  query(query: EventQuery): Uint32Array {
    const out = new Uint32Array(this.dated);
    const { window = null, certainty = 'may' } = query;
    return out.slice(0, this.window(window, certainty, this.mask(query), out));
  }

  /** Writes the positions in the window into `out`, ascending, and returns how many. `out` must hold `dated` numbers, else a RangeError. */
  window(
    window: Window | null,
    certainty: Certainty,
    mask: EventMask | null,
    out: Uint32Array
  ): number {
    if (out.length < this.dated) {
      throw new RangeError(`window: out holds ${out.length} positions, needs ${this.dated}`);
    }
    const { failed } = mask ?? this.#all;
    const found = this.#collect(window, certainty);
    let kept = 0;
    for (let i = 0; i < found; i++) {
      const position = this.#found[i] as number;
      if (failed[position] === 0) out[kept++] = position;
    }
    return kept;
  }

  /** How many dated events meet the window; for 'may' two binary searches. */
  count(
    window: Window | null,
    certainty: Certainty = 'may',
    mask: EventMask | null = null
  ): number {
    const { failed, starts, ends } = mask ?? this.#all;
    if (window === null) return starts.length;
    // What ended before the window also began before its end.
    if (certainty === 'may') {
      checkWindow(window);
      return upTo(starts, window.to) - below(ends, window.from);
    }
    const found = this.#collect(window, certainty);
    let count = 0;
    for (let i = 0; i < found; i++) if (failed[this.#found[i] as number] === 0) count++;
    return count;
  }

  /** Number of events in the window by index in `story.places`; an event counts once for each place that it names. */
  countsPerPlace(window: Window | null, certainty: Certainty, mask: EventMask | null): Uint32Array {
    const { failed } = mask ?? this.#all;
    const counts = new Uint32Array(this.story.places.length);
    const found = this.#collect(window, certainty);
    for (let i = 0; i < found; i++) {
      const position = this.#found[i] as number;
      if (failed[position] === 0) tally(this.#columns.places, position, counts);
    }
    return counts;
  }

  /**
   * What choosing each party, kind or "contested" would give, given all the other filters of the mask: of the events in the window and of the
   * undated, which no window leaves out.
   */
  facets(window: Window | null, certainty: Certainty, mask: EventMask | null): Facets {
    const { failed } = mask ?? this.#all;
    const parties = new Uint32Array(this.story.parties.length);
    const kinds = new Uint32Array(this.story.kinds.length);
    let contested = 0;
    const found = this.#collect(window, certainty);
    for (let i = 0; i < found + this.undated.length; i++) {
      const position = (i < found ? this.#found[i] : this.undated[i - found]) as number;
      const fails = failed[position] as number;
      if ((fails & ~FAILS.party) === 0) tally(this.#columns.parties, position, parties);
      if ((fails & ~FAILS.kind) === 0) tally(this.#columns.kinds, position, kinds);
      if ((fails & ~FAILS.contested) === 0)
        contested += this.#columns.contested[position] as number;
    }
    return { parties, kinds, contested };
  }

  /** The dated event after or before a position in the order of time, −1 when there is none. `next(-1)` is the first, `previous(size)` the last. */
  next(position: number, mask: EventMask | null = null): number {
    for (let p = position + 1; p < this.dated; p++) if (this.passes(p, mask)) return p;
    return -1;
  }

  previous(position: number, mask: EventMask | null = null): number {
    for (let p = Math.min(position, this.dated) - 1; p >= 0; p--)
      if (this.passes(p, mask)) return p;
    return -1;
  }

  /** Fills `#found` with the positions in the window, whatever the filters; returns how many. */
  #collect(window: Window | null, certainty: Certainty): number {
    const found = this.#found;
    if (window === null) {
      for (let p = 0; p < found.length; p++) found[p] = p;
      return found.length;
    }
    checkWindow(window);
    const limit = upTo(this.earliestStarts, window.to);
    if (certainty === 'may') return endingFrom(this.#mayEnd, limit, window.from, found);
    const candidates = endingFrom(this.#surelyEnd, limit, window.from, found);
    let kept = 0;
    for (let i = 0; i < candidates; i++) {
      const position = found[i] as number;
      if ((this.latestStarts[position] as number) <= window.to) found[kept++] = position;
    }
    return kept;
  }

  #withSpans(failed: Uint8Array): EventMask {
    const passes = (_: number, position: number) => failed[position] === 0;
    return {
      failed,
      starts: this.earliestStarts.filter(passes),
      ends: this.latestEnds.filter(passes).sort()
    };
  }
}

type DatedEvent = StoryEvent & { readonly when: EventTime };

const hasTime = (event: StoryEvent): event is DatedEvent => event.when !== null;

function byTime({ when: a }: DatedEvent, { when: b }: DatedEvent): number {
  return ascending(a.startEarliest, b.startEarliest) || ascending(a.endLatest, b.endLatest);
}

// Not a − b, which is NaN for two open starts.
const ascending = (a: number, b: number) => (a < b ? -1 : a > b ? 1 : 0);

/** The span of all finite numbers in the lists. */
function extentOf(...lists: readonly Float64Array[]): Window | null {
  let [from, to] = [Infinity, -Infinity];
  for (const list of lists) {
    for (const bound of list) {
      if (!Number.isFinite(bound)) continue;
      if (bound < from) from = bound;
      if (bound > to) to = bound;
    }
  }
  return from <= to ? { from, to } : null;
}

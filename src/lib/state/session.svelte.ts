import { untrack } from 'svelte';
import type { Box } from '../core/box';
import { buildIndex, type EventIndex, type EventMask } from '../core/event-index';
import { buildLookup, type Lookup } from '../core/lookup';
import type { Story, StoryEvent, Window } from '../core/story';
import { changedView, NO_FILTERS, START, type View } from '../core/view';
import { signals } from './signals.svelte';

/**
 * One reading of one story: the owner of its index and of the view, and the only writer of the view.
 * Everything a page shows is derived from here.
 */
export class Session {
  readonly story: Story;
  readonly index: EventIndex;
  readonly lookup: Lookup;
  /** From the first thing known to begin to the last known to end, in milliseconds. */
  readonly extent: Window;

  /** What is looked at, part by part: a step of the window wakes nothing that hangs on the rest. */
  readonly now: View = signals(START);
  #view: View = $state.raw(START);

  readonly #positions: Uint32Array;
  #bounds: Box | null = $state.raw(null);

  readonly #mask: EventMask = $derived.by(() => {
    const { filters } = this.now;
    return this.index.mask({ ...filters, box: filters.inView ? this.#bounds : null });
  });
  readonly #maskOnMap: EventMask = $derived.by(() =>
    this.now.filters.inView
      ? this.#mask
      : this.index.mask({ ...this.now.filters, box: this.#bounds })
  );

  #seen: readonly StoryEvent[] = [];

  /**
   * Dated events that meet the window and pass the filters, in the order of time. The same object as long as they are the same: most steps of a
   * scrub bring none and take none, and what is made of them stays.
   */
  readonly visible: readonly StoryEvent[] = $derived.by(() => {
    const count = this.index.window(
      this.now.window,
      this.now.certainty,
      this.#mask,
      this.#positions
    );
    const now = Array.from(this.#positions.subarray(0, count), (p) => this.index.eventAt(p));
    if (now.length !== this.#seen.length || now.some((event, i) => event !== this.#seen[i]))
      this.#seen = now;
    return this.#seen;
  });

  /** How many of them certainly fall in the window. */
  readonly certain = $derived.by(() => this.index.count(this.now.window, 'surely', this.#mask));

  /** Events without a date that pass the filters: no window leaves them out. */
  readonly undated: readonly StoryEvent[] = $derived.by(() => this.#passing(this.index.undated));

  /** Ids of events that pass the filters, whatever the window: what the timeline draws in full ink. */
  readonly matching: ReadonlySet<string> = $derived.by(
    () => new Set(this.story.events.map(({ id }) => id).filter((id) => this.#passes(id)))
  );

  /** Of these, by place id; places without one are left out. */
  readonly placeCounts: ReadonlyMap<string, number> = $derived.by(() => {
    if (this.visible.length === 0) return new Map();
    return untrack(() => {
      const counts = this.index.countsPerPlace(this.now.window, this.now.certainty, this.#mask);
      return byId(this.story.places, counts);
    });
  });

  /** What each filter would give, the others being as they are. */
  readonly facets = $derived.by(() => {
    const counts = this.index.facets(this.now.window, this.now.certainty, this.#mask);
    return {
      parties: byId(this.story.parties, counts.parties),
      kinds: byId(this.story.kinds, counts.kinds),
      contested: counts.contested,
      /** Null where there is no map. */
      inView: this.#bounds && this.index.count(this.now.window, this.now.certainty, this.#maskOnMap)
    };
  });

  readonly selected: StoryEvent | null = $derived.by(() => {
    const id = this.now.selected;
    return id === null ? null : (this.lookup.events.get(id) ?? null);
  });

  constructor(story: Story) {
    this.story = story;
    this.index = buildIndex(story);
    this.lookup = buildLookup(story);
    this.#positions = new Uint32Array(this.index.dated);
    // An axis needs two ends even where the story has none.
    this.extent = this.index.extent ?? { from: 0, to: 0 };
  }

  /** All that is looked at, never changed afterwards. */
  get view(): View {
    return this.#view;
  }

  /** Changes what is looked at. A view equal to the present one keeps its object, so that echoes end here. */
  go(patch: Partial<View>): void {
    Object.assign(this.now, (this.#view = changedView(this.#view, patch)));
  }

  /** What the map shows now; null before there is a map. Not part of the view, which holds the camera. */
  get bounds(): Box | null {
    return this.#bounds;
  }

  lookAt(bounds: Box | null): void {
    this.#bounds = bounds;
  }

  /** Opens an event, its window widened if it would not be in it; null closes. */
  openEvent(id: string | null): void {
    if (id === null) return this.go({ selected: null });
    const event = this.lookup.events.get(id);
    if (!event) throw new Error(`openEvent: the story has no event "${id}"`);
    this.go({ selected: id, place: null, window: this.#windowWith(event) });
  }

  openPlace(id: string | null): void {
    if (id === null) return this.go({ place: null });
    if (!this.lookup.places.has(id)) throw new Error(`openPlace: the story has no place "${id}"`);
    this.go({ place: id, selected: null });
  }

  /** Turns to a chapter: its window, its places, nothing else open. Null leaves it, window and all staying. */
  openChapter(id: string | null): void {
    if (id === null) return this.go({ chapter: null });
    const chapter = this.lookup.chapters.get(id);
    if (!chapter) throw new Error(`openChapter: the story has no chapter "${id}"`);
    const { window } = chapter;
    this.go({
      chapter: id,
      window,
      camera: null,
      selected: null,
      place: null,
      filters: NO_FILTERS
    });
  }

  /**
   * The event before or after the open one, among those that pass the filters; from nothing open, the first or last in the window. Null when
   * there is none.
   */
  neighbour(direction: 1 | -1): StoryEvent | null {
    const at = this.now.selected === null ? -1 : this.index.positionOf(this.now.selected);
    if (at < 0) return (direction > 0 ? this.visible[0] : this.visible.at(-1)) ?? null;
    const to =
      direction > 0 ? this.index.next(at, this.#mask) : this.index.previous(at, this.#mask);
    return to < 0 ? null : this.index.eventAt(to);
  }

  #passes(id: string): boolean {
    return this.index.passes(this.index.positionOf(id), this.#mask);
  }

  #passing(positions: Uint32Array): StoryEvent[] {
    return Array.from(positions)
      .filter((position) => this.index.passes(position, this.#mask))
      .map((position) => this.index.eventAt(position));
  }

  /** The present window if the event counts as in it, else one wide enough to hold both. */
  #windowWith({ when }: StoryEvent): Window | null {
    const { window, certainty } = this.now;
    if (!window || !when) return window;
    const { startEarliest, startLatest, endEarliest, endLatest } = when;
    const inside =
      certainty === 'may'
        ? startEarliest <= window.to && endLatest >= window.from
        : startLatest <= window.to && endEarliest >= window.from;
    if (inside) return window;
    // An open end reaches to the end of the story.
    return {
      from: Math.min(window.from, Math.max(this.extent.from, startEarliest)),
      to: Math.max(window.to, Math.min(this.extent.to, endLatest))
    };
  }
}

function byId(items: readonly { readonly id: string }[], counts: Uint32Array): Map<string, number> {
  const map = new Map<string, number>();
  items.forEach(({ id }, i) => {
    const count = counts[i] ?? 0;
    if (count > 0) map.set(id, count);
  });
  return map;
}

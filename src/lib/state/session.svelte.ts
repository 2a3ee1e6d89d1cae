import type { Box } from '../core/box';
import { buildIndex, type EventIndex, type EventMask } from '../core/event-index';
import { buildLookup, type Lookup } from '../core/lookup';
import type { Story, StoryEvent, Window } from '../core/story';
import { NO_FILTERS, sameView, START, type View } from '../core/view';

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

  readonly #positions: Uint32Array;
  #view: View = $state.raw(START);
  #bounds: Box | null = $state.raw(null);

  readonly #boundsInForce = $derived(this.#view.filters.inView ? this.#bounds : null);
  readonly #mask: EventMask = $derived.by(() =>
    this.index.mask({ ...this.#filters, box: this.#boundsInForce })
  );

  /** Dated events that meet the window and pass the filters, in the order of time. */
  readonly visible: readonly StoryEvent[] = $derived.by(() => {
    const { window, certainty } = this.#view;
    const count = this.index.window(window, certainty, this.#mask, this.#positions);
    return Array.from(this.#positions.subarray(0, count), (p) => this.index.eventAt(p));
  });

  /** How many of them certainly fall in the window. */
  readonly certain = $derived.by(() => this.index.count(this.#view.window, 'surely', this.#mask));

  /** Events without a date that pass the filters: no window leaves them out. */
  readonly undated: readonly StoryEvent[] = $derived.by(() => this.#passing(this.index.undated));

  /** Of what is visible, the events that the map cannot show. */
  readonly unplaced: readonly StoryEvent[] = $derived.by(() => {
    const off = new Set(this.#passing(this.index.unplaced));
    return [...this.visible, ...this.undated].filter((event) => off.has(event));
  });

  /** Ids of events that pass the filters, whatever the window: what the timeline draws in full ink. */
  readonly matching: ReadonlySet<string> = $derived.by(
    () => new Set(this.story.events.map(({ id }) => id).filter((id) => this.#passes(id)))
  );

  /** Events in the window by place id; places without one are left out. */
  readonly placeCounts: ReadonlyMap<string, number> = $derived.by(() => {
    const { window, certainty } = this.#view;
    return byId(this.story.places, this.index.countsPerPlace(window, certainty, this.#mask));
  });

  /** What each filter would give, the others being as they are. */
  readonly facets = $derived.by(() => {
    const { window, certainty } = this.#view;
    const counts = this.index.facets(window, certainty, this.#mask);
    const onMap = this.index.mask({ ...this.#filters, box: this.#bounds });
    return {
      parties: byId(this.story.parties, counts.parties),
      kinds: byId(this.story.kinds, counts.kinds),
      contested: counts.contested,
      inView: this.index.count(window, certainty, onMap)
    };
  });

  readonly selected: StoryEvent | null = $derived.by(() => {
    const id = this.#view.selected;
    return id === null ? null : (this.lookup.events.get(id) ?? null);
  });

  constructor(story: Story) {
    this.story = story;
    this.index = buildIndex(story);
    this.lookup = buildLookup(story);
    this.#positions = new Uint32Array(this.index.dated);
    this.extent = extentOf(this.index);
  }

  get view(): View {
    return this.#view;
  }

  /** Changes what is looked at. A view equal to the present one keeps its object, so that echoes end here. */
  go(patch: Partial<View>): void {
    const next = { ...this.#view, ...patch };
    if (!sameView(next, this.#view)) this.#view = next;
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
    this.go(id === null ? { place: null } : { place: id, selected: null });
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

  /** Opens the event before or after the open one, among those that pass the filters; from nothing, the first or last in the window. */
  step(direction: 1 | -1): void {
    const at = this.#view.selected === null ? -1 : this.index.positionOf(this.#view.selected);
    if (at < 0) {
      const first = direction > 0 ? this.visible[0] : this.visible.at(-1);
      if (first) this.openEvent(first.id);
      return;
    }
    const to =
      direction > 0 ? this.index.next(at, this.#mask) : this.index.previous(at, this.#mask);
    if (to >= 0) this.openEvent(this.index.eventAt(to).id);
  }

  get #filters() {
    const { parties, kinds, contested, text } = this.#view.filters;
    return { parties, kinds, contested, text };
  }

  #passes(id: string): boolean {
    return this.index.passes(this.index.positionOf(id), this.#mask);
  }

  #passing(positions: Uint32Array): StoryEvent[] {
    return Array.from(positions)
      .filter((position) => this.index.passes(position, this.#mask))
      .map((position) => this.index.eventAt(position));
  }

  /** The present window, or the least wider one that the event meets. */
  #windowWith({ when }: StoryEvent): Window | null {
    const { window } = this.#view;
    if (!window || !when) return window;
    if (when.startEarliest <= window.to && when.endLatest >= window.from) return window;
    return {
      from: Math.max(this.extent.from, Math.min(window.from, when.startEarliest)),
      to: Math.min(this.extent.to, Math.max(window.to, when.endLatest))
    };
  }
}

/** An axis needs two ends even where the story has none. */
function extentOf(index: EventIndex): Window {
  const starts = index.earliestStarts.filter(Number.isFinite);
  const ends = index.latestEnds.filter(Number.isFinite);
  const from = Math.min(...starts, ...ends);
  const to = Math.max(...starts, ...ends);
  return Number.isFinite(from) && Number.isFinite(to) ? { from, to } : { from: 0, to: 0 };
}

function byId(items: readonly { readonly id: string }[], counts: Uint32Array): Map<string, number> {
  const map = new Map<string, number>();
  items.forEach(({ id }, i) => {
    const count = counts[i] ?? 0;
    if (count > 0) map.set(id, count);
  });
  return map;
}

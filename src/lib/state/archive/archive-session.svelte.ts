import { ArchiveIndex } from '../../core/archive/archive-index';
import { noColumns } from '../../core/archive/event-columns';
import type { ArchiveTexts, RawTexts } from '../../core/archive/archive-texts';
import { lonLatOf, NOWHERE } from '../../core/archive/fixed-point';
import { rowOf, rowId } from '../../core/archive/row-id';
import { WindowList } from '../../core/archive/window-list';
import { SEARCHED_ROLES } from '../../core/archive/word-search';
import type { Box } from '../../core/box';
import { below } from '../../core/ordered';
import { RestTimer } from '../../core/rest-timer';
import type { Story, Window } from '../../core/story';
import { searchWords } from '../../core/text-search';
import { changedView, START, type View } from '../../core/view';
import { signals } from '../signals.svelte';
import { replaces, sentenceOf, type ArchiveFeed, type Loaded, type LoadProgress } from './feed';
import { TextCache } from './text-cache';

/** How far an archive has come. */
export type Loading =
  | { readonly step: 'waiting' }
  | { readonly step: 'loading'; readonly progress: LoadProgress | null }
  | { readonly step: 'loaded' }
  /** The reader stopped it; what had come is there. */
  | { readonly step: 'stopped' }
  | { readonly step: 'failed'; readonly words: string };

/** How far the search for the words of the filter has come. While it goes on, and after it has failed, `index` is as it was. */
export type Searching =
  | { readonly step: 'none' }
  /** A share of 1. */
  | { readonly step: 'searching'; readonly share: number }
  | { readonly step: 'failed'; readonly words: string };

const NOT_SEARCHING: Searching = { step: 'none' };

/** Milliseconds after which who types has typed. */
const TYPED_MS = 250;

/** At which a map shows a place and little beside it. */
const HERE_ZOOM = 13;

const NO_ROWS = new Uint32Array(0);

const NOTHING = ArchiveIndex.build(noColumns());

/**
 * One reading of one archive: the owner of its index and of the view, and the only writer of the view. Nothing here is done event by event while
 * the window moves.
 */
export class ArchiveSession {
  readonly story: Story;
  /** Whether its events have texts to be searched. */
  readonly searchable: boolean;
  /** What is looked at, part by part: a step of the window wakes nothing that hangs on the rest. */
  readonly now: View = signals(START);
  #view: View = $state.raw(START);
  readonly #feed: ArchiveFeed;
  #texts: TextCache;
  #bounds: Box | null = $state.raw(null);
  #loaded: Loaded | null = $state.raw(null);
  #loading: Loading = $state.raw({ step: 'waiting' });
  #stop: AbortController | null = null;
  /** Rows that have the words of the filter, a byte each; null: it has no words, or it is not known yet. */
  #found: Uint8Array | null = $state.raw(null);
  #searching: Searching = $state.raw(NOT_SEARCHING);
  #endSearch: AbortController | null = null;
  readonly #typing = new RestTimer(TYPED_MS, () => void this.search());

  // Apart from the other filters: for a letter that is typed nobody goes through a million events anew.
  readonly #kinds = $derived(this.now.filters.kinds);
  readonly #box = $derived(this.now.filters.inView ? this.#bounds : null);

  /** Everything that has come, of a broken file too. */
  readonly whole: ArchiveIndex = $derived(this.#loaded?.index ?? NOTHING);
  /** What passes the filters, wherever it was: what the map shows. */
  readonly anywhere: ArchiveIndex = $derived.by(() =>
    this.whole.subset({ kinds: this.#kindFlags(), rows: this.#found })
  );
  /** What passes all filters, that of the map as shown among them. */
  readonly index: ArchiveIndex = $derived(this.anywhere.subset({ box: this.#box }));

  readonly #ofAnyKind = $derived(this.whole.subset({ box: this.#box, rows: this.#found }));
  /** Rows of the events without a date that have the words of the filter. */
  readonly undated: Uint32Array = $derived.by(() => {
    const [all, found] = [this.#loaded?.undated ?? NO_ROWS, this.#found];
    return found ? all.filter((row) => found[row] === 1) : all;
  });

  /** How many events count in the window, and how many of them certainly fall in it. */
  readonly count = $derived(this.index.count(this.now.window, this.now.certainty));
  readonly certain = $derived(this.index.count(this.now.window, 'surely'));
  /** The events in the window. Made when somebody reads it, which nobody should while the window moves. */
  readonly list = $derived(new WindowList(this.index, this.now.window, this.now.certainty));

  /** Row of the open event; null when none is open, or it has not come. */
  readonly selected = $derived.by(() => {
    const row = rowOf(this.now.selected);
    return row !== null && this.whole.positionOf(row) >= 0 ? row : null;
  });

  constructor(story: Story, feed: ArchiveFeed) {
    this.story = story;
    const columns = story.archive?.columns;
    this.searchable = !columns || SEARCHED_ROLES.some((role) => columns[role] !== null);
    this.#feed = feed;
    this.#texts = this.#noTexts();
  }

  /** All that is looked at, never changed afterwards. */
  get view(): View {
    return this.#view;
  }

  get bounds(): Box | null {
    return this.#bounds;
  }

  get loading(): Loading {
    return this.#loading;
  }

  get loaded(): Loaded | null {
    return this.#loaded;
  }

  get searching(): Searching {
    return this.#searching;
  }

  /** Changes what is looked at. A view equal to the present one keeps its object, so that echoes end here. */
  go(patch: Partial<View>): void {
    const { text } = this.now.filters;
    Object.assign(this.now, (this.#view = changedView(this.#view, patch)));
    const after = this.now.filters.text;
    if (after === text) return;
    if (after === '') void this.search();
    else this.#typing.begin();
  }

  lookAt(bounds: Box | null): void {
    this.#bounds = bounds;
  }

  /** Starts, or starts again after a stop or a failure. What was there stays until as much has come. */
  async load(): Promise<void> {
    if (this.#loading.step === 'loading') return;
    const stop = (this.#stop = new AbortController());
    this.#loading = { step: 'loading', progress: null };
    try {
      const loaded = await this.#feed.load((progress) => {
        if (this.#stop === stop) this.#loading = { step: 'loading', progress };
      }, stop.signal);
      if (this.#stop !== stop) return;
      this.#take(loaded);
      this.#loading =
        loaded.broken === null
          ? { step: loaded.complete ? 'loaded' : 'stopped' }
          : { step: 'failed', words: loaded.broken };
    } catch (error) {
      if (this.#stop !== stop) return;
      this.#loading = { step: 'failed', words: sentenceOf(error) };
    }
  }

  /** Stops loading and keeps what has come. */
  stop(): void {
    this.#stop?.abort();
  }

  /** Looks for the words of the filter, in what has come. To be called when that has failed; else it is done when the words change. */
  async search(): Promise<void> {
    this.#typing.stop();
    this.#endSearch?.abort();
    this.#endSearch = null;
    this.#searching = NOT_SEARCHING;
    const { text } = this.now.filters;
    if (!this.searchable || searchWords(text).length === 0) this.#found = null;
    else if (this.#loaded) await this.#searchFor(text);
  }

  close(): void {
    this.#stop?.abort();
    this.#stop = null;
    this.#typing.stop();
    this.#endSearch?.abort();
    this.#feed.close();
  }

  /** The texts of a row; null when they could not be read. */
  textsOf(row: number): Promise<ArchiveTexts | null> {
    return this.#texts.get(row);
  }

  /** The words of a list's events, by `flagRows`. Rejects with a sentence. */
  collect(wanted: Uint8Array): Promise<readonly RawTexts[]> {
    return this.#feed.collect(wanted);
  }

  /** Opens the event of a row, the window widened if it would not be in it; null closes. */
  open(row: number | null): void {
    if (row === null) return this.go({ selected: null });
    this.go({ selected: rowId(row), window: this.#windowWith(row) });
  }

  /**
   * Row of the event before or after the open one, among those that pass the filters, which it need not; from nothing open, the first or last
   * in the window.
   */
  neighbour(direction: 1 | -1): number | null {
    const { index, selected, whole } = this;
    if (selected !== null) {
      const at = index.positionOf(selected);
      if (at >= 0) return index.rows[at + direction] ?? null;
      const start = whole.starts[whole.positionOf(selected)] as number;
      const later = below(index.starts, start);
      return index.rows[direction > 0 ? later : later - 1] ?? null;
    }
    const { list } = this;
    if (list.length === 0) return null;
    return index.rows[list.at(direction > 0 ? 0 : list.length - 1)] ?? null;
  }

  /**
   * Events in the window that pass the filters and are in the very place of the open one; 0 where none is open or it has no place. A look at
   * each: for when the window rests.
   */
  countHere(): number {
    const { selected, whole, anywhere } = this;
    const at = selected === null ? -1 : whole.positionOf(selected);
    const [x, y] = [whole.x[at], whole.y[at]];
    if (y === undefined || y === NOWHERE) return 0;
    let count = 0;
    for (let position = 0; position < anywhere.size; position++) {
      if (anywhere.x[position] !== x || anywhere.y[position] !== y) continue;
      if (anywhere.meets(position, this.now.window, this.now.certainty)) count++;
    }
    return count;
  }

  /** Closes the open event and leaves what is about its place: the map goes there, and what it shows is the filter. */
  stayHere(): void {
    const { selected, whole } = this;
    if (selected === null) return;
    const at = whole.positionOf(selected);
    const [lon, lat] = lonLatOf(whole.x[at] as number, whole.y[at] as number);
    const { filters, camera } = this.now;
    const zoom = Math.max(camera?.zoom ?? 0, HERE_ZOOM);
    this.go({ selected: null, camera: { lon, lat, zoom }, filters: { ...filters, inView: true } });
  }

  /** Events in the window by kind, whatever kinds are chosen, the other filters being as they are. A look at each: for when the window rests. */
  countsByKind(): Uint32Array {
    const counts = new Uint32Array(this.story.kinds.length);
    const all = this.#ofAnyKind;
    const [window, certainty] = [this.now.window, this.now.certainty];
    all.each(window, (position) => {
      if (certainty === 'surely' && !all.meets(position, window, certainty)) return;
      const kind = all.kinds[position] as number;
      counts[kind] = (counts[kind] as number) + 1;
    });
    return counts;
  }

  #take(loaded: Loaded): void {
    if (!replaces(comeOf(loaded), this.#loaded && comeOf(this.#loaded))) return;
    // The file may be another one by now.
    this.#texts = this.#noTexts();
    this.#loaded = loaded;
    this.#found = null;
    void this.search();
  }

  async #searchFor(text: string): Promise<void> {
    const end = (this.#endSearch = new AbortController());
    const tell = (searching: Searching) => {
      if (!end.signal.aborted) this.#searching = searching;
    };
    tell({ step: 'searching', share: 0 });
    try {
      const onshare = (share: number) => tell({ step: 'searching', share });
      const found = await this.#feed.search(text, onshare, end.signal);
      if (!end.signal.aborted) this.#found = found;
      tell(NOT_SEARCHING);
    } catch (error) {
      if (!end.signal.aborted) this.#found = null;
      tell({ step: 'failed', words: sentenceOf(error) });
    }
  }

  #noTexts(): TextCache {
    return new TextCache((rows) => this.#feed.texts(rows));
  }

  #kindFlags(): Uint8Array | null {
    if (this.#kinds.length === 0) return null;
    return Uint8Array.from(this.story.kinds, ({ id }) => Number(this.#kinds.includes(id)));
  }

  #windowWith(row: number): Window | null {
    const { whole } = this;
    const [window, certainty] = [this.now.window, this.now.certainty];
    const position = whole.positionOf(row);
    if (position < 0) throw new RangeError(`open: the archive has no dated row ${row}`);
    if (window === null || whole.meets(position, window, certainty)) return window;
    const { from, to } = whole.extent ?? window;
    // An open side reaches to the end of the archive.
    return {
      from: Math.min(window.from, Math.max(from, whole.starts[position] as number)),
      to: Math.max(window.to, Math.min(to, whole.endOf(position)))
    };
  }
}

function comeOf({ index, undated, complete }: Loaded) {
  return { events: index.size + undated.length, complete };
}

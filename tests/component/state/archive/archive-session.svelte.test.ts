import { flushSync } from 'svelte';
import { describe, expect, it, vi } from 'vitest';
import { ArchiveIndex } from '../../../../src/lib/core/archive/archive-index';
import type { ArchiveProgress } from '../../../../src/lib/core/archive/archive-bytes';
import { ArchiveSession } from '../../../../src/lib/state/archive/archive-session.svelte';
import type { ArchiveFeed, Loaded } from '../../../../src/lib/state/archive/feed';
import { NO_FILTERS } from '../../../../src/lib/core/view';
import { makePlan } from '../../../unit/core/archive/archive-fixture';
import { columnsOf, type Row } from '../../../unit/core/archive/arbitrary-columns';
import { makeStory } from '../../../unit/core/arbitrary-story';

const DAYS = 86_400_000;
const event = (day: number, kind: number, at: Row['at'] = [day, 10], last = day): Row => ({
  when: { start: day * DAYS, startLatest: day * DAYS, endEarliest: last * DAYS, end: last * DAYS },
  at,
  kind
});

/** Days 0 to 9, kinds by turns; row 10 lasts from day 2 to day 6 and is in no place. */
const ROWS = [...Array.from({ length: 10 }, (_, day) => event(day, day % 2)), event(2, 0, null, 6)];
const bare = makeStory();
const kind = bare.kinds[0] as (typeof bare.kinds)[0];
const STORY = makeStory({
  kinds: [
    { ...kind, id: 'even' },
    { ...kind, id: 'odd' }
  ]
});

function loadedWith(rows: readonly Row[], complete = true): Loaded {
  const index = ArchiveIndex.build(columnsOf(rows));
  const faults = { total: 0, counts: [], examples: [] };
  return { index, undated: new Uint32Array(0), faults, complete, broken: null };
}

function feed(over: Partial<ArchiveFeed> = {}): ArchiveFeed {
  return {
    load: () => Promise.resolve(loadedWith(ROWS)),
    texts: (rows) =>
      Promise.resolve(
        rows.map((row) => ({
          title: `Title ${row}`,
          text: null,
          place: null,
          radius: null,
          source: null,
          link: null
        }))
      ),
    search: () => Promise.reject(new Error('Nothing to search')),
    collect: () => Promise.reject(new Error('Nothing to collect')),
    close: () => undefined,
    ...over
  };
}

async function reading(over: Partial<ArchiveFeed> = {}) {
  const session = new ArchiveSession(STORY, feed(over));
  await session.load();
  return session;
}

describe('a letter that is typed', () => {
  it('has nobody go through the events again before they were searched for it', async () => {
    const session = await reading();
    session.go({ filters: { ...NO_FILTERS, kinds: ['odd'] } });
    const { anywhere } = session;
    expect(anywhere.size).toBe(5);
    session.go({ filters: { ...session.now.filters, text: 'T' } });
    expect(session.anywhere).toBe(anywhere);
    session.close();
  });
});

describe('a reading of an archive', () => {
  it('holds nothing before it has come, and all of it afterwards', async () => {
    const session = new ArchiveSession(STORY, feed());
    expect(session.loading.step).toBe('waiting');
    expect(session.count).toBe(0);
    const done = session.load();
    expect(session.loading.step).toBe('loading');
    await done;
    expect(session.loading.step).toBe('loaded');
    expect(session.count).toBe(11);
  });

  it('tells how far loading is', async () => {
    const progress: ArchiveProgress = { rows: 3, rowsTotal: 11, bytes: 30, bytesTotal: null };
    let tell: (progress: ArchiveProgress) => void = () => undefined;
    const session = new ArchiveSession(
      STORY,
      feed({ load: (report) => ((tell = report), new Promise(() => undefined)) })
    );
    void session.load();
    tell(progress);
    expect(session.loading).toEqual({ step: 'loading', progress });
  });

  it('keeps what had come when it is stopped, and loads all when asked again', async () => {
    let times = 0;
    const session = new ArchiveSession(
      STORY,
      feed({
        load: (_, signal) =>
          times++ > 0
            ? Promise.resolve(loadedWith(ROWS))
            : new Promise((resolve) =>
                signal.addEventListener('abort', () => resolve(loadedWith(ROWS.slice(0, 4), false)))
              )
      })
    );
    const first = session.load();
    session.stop();
    await first;
    expect(session.loading.step).toBe('stopped');
    expect(session.count).toBe(4);
    await session.load();
    expect(session.loading.step).toBe('loaded');
    expect(session.count).toBe(11);
  });

  it('says in words what went wrong, keeps what it had, and can try again', async () => {
    let times = 0;
    const session = await reading({
      load: () =>
        times++ % 2 === 0
          ? Promise.resolve(loadedWith(ROWS))
          : Promise.reject(new Error('No connection.'))
    });
    await session.load();
    expect(session.loading).toEqual({ step: 'failed', words: 'No connection.' });
    expect(session.count).toBe(11);
    await session.load();
    expect(session.loading.step).toBe('loaded');
  });

  it('keeps what it had when loading again is stopped or breaks off with less, and its texts', async () => {
    const texts = vi.fn(feed().texts);
    const loads = [
      loadedWith(ROWS.slice(0, 6), false),
      loadedWith([], false),
      { ...loadedWith(ROWS.slice(0, 4), false), broken: 'The line is down.' },
      loadedWith(ROWS.slice(0, 8), false),
      loadedWith(ROWS.slice(0, 5))
    ];
    const session = await reading({
      texts,
      load: () => Promise.resolve(loads.shift() ?? loadedWith(ROWS))
    });
    await session.textsOf(5);
    await session.load();
    expect(session.loading.step).toBe('stopped');
    expect(session.count).toBe(6);
    await session.load();
    expect(session.loading).toEqual({ step: 'failed', words: 'The line is down.' });
    expect(session.count).toBe(6);
    await session.textsOf(5);
    expect(texts).toHaveBeenCalledTimes(1);
    await session.load();
    expect(session.count).toBe(8);
    // All there is may be less by now, and has other words.
    await session.load();
    expect(session.loading.step).toBe('loaded');
    expect(session.count).toBe(5);
    await session.textsOf(4);
    await session.textsOf(4);
    expect(texts).toHaveBeenCalledTimes(2);
  });

  it('counts events without a date among what has come', async () => {
    const undated = { ...loadedWith(ROWS.slice(0, 2), false), undated: Uint32Array.of(2, 3, 4) };
    const loads = [loadedWith(ROWS.slice(0, 4), false), undated];
    const session = await reading({
      load: () => Promise.resolve(loads.shift() ?? loadedWith(ROWS))
    });
    await session.load();
    expect(session.loaded).toBe(undated);
  });

  it('shows what came of a file that breaks off, and says where it does', async () => {
    const broken = 'strikes.csv, line 5: The file breaks off here.';
    const session = await reading({
      load: () => Promise.resolve({ ...loadedWith(ROWS.slice(0, 4), false), broken })
    });
    expect(session.loading).toEqual({ step: 'failed', words: broken });
    expect(session.count).toBe(4);
  });

  it('hears nothing more once it is closed', async () => {
    const close = vi.fn();
    let resolve: (loaded: Loaded) => void = () => undefined;
    const session = new ArchiveSession(
      STORY,
      feed({ close, load: () => new Promise((done) => (resolve = done)) })
    );
    const done = session.load();
    session.close();
    resolve(loadedWith(ROWS));
    await done;
    expect(close).toHaveBeenCalledOnce();
    expect(session.loaded).toBeNull();
  });

  it('counts and lists what is in the window', async () => {
    const session = await reading();
    session.go({ window: { from: 3 * DAYS, to: 5 * DAYS } });
    expect(session.count).toBe(4);
    expect(session.list.length).toBe(4);
    const rows = Array.from({ length: 4 }, (_, n) => session.index.rows[session.list.at(n)]);
    expect(rows).toEqual([10, 3, 4, 5]);
  });

  it('keeps one index while only the window moves, so that nothing is done event by event', async () => {
    const session = await reading();
    session.go({ filters: { ...NO_FILTERS, kinds: ['odd'] } });
    const { index } = session;
    session.go({ window: { from: 0, to: DAYS } });
    session.go({ window: { from: DAYS, to: 2 * DAYS } });
    expect(session.index).toBe(index);
  });

  it('filters by kind, in list and map alike, and tells what each kind would give', async () => {
    const session = await reading();
    session.go({ filters: { ...NO_FILTERS, kinds: ['odd'] }, window: { from: 0, to: 4 * DAYS } });
    expect(session.count).toBe(2);
    expect(session.anywhere.size).toBe(5);
    expect([...session.countsByKind()]).toEqual([4, 2]);
  });

  it('filters by what the map shows once it says so, and leaves the map its events beyond', async () => {
    const session = await reading();
    session.go({ filters: { ...NO_FILTERS, inView: true } });
    expect(session.count).toBe(11);
    session.lookAt([2.5, 0, 5.5, 20]);
    expect(session.count).toBe(3);
    expect(session.anywhere.size).toBe(11);
  });

  it('counts what is in the place of the open event, in the window and of the filters', async () => {
    // Three in one place, the last of another kind; one beside it, and one in no place.
    const rows = [event(0, 0, [5, 5]), event(1, 0, [5, 5]), event(2, 1, [5, 5])];
    rows.push(event(1, 0, [5, 5.001]), event(1, 0, null));
    const session = await reading({ load: () => Promise.resolve(loadedWith(rows)) });
    expect(session.countHere()).toBe(0);
    session.open(0);
    expect(session.countHere()).toBe(3);
    session.go({ window: { from: 0, to: DAYS } });
    expect(session.countHere()).toBe(2);
    session.go({ window: null, filters: { ...NO_FILTERS, kinds: ['odd'] } });
    expect(session.countHere()).toBe(1);
    session.open(4);
    expect(session.countHere()).toBe(0);
  });

  it('leaves what is about the place of the open event, the map close to it', async () => {
    const session = await reading();
    session.stayHere();
    expect(session.view.filters.inView).toBe(false);
    session.open(3);
    session.go({ filters: { ...NO_FILTERS, kinds: ['odd'] } });
    session.stayHere();
    const { selected, camera, filters } = session.view;
    expect([selected, camera?.zoom]).toEqual([null, 13]);
    expect(camera?.lon).toBeCloseTo(3, 6);
    expect(camera?.lat).toBeCloseTo(10, 6);
    expect(filters).toEqual({ ...NO_FILTERS, kinds: ['odd'], inView: true });
  });

  it('opens an event by its row and widens the window to hold it', async () => {
    const session = await reading();
    session.go({ window: { from: 0, to: DAYS } });
    session.open(10);
    expect(session.view.selected).toBe('row-11');
    expect(session.selected).toBe(10);
    expect(session.view.window).toEqual({ from: 0, to: 6 * DAYS });
    session.open(null);
    expect(session.selected).toBeNull();
    expect(() => session.open(500)).toThrow(RangeError);
  });

  it('does not look for the open event again while only the window moves', async () => {
    const session = await reading();
    session.open(3);
    const look = vi.spyOn(session.whole, 'positionOf');
    const stop = $effect.root(() => {
      $effect(() => void session.selected);
    });
    flushSync();
    const before = look.mock.calls.length;
    for (let day = 3; day < 8; day++) {
      session.go({ window: { from: 0, to: day * DAYS } });
      flushSync();
    }
    expect(look.mock.calls.length).toBe(before);
    expect(session.selected).toBe(3);
    stop();
  });

  it('takes an event from a link before it has come, and opens it when it has', async () => {
    const session = new ArchiveSession(STORY, feed());
    session.go({ selected: 'row-4' });
    expect(session.selected).toBeNull();
    await session.load();
    expect(session.selected).toBe(3);
  });

  it('steps through the events that pass the filters, from the ends of the window when none is open', async () => {
    const session = await reading();
    session.go({
      filters: { ...NO_FILTERS, kinds: ['odd'] },
      window: { from: 2 * DAYS, to: 8 * DAYS }
    });
    expect(session.neighbour(1)).toBe(3);
    expect(session.neighbour(-1)).toBe(7);
    session.open(7);
    expect(session.neighbour(1)).toBe(9);
    session.open(9);
    expect(session.neighbour(1)).toBeNull();
  });

  it('steps on from an event that a filter has come to hide', async () => {
    const session = await reading();
    session.open(5);
    session.go({ filters: { ...NO_FILTERS, kinds: ['even'] } });
    expect([session.neighbour(-1), session.neighbour(1)]).toEqual([4, 6]);
  });

  it('tells what each kind would give of what the map shows, once that is a filter', async () => {
    const session = await reading();
    session.lookAt([-0.5, 5, 3.5, 15]);
    session.go({ filters: { ...NO_FILTERS, inView: true, kinds: ['odd'] } });
    expect([...session.countsByKind()]).toEqual([2, 2]);
  });

  it('fetches the texts of rows together and each once, and asks again after a failure', async () => {
    let broken = true;
    const texts = vi.fn((rows: readonly number[]) =>
      broken ? Promise.reject(new Error('gone')) : feed().texts(rows)
    );
    const session = await reading({ texts });
    expect(await Promise.all([session.textsOf(1), session.textsOf(2)])).toEqual([null, null]);
    broken = false;
    const both = await Promise.all([session.textsOf(1), session.textsOf(2)]);
    expect(both.map((found) => found?.title)).toEqual(['Title 1', 'Title 2']);
    await session.textsOf(1);
    expect(texts.mock.calls).toEqual([[[1, 2]], [[1, 2]]]);
  });

  it('wakes what is derived from it', async () => {
    const session = await reading();
    const seen: number[] = [];
    const stop = $effect.root(() => {
      $effect(() => {
        seen.push(session.count);
      });
    });
    flushSync();
    session.go({ window: { from: 0, to: DAYS } });
    flushSync();
    stop();
    expect(seen).toEqual([11, 2]);
  });
});

describe('a search for words', () => {
  const typed = (text: string) => ({ filters: { ...NO_FILTERS, text } });
  /** Titles are "Title 0" and so on. */
  const finds = vi.fn<ArchiveFeed['search']>((typed) =>
    Promise.resolve(Uint8Array.from(ROWS, (_, row) => Number(`Title ${row}` === typed)))
  );
  const settled = (session: ArchiveSession) =>
    vi.waitFor(() => expect(session.searching.step).toBe('none'));
  const shows = (session: ArchiveSession, count: number) =>
    vi.waitFor(() => expect(session.count).toBe(count));

  it('leaves what has them, on the map, in the list and in what each kind would give', async () => {
    const session = await reading({ search: finds });
    session.go(typed('Title 3'));
    await shows(session, 1);
    expect([...session.anywhere.rows]).toEqual([3]);
    expect([...session.countsByKind()]).toEqual([0, 1]);
    session.go(typed(''));
    expect(session.count).toBe(11);
  });

  it('is made once for what is typed in one go, and not again while only the window moves', async () => {
    finds.mockClear();
    const session = await reading({ search: finds });
    for (const text of ['T', 'Ti', 'Title 4']) session.go(typed(text));
    await shows(session, 1);
    session.go({ window: { from: 0, to: DAYS } });
    expect(session.count).toBe(0);
    expect(finds.mock.calls.map(([text]) => text)).toEqual(['Title 4']);
  });

  it('waits for the events, and is made anew when others come', async () => {
    const session = new ArchiveSession(STORY, feed({ search: finds }));
    session.go(typed('Title 5'));
    await session.load();
    await shows(session, 1);
    finds.mockClear();
    await session.load();
    await settled(session);
    expect(finds).toHaveBeenCalledOnce();
    expect(session.count).toBe(1);
  });

  it('finds nothing of what was there before, where other events come', async () => {
    // What the first search finds is of the first events.
    const gone: ((found: Uint8Array) => void)[] = [];
    const loads = [loadedWith(ROWS), loadedWith(ROWS.slice(0, 6))];
    const session = await reading({
      load: () => Promise.resolve(loads.shift() ?? loadedWith(ROWS)),
      search: () => new Promise((resolve) => gone.push(resolve))
    });
    session.go(typed('Title 9'));
    void session.search();
    gone[0]?.(Uint8Array.from(ROWS, (_, row) => Number(row === 9)));
    await shows(session, 1);
    await session.load();
    // The second one has not found anything yet.
    expect(session.searching.step).toBe('searching');
    expect(session.count).toBe(6);
  });

  it('leaves the events without a date that have them', async () => {
    const undated = Uint32Array.of(2, 4, 9);
    const session = await reading({
      load: () => Promise.resolve({ ...loadedWith(ROWS), undated }),
      search: () => Promise.resolve(Uint8Array.of(1, 0, 1, 0, 0))
    });
    expect([...session.undated]).toEqual([2, 4, 9]);
    session.go(typed('a'));
    await session.search();
    expect([...session.undated]).toEqual([2]);
  });

  it('is not made of events without texts', async () => {
    finds.mockClear();
    const { source } = makePlan('fires.csv');
    const session = new ArchiveSession({ ...STORY, archive: source }, feed({ search: finds }));
    expect(session.searchable).toBe(false);
    session.go(typed('Title 3'));
    await session.load();
    expect(session.count).toBe(11);
    expect(finds).not.toHaveBeenCalled();
  });

  it('says how far it is, and leaves what was there until it is over', async () => {
    let [tell, give] = [(_: number) => {}, (_: Uint8Array) => {}];
    const search: ArchiveFeed['search'] = (_, onshare) =>
      new Promise((resolve) => ([tell, give] = [onshare, resolve]));
    const session = await reading({ search });
    session.go(typed('Title 6'));
    const searching = session.search();
    expect(session.searching).toEqual({ step: 'searching', share: 0 });
    tell(0.5);
    expect(session.searching).toEqual({ step: 'searching', share: 0.5 });
    expect(session.count).toBe(11);
    give(Uint8Array.of(1, 1));
    await searching;
    expect(session.searching.step).toBe('none');
    expect(session.count).toBe(2);
  });

  it('ends when other words are typed, and what it finds then is no longer taken', async () => {
    const asked: { give: (found: Uint8Array) => void; signal: AbortSignal }[] = [];
    const session = await reading({
      search: (_, __, signal) => new Promise((give) => asked.push({ give, signal }))
    });
    session.go(typed('a'));
    void session.search();
    session.go(typed('b'));
    void session.search();
    expect(asked.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    asked[1]?.give(Uint8Array.of(1));
    await shows(session, 1);
    asked[0]?.give(Uint8Array.of(1, 1, 1));
    await Promise.resolve();
    expect(session.count).toBe(1);
  });

  it('shows all events when it fails, says why, and can be tried again', async () => {
    let broken = false;
    const session = await reading({
      search: (...asked) => (broken ? Promise.reject(new Error('No connection.')) : finds(...asked))
    });
    session.go(typed('Title 7'));
    await shows(session, 1);
    broken = true;
    session.go(typed('Title 8'));
    await session.search();
    expect(session.searching).toEqual({ step: 'failed', words: 'No connection.' });
    expect(session.count).toBe(11);
    broken = false;
    await session.search();
    expect(session.searching.step).toBe('none');
    expect(session.count).toBe(1);
  });

  it('ends when the reading is closed', async () => {
    let ended: AbortSignal | null = null;
    const session = await reading({
      search: (_, __, signal) => ((ended = signal), new Promise(() => undefined))
    });
    session.go(typed('a'));
    void session.search();
    session.close();
    expect(ended).toHaveProperty('aborted', true);
  });
});

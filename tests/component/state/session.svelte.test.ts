import fc from 'fast-check';
import { flushSync } from 'svelte';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { isContested, type StoryEvent, type Window } from '../../../src/lib/core/story';
import { NO_FILTERS, START, type Filters } from '../../../src/lib/core/view';
import { endOfDay, startOfDay } from '../../../src/lib/core/zone';
import { Session } from '../../../src/lib/state/session.svelte';
import { smallStory } from '../../fixtures/small-story';
import { makeEvent, makeStory } from '../../unit/core/arbitrary-story';

const ZONE = 'Europe/Tirane';
const days = (from: string, to = from): Window => {
  const [a = 0, b = 0, c = 0] = from.split('-').map(Number);
  const [d = 0, e = 0, f = 0] = to.split('-').map(Number);
  return { from: startOfDay(ZONE, a, b, c), to: endOfDay(ZONE, d, e, f) };
};
const SUMMER = days('2022-07-01', '2022-08-31');
const AROUND_THE_BRIDGE = [19.8, 41.3, 19.9, 41.4] as const;

const ids = (events: readonly StoryEvent[]) => events.map(({ id }) => id);
const eventOf = (id: string) => smallStory.events.find((event) => event.id === id) as StoryEvent;
const timeOf = (id: string) => eventOf(id).when as NonNullable<StoryEvent['when']>;
const filters = (parts: Partial<Filters>): Filters => ({ ...NO_FILTERS, ...parts });

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** What an effect that reads this sees: its first value, then each that it is woken for. */
function watch<T>(read: () => T): T[] {
  const seen: T[] = [];
  const stop = $effect.root(() => {
    $effect(() => {
      seen.push(read());
    });
  });
  stops.push(stop);
  flushSync();
  return seen;
}

describe('go', () => {
  test('changes what the patch names and keeps the rest', () => {
    const session = new Session(smallStory);
    session.go({ window: SUMMER });
    const { filters: before } = session.view;
    session.go({ axis: 'true' });
    expect(session.view).toEqual({ ...START, window: SUMMER, axis: 'true' });
    expect(session.view.window).toBe(SUMMER);
    expect(session.view.filters).toBe(before);
  });

  test('keeps the very object of the view when nothing would change, however the patch is made', () => {
    const session = new Session(smallStory);
    session.go({ window: SUMMER, camera: { lon: 20, lat: 41, zoom: 5 } });
    session.go({ filters: filters({ parties: ['gazette'], text: 'note' }) });
    const before = session.view;
    session.go({});
    session.go({ ...before });
    session.go(structuredClone(before));
    expect(session.view).toBe(before);
  });

  test('wakes who looks on at a change, and not at an echo', () => {
    const session = new Session(smallStory);
    const seen = watch(() => session.view.window);
    session.go({ window: SUMMER });
    flushSync();
    session.go({ window: { ...SUMMER } });
    flushSync();
    expect(seen).toEqual([null, SUMMER]);
  });

  test('wakes who follows one part of the view at a change of that part alone', () => {
    const session = new Session(smallStory);
    const seen = {
      window: watch(() => session.now.window),
      filters: watch(() => session.now.filters),
      selected: watch(() => session.now.selected)
    };
    session.go({ window: SUMMER });
    flushSync();
    session.go({ window: { ...SUMMER }, filters: filters({ contested: true }) });
    flushSync();
    session.go({ filters: filters({ contested: true }), selected: 'e-bridge' });
    flushSync();
    expect(seen.window).toEqual([null, SUMMER]);
    expect(seen.filters).toEqual([NO_FILTERS, filters({ contested: true })]);
    expect(seen.selected).toEqual([null, 'e-bridge']);
    expect({ ...session.now }).toEqual(session.view);
  });

  test('a window that ends before it begins is refused with its ends where it is used', () => {
    const session = new Session(smallStory);
    session.go({ window: { from: 20, to: 10 } });
    expect(() => session.visible).toThrow('20 to 10');
  });
});

describe('what a session shows', () => {
  test('at the start it is the whole story, in the order of time', () => {
    const session = new Session(smallStory);
    expect(ids(session.visible)).toEqual([
      'built',
      'closed',
      'talks',
      'papers-burned',
      'expelled',
      'answered',
      'sanctions'
    ]);
    expect(session.certain).toBe(7);
    expect(ids(session.undated)).toEqual(['reopening']);
    expect(session.matching).toEqual(new Set(ids(smallStory.events)));
    expect(session.selected).toBeNull();
    expect(Object.fromEntries(session.placeCounts)).toEqual({
      bridge: 3,
      'east-town': 2,
      'far-capital': 2,
      online: 1
    });
  });

  test('the extent runs from the first known start to the last known end, whatever is open', () => {
    const { extent } = new Session(smallStory);
    expect(extent).toEqual({
      from: timeOf('built').startEarliest,
      to: timeOf('talks').endLatest
    });
  });

  test('a story without a date has an extent of no length', () => {
    const session = new Session(makeStory({ events: [makeEvent('once')] }));
    expect(session.extent).toEqual({ from: 0, to: 0 });
    expect(ids(session.undated)).toEqual(['once']);
  });

  test('the window leaves out what cannot be in it, and only what is dated', () => {
    const session = new Session(smallStory);
    session.go({ window: SUMMER });
    expect(ids(session.visible)).toEqual(['closed', 'talks', 'papers-burned']);
    expect(ids(session.undated)).toEqual(['reopening']);
    expect(session.matching.size).toBe(8);
    expect(Object.fromEntries(session.placeCounts)).toEqual({
      bridge: 1,
      'east-town': 1,
      'far-capital': 2
    });
  });

  test('certainty leaves out what may be in the window without being sure to be', () => {
    const session = new Session(smallStory);
    session.go({ window: days('2022-07-15', '2022-08-23') });
    expect(ids(session.visible)).toEqual(['closed', 'talks', 'papers-burned']);
    expect(session.certain).toBe(1);
    session.go({ certainty: 'surely' });
    expect(ids(session.visible)).toEqual(['closed']);
    expect(session.certain).toBe(1);
    expect([...session.placeCounts]).toEqual([
      ['bridge', 1],
      ['east-town', 1]
    ]);
  });

  test('filters leave events out of everything, dated or not', () => {
    const session = new Session(smallStory);
    session.go({ filters: filters({ kinds: ['statement'] }) });
    expect(ids(session.visible)).toEqual(['talks', 'answered']);
    expect(session.undated).toEqual([]);
    expect(session.matching).toEqual(new Set(['talks', 'answered']));
    session.go({ filters: filters({ kinds: ['measure'] }) });
    expect(ids(session.undated)).toEqual(['reopening']);
    session.go({ filters: filters({ contested: true }) });
    expect(ids(session.visible)).toEqual(['closed']);
    session.go({ filters: filters({ text: 'toll' }) });
    expect(ids(session.visible)).toEqual(['sanctions']);
  });

  test('"in view" follows the map, once there is one, and leaves out what has no place on it', () => {
    const session = new Session(smallStory);
    session.go({ filters: filters({ inView: true }) });
    expect(session.visible).toHaveLength(7);
    session.lookAt(AROUND_THE_BRIDGE);
    expect(ids(session.visible)).toEqual(['built', 'closed', 'sanctions']);
    expect(session.undated).toEqual([]);
    session.lookAt(null);
    expect(session.visible).toHaveLength(7);
  });

  test('what the map shows is known to the session, and is no part of the view', () => {
    const session = new Session(smallStory);
    const { view } = session;
    session.lookAt(AROUND_THE_BRIDGE);
    expect(session.bounds).toBe(AROUND_THE_BRIDGE);
    expect(session.view).toBe(view);
  });

  test('an open event that the story does not have is as good as none', () => {
    const session = new Session(smallStory);
    session.go({ selected: 'nothing-of-the-kind' });
    expect(session.selected).toBeNull();
  });

  test('agrees with a look at every event, for any window and filters', () => {
    const session = new Session(smallStory);
    const { extent } = session;
    const instant = fc.integer({ min: extent.from - 1e10, max: extent.to + 1e10 });
    fc.assert(
      fc.property(
        fc.option(fc.tuple(instant, instant)),
        fc.subarray(['east-council', 'west-council', 'gazette']),
        fc.subarray(['incident', 'statement', 'measure']),
        fc.boolean(),
        fc.constantFrom<'may' | 'surely'>('may', 'surely'),
        (ends, parties, kinds, contested, certainty) => {
          const window = ends && { from: Math.min(...ends), to: Math.max(...ends) };
          session.go({ window, certainty, filters: filters({ parties, kinds, contested }) });

          const passes = (event: StoryEvent) =>
            (parties.length === 0 || event.parties.some(({ party }) => parties.includes(party))) &&
            (kinds.length === 0 || kinds.includes(event.kind)) &&
            (!contested || isContested(event));
          const meets = ({ when }: StoryEvent, sure: boolean) =>
            when !== null &&
            (!window ||
              (sure
                ? when.startLatest <= window.to && when.endEarliest >= window.from
                : when.startEarliest <= window.to && when.endLatest >= window.from));
          const expected = smallStory.events.filter(
            (event) => passes(event) && meets(event, certainty === 'surely')
          );
          expect(new Set(session.visible)).toEqual(new Set(expected));
          expect(session.certain).toBe(
            smallStory.events.filter((event) => passes(event) && meets(event, true)).length
          );
          expect(session.matching).toEqual(new Set(ids(smallStory.events.filter(passes))));
          for (const { id } of smallStory.places) {
            const here = expected.filter(({ where }) => where.some(({ place }) => place === id));
            expect(session.placeCounts.get(id) ?? 0).toBe(here.length);
          }
        }
      ),
      { numRuns: 200 }
    );
  });
});

describe('facets', () => {
  /** How long the list would be with these filters. */
  function listed(session: Session, parts: Partial<Filters>): number {
    const before = session.view.filters;
    session.go({ filters: { ...before, ...parts } });
    const count = session.visible.length + session.undated.length;
    session.go({ filters: before });
    return count;
  }

  test('say of each choice what it would give in the window, with the other filters as they are', () => {
    const session = new Session(smallStory);
    session.go({ window: SUMMER, filters: filters({ parties: ['west-council'] }) });
    const { facets } = session;
    expect(Object.fromEntries(facets.parties)).toEqual({ 'east-council': 1, 'west-council': 3 });
    expect(Object.fromEntries(facets.kinds)).toEqual({ incident: 2, statement: 1 });
    expect(facets.contested).toBe(1);
  });

  test('say what "in view" would give before it is chosen, once there is a map', () => {
    const session = new Session(smallStory);
    expect(session.facets.inView).toBeNull();
    session.lookAt(AROUND_THE_BRIDGE);
    expect(session.facets.inView).toBe(3);
    session.lookAt([0, 0, 1, 1]);
    expect(session.facets.inView).toBe(0);
  });

  test('count undated events too, which the list would show', () => {
    const session = new Session(smallStory);
    session.go({ window: SUMMER });
    const { facets } = session;
    for (const { id } of smallStory.kinds) {
      expect([id, facets.kinds.get(id) ?? 0]).toEqual([id, listed(session, { kinds: [id] })]);
    }
    for (const { id } of smallStory.parties) {
      expect([id, facets.parties.get(id) ?? 0]).toEqual([id, listed(session, { parties: [id] })]);
    }
    expect(facets.contested).toBe(listed(session, { contested: true }));
  });
});

describe('openEvent', () => {
  test('opens an event in place of a place, and leaves a window that it may be in as it is', () => {
    const session = new Session(smallStory);
    session.go({ window: SUMMER, place: 'bridge' });
    session.openEvent('papers-burned');
    expect(session.view).toEqual({ ...START, window: SUMMER, selected: 'papers-burned' });
    expect(session.view.window).toBe(SUMMER);
    expect(session.selected).toBe(eventOf('papers-burned'));
  });

  test('widens the window to the start of an event before it', () => {
    const session = new Session(smallStory);
    session.go({ window: SUMMER });
    session.openEvent('built');
    expect(session.view.window).toEqual({ from: timeOf('built').startEarliest, to: SUMMER.to });
    expect(ids(session.visible)).toContain('built');
  });

  test('widens the window to the end of an event after it, and no further', () => {
    const session = new Session(smallStory);
    session.go({ window: SUMMER });
    session.openEvent('expelled');
    expect(session.view.window).toEqual({ from: SUMMER.from, to: timeOf('expelled').endLatest });
    expect(ids(session.visible)).toContain('expelled');
    expect(ids(session.visible)).not.toContain('answered');
  });

  test('stops at the end of the story for an event that has none', () => {
    const session = new Session(smallStory);
    session.go({ window: SUMMER });
    session.openEvent('sanctions');
    expect(session.view.window).toEqual({ from: SUMMER.from, to: session.extent.to });
    expect(ids(session.visible)).toContain('sanctions');
  });

  test('only ever widens a window, even one that reaches beyond the story', () => {
    const session = new Session(smallStory);
    const early = days('2000-01-01', '2005-12-31');
    session.go({ window: early });
    session.openEvent('built');
    expect(session.view.window).toEqual({ from: early.from, to: timeOf('built').endLatest });
  });

  test('under "surely" widens the window until the event is surely in it', () => {
    const session = new Session(smallStory);
    const { startEarliest } = timeOf('expelled');
    const untilThen = { from: SUMMER.from, to: startEarliest };
    session.go({ window: untilThen, certainty: 'surely' });
    session.openEvent('expelled');
    expect(ids(session.visible)).toContain('expelled');
  });

  test('leaves the window alone for an event without a date, and where there is none', () => {
    const session = new Session(smallStory);
    session.openEvent('closed');
    expect(session.view.window).toBeNull();
    session.go({ window: SUMMER });
    session.openEvent('reopening');
    expect(session.view.window).toBe(SUMMER);
    expect(session.selected).toBe(eventOf('reopening'));
  });

  test('closes with null, the window staying', () => {
    const session = new Session(smallStory);
    session.go({ window: SUMMER });
    session.openEvent('closed');
    session.openEvent(null);
    expect(session.view).toEqual({ ...START, window: SUMMER });
  });

  test('throws for an event that the story does not have, naming it', () => {
    const session = new Session(smallStory);
    expect(() => session.openEvent('nowhere-near')).toThrow('"nowhere-near"');
    expect(session.view).toEqual(START);
  });
});

describe('openPlace', () => {
  test('opens a place in place of an event, and closes with null', () => {
    const session = new Session(smallStory);
    session.openEvent('closed');
    session.openPlace('bridge');
    expect(session.view).toEqual({ ...START, place: 'bridge' });
    session.openPlace(null);
    expect(session.view).toEqual(START);
  });

  test('throws for a place that the story does not have, naming it', () => {
    const session = new Session(smallStory);
    expect(() => session.openPlace('nowhere-near')).toThrow('"nowhere-near"');
    expect(session.view).toEqual(START);
  });
});

describe('openChapter', () => {
  test('turns to the window of a chapter with nothing else open and no filter in the way', () => {
    const session = new Session(smallStory);
    session.go({
      selected: 'built',
      camera: { lon: 1, lat: 2, zoom: 3 },
      filters: filters({ text: 'bridge' }),
      certainty: 'surely',
      axis: 'true'
    });
    session.openChapter('break');
    expect(session.view).toEqual({
      ...START,
      chapter: 'break',
      window: days('2022-09-07', '2022-09-08'),
      certainty: 'surely',
      axis: 'true'
    });
  });

  test('leaves a chapter with null, the window staying', () => {
    const session = new Session(smallStory);
    session.openChapter('break');
    session.openChapter(null);
    expect(session.view).toEqual({ ...START, window: days('2022-09-07', '2022-09-08') });
  });

  test('throws for a chapter that the story does not have, naming it', () => {
    const session = new Session(smallStory);
    expect(() => session.openChapter('nowhere-near')).toThrow('"nowhere-near"');
  });
});

describe('neighbour', () => {
  /** Opens the neighbours one after the other, as a reader does. */
  function walk(session: Session, direction: 1 | -1): string[] {
    const path: string[] = [];
    for (let next = session.neighbour(direction); next; next = session.neighbour(direction)) {
      path.push(next.id);
      session.openEvent(next.id);
    }
    return path;
  }

  test('of nothing is the first in the window, or the last', () => {
    const session = new Session(smallStory);
    session.go({ window: SUMMER });
    expect(session.neighbour(1)?.id).toBe('closed');
    expect(session.neighbour(-1)?.id).toBe('papers-burned');
  });

  test('of an event is the next in time, whether or not it is in the window', () => {
    const session = new Session(smallStory);
    session.go({ window: SUMMER, selected: 'papers-burned' });
    expect(session.neighbour(1)?.id).toBe('expelled');
    expect(session.neighbour(-1)?.id).toBe('talks');
    expect(session.view.selected).toBe('papers-burned');
  });

  test('leads through all that is dated, there and back', () => {
    const session = new Session(smallStory);
    const dated = ids(session.visible);
    expect(walk(session, 1)).toEqual(dated);
    expect(walk(session, -1)).toEqual(dated.slice(0, -1).reverse());
  });

  test('passes the filters, even beside an event that does not', () => {
    const session = new Session(smallStory);
    session.go({ selected: 'built', filters: filters({ kinds: ['statement'] }) });
    expect(walk(session, 1)).toEqual(['talks', 'answered']);
    expect(walk(session, -1)).toEqual(['talks']);
  });

  test('is null at either end', () => {
    const session = new Session(smallStory);
    session.openEvent('built');
    expect(session.neighbour(-1)).toBeNull();
    session.openEvent('sanctions');
    expect(session.neighbour(1)).toBeNull();
  });

  test('of an event without a date is the last that has one', () => {
    const session = new Session(smallStory);
    session.openEvent('reopening');
    expect(session.neighbour(-1)?.id).toBe('sanctions');
    expect(session.neighbour(1)).toBeNull();
  });

  test('is null where nothing passes', () => {
    const session = new Session(smallStory);
    session.go({ filters: filters({ text: 'no such word' }) });
    expect(session.neighbour(1)).toBeNull();
    expect(session.neighbour(-1)).toBeNull();
  });
});

describe('work that is not done', () => {
  test('facets are not counted before something shows them', () => {
    const session = new Session(smallStory);
    const facets = vi.spyOn(session.index, 'facets');
    watch(() => [session.visible, session.placeCounts, session.matching]);
    session.go({ window: SUMMER });
    flushSync();
    expect(facets).not.toHaveBeenCalled();
    expect(session.facets.kinds.get('incident')).toBe(2);
    expect(facets).toHaveBeenCalledTimes(1);
  });

  test('what is shown twice is worked out once', () => {
    const session = new Session(smallStory);
    const window = vi.spyOn(session.index, 'window');
    watch(() => session.visible);
    watch(() => session.visible.length);
    expect(window).toHaveBeenCalledTimes(1);
  });

  test('moving the map wakes nobody while nothing asks what is in view', () => {
    const session = new Session(smallStory);
    const seen = watch(() => [session.visible, session.undated, session.placeCounts]);
    session.lookAt(AROUND_THE_BRIDGE);
    flushSync();
    expect(seen).toHaveLength(1);
  });

  test('moving the window does not compile the filters anew', () => {
    const session = new Session(smallStory);
    session.go({ filters: filters({ text: 'bridge' }) });
    watch(() => [session.visible, session.placeCounts, session.certain]);
    const mask = vi.spyOn(session.index, 'mask');
    session.go({ window: SUMMER });
    flushSync();
    expect(mask).not.toHaveBeenCalled();
  });

  test('moving the window leaves alone what does not depend on it', () => {
    const session = new Session(smallStory);
    const seen = watch(() => [session.matching, session.undated]);
    session.go({ window: SUMMER });
    flushSync();
    expect(seen).toHaveLength(1);
  });

  test('a step of a scrub that brings no event and takes none wakes nobody who shows them', () => {
    const session = new Session(smallStory);
    session.go({ window: SUMMER });
    const seen = watch(() => [session.visible, session.placeCounts]);
    session.go({ window: { ...SUMMER, to: SUMMER.to + 1 } });
    flushSync();
    expect(seen).toHaveLength(1);
    session.go({ window: days('2022-07-01') });
    flushSync();
    expect(seen).toHaveLength(2);
    expect(ids(session.visible)).not.toEqual(ids(seen[0]?.[0] as StoryEvent[]));
  });

  test('moving the camera, opening a place or changing the axis leaves the events in the window alone', () => {
    const session = new Session(smallStory);
    const seen = watch(() => [session.visible, session.undated, session.placeCounts]);
    session.go({ camera: { lon: 20, lat: 41, zoom: 7 } });
    flushSync();
    session.openPlace('bridge');
    flushSync();
    session.go({ axis: 'true' });
    flushSync();
    expect(seen).toHaveLength(1);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex, type EventIndex, type EventQuery } from '../../../src/lib/core/event-index';
import { isContested, type Story, type StoryEvent, type Window } from '../../../src/lib/core/story';
import type { Certainty } from '../../../src/lib/core/view';
import { arbitraryStory, exactly, makeEvent, makePlace, makeStory, WORDS } from './arbitrary-story';

const RUNS = { numRuns: 1000 };

const arbitraryWindow: fc.Arbitrary<Window> = fc
  .tuple(fc.integer({ min: -14, max: 14 }), fc.integer({ min: 0, max: 12 }))
  .map(([from, length]) => ({ from, to: from + length }));
const arbitraryCertainty = fc.constantFrom<Certainty>('may', 'surely');
const quarters = (min: number, max: number) =>
  fc.integer({ min: min * 4, max: max * 4 }).map((n) => n / 4);
const arbitraryFilters = fc.record(
  {
    box: fc.option(
      fc
        .record({
          west: fc.oneof(fc.constantFrom(-180, 180, 540), quarters(-540, 540)),
          width: fc.oneof(fc.constantFrom(0, 360, -180, 180), quarters(-359, 400)),
          lats: fc.tuple(
            fc.oneof(fc.constant(-90), quarters(-90, 90)),
            fc.oneof(fc.constant(90), quarters(-90, 90))
          )
        })
        .map(({ west, width, lats }): [number, number, number, number] => [
          west,
          Math.min(...lats),
          west + width,
          Math.max(...lats)
        ])
    ),
    places: fc.uniqueArray(fc.constantFrom('place-a', 'place-b', 'place-d', 'nowhere')),
    parties: fc.uniqueArray(fc.constantFrom('party-a', 'party-c', 'nobody')),
    kinds: fc.uniqueArray(fc.constantFrom('kind-a', 'kind-b', 'nothing')),
    contested: fc.boolean(),
    text: fc
      .array(fc.constantFrom(...WORDS, 'emb', 'tirana', ' '), { maxLength: 2 })
      .map((words) => words.join(' '))
  },
  { requiredKeys: [] }
);
const arbitraryQuery: fc.Arbitrary<EventQuery> = fc
  .record(
    { window: fc.option(arbitraryWindow), certainty: arbitraryCertainty },
    { requiredKeys: [] }
  )
  .chain((when) => arbitraryFilters.map((filters) => ({ ...filters, ...when })));

/** Which filters the event passes, the slow way. */
function passing(story: Story, event: StoryEvent, query: EventQuery): Record<string, boolean> {
  const places = event.where.flatMap(({ place }) => story.places.filter(({ id }) => id === place));
  const anyOf = (ids: readonly string[] | undefined, own: readonly string[]) =>
    !ids?.length || own.some((id) => ids.includes(id));
  const parties = event.parties.map(({ party }) => party);
  return {
    box: !query.box || places.some(({ point }) => point && slowlyInBox(query.box as Box, point)),
    places: anyOf(
      query.places,
      places.map(({ id }) => id)
    ),
    parties: anyOf(query.parties, parties),
    kinds: anyOf(query.kinds, [event.kind]),
    contested: !query.contested || isContested(event),
    text: slowlyFound(story, event, query.text ?? '')
  };
}

type Box = NonNullable<EventQuery['box']>;

function slowlyInBox(
  [west, south, east, north]: Box,
  [lon, lat]: readonly [number, number]
): boolean {
  if (lat < south || lat > north) return false;
  if (Math.abs(lat) === 90) return true;
  const end = west > east ? east + 360 : east;
  // Longitudes come within three turns of zero.
  return [-4, -3, -2, -1, 0, 1, 2, 3, 4].some((turn) => {
    const at = lon + 360 * turn;
    return west <= at && at <= end;
  });
}

function slowlyFound(story: Story, event: StoryEvent, text: string): boolean {
  const by = [...event.parties.map(({ party }) => party), ...event.claims.flatMap((c) => c.by)];
  const all = [
    event.title,
    event.text,
    ...event.claims.map((claim) => claim.text),
    ...story.places
      .filter(({ id }) => event.where.some(({ place }) => place === id))
      .map((p) => p.names),
    ...story.parties.filter(({ id }) => by.includes(id)).map((party) => party.names)
  ].flatMap((map) => Object.values(map).map(plain));
  return text
    .split(' ')
    .filter(Boolean)
    .every((word) => all.some((one) => one.includes(plain(word))));
}

const plain = (text: string) =>
  text
    .toLowerCase()
    .replaceAll('ç', 'c')
    .replaceAll('ĕ', 'e')
    .replaceAll('ي', 'ی')
    .replaceAll('ك', 'ک');

function meets(
  { when }: StoryEvent,
  window: Window | null | undefined,
  certainty: Certainty = 'may'
) {
  if (!when) return false;
  if (!window) return true;
  return certainty === 'may'
    ? when.startEarliest <= window.to && when.endLatest >= window.from
    : when.startLatest <= window.to && when.endEarliest >= window.from;
}

function slowly(story: Story, query: EventQuery, except = ''): StoryEvent[] {
  return story.events.filter(
    (event) =>
      meets(event, query.window, query.certainty) &&
      Object.entries(passing(story, event, query)).every(
        ([name, passes]) => passes || name === except
      )
  );
}

const ids = (index: EventIndex, positions: Iterable<number>) =>
  [...positions].map((position) => index.eventAt(position).id);
const sorted = (events: readonly StoryEvent[]) => events.map(({ id }) => id).sort();

describe('the order of positions', () => {
  test('is earliest start, then latest end, then order in the file, with the undated last', () => {
    fc.assert(
      fc.property(arbitraryStory, (story) => {
        const index = buildIndex(story);
        const expected = story.events
          .map((event, file) => ({ event, file }))
          .sort((x, y) => {
            const [a, b] = [x.event.when, y.event.when];
            if (!a || !b) return Number(!a) - Number(!b) || x.file - y.file;
            if (a.startEarliest !== b.startEarliest)
              return a.startEarliest < b.startEarliest ? -1 : 1;
            if (a.endLatest !== b.endLatest) return a.endLatest < b.endLatest ? -1 : 1;
            return x.file - y.file;
          })
          .map(({ event }) => event.id);
        expect(
          ids(
            index,
            Array.from({ length: index.size }, (_, i) => i)
          )
        ).toEqual(expected);
        expected.forEach((id, position) => expect(index.positionOf(id)).toBe(position));
        expect(ids(index, index.undated)).toEqual(
          story.events.filter(({ when }) => !when).map(({ id }) => id)
        );
      }),
      RUNS
    );
  });

  test('knows no position for an id that the story does not have', () => {
    expect(buildIndex(makeStory()).positionOf('e-none')).toBe(-1);
  });

  test('throws for an event at a position that does not exist', () => {
    expect(() => buildIndex(makeStory()).eventAt(3)).toThrow('3 is not one of 0 to -1');
  });
});

describe('query', () => {
  test('finds what a look at every event finds, in order of time', () => {
    fc.assert(
      fc.property(arbitraryStory, arbitraryQuery, (story, query) => {
        const index = buildIndex(story);
        const positions = index.query(query);
        expect([...positions]).toEqual([...positions].sort((a, b) => a - b));
        expect(ids(index, positions).sort()).toEqual(sorted(slowly(story, query)));
      }),
      RUNS
    );
  });

  test('never holds that an event surely happened in a window in which it may not have', () => {
    fc.assert(
      fc.property(arbitraryStory, arbitraryWindow, (story, window) => {
        const index = buildIndex(story);
        const may = new Set(index.query({ window }));
        for (const position of index.query({ window, certainty: 'surely' })) {
          expect(may).toContain(position);
        }
      }),
      RUNS
    );
  });

  test('counts an event that ends on the first millisecond of the window, or begins on the last, as inside', () => {
    const index = buildIndex(
      makeStory({
        events: [
          makeEvent('ends', { when: exactly(0, 10) }),
          makeEvent('begins', { when: exactly(20, 30) }),
          makeEvent('over', { when: exactly(0, 9) }),
          makeEvent('to-come', { when: exactly(21, 30) })
        ]
      })
    );
    const window = { from: 10, to: 20 };
    expect(ids(index, index.query({ window }))).toEqual(['ends', 'begins']);
    expect(ids(index, index.query({ window, certainty: 'surely' }))).toEqual(['ends', 'begins']);
  });

  test('finds a point on the antimeridian in a box that touches it from either side', () => {
    const story = makeStory({
      places: [makePlace('line', [180, 0])],
      events: [makeEvent('e', { when: exactly(0), where: [{ place: 'line', role: null }] })]
    });
    const found = (...box: [number, number, number, number]) =>
      buildIndex(story).query({ box }).length;
    expect(found(170, -1, 180, 1)).toBe(1);
    expect(found(-180, -1, -170, 1)).toBe(1);
    expect(found(170, -1, -170, 1)).toBe(1);
    expect(found(170, -1, 190, 1)).toBe(1);
    expect(found(-170, -1, 170, 1)).toBe(0);
  });

  test('finds a pole in any box that reaches it, since it lies on every meridian', () => {
    const story = makeStory({
      places: [makePlace('pole', [0, 90])],
      events: [makeEvent('e', { when: exactly(0), where: [{ place: 'pole', role: null }] })]
    });
    expect(buildIndex(story).query({ box: [100, 80, 110, 90] })).toHaveLength(1);
    expect(buildIndex(story).query({ box: [100, 80, 110, 89] })).toHaveLength(0);
  });

  test('throws for a box upside down and for a window that ends before it begins', () => {
    const index = buildIndex(makeStory());
    expect(() => index.query({ box: [0, 10, 10, 0] })).toThrow('[0,10,10,0]');
    expect(() => index.query({ window: { from: 2, to: 1 } })).toThrow('2 to 1');
    expect(() => index.count({ from: NaN, to: 1 })).toThrow('NaN to 1');
  });
});

describe('a mask', () => {
  test('answers every question of a scrub as a look at every event does', () => {
    fc.assert(
      fc.property(arbitraryStory, arbitraryQuery, (story, query) => {
        const index = buildIndex(story);
        const mask = index.mask(query);
        const { window = null, certainty = 'may' } = query;
        const expected = slowly(story, query);

        const out = new Uint32Array(index.dated);
        const found = index.window(window, certainty, mask, out);
        expect(ids(index, out.subarray(0, found)).sort()).toEqual(sorted(expected));
        expect(index.count(window, certainty, mask)).toBe(expected.length);
        expect([...index.countsPerPlace(window, certainty, mask)]).toEqual(
          story.places.map(
            ({ id }) => expected.filter((e) => e.where.some(({ place }) => place === id)).length
          )
        );
        story.events.forEach((event) => {
          const passes = Object.values(passing(story, event, query)).every(Boolean);
          expect(index.passes(index.positionOf(event.id), mask)).toBe(passes);
        });
      }),
      RUNS
    );
  });

  test('counts each option of a filter with all the other filters as they are, the undated included', () => {
    fc.assert(
      fc.property(arbitraryStory, arbitraryQuery, (story, query) => {
        const index = buildIndex(story);
        const { window = null, certainty = 'may' } = query;
        const facets = index.facets(window, certainty, index.mask(query));
        const offered = (except: string) => [
          ...slowly(story, query, except),
          ...story.events.filter(
            (event) =>
              event.when === null &&
              Object.entries(passing(story, event, query)).every(
                ([name, passes]) => passes || name === except
              )
          )
        ];
        expect([...facets.parties]).toEqual(
          story.parties.map(
            ({ id }) =>
              offered('parties').filter((e) => e.parties.some((p) => p.party === id)).length
          )
        );
        expect([...facets.kinds]).toEqual(
          story.kinds.map(({ id }) => offered('kinds').filter(({ kind }) => kind === id).length)
        );
        expect(facets.contested).toBe(offered('contested').filter(isContested).length);
      }),
      RUNS
    );
  });

  test('left out, lets every event pass', () => {
    fc.assert(
      fc.property(
        arbitraryStory,
        arbitraryWindow,
        arbitraryCertainty,
        (story, window, certainty) => {
          const index = buildIndex(story);
          const none = index.mask({});
          const out = new Uint32Array(index.dated);
          expect(index.count(window, certainty)).toBe(index.count(window, certainty, none));
          expect(index.count(null)).toBe(index.dated);
          expect(index.window(window, certainty, null, out)).toBe(index.count(window, certainty));
          expect(index.countsPerPlace(window, certainty, null)).toEqual(
            index.countsPerPlace(window, certainty, none)
          );
          expect(index.facets(window, certainty, null)).toEqual(
            index.facets(window, certainty, none)
          );
        }
      )
    );
  });

  test('is passed by no event at a position that does not exist', () => {
    expect(buildIndex(makeStory()).passes(-1, null)).toBe(false);
  });

  test('refuses to write into an array that is too short', () => {
    const index = buildIndex(makeStory({ events: [makeEvent('e', { when: exactly(0) })] }));
    expect(() => index.window(null, 'may', null, new Uint32Array(0))).toThrow(
      'out holds 0 positions, needs 1'
    );
  });
});

describe('next and previous', () => {
  test('step through the dated events that pass, and say −1 at either end', () => {
    fc.assert(
      fc.property(arbitraryStory, arbitraryFilters, (story, filters) => {
        const index = buildIndex(story);
        const mask = index.mask(filters);
        const expected = [...index.query(filters)];
        const forwards: number[] = [];
        for (let p = index.next(-1, mask); p !== -1; p = index.next(p, mask)) forwards.push(p);
        const backwards: number[] = [];
        for (let p = index.previous(index.size, mask); p !== -1; p = index.previous(p, mask)) {
          backwards.push(p);
        }
        expect(forwards).toEqual(expected);
        expect(backwards.reverse()).toEqual(expected);
      }),
      RUNS
    );
  });
});

describe('a long list', () => {
  test('is searched the same as a short one, long events and all', () => {
    // More than two levels of the tree: 16³ events and some, so that nodes are skipped at every level.
    const arbitraryLength = fc.oneof(
      { arbitrary: fc.integer({ min: 0, max: 3 }), weight: 40 },
      fc.constant(5000)
    );
    const lengths = fc.sample(arbitraryLength, { numRuns: 4500, seed: 7 });
    const story = makeStory({
      events: lengths.map((length, i) => makeEvent(`e-${i}`, { when: exactly(i, i + length) }))
    });
    const index = buildIndex(story);
    for (const [from, to] of [
      [0, 0],
      [4400, 4410],
      [2000, 2100],
      [9000, 9500],
      [-5, 9999],
      [20_000, 30_000]
    ] as const) {
      for (const certainty of ['may', 'surely'] as const) {
        const query = { window: { from, to }, certainty };
        expect(ids(index, index.query(query))).toEqual(slowly(story, query).map(({ id }) => id));
      }
    }
  });
});

test('placesOf lists each place of an event once, the main one first', () => {
  const where = ['place-c', 'place-a', 'place-c'].map((place) => ({ place, role: null }));
  const index = buildIndex(makeStory({ events: [makeEvent('e', { where })] }));
  expect([...index.placesOf(0)]).toEqual([2, 0]);
});

describe('the extent', () => {
  test('reaches from the first to the last finite bound of any event', () => {
    fc.assert(
      fc.property(arbitraryStory, (story) => {
        const bounds = story.events
          .flatMap(({ when }) => (when ? [when.startEarliest, when.endLatest] : []))
          .filter(Number.isFinite);
        expect(buildIndex(story).extent).toEqual(
          bounds.length > 0 ? { from: Math.min(...bounds), to: Math.max(...bounds) } : null
        );
      }),
      RUNS
    );
  });

  test('is null where nothing has a date, or none that ends anywhere', () => {
    expect(buildIndex(makeStory()).extent).toBeNull();
    expect(buildIndex(makeStory({ events: [makeEvent('undated')] })).extent).toBeNull();
    const ever = makeEvent('ever', { when: exactly(-Infinity, Infinity) });
    expect(buildIndex(makeStory({ events: [ever] })).extent).toBeNull();
  });

  test('begins where an event with an open start ends, when nothing is known before', () => {
    const events = [
      makeEvent('until', { when: exactly(-Infinity, 5) }),
      makeEvent('later', { when: exactly(10, Infinity) })
    ];
    expect(buildIndex(makeStory({ events })).extent).toEqual({ from: 5, to: 10 });
  });

  test('of a hundred thousand events is found without spreading them', () => {
    const events = Array.from({ length: 150_000 }, (_, i) =>
      makeEvent(`e-${i}`, { when: exactly(i, i + 1) })
    );
    expect(buildIndex(makeStory({ events })).extent).toEqual({ from: 0, to: 150_000 });
  });
});

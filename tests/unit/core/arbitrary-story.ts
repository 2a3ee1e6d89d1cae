import fc from 'fast-check';
import {
  STANCES,
  type Citation,
  type Claim,
  type EventTime,
  type LonLat,
  type Party,
  type Place,
  type Story,
  type StoryEvent
} from '../../../src/lib/core/story';

/**
 * Stories as plain data, meant to be awkward rather than likely: times on a scale of a few milliseconds so that ends equal starts and
 * windows touch bounds, open and never-sure ends, undated and unplaced events, points on poles and the antimeridian. Text is drawn from a
 * handful of words that fold to one another.
 */
const arbitraryTime: fc.Arbitrary<EventTime> = fc
  .record({
    bounds: fc.array(fc.integer({ min: -12, max: 12 }), { minLength: 4, maxLength: 4 }),
    span: fc.boolean(),
    openStart: rarely(),
    openEnd: rarely(),
    startNeverSure: rarely(),
    endNeverSure: rarely()
  })
  .map(({ bounds, span, openStart, openEnd, startNeverSure, endNeverSure }) => {
    const [a, b, c, d] = [...bounds].sort((x, y) => x - y) as [number, number, number, number];
    // A single date begins and ends somewhere in the same unit; of an interval the start is known apart from the end.
    const [startLatest, endEarliest] = span ? [b, c] : [d, a];
    return {
      edtf: 'any',
      zone: 'UTC',
      startEarliest: openStart ? -Infinity : a,
      startLatest: openStart ? -Infinity : startNeverSure ? Infinity : startLatest,
      endEarliest: openEnd ? Infinity : endNeverSure ? -Infinity : endEarliest,
      endLatest: openEnd ? Infinity : d,
      start: null,
      end: null,
      interval: span,
      openStart,
      openEnd,
      clock: null,
      note: null
    };
  });

const arbitraryPoint: fc.Arbitrary<LonLat> = fc.tuple(
  // Quarters of a degree are exact in binary, so the slow way and the quick way may not differ by rounding.
  fc.oneof(
    fc.constantFrom(-180, 180, 0, 179.75, -179.75),
    fc.integer({ min: -720, max: 720 }).map((quarters) => quarters / 4)
  ),
  fc.oneof(
    fc.constantFrom(-90, 90, 0),
    fc.integer({ min: -360, max: 360 }).map((quarters) => quarters / 4)
  )
);

/** Each word folds to one of "bumci", "embassy", "یک". */
export const WORDS = ['Bumçi', 'BUMCI', 'Embassy', 'embassy', 'يك', 'یک', 'ĕmbassy'] as const;

const arbitraryText = fc
  .array(fc.constantFrom(...WORDS), { maxLength: 3 })
  .map((words) => ({ en: words.join(' ') }));

const PLACES = ['place-a', 'place-b', 'place-c', 'place-d'];
const PARTIES = ['party-a', 'party-b', 'party-c'];
const KINDS = ['kind-a', 'kind-b', 'kind-c'];

export const arbitraryStory: fc.Arbitrary<Story> = fc
  .record({
    points: fc.tuple(...PLACES.map(() => fc.option(arbitraryPoint, { freq: 4 }))),
    names: fc.tuple(...PLACES.map(() => arbitraryText)),
    partyNames: fc.tuple(...PARTIES.map(() => arbitraryText)),
    events: fc.array(
      fc.record({
        when: fc.option(arbitraryTime, { freq: 6 }),
        // Ids that the story does not have are a reader's business; here they must do no harm.
        where: fc.array(fc.constantFrom(...PLACES, ...PLACES, 'nowhere'), { maxLength: 3 }),
        parties: fc.uniqueArray(fc.constantFrom(...PARTIES), { maxLength: 3 }),
        kind: fc.constantFrom(...KINDS),
        title: arbitraryText,
        text: arbitraryText,
        claims: fc.array(
          fc.record({
            by: fc.uniqueArray(fc.constantFrom(...PARTIES, 'nobody'), { maxLength: 2 }),
            stance: fc.constantFrom(...STANCES),
            text: arbitraryText
          }),
          { maxLength: 3 }
        ),
        disputed: rarely()
      }),
      { maxLength: 40 }
    )
  })
  .map(({ points, names, partyNames, events }) =>
    makeStory({
      places: PLACES.map((id, i) => makePlace(id, points[i] ?? null, names[i])),
      parties: PARTIES.map((id, i) => makeParty(id, partyNames[i])),
      events: events.map((event, i) =>
        makeEvent(`e-${i}`, {
          ...event,
          where: event.where.map((place) => ({ place, role: null })),
          parties: event.parties.map((party) => ({ party, role: { en: 'there' } })),
          claims: event.claims.map((claim, j) => makeClaim(`c-${i}-${j}`, claim)),
          disputes: event.disputed
            ? [{ id: `d-${i}`, topic: { en: 'when' }, note: null, measure: null }]
            : []
        })
      )
    })
  );

export function makeStory(parts: Partial<Story> = {}): Story {
  return {
    meta: {
      id: 'made-up',
      title: { en: 'Made up' },
      summary: { en: 'For a test' },
      languages: ['en'],
      timeZone: 'Europe/Tirane',
      licence: { name: 'CC0', url: null },
      authors: [],
      updated: '2026-11-23'
    },
    kinds: KINDS.map((id) => ({ id, name: { en: id }, shape: 'circle' as const })),
    groups: [{ id: 'group', name: { en: 'Group' }, hue: 'blue' }],
    places: PLACES.map((id) => makePlace(id, [20, 41])),
    parties: PARTIES.map((id) => makeParty(id)),
    citations: [CITATION],
    events: [],
    archive: null,
    chapters: [],
    corrections: [],
    ...parts
  };
}

export function makeEvent(id: string, parts: Partial<StoryEvent> = {}): StoryEvent {
  return {
    id,
    title: { en: id },
    text: { en: '' },
    when: null,
    where: [],
    parties: [],
    kind: 'kind-a',
    status: 'occurred',
    claims: [],
    disputes: [],
    acts: [],
    relations: [],
    citations: [],
    ...parts
  };
}

/** An event time that begins and ends exactly at the given milliseconds. */
export function exactly(from: number, to = from): EventTime {
  return {
    edtf: 'exact',
    zone: 'UTC',
    startEarliest: from,
    startLatest: from,
    endEarliest: to,
    endLatest: to,
    start: null,
    end: null,
    interval: from !== to,
    openStart: false,
    openEnd: false,
    clock: null,
    note: null
  };
}

export function makePlace(
  id: string,
  point: LonLat | null,
  names: Place['names'] = { en: id }
): Place {
  return {
    id,
    kind: point ? 'city' : 'unlocated',
    names,
    point,
    radius: point ? 1000 : 0,
    pointStatus: 'verified',
    basis: { en: 'made up' },
    citations: [],
    sameAs: [],
    note: null
  };
}

function makeParty(id: string, names: Party['names'] = { en: id }): Party {
  return { id, names, kind: 'state', group: 'group', home: null, note: null };
}

function makeClaim(id: string, parts: Pick<Claim, 'by' | 'stance' | 'text'>): Claim {
  return {
    id,
    citations: [{ citation: 'source', label: null, locator: null, note: null }],
    dispute: null,
    ...parts
  };
}

const CITATION: Citation = {
  id: 'source',
  title: 'A source',
  publisher: 'Somebody',
  issued: null,
  url: null,
  archived: null,
  accessed: null,
  language: null,
  reading: 'whole',
  publisherNote: null,
  note: null
};

function rarely(): fc.Arbitrary<boolean> {
  return fc.integer({ min: 0, max: 6 }).map((n) => n === 0);
}

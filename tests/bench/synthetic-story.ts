import { randomFrom } from '../../src/lib/core/random';
import type { EventTime, Story, StoryEvent, Window } from '../../src/lib/core/story';
import { DAY } from '../../src/lib/core/zone';
import { makeEvent, makePlace, makeStory } from '../unit/core/arbitrary-story';

export const SIZES = [100, 1_000, 10_000] as const;
const START = Date.UTC(2013, 0, 1);
const LENGTH = 10 * 365 * DAY;

/**
 * A story of `size` events, the same for the same size: most of them days, some lasting weeks, one in twenty undated; crowded towards the
 * end as stories are; one in ten without a place, one in seven contested.
 */
export function syntheticStory(size: number): Story {
  const random = randomFrom(size);
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const places = Array.from({ length: 60 }, (_, i) =>
    makePlace(`place-${i}`, i < 6 ? null : [random() * 340 - 170, random() * 140 - 70])
  );
  const bare = makeStory();
  const party = bare.parties[0] as Story['parties'][0];
  const kind = bare.kinds[0] as Story['kinds'][0];
  const parties = Array.from({ length: 30 }, (_, i) => ({ ...party, id: `party-${i}` }));
  const kinds = Array.from({ length: 8 }, (_, i) => ({ ...kind, id: `kind-${i}` }));

  const events = Array.from({ length: size }, (_, i): StoryEvent => {
    const day = Math.floor(Math.sqrt(random()) * (LENGTH / DAY));
    const days = random() < 0.1 ? 7 + Math.floor(random() * 60) : 1;
    const disputed = random() < 1 / 7;
    return makeEvent(`event-${i}`, {
      when: random() < 0.05 ? null : timeOf(START + day * DAY, days),
      where: random() < 0.1 ? [] : [{ place: oneOf(places).id, role: null }],
      parties: [oneOf(parties), oneOf(parties)].map(({ id }) => ({ party: id, role: { en: 'r' } })),
      kind: oneOf(kinds).id,
      disputes: disputed ? [{ id: `d-${i}`, topic: { en: 'when' }, note: null, measure: null }] : []
    });
  });
  return makeStory({ places, parties, kinds, events });
}

/** Where a reader drags a window of one twentieth of the story, there and back, step by step. */
export function scrubWindows(steps = 256): readonly Window[] {
  const width = LENGTH / 20;
  return Array.from({ length: steps }, (_, i) => {
    const part = 1 - Math.abs((2 * i) / steps - 1);
    const from = START + Math.round(part * (LENGTH - width));
    return { from, to: from + width };
  });
}

function timeOf(from: number, days: number): EventTime {
  const to = from + days * DAY - 1;
  const lasts = days > 1;
  return {
    edtf: 'synthetic',
    zone: 'UTC',
    startEarliest: from,
    startLatest: lasts ? from + DAY - 1 : to,
    endEarliest: lasts ? to - DAY + 1 : from,
    endLatest: to,
    start: null,
    end: null,
    interval: lasts,
    openStart: false,
    openEnd: false,
    clock: null,
    note: null
  };
}

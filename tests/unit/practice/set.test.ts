import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildLookup } from '../../../src/lib/core/lookup';
import { STANCES } from '../../../src/lib/core/story';
import type { Bank, Dated, Graded } from '../../../src/lib/practice/bank';
import { bankOf } from '../../../src/lib/practice/make-bank';
import { DATE_PRECISIONS, PLACE_PRECISIONS } from '../../../src/lib/practice/precisions';
import { orderShare, surelyBefore, toldPairs } from '../../../src/lib/practice/score';
import { setOf, type PracticeSet } from '../../../src/lib/practice/set';
import { storyForClass } from '../../../src/stories/stories.server';

const story = storyForClass('albania-iran-2022');
const lookup = buildLookup(story);
const bank = bankOf(story, 'en');

const event = fc.integer({ min: 0, max: 12 }).map((n) => `e-${n}`);
const speaker = fc.integer({ min: 0, max: 6 }).map((n) => `party-${n}`);

/** Of stories large and small; often with too little for an exercise. */
const banks: fc.Arbitrary<Bank> = fc
  .record({
    spots: fc.uniqueArray(
      fc.record({ event, place: fc.nat(5), lon: fc.integer({ min: -180, max: 180 }) }),
      { selector: (spot) => spot.event, maxLength: 9 }
    ),
    dated: fc.uniqueArray(fc.record({ event, from: fc.nat(30), length: fc.nat(12) }), {
      selector: (dated) => dated.event,
      maxLength: 12
    }),
    sayings: fc.uniqueArray(
      fc.record({
        claim: fc.integer({ min: 0, max: 30 }).map((n) => `c-${n}`),
        event,
        speaker,
        stance: fc.constantFrom(...STANCES),
        rivals: fc.uniqueArray(speaker, { maxLength: 3 })
      }),
      { selector: (saying) => saying.claim, maxLength: 15 }
    ),
    dates: fc.uniqueArray(fc.record({ event, answer: fc.constantFrom(...DATE_PRECISIONS) }), {
      selector: (graded) => graded.event,
      maxLength: 8
    }),
    places: fc.uniqueArray(fc.record({ event, answer: fc.constantFrom(...PLACE_PRECISIONS) }), {
      selector: (graded) => graded.event,
      maxLength: 8
    })
  })
  .map(({ spots, dated, sayings, dates, places }) => ({
    spots: spots.map(({ event, place, lon }) => ({
      event,
      places: [{ place: `p-${place}`, point: [lon, 0] as const, radius: 100 }] as const
    })),
    dated: dated.map(({ event, from, length }): Dated => ({ event, from, to: from + length })),
    sayings: sayings.map((saying) => ({
      ...saying,
      rivals: saying.rivals.filter((rival) => rival !== saying.speaker)
    })),
    speakers: [...new Set(sayings.map(({ speaker }) => speaker))].map((id) => ({
      id,
      group: `group-${Number(id.slice(6)) % 4}`
    })),
    graded: [
      ...dates.map((date): Graded => ({ of: 'date', ...date })),
      ...places.map((place): Graded => ({ of: 'place', place: 'p', ...place }))
    ]
  }));

const number = fc.integer({ min: 1, max: 999_999 });

function idsOf({ where, when, who, speakers, sure }: PracticeSet) {
  return {
    where: where.map(({ event }) => event),
    when: when.map(({ event }) => event),
    who: who.map(({ claim }) => claim),
    speakers: speakers.map(({ id }) => id),
    sure: sure.map(({ of, event }) => `${of} ${event}`)
  };
}

function expectNoRepeats(set: PracticeSet) {
  for (const ids of Object.values(idsOf(set))) expect(new Set(ids).size).toBe(ids.length);
}

function expectAnswerable({ where, when, who, speakers, sure }: PracticeSet) {
  for (const { places } of where) expect(places.length).toBeGreaterThan(0);
  if (when.length > 0) {
    // The order that is first shown is more wrong than right, and a right one can be made of it.
    expect(toldPairs(when)).toBeGreaterThan(0);
    expect(orderShare(when)).toBeLessThanOrEqual(0.5);
    expect(orderShare([...when].sort((a, b) => a.to - b.to))).toBe(1);
  }
  const ids = speakers.map(({ id }) => id);
  for (const { speaker, rivals } of who) {
    expect(ids).toContain(speaker);
    // Nobody else who is offered says the like of the same event.
    expect(ids.filter((id) => rivals.includes(id))).toEqual([]);
  }
  for (const { of, answer } of sure)
    expect(of === 'date' ? DATE_PRECISIONS : PLACE_PRECISIONS).toContain(answer);
}

describe('a set of exercises', () => {
  it('repeats nothing and can be answered, whatever the story', () => {
    fc.assert(
      fc.property(banks, number, (bank, number) => {
        const set = setOf(bank, number);
        expectNoRepeats(set);
        expectAnswerable(set);
        expect(set.where.length).toBeLessThanOrEqual(3);
        expect(set.when.length).toBeLessThanOrEqual(5);
        // Wherever two events can be put in order, there is something to put in order.
        expect(set.when.length > 0).toBe(toldPairs(bank.dated) > 0);
        expect(set.who.length).toBeLessThanOrEqual(4);
        expect(set.sure.length).toBeLessThanOrEqual(4);
      })
    );
  });

  it('is the same in whatever order the story is written', () => {
    const mixed = fc.tuple(banks, number).chain(([bank, number]) =>
      fc.record({
        bank: fc.constant(bank),
        number: fc.constant(number),
        other: fc.record({
          spots: shuffled(bank.spots),
          dated: shuffled(bank.dated),
          sayings: shuffled(bank.sayings),
          speakers: shuffled(bank.speakers),
          graded: shuffled(bank.graded)
        })
      })
    );
    fc.assert(
      fc.property(mixed, ({ bank, number, other }) => {
        expect(setOf(other, number)).toEqual(setOf(bank, number));
      })
    );
  });

  it('has of the first story, in any set, as many items as an exercise wants', () => {
    fc.assert(
      fc.property(number, (number) => {
        const set = setOf(bank, number);
        expectNoRepeats(set);
        expectAnswerable(set);
        const { where, when, who, speakers, sure } = set;
        expect([where, when, who, speakers, sure].map(({ length }) => length)).toEqual([
          3, 5, 4, 6, 4
        ]);
        const untold = when.flatMap((a, i) =>
          when.slice(i + 1).filter((b) => !surelyBefore(a, b) && !surelyBefore(b, a))
        );
        expect(untold.length).toBeLessThanOrEqual(2);
        // One event, one task.
        const events = [where, when, who, sure].flatMap((items) => items.map(({ event }) => event));
        expect(new Set(events).size).toBe(events.length);
      }),
      { numRuns: 60 }
    );
  });

  it('differs from set to set', () => {
    const sets = [1, 2, 3, 4, 5, 6].map((number) => JSON.stringify(idsOf(setOf(bank, number))));
    expect(new Set(sets).size).toBe(sets.length);
  });

  it('stays what it is', () => {
    expect(idsOf(setOf(bank, 4821))).toMatchInlineSnapshot(`
      {
        "speakers": [
          "reuters-witness",
          "eu-borrell",
          "ir-gov",
          "al-rama",
          "us-treasury",
          "source:The Guardian (AP)",
        ],
        "sure": [
          "date e-warn",
          "date e-us-reply",
          "place e-notconstructive",
          "place e-uk",
        ],
        "when": [
          "e-burn",
          "e-break",
          "e-tims",
          "e-eu",
          "e-borrell",
        ],
        "where": [
          "e-postponed",
          "e-protest",
          "e-advisory",
        ],
        "who": [
          "d06-rama",
          "f26",
          "d03-guardian",
          "sanctions-reason",
        ],
      }
    `);
  });
});

const shuffled = <T>(items: readonly T[]) =>
  fc.shuffledSubarray([...items], { minLength: items.length });

describe('what a story can be asked about', () => {
  it('has a source for each, and an event that occurred', () => {
    for (const { event, places } of bank.spots) {
      expect(lookup.events.get(event)?.status).toBe('occurred');
      for (const { place } of places)
        expect(lookup.places.get(place)?.citations.length).toBeGreaterThan(0);
    }
    for (const { of, event } of bank.graded)
      if (of === 'date') expect(lookup.events.get(event)?.citations.length).toBeGreaterThan(0);
    expect(bank.spots.length).toBeGreaterThan(30);
  });

  it('asks how exactly a place is known only where words and sources tell it', () => {
    const asked = (bare: Bank) => bare.graded.filter(({ of }) => of === 'place');
    expect(asked(bank).length).toBeGreaterThan(20);
    // How large a site is, only the number says that is not to be given away.
    expect(asked(bank).filter(({ answer }) => answer === 'radius')).toEqual([]);
    const [{ event: first } = { event: '' }] = asked(bank);
    const place = lookup.events.get(first)?.where[0]?.place;
    for (const lacking of [{ basis: { en: ' ' } }, { citations: [] }, { radius: 900 }]) {
      const places = story.places.map((each) =>
        each.id === place ? { ...each, kind: 'site' as const, ...lacking } : each
      );
      const events = asked(bankOf({ ...story, places }, 'en')).map(({ event }) => event);
      expect(events).not.toContain(first);
      expect(events.length).toBeGreaterThan(0);
    }
  });

  it('leaves out claims that name their speaker', () => {
    for (const { claim, speaker } of bank.sayings) {
      const text = story.events
        .flatMap(({ claims }) => claims)
        .find(({ id }) => id === claim)?.text;
      const name = lookup.parties.get(speaker)?.names['en'];
      if (name) expect(text?.['en']).not.toContain(name);
    }
    expect(bank.sayings.length).toBeGreaterThan(100);
  });
});

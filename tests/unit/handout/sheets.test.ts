import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Story } from '../../../src/lib/core/story';
import { sheetsOf, type Presence } from '../../../src/lib/handout/sheets';
import { storyById } from '../../../src/stories/stories.server';
import { smallStory } from '../../fixtures/small-story';

const first = storyById('albania-iran-2022') as Story;
const ids = first.events.map(({ id }) => id);

/** The first story told in other chapters: any events, in any number, with the questions of some chapter. */
const retold: fc.Arbitrary<Story> = fc
  .array(
    fc.record({
      events: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 8 }),
      like: fc.constantFrom(...first.chapters)
    }),
    { minLength: 1, maxLength: 6 }
  )
  .map((chapters) => ({
    ...first,
    chapters: chapters.map(({ events, like }, i) => ({ ...like, id: `chapter-${i}`, events }))
  }));

/** What the style sheet shows of a choice. */
const isShown = ({ in: all, key }: Presence, chosen: readonly number[], short: boolean) =>
  chosen.some((n) => (short ? key : all).includes(n));

describe('sheetsOf', () => {
  it('numbers every event in the order of time, and says which chapter tells of it', () => {
    fc.assert(
      fc.property(retold, (story) => {
        const { events, others } = sheetsOf(story);
        expect(events.map(({ number }) => number)).toEqual(ids.map((_, i) => i + 1));
        expect(new Set(events.map(({ event }) => event.id))).toEqual(new Set(ids));
        const starts = events.flatMap(({ event }) => event.when?.startEarliest ?? []);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        for (const { event, in: all, key } of events) {
          const told = story.chapters.flatMap((c, i) => (c.events.includes(event.id) ? i + 1 : []));
          expect(all).toEqual(told.length > 0 ? told : [story.chapters.length + 1]);
          expect(key).toEqual(told.filter((n) => story.chapters[n - 1]?.events[0] === event.id));
        }
        const told = new Set(story.chapters.flatMap((chapter) => chapter.events));
        expect(others).toBe(told.size < ids.length);
      }),
      { numRuns: 30 }
    );
  });

  it('lists just the sources that what is shown refers to, whatever is chosen', () => {
    fc.assert(
      fc.property(retold, fc.boolean(), fc.infiniteStream(fc.boolean()), (story, short, coins) => {
        const sheets = sheetsOf(story);
        const chosen = [...story.chapters, null].flatMap((_, i) =>
          coins.next().value ? i + 1 : []
        );
        const shown = (presence: Presence) => isShown(presence, chosen, short);
        const referred = {
          events: sheets.events.filter(shown).flatMap(({ sources }) => sources),
          claims: sheets.disputes
            .filter(shown)
            .flatMap(({ sides }) => sides.flatMap(({ sources }) => sources)),
          answers: sheets.questions.filter(shown).flatMap(({ sources }) => sources)
        };
        for (const part of ['events', 'claims', 'answers'] as const) {
          const listed = sheets.sources.filter((source) => shown(source[part]));
          expect(new Set(listed.map(({ number }) => number))).toEqual(new Set(referred[part]));
        }
      }),
      { numRuns: 30 }
    );
  });

  it('shows all in full, and in short one event, one question and one dispute of each chapter at most', () => {
    const sheets = sheetsOf(first);
    first.chapters.forEach((chapter, i) => {
      const keys = <T extends Presence>(all: readonly T[]) =>
        all.filter(({ key }) => key.includes(i + 1));
      expect(keys(sheets.events).map(({ event }) => event.id)).toEqual([chapter.events[0]]);
      expect(keys(sheets.questions).map(({ question }) => question.id)).toEqual([
        chapter.questions[0]?.id
      ]);
      const own = sheets.disputes.filter((dispute) => dispute.in.includes(i + 1));
      const [key, ...others] = keys(sheets.disputes);
      expect(others).toEqual([]);
      expect(key?.sides.length ?? 0).toBe(Math.max(0, ...own.map(({ sides }) => sides.length)));
    });
    expect(sheets.others).toBe(false);
    expect(sheets.disputes).toHaveLength(first.events.flatMap(({ disputes }) => disputes).length);
    expect(sheets.parties).toHaveLength(first.parties.length);
    expect(sheets.sources.map(({ number }) => number)).toEqual(
      first.citations.map((_, i) => i + 1)
    );
  });

  it('gives every side of a dispute with its sources, and answers the events and sources they rest on', () => {
    const { disputes, questions, sources, events } = sheetsOf(smallStory);
    const [dispute] = disputes;
    const claims = smallStory.events.flatMap((event) => event.claims);
    expect(dispute?.sides.map(({ claim }) => claim.id)).toEqual(
      claims.filter((claim) => claim.dispute === dispute?.dispute.id).map(({ id }) => id)
    );
    const idsOf = (numbers: readonly number[]) =>
      numbers.map((n) => sources.find(({ number }) => number === n)?.citation.id);
    for (const { claim, sources: numbers } of dispute?.sides ?? [])
      expect(new Set(idsOf(numbers))).toEqual(new Set(claim.citations.map((r) => r.citation)));
    for (const { question, events: numbers } of questions) {
      const told = events.filter(({ event }) =>
        question.cites.some(
          (id) => id === event.id || event.claims.some((claim) => claim.id === id)
        )
      );
      expect(numbers).toEqual(told.map(({ number }) => number));
    }
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { joinParts, readStory } from '../../../src/lib/core/format';
import { greatCircle } from '../../../src/lib/core/geodesy';
import { isContested, type Story } from '../../../src/lib/core/story';

const folder = new URL('../../../src/stories/albania-iran-2022/', import.meta.url);
const parts = Object.fromEntries(
  readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, JSON.parse(readFileSync(new URL(name, folder), 'utf8'))])
);
const read = readStory(joinParts(parts).document);
const story = read.story as Story;
const claims = story.events.flatMap((event) => event.claims);
const eventById = (id: string) => story.events.find((event) => event.id === id);
const claimById = (id: string) => claims.find((claim) => claim.id === id);

describe('the story of the break between Albania and Iran', () => {
  it('reads without a problem', () => {
    expect(read.problems).toEqual([]);
  });

  it('holds 56 events and 35 places', () => {
    expect(story.events).toHaveLength(56);
    expect(story.places).toHaveLength(35);
  });

  it('holds each of the article’s 62 claims, with the place in the article it comes from', () => {
    const ids = Array.from({ length: 62 }, (_, i) => `f${String(i + 1).padStart(2, '0')}`);
    const unlocated = ids.filter(
      (id) => !claimById(id)?.citations.some((ref) => ref.citation === 'article' && ref.label)
    );
    expect(unlocated).toEqual([]);
  });

  it('holds each of the 30 disagreements, with two sides at least or a measurement', () => {
    const disputes = story.events.flatMap((event) =>
      event.disputes.map((dispute) => ({
        id: dispute.id,
        sides: event.claims.filter((claim) => claim.dispute === dispute.id).length,
        measured: dispute.measure !== null
      }))
    );
    const ids = Array.from({ length: 30 }, (_, i) => `d${String(i + 1).padStart(2, '0')}`);
    expect(disputes.map(({ id }) => id).sort()).toEqual(ids);
    expect(disputes.filter(({ sides, measured }) => sides < 2 && !measured)).toEqual([]);
  });

  it('gives every event a source', () => {
    const bare = story.events.filter(
      (event) => event.citations.length === 0 && event.claims.length === 0
    );
    expect(bare).toEqual([]);
  });

  it('never links or cites the hackers’ own site', () => {
    expect(JSON.stringify(parts)).not.toContain('justicehomeland');
  });

  it('never uses the slur of the Iranian authorities for the MEK', () => {
    expect(JSON.stringify(parts)).not.toMatch(/منافق|hypocrite/i);
  });

  it('draws neither NATO nor the EU nor Montenegro as accusing Iran, since they did not', () => {
    const accusers = story.events.flatMap((event) =>
      event.acts.filter((act) => act.act === 'accuses').map((act) => act.from)
    );
    expect(accusers.filter((id) => /nato|^eu|^me-/.test(id))).toEqual([]);
  });

  it('measures the camp at about 23 km from Tirana, against the article’s 40', () => {
    const camp = story.places.find((place) => place.id === 'p-camp');
    const tirana = story.places.find((place) => place.id === 'p-tirana');
    if (!camp?.point || !tirana?.point) throw new Error('Both places need a point');
    expect(greatCircle(camp.point, tirana.point)).toBeCloseTo(23_200, -2);
    expect(eventById('e-camp')?.disputes.some((dispute) => dispute.measure)).toBe(true);
    expect(claimById('f55')?.text.en).toContain('40');
  });

  it('says that the summit did not take place on its days', () => {
    expect(eventById('e-summit')?.status).toBe('postponed');
  });

  it('marks the burning of papers as contested, in who, when and how it became known', () => {
    const burning = eventById('e-burn');
    expect(burning && isContested(burning)).toBe(true);
    expect(burning?.title.en).not.toMatch(/diplomat/i);
  });

  it('asks a question or two about each chapter, with an answer and what it rests on', () => {
    for (const { id, questions } of story.chapters) {
      expect(questions.length, id).toBeGreaterThanOrEqual(1);
      expect(questions.length, id).toBeLessThanOrEqual(2);
      for (const { text, answer, cites } of questions) {
        expect(text.en).toMatch(/\?/);
        expect(answer.en?.length).toBeGreaterThan(100);
        expect(cites.length).toBeGreaterThan(0);
      }
    }
  });

  it('tells itself in about ten chapters that name most of its events', () => {
    expect(story.chapters.length).toBeGreaterThanOrEqual(9);
    expect(story.chapters.length).toBeLessThanOrEqual(13);
    const named = new Set(story.chapters.flatMap((chapter) => chapter.events));
    expect(named.size).toBeGreaterThanOrEqual(40);
  });
});

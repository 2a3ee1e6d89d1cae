import { describe, expect, it } from 'vitest';
import { buildLookup } from '../../../src/lib/core/lookup';
import { isContested, type Story } from '../../../src/lib/core/story';
import {
  chapterFrom,
  chapterOfStep,
  stepsOf,
  storyOfSteps,
  type Step
} from '../../../src/lib/present/steps';
import { storyById } from '../../../src/stories/stories.server';
import { smallStory } from '../../fixtures/small-story';

const first = storyById('albania-iran-2022') as Story;
const stepsIn = (story: Story) => stepsOf(story, buildLookup(story), 'en');

describe('stepsOf', () => {
  it('opens with the title, and tells of each chapter, what is disputed in it and what may be asked', () => {
    expect(stepsIn(smallStory).map(({ kind, title }) => `${kind}: ${title}`)).toEqual([
      'title: The quarrel over the bridge',
      'chapter: The closing',
      'dispute: How long the bridge is',
      'question: Who had a reason to say that the bridge was unsafe?',
      'chapter: The break'
    ]);
  });

  it('tells every sentence of every chapter, in order', () => {
    const told = stepsIn(first).flatMap((step) => (step.kind === 'chapter' ? step.text : []));
    expect(told.join(' ')).toBe(first.chapters.map(({ text }) => text['en']).join(' '));
  });

  it('asks every question once', () => {
    const asked = stepsIn(first).flatMap((step) => (step.kind === 'question' ? step.question : []));
    expect(asked).toEqual(first.chapters.flatMap(({ questions }) => questions.map(({ id }) => id)));
  });

  it('shows at most two disputes of a chapter, of its own events, and those with the most sides', () => {
    const sidesOf = (id: string) =>
      first.events.flatMap(({ claims }) => claims).filter(({ dispute }) => dispute === id).length;
    for (const chapter of first.chapters) {
      const events = first.events.filter(({ id }) => chapter.events.includes(id));
      const all = events.flatMap(({ disputes }) => disputes.map(({ id }) => id));
      const shown = stepsIn(first).flatMap((step) =>
        step.kind === 'dispute' && step.chapter === chapter.id ? step.dispute : []
      );
      expect(shown).toHaveLength(Math.min(2, all.length));
      const least = Math.min(...shown.map(sidesOf));
      for (const other of all.filter((id) => !shown.includes(id)))
        expect(sidesOf(other)).toBeLessThanOrEqual(least);
      for (const event of events.filter(({ disputes }) =>
        disputes.some(({ id }) => shown.includes(id))
      ))
        expect(isContested(event)).toBe(true);
    }
  });
});

describe('chapterFrom', () => {
  const of = (chapters: (string | null)[]): Step[] =>
    chapters.map((chapter) =>
      chapter === null
        ? { kind: 'title', title: '' }
        : { kind: 'chapter', title: '', chapter, text: '', part: 1, parts: 1 }
    );
  const steps = of([null, 'a', 'a', 'b', 'b', 'c']);
  it.each([
    [0, 1, 1],
    [1, 1, 3],
    [2, 1, 3],
    [4, 1, 5],
    [5, 1, 5],
    [5, -1, 3],
    [4, -1, 3],
    [3, -1, 1],
    [1, -1, 0],
    [0, -1, 0]
  ] as const)('from step %i in direction %i leads to step %i', (at, direction, to) => {
    expect(chapterFrom(steps, at, direction)).toBe(to);
  });
});

describe('storyOfSteps', () => {
  it('adds a chapter for each step but the title, at places that the map can show', () => {
    const lookup = buildLookup(first);
    const steps = stepsIn(first);
    const { chapters } = storyOfSteps(first, lookup, steps);
    expect(chapters.slice(0, first.chapters.length)).toEqual(first.chapters);
    const added = chapters.slice(first.chapters.length);
    expect(added.map(({ id }) => id)).toEqual(steps.slice(1).map((_, i) => chapterOfStep(i + 1)));
    for (const { places, window } of added) {
      expect(places.length).toBeGreaterThan(0);
      for (const id of places) expect(lookup.places.get(id)?.point).toBeTruthy();
      expect(first.chapters.map((chapter) => chapter.window)).toContain(window);
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isContested, type Story } from '../../../src/lib/core/story';
import { LESSON, lessonsFor, MINUTES, planOf } from '../../../src/lib/teach/lesson';
import { storyById } from '../../../src/stories/stories.server';
import { smallStory } from '../../fixtures/small-story';

describe('planOf', () => {
  it('counts what each chapter holds, and a minute or more for each step of it', () => {
    const { chapters, minutes } = planOf(smallStory);
    expect(chapters.map(({ minutes }) => minutes)).toEqual([
      MINUTES.chapter + MINUTES.dispute + MINUTES.question,
      MINUTES.chapter
    ]);
    expect(minutes).toBe(MINUTES.title + 2 * MINUTES.chapter + MINUTES.dispute + MINUTES.question);
  });

  it('says which chapter of one lesson has most to compare', () => {
    const story = storyById('albania-iran-2022') as Story;
    const { chapters, single } = planOf(story);
    const disputes = chapters.map((each) => each.disputes.length);
    expect(single?.disputes.length).toBe(Math.max(...disputes));
    expect(single?.minutes).toBeLessThanOrEqual(LESSON);
    for (const { chapter, events, contested } of chapters) {
      const own = story.events.filter(({ id }) => chapter.events.includes(id));
      expect([events, contested]).toEqual([own.length, own.filter(isContested).length]);
    }
    expect(planOf({ ...story, chapters: [] }).single).toBeNull();
  });
});

describe('lessonsFor', () => {
  it('has room for all, and no lesson to spare between two chapters', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 2 * LESSON }), { maxLength: 12 });
    fc.assert(
      fc.property(lengths, (chapters) => {
        const lessons = lessonsFor(chapters);
        const minutes = chapters.reduce((sum, each) => sum + each, 0);
        expect(lessons * LESSON).toBeGreaterThanOrEqual(minutes);
        expect(lessons).toBeLessThanOrEqual(
          chapters.reduce((sum, each) => sum + Math.ceil(each / LESSON), 0)
        );
      })
    );
    expect(lessonsFor([20, 20, 20])).toBe(2);
    expect(lessonsFor([50, 40])).toBe(2);
    expect(lessonsFor([50, 40, 5])).toBe(3);
    expect(lessonsFor([])).toBe(0);
  });
});

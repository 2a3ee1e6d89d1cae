import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../src/lib/core/event-index';
import { buildLookup, hueOf } from '../../../src/lib/core/lookup';
import { outlineOf, withoutQuestions } from '../../../src/lib/core/outline';
import { isContested } from '../../../src/lib/core/story';
import { readStoryData, storyData } from '../../../src/lib/core/story-data';
import { storyById } from '../../../src/stories/stories.server';
import type { Story } from '../../../src/lib/core/story';
import { smallStory } from '../../fixtures/small-story';

const stories = [smallStory, storyById('albania-iran-2022') as Story];

describe.each(stories)('the outline of $meta.id', (story) => {
  const outline = outlineOf(story, 'en');

  test('has every event, at its time and its places, of its kind and hue', () => {
    const [whole, small] = [buildIndex(story), buildIndex(outline)];
    expect(small.size).toBe(whole.size);
    expect(small.extent).toEqual(whole.extent);
    const [a, b] = [buildLookup(story), buildLookup(outline)];
    for (const event of story.events) {
      const told = b.events.get(event.id);
      expect(told && hueOf(told, b)).toBe(hueOf(event, a));
      expect(told?.kind).toBe(event.kind);
      expect(told?.where.map(({ place }) => place)).toEqual(event.where.map(({ place }) => place));
    }
  });

  test('says of each event whether it is contested', () => {
    const contested = ({ events }: Story) => events.map((event) => [event.id, isContested(event)]);
    expect(contested(outline)).toEqual(contested(story));
  });

  test('has no text, claim or source', () => {
    const written = storyData(outline);
    for (const event of story.events) {
      for (const text of [...Object.values(event.text), ...event.claims.map(({ id }) => id)])
        expect(written).not.toContain(JSON.stringify(text));
    }
    expect(outline.citations).toEqual([]);
    expect(outline.chapters.flatMap((chapter) => chapter.questions)).toEqual([]);
  });

  test('is as it was after being written and read', () => {
    expect(readStoryData(storyData(outline))).toEqual(outline);
    expect(readStoryData(storyData(story))).toEqual(story);
  });
});

test('a story for pages that ask nothing is the whole but for the questions', () => {
  for (const story of stories) {
    const asked = story.chapters.map(({ questions }) => questions);
    expect(asked.flat().length).toBeGreaterThan(0);
    const silent = withoutQuestions(story);
    const again = silent.chapters.map((chapter, i) => ({ ...chapter, questions: asked[i] }));
    expect({ ...silent, chapters: again }).toEqual(story);
    expect(silent.chapters.flatMap(({ questions }) => questions)).toEqual([]);
  }
});

test('an outline is in the language asked for, else in the story’s own', () => {
  const title = (language: string) => Object.entries(outlineOf(smallStory, language).meta.title);
  expect(title('en')).toEqual([['en', smallStory.meta.title['en']]]);
  expect(title('xx')).toEqual([['xx', smallStory.meta.title['en']]]);
});

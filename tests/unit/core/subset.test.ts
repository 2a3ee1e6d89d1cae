import { describe, expect, test } from 'vitest';
import { ALL, subsetOf } from '../../../src/lib/core/subset';
import { smallStory } from '../../fixtures/small-story';

const ids = (subset: Partial<typeof ALL>) =>
  subsetOf(smallStory, { ...ALL, ...subset }).events.map(({ id }) => id);
const every = smallStory.events.map(({ id }) => id);

describe('subsetOf', () => {
  test('without any limit is the whole story', () => {
    expect(ids({})).toEqual(every);
  });

  test('keeps the named events, and ignores names of none', () => {
    expect(ids({ events: [every[2] as string, 'no-such-event'] })).toEqual([every[2]]);
  });

  test('keeps the events at a place', () => {
    const place = smallStory.places[0]?.id as string;
    const there = smallStory.events.filter(({ where }) => where.some((w) => w.place === place));
    expect(there.length).toBeGreaterThan(0);
    expect(ids({ places: [place] })).toEqual(there.map(({ id }) => id));
  });

  test('keeps the events of a chapter; a chapter that is not there limits nothing', () => {
    const chapter = smallStory.chapters[0];
    expect(new Set(ids({ chapter: chapter?.id ?? '' }))).toEqual(new Set(chapter?.events));
    expect(ids({ chapter: 'no-such-chapter' })).toEqual(every);
  });

  test('keeps what may have happened in the window, and nothing undated', () => {
    const dated = smallStory.events.filter(({ when }) => when !== null);
    expect(ids({ window: { from: -8.64e15, to: 8.64e15 } })).toEqual(dated.map(({ id }) => id));
    expect(ids({ window: { from: -8.64e15, to: -8.63e15 } })).toEqual(
      dated.filter(({ when }) => when?.startEarliest === -Infinity).map(({ id }) => id)
    );
  });

  test('all limits hold at once', () => {
    expect(ids({ events: every, window: { from: 8.63e15, to: 8.64e15 } })).toEqual(
      smallStory.events.filter(({ when }) => when?.endLatest === Infinity).map(({ id }) => id)
    );
  });
});

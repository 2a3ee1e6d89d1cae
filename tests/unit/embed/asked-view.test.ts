import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../src/lib/core/event-index';
import { buildLookup } from '../../../src/lib/core/lookup';
import { START } from '../../../src/lib/core/view';
import { changeAsked, linkedView } from '../../../src/routes/embed/[story]/asked-view';
import { smallStory } from '../../fixtures/small-story';

const { extent } = buildIndex(smallStory);
if (!extent) throw new Error('The story has dates.');
const reader = { story: smallStory, lookup: buildLookup(smallStory), extent };
const [event] = smallStory.events;
const [chapter] = smallStory.chapters;
const id = event?.id ?? '';

describe('a link that an article asks for', () => {
  test('is followed where the story has what it names', () => {
    expect(linkedView(`#event=${id}`, reader)).toEqual({
      view: { ...START, selected: id },
      problems: []
    });
    expect(linkedView(id, reader).view?.selected).toBe(id);
    expect(linkedView('', reader)).toEqual({ view: START, problems: [] });
  });

  test.each([
    'no-such-id',
    'event=no-such-id',
    `event=no-such-id&chapter=${chapter?.id}`,
    'this is no link',
    'nonsense=1',
    'from=2022-13-99&to=x',
    'from=1970-01-20&to=1970-01-20',
    'x'.repeat(4001)
  ])('changes nothing, and says why: %s', (hash) => {
    const { view, problems } = linkedView(hash, reader);
    expect(view).toBe(null);
    expect(problems.length).toBeGreaterThan(0);
  });

  test('may hold what a later version knows', () => {
    const { view, problems } = linkedView(`event=${id}&weather=fine`, reader);
    expect(view?.selected).toBe(id);
    expect(problems).toHaveLength(1);
  });
});

describe('a change that an article asks for', () => {
  test('is made where the story has what it names', () => {
    const moment = { window: extent, selected: id, chapter: chapter?.id ?? null };
    expect(changeAsked(moment, reader)).toEqual({ view: moment, problems: [] });
    const nothing = { window: null, selected: null, chapter: null };
    expect(changeAsked(nothing, reader)).toEqual({ view: nothing, problems: [] });
  });

  test('is not made by half', () => {
    expect(changeAsked({ selected: id, chapter: 'no-such-chapter' }, reader)).toEqual({
      view: null,
      problems: ['This story has nothing called “no-such-chapter”.']
    });
  });

  test('is no window in seconds, and says what a window is', () => {
    const seconds = { from: extent.from / 1000, to: extent.to / 1000 };
    const { view, problems } = changeAsked({ window: seconds }, reader);
    expect(view).toBe(null);
    expect(problems.join()).toMatch(/1970-01-\d\d.*milliseconds since 1970/);
  });

  test('may touch the story at one instant, and no less', () => {
    const at = (from: number, to: number) => changeAsked({ window: { from, to } }, reader).view;
    expect(at(extent.to, extent.to + 1)).not.toBe(null);
    expect(at(extent.from - 1, extent.from)).not.toBe(null);
    expect(at(extent.to + 1, extent.to + 2)).toBe(null);
    expect(at(extent.from - 2, extent.from - 1)).toBe(null);
    expect(at(-8.64e15, -8.64e15)).toBe(null);
  });
});

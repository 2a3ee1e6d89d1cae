import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../../src/lib/core/event-index';
import type { StoryEvent } from '../../../src/lib/core/story';
import { isFault, readWhen, type WhenText } from '../../../src/lib/core/time';
import { viewer } from '../../../src/lib/i18n/en/viewer';
import { groupByTime, headingsOf } from '../../../src/lib/viewer/group-by-time';
import { smallStory } from '../../fixtures/small-story';
import { makeEvent } from '../core/arbitrary-story';

function at(id: string, when: WhenText): StoryEvent {
  const time = readWhen(when, 'Europe/Tirane');
  if (isFault(time)) throw new Error(`${id}: ${time.fault}`);
  return makeEvent(id, { when: time });
}

/** In the order of time, as a session hands them out. */
function inOrder(events: readonly StoryEvent[]): readonly StoryEvent[] {
  const index = buildIndex({ ...smallStory, events });
  return Array.from({ length: index.size }, (_, position) => index.eventAt(position));
}

type Told = [heading: string | null, ids: string[]];

function grouped(events: readonly StoryEvent[], locale = 'en'): Told[] {
  const groups = groupByTime(inOrder(events), headingsOf(events, locale, viewer.list));
  // Whether a comma follows the weekday is for the ICU of the day to say.
  return groups.map(({ heading, events: own }) => [
    heading?.replace(',', '') ?? null,
    own.map(({ id }) => id)
  ]);
}
const headingOf = (events: readonly StoryEvent[], id: string) =>
  grouped(events).find(([, ids]) => ids.includes(id))?.[0];

/** Seven events in September 2022, one short of crowded. */
const seven = Array.from({ length: 7 }, (_, i) => at(`s${i + 1}`, `2022-09-0${i + 1}`));

describe('the heading of an event', () => {
  test('is the month in which it began', () => {
    expect(
      grouped([at('a', '2013'), at('b', '2022-07-15'), at('c', '2022-07-20/2022-08~')])
    ).toEqual([
      ['January 2013', ['a']],
      ['July 2022', ['b', 'c']]
    ]);
  });

  test('is the day in a month of eight events or more', () => {
    expect(grouped([...seven, at('s7b', '2022-09-07')])).toEqual([
      ['Thursday 1 September 2022', ['s1']],
      ['Friday 2 September 2022', ['s2']],
      ['Saturday 3 September 2022', ['s3']],
      ['Sunday 4 September 2022', ['s4']],
      ['Monday 5 September 2022', ['s5']],
      ['Tuesday 6 September 2022', ['s6']],
      ['Wednesday 7 September 2022', ['s7', 's7b']]
    ]);
    expect(grouped(seven)).toHaveLength(1);
  });

  test('is the month of a crowded month too where no day is known', () => {
    expect(headingOf([...seven, at('month', '2022-09')], 'month')).toBe('September 2022');
  });

  test('says of what began before anything known until when it was', () => {
    expect(headingOf([at('open', '../2022-09-15')], 'open')).toBe('Until September 2022');
  });

  test('is none where neither start nor end is known, or no date at all', () => {
    const open = at('open', '../2022-09-15');
    const bounds = open.when as NonNullable<StoryEvent['when']>;
    const never = makeEvent('never', { when: { ...bounds, endLatest: Infinity } });
    expect(headingOf([never], 'never')).toBeNull();
    expect(headingOf([makeEvent('undated')], 'undated')).toBeNull();
  });

  test('says that an event may be later where its bounds begin in a month before its date', () => {
    const report = at('report', {
      edtf: '2022-06-07?',
      earliest: '2022-01-01',
      latest: '2022-09-08'
    });
    expect(headingOf([report], 'report')).toBe('January 2022 or later');
  });

  test('is the month where bounds and date lie in the same', () => {
    const burned = at('burned', {
      edtf: '2022-08-24?',
      earliest: '2022-08-20',
      latest: '2022-08-26'
    });
    expect(headingOf([burned], 'burned')).toBe('August 2022');
  });

  test('is the first possible day in a crowded month, not the month “or later”', () => {
    const denial = at('denial', { edtf: '2022-09-10', earliest: '2022-09-09' });
    expect(headingOf([...seven, denial], 'denial')).toBe('Friday 9 September 2022');
  });

  test('names the day that its source names, in whatever zone', () => {
    const tehran = { edtf: '2022-10-01', zone: 'Asia/Tehran' };
    const newYork = { edtf: '2022-10-31', zone: 'America/New_York' };
    expect(headingOf([at('tehran', tehran)], 'tehran')).toBe('October 2022');
    expect(headingOf([at('new-york', newYork)], 'new-york')).toBe('October 2022');
    const protest = at('protest', { edtf: '2022-09-08', zone: 'Asia/Tehran' });
    expect(headingOf([...seven, protest], 'protest')).toBe('Thursday 8 September 2022');
  });

  test('of an instant is the day that the clocks of its zone show', () => {
    expect(headingOf([at('late', '2022-09-30T23:30:00Z')], 'late')).toBe('October 2022');
  });

  test('is in the language asked for', () => {
    expect(grouped([at('a', '2022-03-07')], 'de')).toEqual([['März 2022', ['a']]]);
    expect(grouped([at('a', '2022-03-07')], 'fr')).toEqual([['mars 2022', ['a']]]);
  });

  test('stays the same when fewer events are shown', () => {
    const all = [...seven, at('s8', '2022-09-08')];
    const headings = headingsOf(all, 'en', viewer.list);
    const few = groupByTime(all.slice(0, 2), headings);
    expect(few.map(({ heading }) => heading?.replace(',', ''))).toEqual([
      'Thursday 1 September 2022',
      'Friday 2 September 2022'
    ]);
  });
});

describe('groupByTime', () => {
  test('no events, no groups', () => {
    expect(groupByTime([], new Map())).toEqual([]);
  });

  test('days come in their order, what is only about a day not among them out of turn', () => {
    const clock = at('clock', { edtf: '2022-09-06', time: '10:00' });
    const events = [...seven.filter(({ id }) => id !== 's6'), clock, at('about', '2022-09-07~')];
    const days = grouped(events).flatMap(([heading]) => {
      const [, day] = /^\w+ (\d+) September/.exec(heading ?? '') ?? [];
      return day === undefined ? [] : Number(day);
    });
    expect(days).toEqual([...days].sort((a, b) => a - b));
  });

  test('keeps the given order, leaves nothing out, and gives each group a key of its own', () => {
    const when = fc.record({
      day: fc.integer({ min: 1, max: 28 }),
      month: fc.integer({ min: 6, max: 9 }),
      form: fc.constantFrom('', '~', '?', 'month', 'undated', 'early')
    });
    fc.assert(
      fc.property(fc.array(when, { maxLength: 40 }), (list) => {
        const events = list.map(({ day, month, form }, i) => {
          const stem = `2022-0${month}`;
          const edtf = `${stem}-${String(day).padStart(2, '0')}`;
          if (form === 'undated') return makeEvent(`e${i}`);
          if (form === 'month') return at(`e${i}`, stem);
          if (form === 'early') return at(`e${i}`, { edtf, earliest: '2022-05-30' });
          return at(`e${i}`, edtf + form);
        });
        const ordered = inOrder(events);
        const groups = groupByTime(ordered, headingsOf(events, 'en', viewer.list));
        expect(groups.flatMap((group) => group.events)).toEqual(ordered);
        expect(new Set(groups.map(({ key }) => key)).size).toBe(groups.length);
        groups.forEach(({ heading }, i) => expect(heading).not.toBe(groups[i - 1]?.heading));
      }),
      { numRuns: 200 }
    );
  });
});

import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../../src/lib/core/zone';
import { barOf } from '../../../src/lib/timeline/bars';
import {
  coreOf,
  counts,
  lookOf,
  pointOf,
  presenceIn,
  spanOf
} from '../../../src/lib/timeline/mark';
import { fromTo, mark, onDay, part } from './event-times';

const at = (text: string) => Date.parse(`${text}Z`);
const near = (ms: number, text: string) => expect(Math.abs(ms - at(text))).toBeLessThan(2);

describe('where an event stands on the axis', () => {
  test('a day has its shape at its noon', () => {
    near(pointOf(onDay('2022-09-07')), '2022-09-07T12:00');
  });

  test('an interval has its shape where it starts', () => {
    near(pointOf(fromTo('2022-08-20', '2022-08-26')), '2022-08-20T12:00');
  });

  test('a clock time narrows the day', () => {
    const from = at('2022-09-08T00:00');
    const early = onDay('2022-09-08', { startLatest: from + 6 * HOUR, endLatest: from + 6 * HOUR });
    near(pointOf(early), '2022-09-08T03:00');
  });

  test('a date with wide bounds stands at the date that is named', () => {
    const wide = onDay('2022-06-07', {
      startEarliest: at('2022-01-01'),
      endLatest: at('2022-09-08')
    });
    near(pointOf(wide), '2022-06-07T12:00');
  });

  test('a month stands in its middle, a season in the middle of what is possible', () => {
    const june = { startEarliest: at('2022-06-01'), endLatest: at('2022-07-01') - 1 };
    near(pointOf(onDay('2022-06-01', { ...june, start: part('2022-06') })), '2022-06-16T00:00');
    const season = part('2022', { season: 22, precision: 'season' });
    near(pointOf(onDay('2022-06-01', { ...june, start: season })), '2022-06-16T00:00');
  });

  test('an open end is cut at the last thing known', () => {
    const open = fromTo('2022-09-01', '2022-09-02', {
      endEarliest: Infinity,
      endLatest: Infinity,
      openEnd: true
    });
    expect(spanOf(open)).toEqual({ from: at('2022-09-01'), to: at('2022-09-02') - 1 });
    const never = { startEarliest: -Infinity, startLatest: -Infinity, openStart: true };
    expect(() => spanOf({ ...open, ...never })).toThrow('open on both sides');
  });
});

describe('an event and the window', () => {
  const seventh = { from: at('2022-09-07'), to: at('2022-09-08') - 1 };

  test('is surely inside a window that holds its day, possibly inside one that cuts it', () => {
    expect(presenceIn(onDay('2022-09-07'), seventh)).toBe('sure');
    expect(presenceIn(onDay('2022-09-07'), { ...seventh, to: seventh.from + HOUR })).toBe(
      'possible'
    );
    expect(presenceIn(onDay('2022-09-08'), seventh)).toBe('outside');
    expect(presenceIn(onDay('2022-09-08'), null)).toBe('sure');
  });

  test('an interval is surely inside a window that meets its certain core', () => {
    const week = fromTo('2022-09-05', '2022-09-11');
    expect(coreOf(week)).toEqual({ from: at('2022-09-06') - 1, to: at('2022-09-11') });
    expect(coreOf(onDay('2022-09-07'))).toBeNull();
    expect(presenceIn(week, seventh)).toBe('sure');
    expect(presenceIn(week, { from: 0, to: at('2022-09-05T12:00') })).toBe('possible');
  });

  test('counts as the reader has asked', () => {
    expect(counts('possible', 'may')).toBe(true);
    expect(counts('possible', 'surely')).toBe(false);
    expect(counts('sure', 'surely')).toBe(true);
    expect(counts('outside', 'may')).toBe(false);
  });
});

test('certainty has one look: hollow, half, dashed, soft', () => {
  const day = onDay('2022-09-07');
  const plain = { fill: 'solid', dashed: false, soft: false };
  expect(lookOf(mark('a', day))).toEqual(plain);
  expect(lookOf(mark('a', day, { status: 'alleged', contested: true })).fill).toBe('hollow');
  expect(lookOf(mark('a', day, { contested: true })).fill).toBe('half');
  const about = { ...day, start: part('2022-09-07', { approximate: true }) };
  expect(lookOf(mark('a', about))).toEqual({ ...plain, dashed: true });
  const maybe = { ...day, start: part('2022-09-07', { uncertain: true }) };
  expect(lookOf(mark('a', maybe))).toEqual({ ...plain, soft: true });
});

describe('a bar', () => {
  const xOf = (ms: number) => ((ms - at('2022-09-01')) / DAY) * 10;

  test('is solid where the event was certainly going on and fades over its first and last day', () => {
    const bar = barOf(fromTo('2022-09-05', '2022-09-11'), xOf, 0, 300);
    expect(bar.sure).toBe(true);
    expect([bar.from, bar.solidFrom, bar.solidTo, bar.to].map(Math.round)).toEqual([
      40, 50, 100, 110
    ]);
  });

  test('of a single date is pale, with soft edges', () => {
    const bar = barOf(onDay('2022-09-05'), xOf, 0, 300);
    expect(bar.sure).toBe(false);
    expect([bar.from, bar.solidFrom, bar.solidTo, bar.to]).toEqual([40, 42.5, 47.5, 50]);
  });

  test('of what has not ended fades out at the edge of the plot', () => {
    const open = { openEnd: true, endEarliest: Infinity, endLatest: Infinity };
    const bar = barOf(fromTo('2022-09-05', '2022-09-11', open), xOf, 0, 300);
    expect([bar.from, bar.solidFrom, bar.solidTo, bar.to].map(Math.round)).toEqual([
      40, 50, 252, 300
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildElasticScale,
  buildTrueScale,
  type TimeScale
} from '../../../src/lib/core/elastic-scale';
import { DAY, HOUR } from '../../../src/lib/core/zone';

const at = (text: string) => Date.parse(text);
/** A day in Tirana, in summer time. */
const day = (date: string) => ({
  from: at(`${date}T00:00+02:00`),
  to: at(`${date}T00:00+02:00`) + DAY - 1
});
const times = (count: number, date: string) => Array.from({ length: count }, () => day(date));

/** The days of the first story: nine quiet years, a summer, and two days on which seventeen things happen. */
const STORY = [
  { from: day('2013-05-15').from, to: day('2016-09-09').to },
  ...[
    '2015-07-14',
    '2017-10-16',
    '2018-05-08',
    '2019-04-15',
    '2019-10-23',
    '2020-06-15',
    '2021-05-10',
    '2022-06-02',
    '2022-07-15',
    '2022-07-17',
    '2022-07-20',
    '2022-07-21',
    '2022-07-22',
    '2022-07-23',
    '2022-07-26',
    '2022-08-04',
    '2022-08-08',
    '2022-08-09',
    '2022-08-15',
    '2022-08-24',
    '2022-09-01',
    '2022-09-05',
    '2022-09-09',
    '2022-09-10',
    '2022-09-21',
    '2022-09-21'
  ].map(day),
  { from: day('2022-07-15').from, to: day('2022-08-31').to },
  { from: day('2022-07-01').from, to: day('2022-09-07').to },
  { from: day('2022-09-19').from, to: day('2022-10-28').to },
  ...times(9, '2022-09-07'),
  ...times(8, '2022-09-08')
];
const story = buildElasticScale(STORY, { zone: 'Europe/Tirane' });
const room = (scale: TimeScale, from: number, to: number) => scale.toUnit(to) - scale.toUnit(from);

const YEARS = { min: at('1900-01-01'), max: at('2100-01-01') };
const span = fc
  .tuple(fc.integer(YEARS), fc.oneof(fc.constant(DAY), fc.integer({ min: 0, max: 900 * DAY })))
  .map(([from, length]) => ({ from, to: from + length }));
const spans = fc.array(span, { minLength: 1, maxLength: 60 });
const zones = fc.constantFrom('UTC', 'Europe/Tirane', 'America/New_York', 'Asia/Tehran');

describe('the first story on an elastic axis', () => {
  test('gives the 48 hours of 7–8 September at least an eighth of the room', () => {
    expect(room(story, day('2022-09-07').from, day('2022-09-08').to + 1)).toBeGreaterThan(0.12);
  });

  test('squashes no day with an event to nothing', () => {
    for (const { from, to } of STORY) {
      expect(room(story, from, Math.min(to + 1, from + DAY))).toBeGreaterThan(0.003);
      expect(room(story, Math.max(from, to + 1 - DAY), to + 1)).toBeGreaterThan(0.003);
    }
  });

  test('marks the empty years as shortened and not the summer of 2022', () => {
    expect(story.breaks.length).toBeGreaterThan(4);
    expect(story.breaks.every(({ to }) => to <= day('2022-07-01').from)).toBe(true);
    for (const { from, to } of story.breaks) {
      const { domain } = story;
      expect(room(story, from, to)).toBeLessThan((0.5 * (to - from)) / (domain.to - domain.from));
    }
  });

  test('begins and ends with the local days of the first and the last event', () => {
    expect(story.domain).toEqual({ from: day('2013-05-15').from, to: day('2022-10-28').to + 1 });
  });
});

describe('an elastic axis', () => {
  test('gives three empty years little more than three empty months', () => {
    const scale = buildElasticScale([day('2010-06-01'), day('2013-06-01'), day('2013-09-01')]);
    const years = room(scale, day('2010-06-02').from, day('2013-05-31').from);
    const months = room(scale, day('2013-06-02').from, day('2013-08-31').from);
    expect(years / months).toBeGreaterThan(1);
    expect(years / months).toBeLessThan(2);
  });

  test('gives a day more room the more happens on it, but never all of it', () => {
    const share = (count: number) => {
      const quiet = ['2022-08-01', '2022-08-03', '2022-08-05'].map(day);
      const scale = buildElasticScale([...quiet, ...times(count, '2022-08-10')]);
      return room(scale, day('2022-08-10').from, day('2022-08-10').to);
    };
    expect(share(3)).toBeGreaterThan(share(1));
    expect(share(9)).toBeGreaterThan(share(3));
    expect(share(5000)).toBeLessThan(0.95);
  });

  test('never goes back and never stands still', () => {
    fc.assert(
      fc.property(
        spans,
        zones,
        fc.array(fc.integer(YEARS), { minLength: 2 }),
        (all, zone, some) => {
          const scale = buildElasticScale(all, { zone });
          const sorted = [...new Set([...some, ...scale.knots])].sort((a, b) => a - b);
          for (let i = 1; i < sorted.length; i++) {
            const [before, after] = [sorted[i - 1] as number, sorted[i] as number];
            if (after - before < HOUR) continue;
            expect(scale.toUnit(after)).toBeGreaterThan(scale.toUnit(before));
          }
        }
      )
    );
  });

  test('finds a time again from its place', () => {
    fc.assert(
      fc.property(spans, zones, fc.integer(YEARS), (all, zone, ms) => {
        const scale = buildElasticScale(all, { zone });
        // An axis of 200 years has about 4e12 ms: rounding may cost a few of them where it is densest.
        expect(Math.abs(scale.toTime(scale.toUnit(ms)) - ms)).toBeLessThan(5);
      })
    );
  });

  test('finds a place again from its time, beyond its ends, too', () => {
    fc.assert(
      fc.property(spans, fc.double({ min: -1, max: 2, noNaN: true }), (all, unit) => {
        const scale = buildElasticScale(all);
        expect(scale.toUnit(scale.toTime(unit))).toBeCloseTo(unit, 9);
      })
    );
  });

  test('starts at 0 and ends at 1, on the days of the first and the last span', () => {
    fc.assert(
      fc.property(spans, zones, (all, zone) => {
        const scale = buildElasticScale(all, { zone });
        expect(scale.toUnit(scale.domain.from)).toBe(0);
        expect(scale.toUnit(scale.domain.to)).toBe(1);
        expect(scale.toTime(0)).toBe(scale.domain.from);
        expect(scale.toTime(1)).toBe(scale.domain.to);
        const first = Math.min(...all.map(({ from }) => from));
        const last = Math.max(...all.map(({ to }) => to));
        expect(scale.domain.from).toBeLessThanOrEqual(first);
        expect(scale.domain.from).toBeGreaterThan(first - 26 * HOUR);
        expect(scale.domain.to).toBeGreaterThan(last);
        expect(scale.domain.to).toBeLessThan(last + 26 * HOUR);
        expect([...scale.knots].sort((a, b) => a - b)).toEqual(scale.knots);
      })
    );
  });

  test('refuses to be made of nothing or of an open span', () => {
    expect(() => buildElasticScale([])).toThrow('no span');
    expect(() => buildElasticScale([{ from: 0, to: Infinity }])).toThrow('0–Infinity');
    expect(() => buildElasticScale([{ from: 5, to: 4 }])).toThrow('5–4');
  });
});

describe('a true axis', () => {
  test('gives every hour the same room and has no breaks', () => {
    const scale = buildTrueScale({ from: 0, to: 100 * DAY });
    expect(scale.toUnit(25 * DAY)).toBeCloseTo(0.25, 12);
    expect(scale.toUnit(-100 * DAY)).toBeCloseTo(-1, 12);
    expect(scale.toTime(1.5)).toBeCloseTo(150 * DAY, 0);
    expect(scale.breaks).toEqual([]);
  });

  test('must end after it starts', () => {
    expect(() => buildTrueScale({ from: 7, to: 7 })).toThrow('7–7');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  DAY,
  HOUR,
  MINUTE,
  YEARS,
  addDays,
  dayOf,
  daysInMonth,
  endOfDay,
  instantOf,
  isZone,
  offsetAt,
  startOfDay
} from '../../../src/lib/core/zone';

const iso = (ms: number) => new Date(ms).toISOString();
const ZONES = [
  'Europe/Tirane',
  'Asia/Tehran',
  'America/New_York',
  'UTC',
  'Asia/Kathmandu',
  'Pacific/Apia'
];

describe('isZone', () => {
  it('knows IANA names and no offsets', () => {
    expect(['Europe/Tirane', 'Asia/Tehran', 'UTC'].map(isZone)).toEqual([true, true, true]);
    expect(['Europe/Tirana', '+02:00', '', 'Mars'].map(isZone)).toEqual(Array(4).fill(false));
  });
});

describe('offsetAt', () => {
  it('knows half hours, summer time and local mean time to the second', () => {
    expect(offsetAt(Date.UTC(2022, 6, 15), 'Asia/Tehran')).toBe(4.5 * HOUR);
    expect(offsetAt(Date.UTC(2022, 11, 15), 'Asia/Tehran')).toBe(3.5 * HOUR);
    expect(offsetAt(Date.UTC(1900, 0, 1), 'Europe/Tirane')).toBe(HOUR + 19 * MINUTE + 20_000);
  });

  it('keeps the sign of an offset under an hour', () => {
    expect(offsetAt(Date.UTC(1916, 3, 24), 'Europe/Dublin')).toBe(-(25 * MINUTE + 21_000));
    expect(offsetAt(Date.UTC(1970, 0, 1), 'Africa/Monrovia')).toBe(-(44 * MINUTE + 30_000));
    expect(offsetAt(Date.UTC(1950, 0, 1), 'Asia/Kathmandu')).toBe(5.5 * HOUR);
    expect(offsetAt(Date.UTC(1916, 0, 1), 'Africa/Lagos')).toBe(30 * MINUTE);
  });

  it('throws for a zone or an instant that there is not', () => {
    expect(() => offsetAt(0, 'Mars')).toThrow('no offset for Mars at 0');
    expect(() => offsetAt(1e17, 'UTC')).toThrow('no offset for UTC');
  });
});

describe('startOfDay and endOfDay', () => {
  it('are local midnights, summer and winter', () => {
    expect(iso(startOfDay('Europe/Tirane', 2022, 7, 15))).toBe('2022-07-14T22:00:00.000Z');
    expect(iso(endOfDay('Europe/Tirane', 2022, 7, 15))).toBe('2022-07-15T21:59:59.999Z');
    expect(iso(startOfDay('Asia/Tehran', 2022, 1, 1))).toBe('2021-12-31T20:30:00.000Z');
  });

  it('make a day of 23 or 25 hours where the clock changes', () => {
    const length = (month: number, day: number) =>
      endOfDay('Europe/Tirane', 2022, month, day) +
      1 -
      startOfDay('Europe/Tirane', 2022, month, day);
    expect(length(3, 27)).toBe(23 * HOUR);
    expect(length(10, 30)).toBe(25 * HOUR);
    expect(length(7, 15)).toBe(24 * HOUR);
  });

  it('start a day whose midnight is skipped when the clock jumps, and one whose midnight comes twice at the first', () => {
    // Tehran, 22 March 2022: from 0:00 to 1:00. Havana, 6 November 2022: from 1:00 back to 0:00.
    expect(iso(startOfDay('Asia/Tehran', 2022, 3, 22))).toBe('2022-03-21T20:30:00.000Z');
    expect(iso(startOfDay('America/Havana', 2022, 11, 6))).toBe('2022-11-06T04:00:00.000Z');
  });

  it('give a day that a zone left out a single instant', () => {
    const start = startOfDay('Pacific/Apia', 2011, 12, 30);
    expect(endOfDay('Pacific/Apia', 2011, 12, 30)).toBe(start);
    expect(start).toBe(startOfDay('Pacific/Apia', 2011, 12, 31));
  });

  it('hold for years before 1900, below 100 and before 0', () => {
    expect(iso(startOfDay('Europe/Tirane', 1850, 1, 1))).toBe('1849-12-31T22:40:40.000Z');
    expect(iso(startOfDay('UTC', 44, 3, 15))).toBe('0044-03-15T00:00:00.000Z');
    expect(iso(startOfDay('UTC', -44, 3, 15))).toBe('-000044-03-15T00:00:00.000Z');
  });

  it('leave neither gap nor overlap between one day and the next', () => {
    fc.assert(
      fc.property(anyDay(), fc.constantFrom(...ZONES), ({ year, month, day }, zone) => {
        const next = addDays({ year, month, day }, 1);
        const left = zone === 'Pacific/Apia' && year === 2011 && month === 12 && day === 30;
        fc.pre(!left);
        expect(endOfDay(zone, year, month, day) + 1).toBe(
          startOfDay(zone, next.year, next.month, next.day)
        );
      })
    );
  });

  it('lie in the day that dayOf names', () => {
    fc.assert(
      fc.property(anyDay(), fc.constantFrom(...ZONES), (day, zone) => {
        fc.pre(
          !(zone === 'Pacific/Apia' && day.year === 2011 && day.month === 12 && day.day === 30)
        );
        expect(dayOf(startOfDay(zone, day.year, day.month, day.day), zone)).toEqual(day);
        expect(dayOf(endOfDay(zone, day.year, day.month, day.day), zone)).toEqual(day);
      })
    );
  });

  it('do not overflow at the first and last year', () => {
    for (const year of [YEARS.min - 100, YEARS.max + 200]) {
      expect(Number.isFinite(endOfDay('Asia/Tehran', year, 12, 31))).toBe(true);
    }
  });
});

describe('dayOf', () => {
  it('is the local day, which may be another than in UTC', () => {
    expect(dayOf(Date.UTC(2022, 8, 7, 23), 'Europe/Tirane')).toEqual({
      year: 2022,
      month: 9,
      day: 8
    });
    expect(dayOf(Date.UTC(2022, 8, 7, 3), 'America/New_York')).toEqual({
      year: 2022,
      month: 9,
      day: 6
    });
  });
});

describe('addDays', () => {
  it('carries over months, years and leap days', () => {
    expect(addDays({ year: 2022, month: 12, day: 31 }, 1)).toEqual({
      year: 2023,
      month: 1,
      day: 1
    });
    expect(addDays({ year: 2024, month: 3, day: 1 }, -1)).toEqual({
      year: 2024,
      month: 2,
      day: 29
    });
    expect(addDays({ year: 0, month: 1, day: 1 }, -1)).toEqual({ year: -1, month: 12, day: 31 });
  });
});

describe('daysInMonth', () => {
  it('knows leap years by all three rules', () => {
    expect([2022, 2024, 1900, 2000].map((year) => daysInMonth(year, 2))).toEqual([28, 29, 28, 29]);
    expect(daysInMonth(2022, 12)).toBe(31);
  });
});

describe('instantOf', () => {
  it('is the earlier or the later of two moments when the clock shows a time twice', () => {
    const day = { year: 2022, month: 10, day: 30 };
    const at = (pick: 'earlier' | 'later') =>
      iso(instantOf('Europe/Tirane', day, 2.5 * HOUR, pick));
    expect(at('earlier')).toBe('2022-10-30T00:30:00.000Z');
    expect(at('later')).toBe('2022-10-30T01:30:00.000Z');
  });

  it('is the moment of the jump when the clock skips a time', () => {
    const day = { year: 2022, month: 3, day: 27 };
    expect(iso(instantOf('Europe/Tirane', day, 2.5 * HOUR, 'earlier'))).toBe(
      '2022-03-27T01:00:00.000Z'
    );
  });

  it('shows the asked time on the local clock wherever there is one', () => {
    fc.assert(
      fc.property(
        anyDay(),
        fc.integer({ min: 0, max: DAY - 1 }),
        fc.constantFrom(...ZONES),
        (day, ms, zone) => {
          const at = instantOf(zone, day, ms, 'earlier');
          const local = at + offsetAt(at, zone);
          const wanted = startOfDay('UTC', day.year, day.month, day.day) + ms;
          // Later only where the time was skipped, and then by less than a day.
          expect(local).toBeGreaterThanOrEqual(wanted);
          expect(local - wanted).toBeLessThanOrEqual(DAY);
        }
      )
    );
  });
});

function anyDay() {
  return fc
    .tuple(
      fc.oneof(fc.integer({ min: -3000, max: 3000 }), fc.integer({ min: 1880, max: 2030 })),
      fc.integer({ min: 1, max: 366 })
    )
    .map(([year, day]) => addDays({ year, month: 1, day: 1 }, day - 1));
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ArchiveIndex } from '../../../../src/lib/core/archive/archive-index';
import { yearlyCounts } from '../../../../src/lib/core/archive/yearly-counts';
import { dayOf } from '../../../../src/lib/core/zone';
import { columnsOf, type Row } from './arbitrary-columns';

const at = (start: number, kind = 0): Row => ({
  when: { start, startLatest: start, endEarliest: start, end: start },
  at: null,
  kind
});

it('counts by the year of the zone in which an event began, by kind, as looking at each event does', () => {
  const time = fc.integer({ min: Date.UTC(1999, 10, 1), max: Date.UTC(2003, 1, 1) });
  const rows = fc.array(
    fc.tuple(time, fc.integer({ min: 0, max: 2 })).map(([t, kind]) => at(t, kind))
  );
  fc.assert(
    fc.property(rows, fc.constantFrom('UTC', 'Asia/Tehran', 'America/New_York'), (list, zone) => {
      const years = yearlyCounts(ArchiveIndex.build(columnsOf(list)), 3, zone);
      const wanted = new Map<number, number[]>();
      for (const { when, kind } of list) {
        const { year } = dayOf(when?.start ?? NaN, zone);
        const counts = wanted.get(year) ?? [0, 0, 0];
        counts[kind] = (counts[kind] as number) + 1;
        wanted.set(year, counts);
      }
      expect(years.map(({ year }) => year)).toEqual([...wanted.keys()].sort((a, b) => a - b));
      for (const { year, count, byKind } of years) {
        expect(byKind).toEqual(wanted.get(year));
        expect(count).toBe(byKind.reduce((sum, n) => sum + n, 0));
      }
    })
  );
});

it('leaves out what has an open start, and reaches back before the common era', () => {
  const open: Row = {
    when: { start: -Infinity, startLatest: 5, endEarliest: 6, end: 7 },
    at: null,
    kind: 0
  };
  const caesar = at(new Date(Date.UTC(-43, 2, 15)).getTime());
  const years = yearlyCounts(ArchiveIndex.build(columnsOf([open, caesar])), 1, 'UTC');
  expect(years).toEqual([{ year: -43, count: 1, byKind: [1] }]);
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventTime } from '../../../../src/lib/core/story';
import {
  densityOfEvents,
  eventsWithin,
  lanesOfEvents
} from '../../../../src/lib/timeline/many/event-density';
import { mergedLanes } from '../../../../src/lib/timeline/many/merged-lanes';
import { presenceIn } from '../../../../src/lib/timeline/mark';
import { fromTo, mark, onDay } from '../event-times';

const bound = fc.integer({ min: 0, max: 100 });
/** Any order of the inner bounds, and either end open. */
const time = fc
  .tuple(bound, bound, bound, bound, fc.boolean(), fc.boolean())
  .map(([a, b, c, d, openStart, openEnd]): EventTime => {
    const [first, p, q, last] = [a, b, c, d].sort((x, y) => x - y) as [
      number,
      number,
      number,
      number
    ];
    return {
      ...onDay('2022-09-07'),
      startEarliest: openStart ? -Infinity : first,
      startLatest: a < b ? p : q,
      endEarliest: a < b ? q : p,
      endLatest: openEnd ? Infinity : last
    };
  });
const events = fc
  .array(time, { minLength: 1, maxLength: 30 })
  .map((times) => times.map((time, i) => mark(`e${i}`, time)));
const edges = fc
  .uniqueArray(fc.integer({ min: -20, max: 120 }), { minLength: 2, maxLength: 12 })
  .map((list) => Float64Array.from(list).sort());

describe('the bins of events at hand', () => {
  test('count what a look at every event finds in each of them, for certain and possibly', () => {
    fc.assert(
      fc.property(events, edges, (all, edges) => {
        const { may, surely } = densityOfEvents(all, null).bins(edges);
        for (let bin = 0; bin + 1 < edges.length; bin++) {
          const window = { from: edges[bin] as number, to: (edges[bin + 1] as number) - 1 };
          const found = all.map(({ time }) => presenceIn(time, window));
          expect(may[bin]).toBe(found.filter((presence) => presence !== 'outside').length);
          expect(surely[bin]).toBe(found.filter((presence) => presence === 'sure').length);
        }
      }),
      { numRuns: 400 }
    );
  });

  test('leave out what the filters hide, and keep the extent of all', () => {
    const all = [mark('a', onDay('2022-09-01')), mark('b', fromTo('2022-09-05', '2022-09-20'))];
    const density = densityOfEvents(all, new Set(['a']));
    expect(density.total).toBe(1);
    expect(density.extent).toEqual(densityOfEvents(all, null).extent);
    const whole = Float64Array.of(density.extent.from, density.extent.to + 1);
    expect(density.bins(whole).may[0]).toBe(1);
  });
});

test('events within a window are those that may be in it, and none when they are too many', () => {
  fc.assert(
    fc.property(events, bound, bound, fc.integer({ min: 0, max: 30 }), (all, a, b, most) => {
      const window = { from: Math.min(a, b), to: Math.max(a, b) };
      const expected = all.filter(({ time }) => presenceIn(time, window) !== 'outside');
      expect(eventsWithin(all, window, most)).toEqual(expected.length > most ? null : expected);
    })
  );
});

test('rows by name are the fullest first, and what has no name is a row too', () => {
  const lanes = (place: string | null) => ({ lanes: { kind: 'k', party: null, place } });
  const all = [
    mark('a', onDay('2022-09-01'), lanes('Tirana')),
    mark('b', onDay('2022-09-02'), lanes('Tehran')),
    mark('c', onDay('2022-09-03'), lanes('Tehran')),
    mark('d', onDay('2022-09-04'), lanes(null))
  ];
  const rows = lanesOfEvents(all, null, 'place', 'other').map(({ name, density }) => [
    name,
    density.total
  ]);
  expect(rows).toEqual([
    ['Tehran', 2],
    ['Tirana', 1],
    ['other', 1]
  ]);
});

test('the row of what has no name is the last, however full it is: with more rows than can be read there is one "other"', () => {
  const names = [null, null, null, ...'abcdefghij'];
  const all = names.map((place, i) =>
    mark(`e${i}`, onDay('2022-09-01'), { lanes: { kind: 'k', party: null, place } })
  );
  const rows = lanesOfEvents(all, null, 'place', 'other');
  expect(rows.at(-1)?.density.total).toBe(3);
  const merged = mergedLanes(rows, 'other').map(({ name, density }) => [name, density.total]);
  expect(merged).toEqual([...[...'abcdefg'].map((name) => [name, 1]), ['other', 6]]);
});

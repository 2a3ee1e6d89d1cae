import { describe, expect, it, test } from 'vitest';
import { buildGrouping } from '../../../src/lib/core/clusters';
import type { LonLat, Place } from '../../../src/lib/core/story';
import { map as t } from '../../../src/lib/i18n/en/map';
import {
  buildMarks,
  keepMarks,
  markRadius,
  markSize,
  partsByZooming,
  placeWeight,
  spokenName,
  type MarkInput
} from '../../../src/lib/map/marks';
import { mark, place as placeAt, TIRANA } from './fixture';

const place = (id: string, over: Partial<Place> = {}) =>
  placeAt(id, [19.8, 41.3], { names: { en: id, sq: `${id} (sq)` }, ...over });
const all = [
  place('Tirana'),
  place('embassy', { kind: 'site', pointStatus: 'inferred' }),
  place('Iran', { kind: 'country', point: [53, 32] })
];
const groupingOf = (embassy: LonLat) =>
  buildGrouping(
    all.map(({ id, kind, point }) => ({
      id,
      kind,
      point: (id === 'embassy' ? embassy : point) as LonLat,
      weight: 0
    }))
  );
const input = (over: Partial<MarkInput> = {}): MarkInput => ({
  grouping: groupingOf([19.8, 41.3]),
  groups: [
    { lead: 'Tirana', ids: ['Tirana', 'embassy'], center: [19.8, 41.3] },
    { lead: 'Iran', ids: ['Iran'], center: [53, 32] }
  ],
  places: new Map(all.map((item) => [item.id, item])),
  counts: new Map([
    ['Tirana', 2],
    ['embassy', 3]
  ]),
  countOf: () => 4,
  hues: new Map(),
  singles: new Map(),
  selectedPlace: null,
  selectedEventPlaces: [],
  language: 'en',
  ...over
});

describe('buildMarks', () => {
  it('counts an event at two places of a group once', () => {
    expect(buildMarks(input()).map(({ count }) => count)).toEqual([4, 0]);
  });

  it('names a mark after its lead, with the other names beside', () => {
    expect(buildMarks(input())[0]).toMatchObject({ name: 'Tirana', otherNames: ['Tirana (sq)'] });
  });

  it('names a mark after the only place that has events, without counting the others', () => {
    const [mark] = buildMarks(input({ counts: new Map([['embassy', 3]]) }));
    expect(mark).toMatchObject({ id: 'Tirana', named: 'embassy', ids: ['embassy'], count: 3 });
  });

  it('names a mark after the selected place, even one without events', () => {
    const [mark] = buildMarks(
      input({ counts: new Map([['Tirana', 3]]), selectedPlace: 'embassy' })
    );
    expect(mark).toMatchObject({ named: 'embassy', selected: true });
  });

  it('keeps the hue that all of its places share, and is in ink when they differ', () => {
    const hue = (embassy: 'blue' | 'green') =>
      buildMarks(
        input({
          hues: new Map([
            ['Tirana', 'blue'],
            ['embassy', embassy]
          ])
        })
      )[0]?.hue;
    expect(hue('blue')).toBe('blue');
    expect(hue('green')).toBeNull();
  });

  it('shows the kind of a single event', () => {
    const single = { shape: 'star', hue: 'blue', status: 'alleged', contested: true } as const;
    const marks = buildMarks(
      input({ counts: new Map([['embassy', 1]]), singles: new Map([['embassy', single]]) })
    );
    expect(marks[0]?.single).toEqual(single);
  });

  it('claims no more precision than its place: countries and unchecked points are approximate', () => {
    const marks = buildMarks(input({ counts: new Map([['embassy', 3]]) }));
    expect(marks.map(({ approximate }) => approximate)).toEqual([true, true]);
    expect(buildMarks(input())[0]?.approximate).toBe(false);
  });

  it('marks where the selected event was', () => {
    const marks = buildMarks(input({ selectedEventPlaces: ['embassy'] }));
    expect(marks.map(({ related }) => related)).toEqual([true, false]);
  });

  it('says from which zoom the places with events stand apart', () => {
    const partsAt = (over: Partial<MarkInput>) => buildMarks(input(over))[0]?.partsAt;
    expect(partsAt({})).toBe(Infinity);
    const grouping = groupingOf([19.81, 41.3]);
    expect(partsAt({ grouping })).toBeCloseTo(Math.log2(40 / ((512 * 0.01) / 360)), 6);
    expect(partsAt({ grouping, counts: new Map([['embassy', 3]]) })).toBe(Infinity);
  });

  it('refuses a group of places it was not given', () => {
    const groups = [{ lead: 'x', ids: ['x'], center: [0, 0] as const }];
    expect(() => buildMarks(input({ groups }))).toThrow('"x"');
  });
});

test('placeWeight counts a city for all that is within its radius', () => {
  const totals = new Map([
    ['Tirana', 1],
    ['embassy', 5],
    ['Iran', 7]
  ]);
  expect(placeWeight(all[0] as Place, all, totals)).toBe(6);
  expect(placeWeight(all[2] as Place, all, totals)).toBe(7);
});

test('markSize grows with the count and stops where numbers fit', () => {
  const sizes = [0, 1, 2, 5, 20, 100, 10_000].map(markSize);
  expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  expect(sizes.at(-1)).toBe(42);
});

test('markRadius reaches around all that is drawn of a mark: its disc and its rings', () => {
  const radius = (over: object) => markRadius(mark('a', TIRANA, over));
  expect(radius({})).toBe(markSize(3) / 2 + 1);
  expect(radius({ approximate: true })).toBeGreaterThan(radius({}));
  expect(radius({ approximate: true, ids: ['a', 'b'] })).toBe(radius({}));
  expect(radius({ selected: true })).toBeGreaterThan(radius({ approximate: true }));
  expect(radius({ related: true })).toBe(radius({ selected: true }));
});

describe('spokenName', () => {
  const spoken = (over: object) => spokenName(mark('Tirana', TIRANA, over), t);

  it('is the place and its number of events', () => {
    expect(spoken({})).toBe('Tirana, 3 events');
    expect(spoken({ count: 1 })).toBe('Tirana, 1 event');
    expect(spoken({ ids: [], count: 0 })).toBe('Tirana, 0 events');
  });

  it('says of a mark for several places what a press does: come closer, or show the next', () => {
    const ids = ['Tirana', 'embassy'];
    expect(spoken({ ids, partsAt: 9 })).toBe('2 places near Tirana, 3 events: zoom in');
    expect(spoken({ ids, partsAt: 17 })).toBe('2 places at Tirana, 3 events: show the next');
    expect(spoken({ ids, partsAt: Infinity })).toContain('show the next');
  });
});

test('partsByZooming is true as long as the map goes that close', () => {
  expect(
    [16.99, 17, Infinity].map((partsAt) => partsByZooming(mark('a', TIRANA, { partsAt })))
  ).toEqual([true, false, false]);
});

describe('keepMarks', () => {
  const before = [mark('a', TIRANA), mark('b', TIRANA, { count: 2, ids: ['b', 'c'] })];

  test('keeps all of them together where each is as it was', () => {
    expect(keepMarks(before, structuredClone(before))).toBe(before);
  });

  test('keeps each that is as it was, and takes the others as they are now', () => {
    const now = [mark('a', TIRANA), mark('b', TIRANA, { count: 2, ids: ['b'] })];
    const kept = keepMarks(before, now);
    expect(kept).toEqual(now);
    expect(kept[0]).toBe(before[0]);
    expect(kept[1]).toBe(now[1]);
  });

  test('has them in the order of now, and no more of them', () => {
    expect(keepMarks(before, [...before].reverse())).toEqual([...before].reverse());
    expect(keepMarks(before, [mark('a', TIRANA)])).toEqual([before[0]]);
    expect(keepMarks([], before)).toEqual(before);
  });
});

import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/lib/core/story';
import { isFault, readWhen, type WhenText } from '../../../src/lib/core/time';
import { datePrecision, placePrecision } from '../../../src/lib/practice/precision';
import { makePlace } from '../core/arbitrary-story';

const ofDate = (when: WhenText) => {
  const read = readWhen(when, 'Europe/Tirane');
  if (isFault(read)) throw new Error(`not a date: ${JSON.stringify(when)}`);
  return datePrecision(read);
};

describe('datePrecision', () => {
  it.each<[WhenText, string | null]>([
    ['2022-09-07', 'day'],
    ['2022-09', 'month'],
    ['2022', 'year'],
    ['2022-09-07T12:00:00Z', 'hour'],
    [{ edtf: '2022-09-07', time: 'midday' }, 'hour'],
    [{ edtf: '2022-09-07', time: '14:05' }, 'hour'],
    [{ edtf: '2022-09-07', time: '14:05~' }, 'hour'],
    [{ edtf: '2022-09-07', time: '14:00/16:30' }, 'hour'],
    ['2022-09-07~', 'about'],
    ['2022-09-07?', 'about'],
    ['2013-05-16~/2016-09-09', 'about'],
    ['2022-07-15/2022-07-20', 'day'],
    ['2022-07/2022-07-20', 'month'],
    ['2022-07-15/..', 'limit'],
    ['../2022-07-15', 'limit'],
    [{ edtf: '2022-09', earliest: '2022-09-03', latest: '2022-09-09' }, 'limit'],
    [{ edtf: '2022-09-07', latest: '2022-09-08' }, 'limit'],
    [{ edtf: '2022-07-15', time: 'afternoon', earliest: '2022-07-14' }, 'limit'],
    // A bound that says what the date says anyway is none.
    [{ edtf: '2022-09-07', earliest: '2022-09-07', latest: '2022-09-07' }, 'day'],
    ['2022-21', null],
    ['199X', null]
  ])('of %j is %s', (when, precision) => {
    expect(ofDate(when)).toBe(precision);
  });
});

describe('placePrecision', () => {
  it.each<[Partial<Place>, string | null]>([
    [{ kind: 'site', radius: 100 }, 'spot'],
    [{ kind: 'site', radius: 500, pointStatus: 'inferred' }, 'spot'],
    [{ kind: 'site', radius: 1500 }, 'radius'],
    [{ kind: 'town', radius: 400 }, 'town'],
    [{ kind: 'city' }, 'town'],
    [{ kind: 'country' }, 'country'],
    [{ kind: 'region' }, 'country'],
    [{ kind: 'site', pointStatus: 'stand-in' }, 'stand-in'],
    [{ kind: 'site', pointStatus: 'unverified' }, null],
    [{ kind: 'unlocated', point: null }, null]
  ])('of %j is %s', (parts, precision) => {
    expect(placePrecision({ ...makePlace('p', [20, 41]), ...parts })).toBe(precision);
  });
});

import { afterEach, describe, expect, test } from 'vitest';
import { isFault, readWhen, type WhenText } from '../../../src/lib/core/time';
import {
  certaintyWords,
  formatDuration,
  formatInstant,
  formatWhen,
  formatWindow
} from '../../../src/lib/i18n/dates';
import { dates } from '../../../src/lib/i18n/en/dates';

const ZONE = 'Europe/Tirane';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365.2425 * DAY;

function read(text: WhenText) {
  const time = readWhen(text, ZONE);
  if (isFault(time)) throw new Error(`${JSON.stringify(text)}: ${time.fault}`);
  return time;
}
const say = (text: WhenText, locale = 'en') =>
  formatWhen(read(text), dates, { locale, storyZone: ZONE });

const zoneOfTests = process.env.TZ;
afterEach(() => {
  if (zoneOfTests === undefined) delete process.env.TZ;
  else process.env.TZ = zoneOfTests;
});

describe('formatWhen', () => {
  test.each<[string, WhenText, string]>([
    ['a day', '2022-07-15', '15 July 2022'],
    ['a month', '2022-08', 'August 2022'],
    ['a year', '2017', '2017'],
    ['a season', '2022-23', 'autumn 2022'],
    ['a winter by both its years', '2022-24', 'winter 2022–2023'],
    ['a decade', '199X', 'the 1990s'],
    ['a century', '19XX', 'the 20th century'],
    ['a century before Christ', '-05XX', 'the 6th century BC'],
    ['a decade before Christ by its years', '-019X', '200–191 BC'],
    ['a decade about the year 1 by its years', '000X', '1 BC – 9 AD'],
    ['a day before Christ', '-0043-03-15', '15 March 44 BC'],
    ['years to either side of Christ', '-0044/0012', '45 BC – 12 AD'],
    ['an approximate date', '2022-08~', 'about August 2022'],
    ['an uncertain date', '2022-06-07?', 'possibly 7 June 2022'],
    ['a date that is both', '2022%', 'possibly about 2022'],
    ['an instant in the story’s zone', '2022-09-07T12:00:00Z', '7 September 2022, 14:00']
  ])('names %s', (_, text, words) => {
    expect(say(text)).toBe(words);
  });

  test.each<[string, WhenText, string]>([
    ['within a month', '2022-08-20/2022-08-26', '20–26 August 2022'],
    ['over two months', '2022-09-19/2022-11-02', '19 September – 2 November 2022'],
    ['over two years', '2021-12-31/2022-01-01', '31 December 2021 – 1 January 2022'],
    ['of months', '2022-07/2022-08', 'July–August 2022'],
    ['of months of two years', '2021-07/2022-08', 'July 2021 – August 2022'],
    ['of years', '2013/2016', '2013–2016'],
    ['of seasons', '2022-21/2022-22', 'spring 2022 to summer 2022'],
    ['of instants', '2022-09-07T10:00:00Z/2022-09-07T12:30:00Z', '7 September 2022, 12:00–14:30'],
    ['of unlike precision', '2022-07-15/2022-09', '15 July to September 2022'],
    ['from a day to a season', '2022-07-15/2022-23', '15 July 2022 to autumn 2022'],
    [
      'with an approximate start',
      '2013-05-16~/2016-09-09',
      '16 May 2013 (approximate) to 9 September 2016'
    ],
    ['with an approximate end', '2022-07-15/2022-08~', '15 July to about August 2022'],
    ['with an uncertain start', '2022-07?/2022-09-07', 'July (uncertain) to 7 September 2022'],
    [
      'with a start that is both',
      '2021-07%/2022-09-07?',
      'July 2021 (approximate and uncertain) to possibly 7 September 2022'
    ],
    ['with an open end', '2017/..', 'since 2017'],
    ['with an approximate start and an open end', '2017~/..', 'since about 2017'],
    ['with an open start', '../2022-09', 'until September 2022'],
    ['with an unknown end', '2017/', 'from 2017, end unknown'],
    ['with an unknown start', '/2022-09', 'until September 2022, start unknown']
  ])('names what lasted, %s', (_, text, words) => {
    expect(say(text)).toBe(words);
  });

  test.each<[string, WhenText, string]>([
    ['later', { edtf: '2022-07-15', latest: '2022-07-17' }, '15 July 2022 (17 July at the latest)'],
    [
      'earlier',
      { edtf: '2022-09-10', earliest: '2022-09-09' },
      '10 September 2022 (9 September at the earliest)'
    ],
    [
      'earlier or later',
      { edtf: '2022-06-07?', earliest: '2022-01-01', latest: '2022-09-08' },
      'possibly 7 June 2022 (between 1 January and 8 September)'
    ],
    [
      'in another year',
      { edtf: '2022-01-02', earliest: '2021-12-30' },
      '2 January 2022 (30 December 2021 at the earliest)'
    ],
    [
      'between days of two years',
      { edtf: '2022-01-02', earliest: '2021-12-30', latest: '2022-01-04' },
      '2 January 2022 (between 30 December 2021 and 4 January 2022)'
    ],
    [
      'than a month, on either side',
      { edtf: '2022-07~', earliest: '2022-07-16', latest: '2022-08-04' },
      'about July 2022 (between 16 July and 4 August)'
    ],
    [
      'to begin earlier',
      { edtf: '2022-08-20/2022-08-26', earliest: '2022-08-18' },
      '20–26 August 2022 (from 18 August at the earliest)'
    ],
    [
      'to end later',
      { edtf: '2022-08-20/2022-08-26', latest: '2022-09-01' },
      '20–26 August 2022 (until 1 September at the latest)'
    ],
    [
      'to begin in a known year when it lasted several',
      { edtf: '2013~/2016', earliest: '2013-05-15' },
      '2013 (approximate) to 2016 (from 15 May 2013 at the earliest)'
    ],
    [
      'with the hour of the likely day',
      { edtf: '2022-09-07', time: 'midday', latest: '2022-09-08' },
      '7 September 2022, about midday (8 September at the latest)'
    ]
  ])('adds what is stated besides, %s', (_, text, words) => {
    expect(say(text)).toBe(words);
  });

  test.each<[string, WhenText, string]>([
    [
      'instead of the month that they lie in',
      { edtf: '2022-08', earliest: '2022-08-20', latest: '2022-08-26' },
      'between 20 and 26 August 2022'
    ],
    [
      'over two months of a year',
      { edtf: '2022', earliest: '2022-05-30', latest: '2022-06-02' },
      'between 30 May and 2 June 2022'
    ],
    [
      'over two years of a decade',
      { edtf: '202X', earliest: '2021-12-30', latest: '2022-01-02' },
      'between 30 December 2021 and 2 January 2022'
    ],
    [
      'as one day when they are one',
      { edtf: '2022', earliest: '2022-05-05', latest: '2022-05-05' },
      '5 May 2022'
    ],
    [
      'as possible when the month is',
      { edtf: '2022-08?', earliest: '2022-08-20', latest: '2022-08-26' },
      'possibly between 20 and 26 August 2022'
    ]
  ])('tells stated bounds %s', (_, text, words) => {
    expect(say(text)).toBe(words);
  });

  test('says nothing of stated bounds that “about” or the date implies anyway', () => {
    expect(say({ edtf: '2022-09-07~', earliest: '2022-09-07', latest: '2022-09-08' })).toBe(
      'about 7 September 2022'
    );
    expect(say({ edtf: '2021-05~', earliest: '2021-05-01', latest: '2021-05-31' })).toBe(
      'about May 2021'
    );
  });

  test.each<[string, WhenText, string]>([
    ['midday', { edtf: '2022-09-07', time: 'midday' }, '7 September 2022, about midday'],
    [
      'early hours',
      { edtf: '2022-09-08', time: 'early-hours' },
      '8 September 2022, in the early hours'
    ],
    ['an hour', { edtf: '2022-09-07', time: '12:00' }, '7 September 2022, 12:00'],
    ['about an hour', { edtf: '2022-09-07', time: '12:00~' }, '7 September 2022, about 12:00'],
    [
      'about an hour near midnight',
      { edtf: '2022-09-07', time: '00:30~' },
      '7 September 2022, about 00:30'
    ],
    [
      'between hours',
      { edtf: '2022-09-07', time: '12:00/14:30' },
      '7 September 2022, between 12:00 and 14:30'
    ]
  ])('tells the time of day: %s', (_, text, words) => {
    expect(say(text)).toBe(words);
  });

  test.each<[string, WhenText, string]>([
    [
      'of part of a day',
      { edtf: '2022-09-07', time: 'afternoon', zone: 'Asia/Tehran' },
      '7 September 2022, afternoon, Tehran time'
    ],
    [
      'of an hour',
      { edtf: '2022-09-07', time: '09:00', zone: 'America/New_York' },
      '7 September 2022, 09:00, New York time'
    ],
    [
      'of an instant',
      { edtf: '2022-09-07T12:00:00Z', zone: 'UTC' },
      '7 September 2022, 12:00, UTC'
    ],
    [
      'of instants',
      { edtf: '2022-09-07T12:00:00Z/2022-09-07T13:00:00Z', zone: 'Asia/Tehran' },
      '7 September 2022, 16:30–17:30, Tehran time'
    ],
    ['but not of a whole day', { edtf: '2022-09-07', zone: 'Asia/Tehran' }, '7 September 2022']
  ])('names the zone when it is not the story’s, %s', (_, text, words) => {
    expect(say(text)).toBe(words);
  });

  test('calls a zone’s city by its name in the reader’s language', () => {
    const time = read({ edtf: '2022-09-07', time: 'morning' });
    expect(formatWhen(time, dates, { locale: 'en', storyZone: 'Asia/Tehran' })).toBe(
      '7 September 2022, morning, Tirana time'
    );
  });

  test('writes dates in the order of the locale', () => {
    expect(say('2022-07-15', 'en-US')).toBe('July 15, 2022');
    expect(say('2022-07-15', 'de')).toBe('15. Juli 2022');
  });

  test('has a word for a time of which nothing is known', () => {
    const nothing = { ...read('2022'), start: null };
    expect(formatWhen(nothing, dates, { locale: 'en', storyZone: ZONE })).toBe('at any time');
    expect(
      formatWhen({ ...nothing, interval: true }, dates, { locale: 'en', storyZone: ZONE })
    ).toBe('at any time');
  });

  test('falls back on the years for a season that has no name', () => {
    const wordless = { ...dates, seasons: {} };
    expect(formatWhen(read('2022-23'), wordless, { locale: 'en', storyZone: ZONE })).toBe('2022');
  });
});

describe('certaintyWords', () => {
  test.each<[string, WhenText, string]>([
    ['a day', '2022-07-15', 'day known'],
    ['an approximate month', '2022-08~', 'month approximate'],
    ['an uncertain day', '2022-06-07?', 'day uncertain'],
    ['a year that is both', '2022%', 'year approximate and uncertain'],
    [
      'a day that could be later',
      { edtf: '2022-07-15', latest: '2022-07-17' },
      'day stated, could be later'
    ],
    [
      'a day that could be earlier',
      { edtf: '2022-09-10', earliest: '2022-09-09' },
      'day stated, could be earlier'
    ],
    [
      'a day that could be either',
      { edtf: '2022-06-07?', earliest: '2022-01-01', latest: '2022-09-08' },
      'day uncertain, could be earlier or later'
    ],
    [
      'a day between two',
      { edtf: '2022-08', earliest: '2022-08-20', latest: '2022-08-26' },
      'day known between two dates'
    ],
    ['a part of the day', { edtf: '2022-09-07', time: 'midday' }, 'day known, hour known roughly'],
    ['an hour', { edtf: '2022-09-07', time: '12:00' }, 'day known, time known'],
    ['about an hour', { edtf: '2022-09-07', time: '12:00~' }, 'day known, time approximate'],
    [
      'between hours',
      { edtf: '2022-09-07', time: '12:00/14:00' },
      'day known, time known between two hours'
    ],
    ['both ends alike', '2022-08-20/2022-08-26', 'start and end: day known'],
    ['ends unlike', '2013-05-16~/2016-09-09', 'start: day approximate; end: day known'],
    [
      'an end that could be later',
      { edtf: '2022-08-20/2022-08-26', latest: '2022-09-01' },
      'start: day known; end: day stated, could be later'
    ],
    [
      'a start that stated bounds only narrow',
      { edtf: '2022-07~/2022-09-07', earliest: '2022-07-15' },
      'start: month approximate; end: day known'
    ],
    ['an open end', '2017/..', 'start: year known; end: open'],
    ['an unknown start', '/2017', 'start: not known; end: year known']
  ])('says how sure we are of %s', (_, text, words) => {
    expect(certaintyWords(read(text), dates)).toBe(words);
  });

  test('calls a single date without any parts not known', () => {
    expect(certaintyWords({ ...read('2022'), start: null }, dates)).toBe('not known');
  });
});

describe('formatInstant', () => {
  test.each([
    ['second', '7 September 2022, 12:00:05'],
    ['day', '7 September 2022'],
    ['month', 'September 2022'],
    ['year', '2022']
  ] as const)('tells it to the %s, by the clocks of the zone', (detail, words) => {
    expect(formatInstant(Date.parse('2022-09-07T10:00:05Z'), ZONE, 'en', detail)).toBe(words);
  });

  test.each([
    ['a minute', 'minute', '2022-09-07T10:00:00Z', '12:00'],
    ['the last of a minute', 'minute', '2022-09-07T10:00:59.999Z', '12:00'],
    ['a second', 'minute', '2022-09-07T10:00:05Z', '12:00:05'],
    ['the last of a second', 'minute', '2022-09-07T10:00:05.999Z', '12:00:05'],
    ['a thousandth', 'minute', '2022-09-07T10:00:05.25Z', '12:00:05.250'],
    ['a minute of which seconds are wanted', 'second', '2022-09-07T10:00:00Z', '12:00:00'],
    ['a thousandth before 1970', 'minute', '1969-12-31T11:59:59.5Z', '12:59:59.500']
  ] as const)('tells a time as exactly as it must: %s', (_, detail, ms, words) => {
    expect(formatInstant(Date.parse(ms), ZONE, 'en', detail).split(', ')[1]).toBe(words);
  });

  test('tells no seconds of a midnight by clocks that were no whole minutes off', () => {
    const midnight = Date.parse('1900-01-01T00:00:00Z') - (HOUR + 19 * MINUTE + 20_000);
    expect(formatInstant(midnight, ZONE, 'en', 'minute')).toBe('1 January 1900, 00:00');
  });

  test('calls midnight 00:00 and the year before 1 one BC', () => {
    expect(formatInstant(Date.parse('2022-09-06T22:00:00Z'), ZONE, 'en', 'minute')).toBe(
      '7 September 2022, 00:00'
    );
    expect(formatInstant(Date.parse('0000-06-01T00:00:00Z'), 'UTC', 'en', 'year')).toBe('1 BC');
  });
});

describe('formatWindow', () => {
  const window = (from: string, to: string) =>
    formatWindow({ from: Date.parse(from), to: Date.parse(to) }, ZONE, 'en');

  test.each([
    ['a whole day', '2022-09-06T22:00:00Z', '2022-09-07T21:59:59.999Z', '7 September 2022'],
    ['whole days', '2022-09-06T22:00:00Z', '2022-09-08T21:59:59.999Z', '7–8 September 2022'],
    ['whole months', '2013-04-30T22:00:00Z', '2017-10-31T22:59:59.999Z', 'May 2013 – October 2017'],
    ['a whole month', '2022-08-31T22:00:00Z', '2022-09-30T21:59:59.999Z', 'September 2022'],
    [
      'days of several years',
      '2013-05-15T22:00:00Z',
      '2022-09-21T21:59:59.999Z',
      '16 May 2013 – 21 September 2022'
    ],
    [
      'hours of a day',
      '2022-09-07T10:00:00Z',
      '2022-09-07T12:30:00Z',
      '7 September 2022, 12:00–14:30'
    ],
    [
      'hours of two days',
      '2022-09-07T10:00:00Z',
      '2022-09-08T12:30:00Z',
      '7 September 2022, 12:00 – 8 September 2022, 14:30'
    ],
    [
      'days up to the next midnight, which is not theirs',
      '2022-09-06T22:00:00Z',
      '2022-09-07T22:00:00Z',
      '7 September 2022, 00:00 – 8 September 2022, 00:00'
    ],
    [
      'weeks, without their hours',
      '2022-08-01T10:00:00Z',
      '2022-09-07T12:30:00Z',
      '1 August – 7 September 2022'
    ],
    ['a day of 25 hours', '2022-10-29T22:00:00Z', '2022-10-30T22:59:59.999Z', '30 October 2022'],
    ['a minute', '2022-09-07T10:00:00Z', '2022-09-07T10:00:59.999Z', '7 September 2022, 12:00'],
    [
      'minutes, the last with all of it',
      '2022-09-07T10:00:00Z',
      '2022-09-07T10:04:59.999Z',
      '7 September 2022, 12:00–12:04'
    ],
    [
      'seconds where an end is no whole minute',
      '2022-09-07T10:00:00Z',
      '2022-09-07T10:00:30Z',
      '7 September 2022, 12:00:00–12:00:30'
    ],
    [
      'seconds, the last with all of it',
      '2022-09-07T10:00:05Z',
      '2022-09-07T10:00:09.999Z',
      '7 September 2022, 12:00:05–12:00:09'
    ],
    ['a second', '2022-09-07T10:00:05Z', '2022-09-07T10:00:05.999Z', '7 September 2022, 12:00:05'],
    [
      'thousandths where an end is no whole second',
      '2022-09-07T10:00:05.25Z',
      '2022-09-07T10:00:05.499Z',
      '7 September 2022, 12:00:05.250–12:00:05.499'
    ],
    [
      'a window that begins with the last thousandth of a minute',
      '2022-09-07T10:00:59.999Z',
      '2022-09-07T10:01:00Z',
      '7 September 2022, 12:00:59.999–12:01:00.000'
    ],
    [
      'seconds of two days',
      '2022-09-07T10:00:05Z',
      '2022-09-08T10:00:06Z',
      '7 September 2022, 12:00:05 – 8 September 2022, 12:00:06'
    ],
    [
      'weeks, without their seconds',
      '2022-08-01T10:00:05Z',
      '2022-09-07T12:30:06Z',
      '1 August – 7 September 2022'
    ],
    [
      'years before Christ',
      '-000043-03-14T22:40:40Z',
      '-000042-03-14T22:40:39.999Z',
      '15 March 44 – 14 March 43 BC'
    ]
  ])('tells %s', (_, from, to, words) => {
    expect(window(from, to)).toBe(words);
  });
});

describe('formatDuration', () => {
  test.each([
    [3 * YEAR, '3 years'],
    [1200 * YEAR, '1,200 years'],
    [2 * YEAR, '2 years'],
    [YEAR, '12 months'],
    [5 * 7 * DAY, '5 weeks'],
    [13 * DAY, '13 days'],
    [2 * DAY, '2 days'],
    [30 * HOUR, '30 hours'],
    [6 * HOUR, '6 hours'],
    [90 * MINUTE, '90 minutes'],
    [MINUTE, '1 minute'],
    [5, '1 minute'],
    [-2 * DAY, '2 days']
  ])('calls %d ms %s', (ms, words) => {
    expect(formatDuration(ms, 'en')).toBe(words);
  });

  test('takes its words from the locale', () => {
    expect(formatDuration(5 * 7 * DAY, 'de')).toBe('5 Wochen');
  });
});

test.each(['UTC', 'Asia/Tehran', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
  'no words depend on the clock of a reader in %s',
  (zone) => {
    process.env.TZ = zone;
    expect(say({ edtf: '2022-07-15', latest: '2022-07-17' })).toBe(
      '15 July 2022 (17 July at the latest)'
    );
    expect(say('2021-12-31/2022-01-01')).toBe('31 December 2021 – 1 January 2022');
    expect(formatInstant(Date.parse('2022-09-07T10:00:00Z'), ZONE, 'en', 'minute')).toBe(
      '7 September 2022, 12:00'
    );
  }
);

import { describe, expect, test } from 'vitest';
import { ArchiveIndex } from '../../../src/lib/core/archive/archive-index';
import { archive as t } from '../../../src/lib/i18n/en/archive';
import { whenWords } from '../../../src/lib/viewer/archive/when-words';
import { loadAll, makePlan } from '../core/archive/archive-fixture';
import { columnsOf } from '../core/archive/arbitrary-columns';

function words(from: string | null, to: string | null, zone = 'UTC'): string {
  const start = from === null ? -Infinity : Date.parse(from);
  const end = to === null ? Infinity : Date.parse(to);
  const when = { start, startLatest: start, endEarliest: end, end };
  const index = ArchiveIndex.build(columnsOf([{ when, at: null, kind: 0 }]));
  return whenWords(index, 0, zone, 'en', t);
}

describe('when an event was', () => {
  test.each([
    ['a day', '2022-09-07T00:00Z', '2022-09-07T23:59:59.999Z', '7 September 2022'],
    ['whole months', '2013-05-01T00:00Z', '2017-10-31T23:59:59.999Z', 'May 2013 – October 2017'],
    ['a minute', '2022-09-07T12:04Z', '2022-09-07T12:04Z', '7 September 2022, 12:04'],
    [
      'an instant',
      '2022-09-07T12:04:05.250Z',
      '2022-09-07T12:04:05.250Z',
      '7 September 2022, 12:04:05'
    ],
    ['an open start', null, '2022-09-07T12:04Z', 'until 7 September 2022, 12:04'],
    ['an open end', '2022-09-07T12:04Z', null, 'from 7 September 2022, 12:04'],
    ['open on both sides', null, null, 'open on both sides']
  ])('is told as %s', (_, from, to, wanted) => {
    // Which spaces Intl puts around a dash or before a comma is its own affair.
    expect(words(from, to).replace(/\s/g, ' ')).toBe(wanted);
  });

  test('is told with its doubt, where the file says that the date is only about right, or not certain', async () => {
    const dates = ['2022-08', '2022-08~', '2022-08?', '2022-08-05~/2022-08-09'];
    const csv = ['time,lon,lat', ...dates.map((date) => `${date},1,2`)].join('\n');
    const { columns } = await loadAll(makePlan('a.csv'), csv);
    const index = ArchiveIndex.build(columns);
    const told = dates.map((_, row) =>
      whenWords(index, index.positionOf(row), 'Europe/Tirane', 'en', t)
    );
    const doubt = / \(approximate or uncertain\)$/;
    expect(told.map((words) => doubt.test(words))).toEqual([false, true, true, true]);
    expect(told[2]).toBe('August 2022 (approximate or uncertain)');
  });

  test('is told by the clocks of the story', () => {
    expect(words('2022-09-07T12:04Z', '2022-09-07T12:04Z', 'Europe/Tirane')).toContain('14:04');
  });
});

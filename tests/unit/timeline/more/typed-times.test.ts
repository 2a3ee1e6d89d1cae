import { describe, expect, test } from 'vitest';
import { MINUTE } from '../../../../src/lib/core/zone';
import { timeField, withTime } from '../../../../src/lib/timeline/more/typed-times';

const ZONE = 'Europe/Tirane';
const at = (text: string) => Date.parse(text);

describe('a time field', () => {
  test('shows the time of the zone, as exactly as the axis does', () => {
    const ms = at('2022-09-07T12:34:56.789Z');
    expect(timeField(ms, ZONE, MINUTE)).toBe('14:34');
    expect(timeField(ms, ZONE, 1000)).toBe('14:34:56');
    expect(timeField(ms, ZONE, 10)).toBe('14:34:56.789');
  });

  test('begins with what is typed and ends with all of it', () => {
    const noon = at('2022-09-07T12:00+02:00');
    expect(withTime(noon, '14:30', ZONE, 'from', MINUTE)).toBe(at('2022-09-07T14:30+02:00'));
    expect(withTime(noon, '14:30', ZONE, 'to', MINUTE)).toBe(at('2022-09-07T14:31+02:00') - 1);
    expect(withTime(noon, '14:30:05', ZONE, 'to', MINUTE)).toBe(
      at('2022-09-07T14:30:06+02:00') - 1
    );
  });

  test('takes what browsers leave out for 0 where the axis is as exact', () => {
    const noon = at('2022-09-07T12:00+02:00');
    expect(withTime(noon, '14:30', ZONE, 'to', 1000)).toBe(at('2022-09-07T14:30:01+02:00') - 1);
    expect(withTime(noon, '14:30', ZONE, 'to', 1)).toBe(at('2022-09-07T14:30+02:00'));
    expect(withTime(noon, '14:30:05.25', ZONE, 'from', 1)).toBe(
      at('2022-09-07T14:30:05.250+02:00')
    );
  });

  test('says the same when what it shows is typed again', () => {
    const end = at('2022-09-08T00:00+02:00') - 1;
    for (const step of [MINUTE, 1000, 1]) {
      expect(withTime(end, timeField(end, ZONE, step), ZONE, 'to', step)).toBe(end);
    }
  });

  test.each(['', '25:00', '12', 'noon'])('reads nothing from "%s"', (text) => {
    expect(withTime(0, text, ZONE, 'from', MINUTE)).toBeNull();
  });
});

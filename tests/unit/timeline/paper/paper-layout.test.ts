import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY } from '../../../../src/lib/core/zone';
import { paperTimeline } from '../../../../src/lib/timeline/paper/paper-layout';
import { onDay, part } from '../event-times';

const day = (n: number) => new Date(Date.UTC(2022, 0, 1) + n * DAY).toISOString().slice(0, 10);
const options = { width: 678, zone: 'UTC', locale: 'en' };
const days = fc.array(fc.integer({ min: 0, max: 3000 }), { minLength: 1, maxLength: 60 });

describe('paperTimeline', () => {
  it('has room for every number, on the sheet and clear of the others', () => {
    fc.assert(
      fc.property(days, (all) => {
        const events = all.map((n, i) => ({ number: i + 1, time: onDay(day(n)) }));
        const drawn = paperTimeline(events, options);
        const { numbers = [], layout } = drawn ?? {};
        expect(numbers.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
          events.map(({ number }) => number)
        );
        numbers.forEach((a, i) => {
          expect(a.x).toBeGreaterThanOrEqual(12);
          expect(a.x).toBeLessThanOrEqual(options.width - 12);
          expect(a.y).toBeGreaterThanOrEqual(8);
          expect(a.y).toBeLessThanOrEqual((layout?.base ?? 0) - 8);
          numbers
            .slice(i + 1)
            .forEach((b) =>
              expect(Math.abs(a.y - b.y) >= 15 || Math.abs(a.x - b.x) >= 23).toBe(true)
            );
        });
      }),
      { numRuns: 40 }
    );
  });

  it('tells an exact date from one that is not, and draws nothing where nothing has a date', () => {
    const about = onDay('2022-08-01', { start: part('2022-08-01', { approximate: true }) });
    const drawn = paperTimeline(
      [
        { number: 1, time: onDay('2022-07-01') },
        { number: 2, time: about }
      ],
      options
    );
    expect(drawn?.numbers.map(({ number, exact }) => [number, exact])).toEqual(
      expect.arrayContaining([
        [1, true],
        [2, false]
      ])
    );
    expect(paperTimeline([], options)).toBeNull();
  });
});

import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { buildTrueScale } from '../../../../src/lib/core/elastic-scale';
import { DAY } from '../../../../src/lib/core/zone';
import { eventsAbout, fewInSight, stretchAround } from '../../../../src/lib/timeline/many/sight';
import { mark, onDay } from '../event-times';

test('the stretch around what is in sight holds it and is less than three times as long', () => {
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(unit, fc.double({ min: 1e-9, max: 1, noNaN: true }), (start, span) => {
      const u0 = start * (1 - span);
      const around = stretchAround(u0, u0 + span);
      expect(around.u0).toBeLessThanOrEqual(u0 + span * 1e-6);
      expect(around.u1).toBeGreaterThanOrEqual((u0 + span) * (1 - 1e-9));
      expect(around.u1 - around.u0).toBeLessThan(3.001 * span);
    })
  );
});

test('a short pan leaves it as it is', () => {
  const before = stretchAround(0.3, 0.31);
  expect(stretchAround(0.3004, 0.3104)).toEqual(before);
});

test('events are asked for by the times of a stretch', () => {
  const scale = buildTrueScale({ from: 0, to: 100 * DAY });
  const eventsIn = vi.fn(() => null);
  expect(eventsAbout(eventsIn, scale, { u0: 0.25, u1: 0.5 })).toBeNull();
  expect(eventsIn).toHaveBeenCalledWith({ from: 25 * DAY, to: 50 * DAY }, 300);
});

test('some that are out of sight do not count', () => {
  const first = Date.parse('2022-09-01T00:00Z');
  const scale = buildTrueScale({ from: first, to: first + 30 * DAY });
  const all = Array.from({ length: 200 }, (_, i) =>
    mark(`e${i}`, onDay(i < 120 ? '2022-09-03' : '2022-09-20'))
  );
  expect(fewInSight(all, scale, { u0: 0, u1: 1 })).toBe(false);
  expect(fewInSight(all, scale, { u0: 0, u1: 0.5 })).toBe(true);
});

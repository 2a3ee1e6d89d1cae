import { describe, expect, test } from 'vitest';
import { DAY, MINUTE } from '../../../src/lib/core/zone';
import { MONTH, YEAR } from '../../../src/lib/timeline/calendar';
import { nextStep, snap } from '../../../src/lib/timeline/wall-clock';

const at = (text: string) => Date.parse(text);
describe('a time moved to a step', () => {
  test('of days stays on local midnights where the clocks change', () => {
    const zone = 'Europe/Tirane';
    expect(snap(at('2022-10-30T20:00+01:00'), DAY, zone)).toBe(at('2022-10-31T00:00+01:00'));
    expect(snap(at('2022-10-30T20:00+01:00'), DAY, zone, Math.floor)).toBe(
      at('2022-10-30T00:00+02:00')
    );
  });

  test('of months or years goes to the nearer', () => {
    expect(snap(at('2022-09-20'), MONTH, 'UTC')).toBe(at('2022-10-01'));
    expect(snap(at('2022-06-20'), YEAR, 'UTC')).toBe(at('2022-01-01'));
  });

  test('goes to the next and the one before, never to itself', () => {
    expect(nextStep(at('2022-09-01'), MONTH, 'UTC', 1)).toBe(at('2022-10-01'));
    expect(nextStep(at('2022-09-01'), MONTH, 'UTC', -1)).toBe(at('2022-08-01'));
    expect(nextStep(at('2022-09-07'), MONTH, 'UTC', -1)).toBe(at('2022-09-01'));
  });

  test('gets past an hour that comes twice', () => {
    const zone = 'Europe/Tirane';
    let ms = at('2022-10-30T02:30+02:00');
    for (let i = 0; i < 8; i++) {
      const next = nextStep(ms, 15 * MINUTE, zone, 1);
      expect(next).toBeGreaterThan(ms);
      ms = next;
    }
  });
});

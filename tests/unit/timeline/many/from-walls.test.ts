import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../../../src/lib/core/zone';
import { fromWalls } from '../../../../src/lib/timeline/many/from-walls';
import { fromWall } from '../../../../src/lib/timeline/wall-clock';

const at = (text: string) => Date.parse(text);
const zones = fc.constantFrom(
  'UTC',
  'Europe/Tirane',
  'America/Recife',
  'Africa/Cairo',
  'Asia/Tehran'
);

describe('many readings of the clock', () => {
  test('are the same instants as one by one', () => {
    const first = fc.integer({ min: at('1900-01-01'), max: at('2035-01-01') });
    const gaps = fc.array(
      fc.oneof(
        fc.integer({ min: 1, max: 3 * HOUR }),
        fc.integer({ min: 1, max: 9 * DAY }),
        fc.integer({ min: 1, max: 200 * DAY })
      ),
      { maxLength: 60 }
    );
    fc.assert(
      fc.property(zones, first, gaps, (zone, start, steps) => {
        const walls = [start];
        for (const step of steps) walls.push((walls.at(-1) as number) + step);
        expect([...fromWalls(walls, zone)]).toEqual(walls.map((wall) => fromWall(wall, zone)));
      })
    );
  });

  test('are right in the seven days in which Recife changed its clocks twice', () => {
    const walls = Array.from({ length: 24 * 20 }, (_, i) => at('2000-10-05T00:00Z') + i * HOUR);
    expect([...fromWalls(walls, 'America/Recife')]).toEqual(
      walls.map((wall) => fromWall(wall, 'America/Recife'))
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { greatCircle } from '../../../src/lib/core/geodesy';
import { drawMeasure, measureLine } from '../../../src/lib/map/measure';
import type { LonLat } from '../../../src/lib/core/story';
import { frameAt, place, points, TEHRAN, TIRANA } from './fixture';

const line = (from: LonLat, to: LonLat) =>
  measureLine({ from: place('a', from), to: place('b', to), metres: null }) as readonly LonLat[];
const vertices = (path: string) =>
  [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => [Number(x), Number(y)]);

describe('measureLine', () => {
  it('is the shortest way from place to place', () => {
    const way = line(TIRANA, TEHRAN);
    expect(way[0]).toEqual(TIRANA.map((degrees) => expect.closeTo(degrees, 9)));
    expect(way.at(-1)).toEqual(TEHRAN.map((degrees) => expect.closeTo(degrees, 9)));
  });

  it('is null when one of the places is not on the map', () => {
    const [on, off] = [place('a', TIRANA), place('b', null)];
    expect(measureLine({ from: on, to: off, metres: 1 })).toBeNull();
    expect(measureLine({ from: off, to: on, metres: 1 })).toBeNull();
  });
});

describe('drawMeasure', () => {
  it('writes the distance half way, as the ground has it', () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        const whole = greatCircle(a, b);
        fc.pre(whole > 1000 && whole < 15_000_000);
        const frame = frameAt(a, 6);
        const middle = frame.unproject(drawMeasure(line(a, b), frame).middle) as LonLat;
        fc.pre(Math.abs(middle[1]) < 84);
        expect(greatCircle(a, middle)).toBeCloseTo(whole / 2, -2);
        expect(greatCircle(b, middle)).toBeCloseTo(whole / 2, -2);
      })
    );
  });

  it('is one line from end to end where all of it is in sight', () => {
    const frame = frameAt([35, 40], 4);
    const { path } = drawMeasure(line(TIRANA, TEHRAN), frame);
    expect(path.match(/M/g)).toHaveLength(1);
    const [first, last] = [vertices(path)[0], vertices(path).at(-1)];
    const ends = [TIRANA, TEHRAN].map((point) => frame.project(point));
    expect([first, last]).toEqual(
      ends.map(({ x, y }) => [expect.closeTo(x, 0), expect.closeTo(y, 0)])
    );
  });

  it('leaves out what lies behind the globe', () => {
    const frame = frameAt([0, 0], 1);
    const { path } = drawMeasure(line([-70, 0], [100, 0]), frame);
    expect(path.match(/M/g)).toHaveLength(1);
    const seen = line([-70, 0], [100, 0]).filter((point) => !frame.hides(point));
    expect(seen.length).toBeLessThan(49);
    expect(vertices(path)).toHaveLength(seen.length);
    expect(drawMeasure(line([170, 0], [-170, 0]), frame).path).toBe('');
  });

  it('starts anew where the line comes back into sight', () => {
    const frame = frameAt([0, 0], 1);
    const there = [-60, -50, -100, 100, 50, 60].map((lon): LonLat => [lon, 0]);
    expect(drawMeasure(there, frame).path).toMatch(/^M[^ML]+L[^ML]+M[^ML]+L[^ML]+$/);
  });

  it('leaves out what lies outside the picture, which may be a million pixels long', () => {
    const frame = frameAt(TIRANA, 14);
    const drawn = vertices(drawMeasure(line(TIRANA, TEHRAN), frame).path);
    expect(drawn[0]).toEqual([400, 300]);
    expect(Math.max(...drawn.flat().map(Math.abs))).toBeLessThanOrEqual(840);
    expect(drawn.at(-1)?.[0]).toBeGreaterThan(800);
  });

  it('is not torn at the edge of the world', () => {
    const across = line([170, 10], [-170, 10]);
    for (const center of [179, -179]) {
      const xs = vertices(drawMeasure(across, frameAt([center, 10], 6)).path).map(([x]) => x);
      expect(xs).toEqual(xs.toSorted((a, b) => (a as number) - (b as number)));
    }
  });
});

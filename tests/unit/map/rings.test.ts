import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestToMiddle, ringLabel, RINGS_FROM, ringsFor } from '../../../src/lib/map/rings';
import { DURRES, frameAt, TEHRAN, TIRANA } from './fixture';

describe('ringsFor', () => {
  it('are four at even and round distances, far enough apart to be told apart and no farther than need be', () => {
    const pictures = fc.record({
      zoom: fc.double({ min: RINGS_FROM, max: 17, noNaN: true }),
      metresPerPixel: fc.double({ min: 0.05, max: 60, noNaN: true })
    });
    fc.assert(
      fc.property(pictures, (picture) => {
        const rings = ringsFor(picture);
        const [first] = rings;
        if (first === undefined) throw new Error('no rings');
        const digits = first.metres.toPrecision(6).replace(/e.*$/, '').replace(/[0.]/g, '');
        expect(['1', '2', '5']).toContain(digits);
        expect(first.px).toBeGreaterThan(71.99);
        expect(first.px).toBeLessThan(72 * 2.5 + 0.01);
        expect(rings).toHaveLength(4);
        for (const [i, { metres, px }] of rings.entries()) {
          expect(metres).toBeCloseTo(first.metres * (i + 1), 6);
          expect(px * picture.metresPerPixel).toBeCloseTo(metres, 6);
        }
      })
    );
  });

  it('are none where the map is too far away for them', () => {
    expect(ringsFor(frameAt(TIRANA, RINGS_FROM - 0.01))).toEqual([]);
    expect(ringsFor(frameAt(TIRANA, RINGS_FROM))).not.toEqual([]);
  });
});

describe('ringLabel', () => {
  const size = { width: 400, height: 300 };

  it('stands above, else below, to the right or to the left, wherever that is in the picture', () => {
    expect(ringLabel(100, { x: 200, y: 150 }, size)).toEqual({ x: 0, y: -100 });
    expect(ringLabel(100, { x: 200, y: 90 }, size)).toEqual({ x: 0, y: 100 });
    expect(ringLabel(160, { x: 120, y: 150 }, size)).toEqual({ x: 160, y: 0 });
    expect(ringLabel(160, { x: 280, y: 150 }, size)).toEqual({ x: -160, y: 0 });
    expect(ringLabel(400, { x: 200, y: 150 }, size)).toBeNull();
  });

  it('is always on its ring and within the picture, and found whenever one of the four is', () => {
    const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
    const centers = fc.record({ x: number(-100, 500), y: number(-100, 400) });
    fc.assert(
      fc.property(number(10, 500), centers, (px, center) => {
        const room = (x: number, y: number) =>
          center.x + x > 32 && center.x + x < 368 && center.y + y > 16 && center.y + y < 284;
        const at = ringLabel(px, center, size);
        const any = room(0, -px) || room(0, px) || room(px, 0) || room(-px, 0);
        expect(at !== null).toBe(any);
        if (at === null) return;
        expect(Math.hypot(at.x, at.y)).toBeCloseTo(px, 6);
        expect(room(at.x, at.y)).toBe(true);
      })
    );
  });
});

describe('nearestToMiddle', () => {
  it('is the place nearest to the middle of the picture, of those in it', () => {
    const frame = frameAt([19.6, 41.3], 10);
    expect(nearestToMiddle([TEHRAN, TIRANA, DURRES], frame)).toBe(DURRES);
    expect(nearestToMiddle([TEHRAN], frame)).toBeNull();
    expect(nearestToMiddle([], frame)).toBeNull();
  });

  it('reckons with what covers a side of the picture', () => {
    const aside = frameAt([19.64, 41.33], 9, { middle: { x: 200, y: 300 } });
    expect(nearestToMiddle([TIRANA, DURRES], aside)).toBe(TIRANA);
  });

  it('finds a place on the other side of the antimeridian', () => {
    expect(nearestToMiddle([[-179.9, 0]], frameAt([179.9, 0], 10))).toEqual([-179.9, 0]);
  });
});

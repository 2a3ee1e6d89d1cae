import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOfFrame, showsClearly } from '../../../src/lib/map/frame-bounds';
import { nearest } from '../../../src/lib/map/projection';
import { frameAt, frames, shares } from './fixture';

describe('boundsOfFrame', () => {
  it.each([
    ['a globe', frames(1, 3.5)],
    ['a globe that flattens', frames(3.5, 5.5)],
    ['a flat map', frames(5.5, 17)]
  ])('holds every place in sight on %s, within a few pixels', (_, kind) => {
    fc.assert(
      fc.property(kind, shares, (frame, share) => {
        const point = frame.unproject({ x: share.x * frame.width, y: share.y * frame.height });
        fc.pre(point !== null && !frame.hides(point));
        const [west, south, east, north] = boundsOfFrame(frame);
        const [lon, lat] = nearest(point as [number, number], frame.center[0]);
        // Near the edge of a globe a pixel is many times what it is in the middle.
        const slack = (12 * frame.metresPerPixel) / 111_195;
        const across = slack / Math.max(0.05, Math.cos((lat * Math.PI) / 180));
        expect(lat).toBeGreaterThanOrEqual(south - slack);
        expect(lat).toBeLessThanOrEqual(north + slack);
        expect(lon).toBeGreaterThanOrEqual(west - across);
        expect(lon).toBeLessThanOrEqual(east + across);
      }),
      { numRuns: 400 }
    );
  });

  it('is no larger than need be: all four sides are touched by what is in the picture', () => {
    for (const frame of [frameAt([20, 40], 3), frameAt([20, 40], 4.5), frameAt([20, 40], 9)]) {
      const seen = Array.from({ length: 81 * 61 }, (_, i) =>
        frame.unproject({ x: (i % 81) * 10, y: Math.floor(i / 81) * 10 })
      ).flatMap((point) => (point ? [point] : []));
      const [lons, lats] = [seen.map(([lon]) => lon), seen.map(([, lat]) => lat)];
      const box = [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
      for (const [i, side] of boundsOfFrame(frame).entries())
        expect(Math.abs(side - (box[i] as number))).toBeLessThan(0.5);
    }
  });

  it('is exact on the flat map', () => {
    const [west, south, east, north] = boundsOfFrame(frameAt([0, 0], 6));
    const perDegree = (512 * 2 ** 6) / 360;
    expect([west, east]).toEqual([
      expect.closeTo(-400 / perDegree, 9),
      expect.closeTo(400 / perDegree, 9)
    ]);
    expect(north).toBeCloseTo(-south, 9);
  });

  it('goes all around the world when a pole is in sight', () => {
    const [west, south, east, north] = boundsOfFrame(frameAt([20, 70], 1));
    expect([west, east, north]).toEqual([-160, 200, 90]);
    expect(south).toBeLessThan(30);
    const [, south2, , north2] = boundsOfFrame(frameAt([20, -70], 1));
    expect(south2).toBe(-90);
    expect(north2).toBeGreaterThan(-30);
  });

  it('is half the world for a globe that is seen whole', () => {
    const [west, south, east, north] = boundsOfFrame(frameAt([20, 0], 0.5));
    expect(east - west).toBeGreaterThan(150);
    expect(east - west).toBeLessThan(160);
    expect(north).toBeCloseTo(78.4, 0);
    expect(south).toBeCloseTo(-78.4, 0);
  });

  it('never is wider than the world, and runs on past 180°', () => {
    const wide = boundsOfFrame(frameAt([0, 0], 0.2, { flat: true, width: 1400 }));
    expect(wide[2] - wide[0]).toBe(360);
    expect(boundsOfFrame(frameAt([179, 0], 7))[2]).toBeGreaterThan(180);
  });
});

describe('showsClearly', () => {
  const covered = { top: 16, right: 90, bottom: 200, left: 16 };

  it('is true of what stands between the covered edges alone', () => {
    fc.assert(
      fc.property(frames(1, 17), shares, (frame, share) => {
        const [x, y] = [share.x * frame.width, share.y * frame.height];
        const point = frame.unproject({ x, y });
        fc.pre(point !== null && !frame.hides(point));
        const off = Math.min(
          x - covered.left,
          frame.width - covered.right - x,
          y - covered.top,
          frame.height - covered.bottom - y
        );
        fc.pre(Math.abs(off) > 0.5);
        expect(showsClearly(frame, point as [number, number], covered)).toBe(off > 0);
      })
    );
  });

  it('is false of the far side of the globe', () => {
    expect(showsClearly(frameAt([20, 40], 1), [-160, -40], covered)).toBe(false);
  });
});

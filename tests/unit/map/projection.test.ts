import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { destinationPoints, greatCircle, mercator } from '../../../src/lib/core/geodesy';
import type { LonLat } from '../../../src/lib/core/story';
import { nearest, projectNear, roundnessAt, type Frame } from '../../../src/lib/map/projection';
import { frameAt, frames, points, radiusAt, shares } from './fixture';

const RAD = Math.PI / 180;
const GLOBE = frames(0, 3.5);
const BETWEEN = frames(3.5, 5.5);
const FLAT = frames(5.5, 17);

/** The angle between two places seen from the middle of the Earth, degrees. */
const angle = (a: LonLat, b: LonLat) => greatCircle(a, b) / 6_371_008.8 / RAD;
/** At which angle from the middle of the picture the globe ends. */
const edge = ({ radius, depth }: Frame) => Math.acos(radius / (radius + depth)) / RAD;

/** Where the eye sees a place: a camera over the middle of the picture, all in space, nothing simplified. */
function seen({ center, radius, depth, middle }: Frame, [lon, lat]: LonLat) {
  const onGlobe = (east: number, north: number) => [
    radius * Math.cos(north * RAD) * Math.cos(east * RAD),
    radius * Math.cos(north * RAD) * Math.sin(east * RAD),
    radius * Math.sin(north * RAD)
  ];
  const dot = (a: number[], b: number[]) => a.reduce((sum, v, i) => sum + v * (b[i] as number), 0);
  const out = onGlobe(center[0], center[1]).map((v) => v / radius);
  const right = [-Math.sin(center[0] * RAD), Math.cos(center[0] * RAD), 0];
  const up = [
    -Math.sin(center[1] * RAD) * Math.cos(center[0] * RAD),
    -Math.sin(center[1] * RAD) * Math.sin(center[0] * RAD),
    Math.cos(center[1] * RAD)
  ];
  const eye = out.map((v) => v * (radius + depth));
  const ray = onGlobe(lon, lat).map((v, i) => v - (eye[i] as number));
  const far = -dot(ray, out);
  return {
    x: middle.x + (dot(ray, right) / far) * depth,
    y: middle.y - (dot(ray, up) / far) * depth
  };
}

describe('project', () => {
  it('puts the centre in the middle of the picture', () => {
    fc.assert(
      fc.property(fc.oneof(GLOBE, BETWEEN, FLAT), (frame) => {
        const { x, y } = frame.project(frame.center);
        expect(x).toBeCloseTo(frame.middle.x, 6);
        expect(y).toBeCloseTo(frame.middle.y, 6);
      })
    );
  });

  it('is web Mercator where the map is flat', () => {
    fc.assert(
      fc.property(FLAT, points, (frame, point) => {
        const world = 512 * 2 ** frame.zoom;
        const [a, b] = [mercator(frame.center), mercator(point)];
        const { x, y } = frame.project(point);
        expect(x).toBeCloseTo(frame.middle.x + (b[0] - a[0]) * world, 4);
        expect(y).toBeCloseTo(frame.middle.y + (b[1] - a[1]) * world, 4);
        expect(frame.hides(point)).toBe(false);
      })
    );
  });

  it('is what an eye in space sees of a globe', () => {
    fc.assert(
      fc.property(GLOBE, points, (frame, point) => {
        const [real, drawn] = [seen(frame, point), frame.project(point)];
        expect(Math.hypot(real.x - drawn.x, real.y - drawn.y)).toBeLessThan(1e-6 * frame.radius);
      })
    );
  });

  it('changes by less than a pixel across the zooms at which the globe begins and ends to flatten', () => {
    const near = fc.tuple(points, fc.constantFrom(3.5, 5.5), shares);
    fc.assert(
      fc.property(near, ([center, zoom, share]) => {
        const at = (off: number) => frameAt(center, zoom + off);
        const point = at(0).unproject({ x: share.x * 800, y: share.y * 600 });
        fc.pre(point !== null);
        const [a, b] = [at(-1e-5).project(point as LonLat), at(1e-5).project(point as LonLat)];
        expect(Math.hypot(a.x - b.x, a.y - b.y)).toBeLessThan(0.1);
      })
    );
  });

  it('is as large in all directions around the middle as the flat map, at every zoom', () => {
    for (const zoom of [1, 3.5, 4.2, 5.2, 5.5, 9]) {
      const frame = frameAt([20, 50], zoom);
      const metres = 2 * frame.metresPerPixel;
      for (const point of destinationPoints(frame.center, metres, 12)) {
        const { x, y } = frame.project(point);
        expect(Math.hypot(x - 400, y - 300)).toBeCloseTo(2, 1);
      }
    }
  });
});

describe('hides', () => {
  it('is true for what lies beyond the horizon, by the angle at which the globe ends', () => {
    fc.assert(
      fc.property(GLOBE, points, (frame, point) => {
        const away = angle(frame.center, point) - edge(frame);
        fc.pre(Math.abs(away) > 1e-6);
        expect(frame.hides(point)).toBe(away > 0);
      })
    );
  });

  it('ends where the disc ends: nothing in sight is drawn beyond what is on the edge', () => {
    const frame = frameAt([20, 40], 2);
    const off = (point: LonLat) => {
      const { x, y } = frame.project(point);
      return Math.hypot(x - 400, y - 300);
    };
    const ring = destinationPoints(frame.center, edge(frame) * RAD * 6_371_008.8, 24).map(off);
    expect(Math.max(...ring) - Math.min(...ring)).toBeLessThan(1e-6);
    fc.assert(
      fc.property(points, (point) => {
        fc.pre(!frame.hides(point));
        expect(off(point)).toBeLessThanOrEqual((ring[0] as number) + 1e-6);
      })
    );
  });
});

describe('unproject', () => {
  const back = (frame: Frame, share: { x: number; y: number }) => {
    const at = { x: share.x * frame.width, y: share.y * frame.height };
    const point = frame.unproject(at);
    if (point === null) return null;
    const drawn = frame.project(point);
    return { point, off: Math.hypot(drawn.x - at.x, drawn.y - at.y) };
  };

  it.each([
    ['a globe', GLOBE],
    ['a globe that flattens', BETWEEN],
    ['a flat map', FLAT]
  ])('finds the place that project draws at a point of %s, or is null beside it', (_, kind) => {
    fc.assert(
      fc.property(kind, shares, (frame, share) => {
        const found = back(frame, share);
        fc.pre(found === null || Math.abs(found.point[1]) < 84.9);
        if (found === null) return;
        expect(found.off).toBeLessThan(0.01);
        expect(frame.hides(found.point)).toBe(false);
      })
    );
  });

  it('comes back to the place, when that is well in sight', () => {
    fc.assert(
      fc.property(fc.oneof(GLOBE, BETWEEN, FLAT), points, (frame, point) => {
        const { x, y } = projectNear(frame, point);
        const inside = x >= 0 && y >= 0 && x <= frame.width && y <= frame.height;
        fc.pre(inside && angle(frame.center, point) < 0.9 * edge(frame));
        const found = frame.unproject({ x, y });
        expect(found).not.toBeNull();
        expect(angle(found as LonLat, point)).toBeLessThan(1e-5);
      })
    );
  });

  it('is null beside the globe', () => {
    const frame = frameAt([20, 40], 1);
    expect(frame.unproject({ x: 0, y: 0 })).toBeNull();
    expect(frame.unproject({ x: 400, y: 300 })).not.toBeNull();
  });

  it('is null beside a globe that begins to flatten, on a picture large enough to show its edge', () => {
    const frame = frameAt([20, 40], 3.6, { width: 2600, height: 2200 });
    expect(frame.unproject({ x: 0, y: 0 })).toBeNull();
  });

  it('finds nothing more than half a world away: a globe that begins to flatten has no copies beside it', () => {
    fc.assert(
      fc.property(BETWEEN, shares, (frame, { x, y }) => {
        const found = frame.unproject({
          x: x * frame.width * 2 - frame.width / 2,
          y: y * frame.height
        });
        if (found) expect(Math.abs(found[0] - frame.center[0])).toBeLessThanOrEqual(180);
      }),
      { numRuns: 1000 }
    );
    const middle = { x: 1262, y: 150 };
    const frame = frameAt([-138.8, -4.7], 3.6954, {
      width: 1578,
      height: 300,
      middle,
      depth: 2750
    });
    for (let x = 0; x <= 1578; x++) {
      const found = frame.unproject({ x, y: 30 });
      if (found) expect(Math.abs(found[0] - frame.center[0])).toBeLessThanOrEqual(180);
    }
  });
});

test('roundnessAt falls from a globe to a flat map, and is none on a map that never is a globe', () => {
  expect([0, 3.5, 4.5, 5.5, 12].map((zoom) => roundnessAt(zoom, false))).toEqual([1, 1, 0.5, 0, 0]);
  expect(roundnessAt(0, true)).toBe(0);
});

test('radius is that of a globe on which the middle is as large as on the flat map', () => {
  expect(frameAt([20, 60], 2).radius).toBeCloseTo(radiusAt(60, 2), 9);
  const { radius, metresPerPixel } = frameAt([20, 60], 2);
  expect(radius * metresPerPixel).toBeCloseTo(6_378_137, 3);
});

test('nearest is the same place on the copy of the world beside a longitude', () => {
  fc.assert(
    fc.property(points, fc.double({ min: -900, max: 900, noNaN: true }), (point, reference) => {
      const [lon, lat] = nearest(point, reference);
      expect(lat).toBe(point[1]);
      expect(Math.abs(lon - reference)).toBeLessThanOrEqual(180 + 1e-9);
      expect(Math.abs(Math.round((lon - point[0]) / 360) - (lon - point[0]) / 360)).toBeLessThan(
        1e-9
      );
    })
  );
});

test('projectNear draws across the antimeridian, not around the world', () => {
  const { x } = projectNear(frameAt([179, 0], 6), [-179, 0]);
  expect(x).toBeCloseTo(400 + (2 * 512 * 2 ** 6) / 360, 3);
});

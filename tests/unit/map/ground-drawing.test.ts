import type { MultiLineString, MultiPolygon } from 'geojson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destinationPoints, greatCircle } from '../../../src/lib/core/geodesy';
import type { LonLat } from '../../../src/lib/core/story';
import type { BaseMap } from '../../../src/lib/map/basemap-data';
import { shortestLine } from '../../../src/lib/map/geometry';
import { drawGround } from '../../../src/lib/map/ground-drawing';
import { projectNear, type Frame, type Point } from '../../../src/lib/map/projection';
import { frameAt, points } from './fixture';

const lines = (...all: (readonly LonLat[])[]): MultiLineString => ({
  type: 'MultiLineString',
  coordinates: all.map((line) => line.map((point) => [...point]))
});
const polygons = (...rings: (readonly LonLat[])[]): MultiPolygon => ({
  type: 'MultiPolygon',
  coordinates: rings.map((ring) => [[...ring, ring[0] as LonLat].map((point) => [...point])])
});
const base = (over: Partial<BaseMap>): BaseMap => ({
  land: polygons(),
  lakes: polygons(),
  borders: lines(),
  disputed: lines(),
  ...over
});
/** Of a line around a place, corners all around it. */
const around = (center: LonLat, metres: number) => destinationPoints(center, metres, 7);
const vertices = (path: string): Point[] =>
  [...path.matchAll(/[ML](-?[\d.]+),(-?[\d.]+)/g)].map(([, x, y]) => ({
    x: Number(x),
    y: Number(y)
  }));
const near = (all: readonly Point[], { x, y }: Point) =>
  Math.min(...all.map((other) => Math.hypot(other.x - x, other.y - y)));

/** The same middle as a globe, between globe and flat map, and flat. */
const FRAMES: [string, Frame, number][] = [
  ['a globe', frameAt([20, 40], 2.5), 2_000_000],
  ['a globe that flattens', frameAt([20, 40], 4.5), 500_000],
  ['a flat map', frameAt([20, 40], 6), 200_000],
  ['a flat map of the world', frameAt([20, 40], 2, { flat: true }), 2_000_000],
  ['a picture with its middle aside', frameAt([20, 40], 4.2, { middle: { x: 300, y: 350 } }), 5e5]
];

describe.each(FRAMES)('on %s', (_, frame, reach) => {
  it('draws the corners of a line where project puts them, and between them the shortest way', () => {
    const corners = around([21, 41], reach);
    const { borders } = drawGround(base({ borders: lines(corners) }), frame, { detail: 0 });
    const drawn = vertices(borders);
    for (const corner of corners)
      expect(near(drawn, projectNear(frame, corner))).toBeLessThan(0.08);
    const way = corners.slice(1).flatMap((to, i) => shortestLine(corners[i] as LonLat, to, 400));
    const exact = way.map((point) => projectNear(frame, point));
    for (const at of drawn) expect(near(exact, at)).toBeLessThan(1.5);
  });

  it('draws each part by itself', () => {
    const [a, b] = [around([20, 40], reach / 4), around([22, 41], reach / 8)];
    const drawing = drawGround(
      base({ land: polygons(a), lakes: polygons(b), borders: lines(a), disputed: lines(b) }),
      frame,
      { detail: 0 }
    );
    const first = (path: string) => near(vertices(path), projectNear(frame, a[0] as LonLat));
    const second = (path: string) => near(vertices(path), projectNear(frame, b[0] as LonLat));
    expect([first(drawing.land), first(drawing.borders)].every((off) => off < 0.1)).toBe(true);
    expect([second(drawing.lakes), second(drawing.disputed)].every((off) => off < 0.1)).toBe(true);
    expect(drawing.land).toMatch(/^M[^M]*Z$/);
    expect(drawing.borders).not.toContain('Z');
  });

  it('leaves out what is out of the picture, but for as much around it as is asked for', () => {
    const beside = [-60, -30].map((x) => frame.unproject({ x, y: 250 }) as LonLat);
    const borders = lines(beside);
    expect(drawGround(base({ borders }), frame, { beyond: 10 }).borders).toBe('');
    expect(drawGround(base({ borders }), frame, { beyond: 100 }).borders).not.toBe('');
  });
});

describe('behind the globe', () => {
  const frame = frameAt([20, 40], 2);

  it('nothing is drawn', () => {
    const far = around([-160, -40], 1_000_000);
    const { land, borders } = drawGround(base({ land: polygons(far), borders: lines(far) }), frame);
    expect([land, borders]).toEqual(['', '']);
  });

  it('a line ends at the edge of the globe, and begins there again', () => {
    fc.assert(
      fc.property(points, points, (a, b) => {
        fc.pre(greatCircle(a, b) > 500_000 && greatCircle(a, b) < 19_000_000);
        const { borders } = drawGround(base({ borders: lines([a, b]) }), frame, { detail: 0 });
        const seen = shortestLine(a, b, 200).filter((point) => !frame.hides(point));
        const drawn = vertices(borders);
        if (seen.length > 3) expect(drawn.length).toBeGreaterThan(1);
        const disc = discOf(frame);
        for (const { x, y } of drawn) expect(Math.hypot(x - 400, y - 300)).toBeLessThan(disc + 0.2);
        const exact = shortestLine(a, b, 400).map((point) => frame.project(point));
        for (const at of drawn) expect(near(exact, at)).toBeLessThan(6);
      }),
      { numRuns: 50 }
    );
  });

  it('the globe itself is drawn as large as it is, and not at all where the world is flat', () => {
    const small = frameAt([20, 40], 1);
    const { globe } = drawGround(base({}), small, { beyond: 100 });
    const offs = vertices(globe).map(({ x, y }) => Math.hypot(x - 400, y - 300));
    expect(Math.min(...offs)).toBeGreaterThan(discOf(small) - 0.2);
    expect(Math.max(...offs)).toBeLessThan(discOf(small) + 0.2);
    expect(drawGround(base({}), frameAt([20, 40], 5.5)).globe).toBe('');
    expect(drawGround(base({}), frameAt([20, 40], 1, { flat: true })).globe).toBe('');
  });

  /** How large the globe looks, pixels from its middle: the line of sight that only just touches it. */
  function discOf({ radius, depth }: Frame) {
    return (depth * radius) / Math.sqrt((radius + depth) ** 2 - radius ** 2);
  }
});

it('draws a line across the antimeridian in one piece', () => {
  const line = lines([
    [178, 0],
    [-178, 1]
  ]);
  for (const frame of [frameAt([179, 0], 6), frameAt([-179, 0], 6), frameAt([179, 0], 3)]) {
    const { borders } = drawGround(base({ borders: line }), frame);
    expect(borders.match(/M/g)).toHaveLength(1);
  }
});

describe('points too near to one another to tell', () => {
  const frame = frameAt([20, 40], 6);
  /** A line of a point every fifth of a pixel. */
  const dense = Array.from(
    { length: 400 },
    (_, i) => frame.unproject({ x: 300 + i / 5, y: 300 + 20 * Math.sin(i / 40) }) as LonLat
  );

  it('are drawn as one, and a line keeps both its ends', () => {
    const { borders } = drawGround(base({ borders: lines(dense) }), frame, { detail: 2 });
    const drawn = vertices(borders);
    expect(drawn.length).toBeLessThan(80);
    expect(drawn.length).toBeGreaterThan(30);
    const ends = [dense[0], dense.at(-1)].map((point) => frame.project(point as LonLat));
    expect(near(drawn.slice(0, 1), ends[0] as Point)).toBeLessThan(0.1);
    expect(near(drawn.slice(-1), ends[1] as Point)).toBeLessThan(0.1);
    for (const [i, at] of drawn.slice(1, -1).entries()) {
      const before = drawn[i] as Point;
      expect(Math.max(Math.abs(at.x - before.x), Math.abs(at.y - before.y))).toBeGreaterThanOrEqual(
        1.85
      );
    }
  });

  it('are drawn as one in a ring too, which stays closed', () => {
    const ring = Array.from({ length: 600 }, (_, i) => {
      const angle = (i / 300) * Math.PI;
      return frame.unproject({
        x: 400 + 40 * Math.cos(angle),
        y: 300 + 40 * Math.sin(angle)
      }) as LonLat;
    });
    const { land } = drawGround(base({ land: polygons(ring) }), frame, { detail: 2 });
    expect(land).toMatch(/^M[^MZ]*Z$/);
    const drawn = vertices(land);
    expect(drawn.length).toBeLessThan(150);
    expect(drawn.length).toBeGreaterThan(60);
    for (const { x, y } of drawn) expect(Math.hypot(x - 400, y - 300)).toBeCloseTo(40, 0);
  });

  it('do not run two lines together', () => {
    const [a, b] = [dense.slice(0, 10), dense.slice(10, 20)];
    const { borders } = drawGround(base({ borders: lines(a, b) }), frame, { detail: 6 });
    expect(borders.match(/M/g)).toHaveLength(2);
    const drawn = vertices(borders);
    const ends = [a[0], a.at(-1), b[0], b.at(-1)].map((point) => frame.project(point as LonLat));
    for (const [i, end] of ends.entries())
      expect(near(drawn.slice(i, i + 1), end)).toBeLessThan(0.1);
    expect(drawn).toHaveLength(4);
  });
});

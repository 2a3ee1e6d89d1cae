import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destinationPoints } from '../../../src/lib/core/geodesy';
import type { LonLat } from '../../../src/lib/core/story';
import {
  cameraFor,
  circlesOf,
  depthFor,
  openingOn,
  SHAPES,
  type Circle,
  type Opening
} from '../../../src/lib/map/opening';
import { frameOf, projectNear, type Frame, type Point } from '../../../src/lib/map/projection';
import { DURRES, place, TEHRAN, TIRANA } from './fixture';

/** As in the source: the share of a picture that what is to be seen may take up. */
const FILL = 0.84;

function opened(opening: Opening, width: number, height: number): Frame {
  const { lon, lat, zoom } = cameraFor(opening, width, height);
  return frameOf({
    center: [lon, lat],
    zoom,
    width,
    height,
    middle: { x: width / 2, y: height / 2 },
    depth: depthFor(opening, width, height),
    flat: opening.flat
  });
}

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });
/** Some places within a stretch of the world, which reaches this many degrees in each direction. */
const storiesWithin = (...reaches: number[]) =>
  fc
    .record({
      center: fc.tuple(number(-180, 180), number(-60, 60)),
      reach: fc.constantFrom(...reaches),
      offsets: fc.array(fc.tuple(number(-1, 1), number(-1, 1), number(0, 30_000)), {
        minLength: 1,
        maxLength: 8
      })
    })
    .map(({ center: [lon, lat], reach, offsets }) =>
      offsets.map(([x, y, radius]): Circle => {
        const east = lon + x * reach;
        const north = Math.max(-75, Math.min(75, lat + y * reach));
        return { point: [east - 360 * Math.round(east / 360), north], radius };
      })
    );
const stories = storiesWithin(0.05, 1, 5, 15, 60);
const rim = ({ point, radius }: Circle) =>
  radius > 0 ? destinationPoints(point, radius, 12) : [point];
const within = ({ x, y }: Point, { width, height }: Frame, share: number) =>
  Math.abs(x - width / 2) <= (share * width) / 2 &&
  Math.abs(y - height / 2) <= (share * height) / 2;
/** Between globe and flat map the world is bent by how near one is: nothing there is a matter of scale alone. */
const plain = ({ roundness }: Frame) => roundness === 0 || roundness === 1;

describe('openingOn', () => {
  it('keeps every circle within its share of a picture of the shape, and touches two sides of that', () => {
    fc.assert(
      fc.property(stories, (circles) => {
        const opening = openingOn(circles);
        const frame = opened(opening, SHAPES[opening.shape].width, SHAPES[opening.shape].height);
        fc.pre(plain(frame));
        const drawn = circles.flatMap(rim).map((point) => projectNear(frame, point));
        for (const at of drawn) expect(within(at, frame, FILL + 0.005)).toBe(true);
        if (frame.zoom < 15)
          expect(drawn.every((at) => within(at, frame, FILL - 0.01))).toBe(false);
      }),
      { numRuns: 300 }
    );
  });

  it('keeps every place in a picture of any size', () => {
    const size = fc.tuple(fc.integer({ min: 280, max: 2000 }), fc.integer({ min: 240, max: 1200 }));
    fc.assert(
      fc.property(storiesWithin(1, 15, 60, 170), size, (circles, [width, height]) => {
        const frame = opened(openingOn(circles), width, height);
        for (const { point } of circles) {
          expect(within(projectNear(frame, point), frame, 0.95)).toBe(true);
          // From a little farther away, so that rounding decides nothing at the very edge of the globe.
          expect(frameOf({ ...frame, depth: frame.depth * 1.001 }).hides(point)).toBe(false);
        }
      }),
      { numRuns: 300 }
    );
  });

  it('is of a globe where the places lie on one side of it, and flat where they do not', () => {
    const at = (lon: number, lat = 0): Circle => ({ point: [lon, lat], radius: 0 });
    expect(openingOn([at(0), at(60), at(30, 50)]).flat).toBe(false);
    expect(openingOn([at(0), at(150)]).flat).toBe(false);
    expect(openingOn([at(0), at(160)]).flat).toBe(true);
    expect(openingOn([at(-120), at(0), at(120)]).flat).toBe(true);
  });

  it('has places all around the northern half of the world in sight, not its pole', () => {
    const cities = { LosAngeles: [-118, 34], London: [0, 51], Tehran: [51, 36], Tokyo: [140, 36] };
    const circles = Object.values(cities).map((point) => ({
      point: point as unknown as LonLat,
      radius: 0
    }));
    const frame = opened(openingOn(circles), 1200, 700);
    expect(Math.abs(frame.center[1])).toBeLessThan(70);
    for (const { point } of circles)
      expect(within(projectNear(frame, point), frame, 0.95)).toBe(true);
  });

  it('looks across the antimeridian where that is the shorter way', () => {
    const opening = openingOn([
      { point: [177, -18], radius: 0 },
      { point: [-172, -14], radius: 0 }
    ]);
    expect(opening.center[0]).toBeGreaterThan(180);
    expect(opening.center[0]).toBeCloseTo(182.5, 0);
    expect(opening.zoom).toBeGreaterThan(4);
  });

  it('is of the shape most like what there is to see', () => {
    const box = (east: number, north: number): readonly Circle[] => [
      { point: [20, 0], radius: 0 },
      { point: [20 + east, north], radius: 0 }
    ];
    expect(openingOn(box(2, 0.5)).shape).toBe('wide');
    expect(openingOn(box(0.5, 2)).shape).toBe('tall');
    expect(openingOn(box(1, 1)).shape).toBe('square');
    expect(openingOn(box(1.33, 1)).shape).toBe('broad');
  });

  it('is of the world when there is nothing to see, and of one place in the middle', () => {
    expect(openingOn([]).zoom).toBeLessThan(2);
    const { center, zoom } = openingOn([{ point: TIRANA, radius: 0 }]);
    expect(center).toEqual(TIRANA.map((degrees) => expect.closeTo(degrees, 6)));
    expect(zoom).toBeGreaterThanOrEqual(15);
  });
});

describe('an opening in pictures of two sizes', () => {
  const sizes = fc.record({ width: fc.integer({ min: 300, max: 900 }), share: number(0.5, 1.5) });

  it('is the same picture, larger: so the drawing that comes with a page agrees with the map', () => {
    const scales = number(0.4, 2.5);
    fc.assert(
      fc.property(stories, sizes, scales, (circles, { width, share }, scale) => {
        const opening = openingOn(circles);
        const one = opened(opening, width, width * share);
        const two = opened(opening, width * scale, width * share * scale);
        // Beyond the closest fit, and before the farthest, both stop at the same zoom.
        fc.pre([one, two].every(({ zoom }) => zoom > 0 && zoom < 15));
        fc.pre(plain(one) && one.roundness === two.roundness);
        for (const { point } of circles) {
          const [a, b] = [projectNear(one, point), projectNear(two, point)];
          expect(b.x).toBeCloseTo(a.x * scale, 2);
          expect(b.y).toBeCloseTo(a.y * scale, 2);
        }
      }),
      { numRuns: 300 }
    );
  });

  it('is the same picture on a phone when it is of places all around the world', () => {
    const around = [-150, -90, -30, 30, 90, 150].map((lon, i): Circle => ({
      point: [lon, 10 * i - 30],
      radius: 0
    }));
    const opening = openingOn(around);
    const { width, height } = SHAPES[opening.shape];
    const [desk, phone] = [opened(opening, width, height), opened(opening, 358, 358)];
    for (const { point } of around) {
      const share = (projectNear(desk, point).x - width / 2) / width;
      expect((projectNear(phone, point).x - 179) / 358).toBeCloseTo(share, 6);
    }
  });
});

describe('cameraFor', () => {
  it('goes no closer than there is something to see, and no farther than the world', () => {
    const near = openingOn([{ point: TIRANA, radius: 0 }]);
    expect(cameraFor(near, 1200, 800).zoom).toBe(15);
    expect(cameraFor(openingOn([]), 0, 0).zoom).toBeGreaterThanOrEqual(-2);
    expect(cameraFor(openingOn([]), -50, 300).zoom).toBeLessThan(1);
  });
});

describe('circlesOf', () => {
  const places = [
    place('a', TIRANA, { radius: 500_000 }),
    place('b', TEHRAN, { radius: 20_000 }),
    place('c', DURRES, { radius: 0 }),
    place('d', null)
  ];

  it('has one place whole, and of several their points with little around them', () => {
    expect(circlesOf(places, ['a'])).toEqual([{ point: TIRANA, radius: 500_000 }]);
    expect(circlesOf(places, ['a', 'b'])).toEqual([
      { point: TIRANA, radius: 30_000 },
      { point: TEHRAN, radius: 20_000 }
    ]);
  });

  it('has all places when none are named, and none where there is no point', () => {
    expect(circlesOf(places, null)).toEqual(circlesOf(places, ['a', 'b', 'c', 'd']));
    expect(circlesOf(places, null)).toHaveLength(3);
    expect(circlesOf(places, ['d'])).toEqual([]);
    expect(circlesOf(places, [])).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { Aim } from '../../../src/lib/map/aim';
import { cameraFor, openingOn } from '../../../src/lib/map/opening';
import { TEHRAN, TIRANA } from './fixture';

const SIZE = { width: 1000, height: 600 };
const BARE = { top: 0, right: 0, bottom: 0, left: 0 };
const COVERED = { top: 10, right: 300, bottom: 20, left: 40 };
const CAMERA = { lon: 19.82, lat: 41.33, zoom: 6 };
const opening = openingOn([TIRANA, TEHRAN].map((point) => ({ point, radius: 0 })));
const other = openingOn([{ point: TEHRAN, radius: 0 }]);

describe('a camera', () => {
  it('is gone to once, and rounded as a link carries it', () => {
    const aim = new Aim();
    const exact = { lon: 19.820_000_1, lat: 41.329_999_9, zoom: 6.001 };
    expect(aim.take(exact, SIZE, BARE)).toEqual(CAMERA);
    expect(aim.take({ ...CAMERA }, SIZE, BARE)).toBeNull();
    expect(aim.take({ ...CAMERA, zoom: 7 }, SIZE, BARE)).toEqual({ ...CAMERA, zoom: 7 });
  });

  it('that the reader chose moves nothing when it comes back, rounded or not', () => {
    const aim = new Aim();
    const exact = { lon: 19.820_000_1, lat: 41.329_999_9, zoom: 6.001 };
    expect(aim.moved(exact)).toEqual(CAMERA);
    expect(aim.take(CAMERA, SIZE, BARE)).toBeNull();
    expect(aim.take(exact, SIZE, BARE)).toBeNull();
  });

  it('is gone to again after the reader has left it', () => {
    const aim = new Aim();
    aim.take(CAMERA, SIZE, BARE);
    aim.moved({ lon: 0, lat: 0, zoom: 2 });
    expect(aim.take(CAMERA, SIZE, BARE)).toEqual(CAMERA);
  });

  it('that is no camera moves nothing', () => {
    const aim = new Aim();
    expect(aim.take({ lon: NaN, lat: 0, zoom: 2 }, SIZE, BARE)).toBeNull();
    expect(aim.moved({ lon: 0, lat: 0, zoom: Infinity })).toBeNull();
  });
});

describe('an opening', () => {
  it('is fitted into what nothing covers, once', () => {
    const aim = new Aim();
    expect(aim.take(opening, SIZE, COVERED)).toEqual(cameraFor(opening, 660, 570));
    expect(aim.take({ ...opening }, SIZE, COVERED)).toBeNull();
    expect(aim.take(other, SIZE, COVERED)).toEqual(cameraFor(other, 660, 570));
  });

  it.each([
    { zoom: opening.zoom + 1 },
    { shape: 'tall' as const },
    { center: [0, 0] as const },
    { flat: true }
  ])('that differs by %o is another', (over) => {
    const aim = new Aim();
    aim.take(opening, SIZE, BARE);
    expect(aim.take({ ...opening, ...over }, SIZE, BARE)).not.toBeNull();
  });

  it('is fitted again into another size, until the reader moves the map or a camera is asked for', () => {
    const aim = new Aim();
    expect(aim.refit(SIZE, BARE)).toBeNull();
    aim.take(opening, SIZE, BARE);
    expect(aim.refit({ width: 400, height: 300 }, BARE)).toEqual(cameraFor(opening, 400, 300));
    aim.moved(CAMERA);
    expect(aim.refit(SIZE, BARE)).toBeNull();
    expect(aim.take(opening, SIZE, BARE)).not.toBeNull();
    aim.take({ ...CAMERA, zoom: 8 }, SIZE, BARE);
    expect(aim.refit(SIZE, BARE)).toBeNull();
  });

  it('makes the camera from before it worth going to again', () => {
    const aim = new Aim();
    aim.take(CAMERA, SIZE, BARE);
    aim.take(opening, SIZE, BARE);
    expect(aim.take(CAMERA, SIZE, BARE)).toEqual(CAMERA);
  });
});

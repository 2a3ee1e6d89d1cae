import fc from 'fast-check';
import type { LonLat, Place } from '../../../src/lib/core/story';
import type { Mark } from '../../../src/lib/map/marks';
import { frameOf, type Frame, type Sight } from '../../../src/lib/map/projection';

export const TIRANA: LonLat = [19.82, 41.33];
export const DURRES: LonLat = [19.45, 41.32];
export const TEHRAN: LonLat = [51.42, 35.69];

export const place = (id: string, point: LonLat | null, over: Partial<Place> = {}): Place => ({
  id,
  kind: 'city',
  names: { en: id },
  point,
  radius: 5000,
  pointStatus: 'verified',
  basis: {},
  citations: [],
  sameAs: [],
  note: null,
  ...over
});

export const mark = (id: string, center: LonLat, over: Partial<Mark> = {}): Mark => ({
  id,
  center,
  ids: [id],
  partsAt: Infinity,
  named: id,
  name: id,
  otherNames: [],
  count: 3,
  hue: null,
  single: null,
  approximate: false,
  selected: false,
  related: false,
  ...over
});

/** From the surface to the eye in radii of the globe, as at an opening view. */
const EYE = 4;

/** The radius of the globe at a zoom, pixels. */
export const radiusAt = (lat: number, zoom: number): number =>
  (512 * 2 ** zoom) / (2 * Math.PI * Math.cos((lat * Math.PI) / 180));

/** A picture of 800 by 600 with the eye as far away as it is at an opening view. */
export function frameAt(center: LonLat, zoom: number, over: Partial<Sight> = {}): Frame {
  const { width = 800, height = 600 } = over;
  return frameOf({
    center,
    zoom,
    width,
    height,
    middle: { x: width / 2, y: height / 2 },
    depth: EYE * radiusAt(center[1], Math.min(zoom, 3.5)),
    flat: false,
    ...over
  });
}

const number = (min: number, max: number) => fc.double({ min, max, noNaN: true });

/** Pictures of all kinds at zooms of some range, as seen through the lenses of all kinds of openings. */
export const frames = (least: number, most: number): fc.Arbitrary<Frame> =>
  fc
    .record({
      lon: number(-180, 180),
      lat: number(-70, 70),
      zoom: number(least, most),
      width: fc.integer({ min: 300, max: 1600 }),
      height: fc.integer({ min: 300, max: 1000 }),
      share: number(0.3, 0.7),
      lens: number(0.8, 3.5)
    })
    .map(({ lon, lat, zoom, width, height, share, lens }) =>
      frameAt([lon, lat], zoom, {
        width,
        height,
        middle: { x: width * share, y: height / 2 },
        depth: EYE * radiusAt(lat, lens)
      })
    );

export const points = fc.tuple(number(-180, 180), number(-80, 80)) as fc.Arbitrary<LonLat>;

/** Positions of a picture, in shares of its sides. */
export const shares = fc.record({ x: number(0, 1), y: number(0, 1) });

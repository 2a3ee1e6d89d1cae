import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountryPoint } from '../../../src/lib/map/basemap-data';
import { chooseCountryNames } from '../../../src/lib/map/country-names';
import { overlap, type Rect, type Side } from '../../../src/lib/map/labels';
import { markRadius, type Mark } from '../../../src/lib/map/marks';
import { projectNear, type Frame } from '../../../src/lib/map/projection';
import { frameAt, mark, points } from './fixture';

const CODES = ['AL', 'IR', 'DE', 'FR', 'IT', 'ES', 'PL', 'GR', 'TR', 'IQ', 'UA', 'SE', 'NO', 'FI'];
const country = (code: string, lon: number, lat: number, zoom = 0): CountryPoint => ({
  code,
  point: [lon, lat],
  zoom
});
const choose = (
  countries: readonly CountryPoint[],
  frame: Frame,
  {
    marks = [] as readonly Mark[],
    sides = new Map<string, Side>(),
    language = 'en',
    most = 24
  } = {}
) => chooseCountryNames({ countries, frame, marks, sides, language, most });
const codes = (names: ReturnType<typeof choose>) => names.map(({ code }) => code);

/** Without a canvas a letter is reckoned as 7 pixels wide. */
const boxOf = ({ name, x, y }: { name: string; x: number; y: number }): Rect => {
  const half = (name.length * 7 * 0.95) / 2;
  return [x - half, y - 6, x + half, y + 6];
};

describe('chooseCountryNames', () => {
  const europe = frameAt([20, 45], 3);

  it('writes names in the language asked for, on their countries', () => {
    const [name] = choose([country('AL', 20, 41)], europe, { language: 'fa' });
    const { x, y } = europe.project([20, 41]);
    expect(name).toMatchObject({ code: 'AL', name: 'آلبانی', point: [20, 41], x, y });
  });

  it('waits for the zoom at which a name has room', () => {
    expect(choose([country('AL', 20, 41, 3.01)], europe)).toEqual([]);
    expect(choose([country('AL', 20, 41, 2.99)], europe)).toHaveLength(1);
  });

  it('leaves out what is behind the globe or cut off at the edge', () => {
    expect(choose([country('US', -160, -45)], europe)).toEqual([]);
    const west = europe.unproject({ x: 10, y: 300 }) as [number, number];
    expect(choose([country('IE', ...west)], europe)).toEqual([]);
  });

  it('prefers what is named from farther away, and stops at as many as there may be', () => {
    const crowd = CODES.map((code, i) =>
      country(code, -5 + 25 * (i % 3), 20 + 4 * Math.floor(i / 3), 3 - i / 10)
    );
    const names = codes(choose(crowd, europe, { most: 3 }));
    expect(names).toEqual([...CODES].reverse().slice(0, 3));
    const two = [country('AL', 20, 41, 2), country('GR', 20.2, 41.1, 1)];
    expect(codes(choose(two, europe))).toEqual(['GR']);
  });

  it('leaves out a name that a mark says, wherever the mark stands', () => {
    const both = [country('GR', 22, 39), country('DE', 10, 51)];
    expect(codes(choose(both, europe)).toSorted()).toEqual(['DE', 'GR']);
    const marks = [mark('greece', [0, 30], { name: 'Greece' })];
    expect(codes(choose(both, europe, { marks }))).toEqual(['DE']);
  });

  it('keeps clear of a mark and of the name beside it', () => {
    const at = country('AL', 20, 41);
    expect(choose([at], europe, { marks: [mark('a', [20, 41])] })).toEqual([]);
    const beside = [mark('a', [15, 41], { name: 'A name of some length' })];
    expect(choose([at], europe, { marks: beside })).toHaveLength(1);
    expect(choose([at], europe, { marks: beside, sides: new Map([['a', 'right']]) })).toEqual([]);
  });

  it('lets a mark behind the globe take no room', () => {
    const frame = frameAt([0, 0], 1);
    const far = mark('far', [180, 0]);
    expect(frame.hides(far.center)).toBe(true);
    expect(choose([country('GA', 0, 0)], frame, { marks: [far] })).toHaveLength(1);
  });

  it('never writes over another name or a mark, nor out of the picture', () => {
    const lists = fc.array(
      fc.tuple(fc.constantFrom(...CODES), points, fc.double({ min: 0, max: 4, noNaN: true })),
      { maxLength: 60 }
    );
    const looks = fc.record({ center: points, zoom: fc.double({ min: 0.5, max: 7, noNaN: true }) });
    fc.assert(
      fc.property(lists, fc.array(points, { maxLength: 8 }), looks, (list, stands, look) => {
        const frame = frameAt(look.center, look.zoom);
        const marks = stands.map((center, i) => mark(`m${i}`, center));
        const names = choose(
          list.map(([code, [lon, lat], zoom]) => country(code, lon, lat, zoom)),
          frame,
          { marks, most: 10 }
        );
        expect(names.length).toBeLessThanOrEqual(10);
        const boxes = names.map(boxOf);
        for (const [i, box] of boxes.entries()) {
          expect(Math.min(box[0], box[1], 800 - box[2], 600 - box[3])).toBeGreaterThan(0);
          expect(boxes.slice(i + 1).some((other) => overlap(box, other))).toBe(false);
          for (const { center, ...rest } of marks.filter(({ center }) => !frame.hides(center))) {
            const { x, y } = projectNear(frame, center);
            const r = markRadius({ center, ...rest });
            expect(overlap(box, [x - r, y - r, x + r, y + r])).toBe(false);
          }
        }
      })
    );
  });
});

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readBaseMap, readCountries, type BaseTopology } from '../../../src/lib/map/basemap-data';

const read = (scale: string): BaseTopology =>
  JSON.parse(
    readFileSync(new URL(`../../../static/basemap/drawing-${scale}.json`, import.meta.url), 'utf8')
  );

/** A square of land that two borders part, and a country in it. */
const small = {
  type: 'Topology',
  arcs: [
    [
      [0, 0],
      [0, 10],
      [10, 10],
      [10, 0],
      [0, 0]
    ],
    [
      [5, 0],
      [5, 10]
    ]
  ],
  objects: {
    land: { type: 'MultiPolygon', arcs: [[[0]]] },
    lakes: { type: 'MultiPolygon', arcs: [] },
    borders: { type: 'MultiLineString', arcs: [[1]] },
    disputed: { type: 'MultiLineString', arcs: [] }
  }
} as unknown as BaseTopology;

describe('readBaseMap', () => {
  it('has the ground as shapes in degrees', () => {
    const { land, lakes, borders, disputed } = readBaseMap(small);
    expect(land.coordinates[0]?.[0]).toHaveLength(5);
    expect(borders.coordinates).toEqual([
      [
        [5, 0],
        [5, 10]
      ]
    ]);
    expect([lakes.coordinates, disputed.coordinates]).toEqual([[], []]);
  });

  it.each(['coarse', 'fine'])('reads all of the %s drawing that is served', (scale) => {
    const { land, lakes, borders, disputed } = readBaseMap(read(scale));
    for (const shape of [land, lakes, borders, disputed])
      expect(shape.coordinates.length).toBeGreaterThan(0);
    const degrees = [...land.coordinates.flat(2), ...borders.coordinates.flat()];
    expect(degrees.every(([lon = NaN]) => Math.abs(lon) <= 180)).toBe(true);
    expect(degrees.every(([, lat = NaN]) => Math.abs(lat) <= 90)).toBe(true);
  });

  it('throws at what is not a base map', () => {
    expect(() => readBaseMap({} as BaseTopology)).toThrow();
  });
});

describe('readCountries', () => {
  it('has a code that every browser can name, a point on the globe and a zoom for each', () => {
    const countries = readCountries(read('coarse'));
    expect(countries.length).toBeGreaterThan(100);
    const display = new Intl.DisplayNames('en', { type: 'region' });
    for (const { code, point, zoom } of countries) {
      expect(display.of(code)).not.toBe(code);
      expect(Math.abs(point[0])).toBeLessThanOrEqual(180);
      expect(Math.abs(point[1])).toBeLessThanOrEqual(85);
      expect(zoom).toBeGreaterThanOrEqual(0);
    }
    const names = countries.map(({ code }) => display.of(code));
    expect(names).toEqual(expect.arrayContaining(['Albania', 'Iran', 'Kosovo']));
    expect(new Set(names).size).toBe(names.length);
  });

  it('has none where the file has none', () => {
    expect(readCountries(small)).toEqual([]);
  });
});

import { readFile, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, test } from 'vitest';
import { readBaseMap, unwrapRing, type BaseTopology } from '../../../src/lib/map/basemap-data';
import { buildStyle, colours, namesFilter, type Palette } from '../../../src/lib/map/basemap-style';

const file = (scale: string) =>
  fileURLToPath(new URL(`../../../static/basemap/countries-${scale}.json`, import.meta.url));
const read = async (scale: string) =>
  JSON.parse(await readFile(file(scale), 'utf8')) as BaseTopology;
const PALETTE: Palette = {
  sea: '#dde5e8',
  land: '#f4f1ea',
  hairline: '#d9d6cf',
  quiet: '#5e5c57',
  dark: false
};

describe('the base map', () => {
  it('is small enough for a first picture', async () => {
    expect((await stat(file('110m'))).size).toBeLessThan(90_000);
    expect(gzipSync(await readFile(file('110m'))).length).toBeLessThan(25_000);
    expect(gzipSync(await readFile(file('50m'))).length).toBeLessThan(180_000);
  });

  it.each(['110m', '50m'])('has land at %s that never jumps across the world', async (scale) => {
    const { land } = readBaseMap(await read(scale), 'en');
    const rings = land.geometry.coordinates.flat();
    const jumps = rings.flatMap((ring) =>
      ring.slice(1).filter(([lon, lat], i) => {
        const [before] = ring[i] as [number];
        return Math.abs((lon as number) - before) > 180 && lat !== -90;
      })
    );
    expect(jumps).toEqual([]);
  });

  it('names countries in the language asked for', async () => {
    const named = async (language: string) =>
      readBaseMap(await read('110m'), language).names?.features.map((f) => f.properties.name);
    expect(await named('en')).toEqual(expect.arrayContaining(['Albania', 'Iran', 'Kosovo']));
    expect(await named('fa')).toEqual(expect.arrayContaining(['آلبانی', 'ایران']));
  });

  it('has no names in the fine file, which comes after the coarse one', async () => {
    expect(readBaseMap(await read('50m'), 'en').names).toBeNull();
  });
});

describe('unwrapRing', () => {
  it('runs on past 180°', () => {
    expect(
      unwrapRing([
        [170, 60],
        [-170, 60],
        [-170, 70],
        [170, 60]
      ]).map(([lon]) => lon)
    ).toEqual([170, 190, 190, 170]);
  });

  it('closes a ring around the pole along the bottom of the map', () => {
    const ring = [
      [-120, -70],
      [0, -70],
      [120, -70],
      [-120, -70]
    ];
    expect(unwrapRing(ring)).toEqual([
      [-120, -70],
      [0, -70],
      [120, -70],
      [240, -70],
      [240, -90],
      [-120, -90],
      [-120, -70]
    ]);
  });
});

describe('buildStyle', () => {
  it('asks for nothing from anywhere: no glyphs, no sprite, no tiles', () => {
    const style = buildStyle(PALETTE);
    expect(style).not.toHaveProperty('glyphs');
    expect(style).not.toHaveProperty('sprite');
    expect(Object.values(style.sources).map(({ type }) => type)).toEqual(
      Object.keys(style.sources).map(() => 'geojson')
    );
    expect(JSON.stringify(style)).not.toMatch(/https?:/);
  });

  it('takes every colour from the palette', () => {
    const text = JSON.stringify(buildStyle(PALETTE));
    for (const colour of [PALETTE.sea, PALETTE.land, PALETTE.hairline, PALETTE.quiet])
      expect(text).toContain(colour);
  });

  it('has a layer for each colour that changes with the scheme', () => {
    const layers = buildStyle(PALETTE).layers.map(({ id }) => id);
    expect(layers).toEqual(expect.arrayContaining(Object.keys(colours(PALETTE))));
  });
});

test('namesFilter leaves out the names it is given', () => {
  expect(JSON.stringify(namesFilter(['Iran']))).toContain('["literal",["Iran"]]');
});

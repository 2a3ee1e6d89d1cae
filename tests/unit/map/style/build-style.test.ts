import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import type { LayerSpecification } from 'maplibre-gl';
import { describe, expect, it } from 'vitest';
import { buildStyle, themeColours } from '../../../../src/lib/map/style/build-style';
import { OPTIONS, PALETTES } from './fixture';

const style = buildStyle(OPTIONS);
const ids = style.layers.map(({ id }) => id);
const layer = (id: string) => style.layers.find((one) => one.id === id) as LayerSpecification;
const sourceLayers = style.layers.map((one) => ('source-layer' in one ? one['source-layer'] : ''));

/** Every piece of text in a value, however deep. */
function texts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return value && typeof value === 'object' ? Object.values(value).flatMap(texts) : [];
}

describe('buildStyle', () => {
  it.each([
    ['streets in an archive', OPTIONS],
    ['streets from a TileJSON', { ...OPTIONS, streets: 'https://example.org/streets.json' }],
    ['no streets and no fonts', { ...OPTIONS, streets: null, fonts: null }],
    ['a right-to-left reader', { ...OPTIONS, language: 'fa-IR' }]
  ])('is a style as MapLibre wants it with %s', (_, options) => {
    expect(validateStyleMin(buildStyle(options)).map(({ message }) => message)).toEqual([]);
  });

  it('asks for nothing but what it was given', () => {
    expect(style).not.toHaveProperty('glyphs');
    expect(style).not.toHaveProperty('sprite');
    const addresses = texts(style).filter((text) => text.includes('//'));
    expect(
      addresses.filter((text) => !/^(pmtiles:\/\/)?https:\/\/example\.org\//.test(text))
    ).toEqual([]);
    expect(texts(buildStyle({ ...OPTIONS, streets: null, fonts: null })).join()).not.toContain(
      'streets'
    );
  });

  it('states where each archive has tiles, so that none is asked for others', () => {
    expect(style.sources).toMatchObject({
      world: {
        tiles: ['pmtiles://https://example.org/basemap/world.pmtiles/{z}/{x}/{y}'],
        maxzoom: 6
      },
      albania: { bounds: [18, 39, 22, 43.5], minzoom: 7, maxzoom: 10 },
      iran: { bounds: [43, 24, 64, 40.5], minzoom: 7, maxzoom: 9 }
    });
  });

  it('takes streets from an archive or from a TileJSON by their address', () => {
    const url = (streets: string) => buildStyle({ ...OPTIONS, streets }).sources['streets'];
    const archive = 'https://example.org/s.pmtiles';
    expect(url(archive)).toEqual({ type: 'vector', url: `pmtiles://${archive}` });
    expect(url(`${archive}?v=2`)).toEqual({ type: 'vector', url: `pmtiles://${archive}?v=2` });
    const tileJson = 'https://example.org/s.json';
    expect(url(tileJson)).toEqual({ type: 'vector', url: tileJson });
  });

  it('has few layers', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeLessThanOrEqual(40);
  });

  it('lays regions over the world, streets over regions and names over all', () => {
    const inOrder = ['sea', 'world-land', 'world-disputed', 'albania-sea', 'albania-land'];
    inOrder.push('albania-disputed', 'iran-sea', 'streets-landcover', 'streets-major');
    inOrder.push(
      'streets-names',
      'seas',
      'iran-places',
      'albania-places',
      'world-places',
      'countries'
    );
    const places = inOrder.map((id) => ids.indexOf(id));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places).not.toContain(-1);
    const firstName = style.layers.findIndex(({ type }) => type === 'symbol');
    const later = style.layers.slice(firstName).map(({ type }) => type);
    expect(later.filter((type) => type !== 'symbol')).toEqual([]);
  });

  it('never names what others call a point of interest', () => {
    for (const points of ['poi', 'housenumber', 'aerodrome_label', 'mountain_peak', 'place'])
      expect(sourceLayers).not.toContain(points);
  });

  it('dashes disputed borders and gives them the weight of others', () => {
    expect(layer('world-disputed').paint).toHaveProperty('line-dasharray');
    expect(layer('world-borders').paint).not.toHaveProperty('line-dasharray');
    const width = (id: string) => (layer(id).paint as Record<string, unknown>)['line-width'];
    expect(width('world-disputed')).toEqual(width('world-borders'));
  });

  it('names fonts so that CSS can read them unquoted', () => {
    const fonts = style.layers.flatMap(({ layout = {} }) =>
      'text-font' in layout ? texts(layout['text-font']) : []
    );
    for (const font of fonts) expect(font).toMatch(/^-?[a-z][\w-]*( [a-z][\w-]*)*$/i);
  });
});

describe('themeColours', () => {
  it('holds every colour of the style, each from the palette', () => {
    const none = Object.fromEntries(Object.keys(OPTIONS.palette).map((colour) => [colour, '']));
    const bare = buildStyle({ ...OPTIONS, palette: none as typeof OPTIONS.palette });
    expect(texts(bare.layers).filter((text) => /^(#|rgb|hsl)/.test(text))).toEqual([]);
    for (const { id, paint = {} } of style.layers)
      for (const [property, value] of Object.entries(paint))
        if (texts(value).some((text) => text.startsWith('#')))
          expect(themeColours(OPTIONS)[id]).toHaveProperty(property, value);
  });

  it('uses every colour of the palette', () => {
    const used = texts(themeColours({ ...OPTIONS, palette: PALETTES.dark }));
    expect(used).toEqual(expect.arrayContaining(Object.values(PALETTES.dark)));
  });
});

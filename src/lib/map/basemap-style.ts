import type { FilterSpecification, StyleSpecification } from 'maplibre-gl';

/** The page's own tokens, as MapLibre needs them: plain colours. */
export interface Palette {
  readonly sea: string;
  readonly land: string;
  readonly hairline: string;
  readonly quiet: string;
  readonly dark: boolean;
}

const NOTHING = { type: 'FeatureCollection' as const, features: [] };
const geojson = { type: 'geojson' as const, data: NOTHING, tolerance: 0.25, maxzoom: 9 };

/** A quiet ground: sea, land, borders, few names. No `glyphs`: MapLibre then sets names in the reader's own fonts. */
export function buildStyle(palette: Palette): StyleSpecification {
  return {
    version: 8,
    sources: { land: geojson, borders: geojson, names: { ...geojson, tolerance: 0 } },
    layers: [
      { id: 'sea', type: 'background', paint: {} },
      { id: 'land', type: 'fill', source: 'land', paint: { 'fill-antialias': true } },
      {
        id: 'borders',
        type: 'line',
        source: 'borders',
        layout: { 'line-join': 'round' },
        paint: { 'line-width': ['interpolate', ['linear'], ['zoom'], 1, 0.5, 6, 1.2] }
      },
      {
        id: 'names',
        type: 'symbol',
        source: 'names',
        filter: namesFilter([]),
        layout: {
          'text-field': ['get', 'name'],
          'text-font': ['Charter', 'Georgia', 'serif'],
          'text-size': ['interpolate', ['linear'], ['zoom'], 1, 10, 5, 13],
          'text-letter-spacing': 0.06,
          'text-max-width': 7,
          'text-padding': 6,
          'symbol-sort-key': ['get', 'zoom']
        },
        paint: {}
      }
    ].map((layer) => ({ ...layer, paint: { ...layer.paint, ...colours(palette)[layer.id] } }))
  } as StyleSpecification;
}

/** Names with room at the zoom, but for those that are written elsewhere. */
export function namesFilter(hidden: readonly string[]): FilterSpecification {
  return [
    'all',
    ['>=', ['zoom'], ['get', 'zoom']],
    ['!', ['in', ['get', 'name'], ['literal', [...hidden]]]]
  ];
}

/** The paint properties that change with light and dark, by layer. */
export function colours(palette: Palette): Record<string, Record<string, string | number>> {
  return {
    sea: { 'background-color': palette.sea },
    land: { 'fill-color': palette.land },
    borders: { 'line-color': palette.hairline },
    names: { 'text-color': palette.quiet, 'text-opacity': palette.dark ? 0.75 : 0.7 }
  };
}

/** Reads the tokens where they hold: at the map's own element. */
export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    sea: token('sea'),
    land: token('land'),
    hairline: token('hairline'),
    quiet: token('quiet'),
    dark: matchMedia(DARK).matches
  };
}

export const DARK = '(prefers-color-scheme: dark)';

import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { ITALIC, letteringOf, SERIF } from './fonts';
import { countryOwnText, countryText, nameProperty, nameText } from './label-text';
import { placeLayers } from './place-layers';
import { regionNames } from './region-names';
import { WORLD } from './sources';
import type { StyleOptions } from './style-options';

/** Names of seas, places and countries, above everything else. MapLibre places the last layer first: countries keep their room. */
export function labelLayers(options: StyleOptions): LayerSpecification[] {
  const { language, palette } = options;
  const { px, slanted } = letteringOf(language);
  const filters = nameFilters(options, []);
  return [
    {
      id: 'seas',
      type: 'symbol',
      source: WORLD,
      'source-layer': 'seas',
      filter: ROOM,
      layout: {
        'text-field': nameText(language),
        'text-font': slanted ? ITALIC : SERIF,
        'text-size': ['interpolate', ['linear'], ['zoom'], 1, px(11), 7, px(17)],
        'text-letter-spacing': 0.08,
        'text-max-width': 6,
        'text-padding': 8,
        'symbol-sort-key': ['get', 'zoom']
      },
      paint: { 'text-color': palette.seaLabel }
    },
    ...placeLayers(options, filters['world-places'] as FilterSpecification),
    {
      id: 'countries',
      type: 'symbol',
      source: WORLD,
      'source-layer': 'countries',
      filter: filters['countries'] as FilterSpecification,
      maxzoom: 8,
      layout: {
        'text-field': ['step', ['zoom'], countryText(language), 5, countryOwnText(language)],
        'text-font': SERIF,
        'text-size': ['interpolate', ['linear'], ['zoom'], 1, px(11), 4, px(14), 8, px(24)],
        'text-letter-spacing': 0.1,
        'text-line-height': 1.15,
        'text-max-width': 7,
        'text-padding': 6,
        'symbol-sort-key': ['get', 'zoom']
      },
      paint: {
        'text-color': palette.label,
        'text-halo-color': palette.land,
        'text-halo-width': 1,
        'text-opacity': ['interpolate', ['linear'], ['zoom'], 7, 1, 8, 0]
      }
    }
  ];
}

/** Which names are written, by layer: those with room at the zoom, but for countries and places that are named elsewhere. */
export function nameFilters(
  { archives, language }: Pick<StyleOptions, 'archives' | 'language'>,
  hidden: readonly string[]
): Record<string, FilterSpecification> {
  const names = ['literal', [...new Set(hidden)]];
  const free = (property: string) => ['!', ['in', ['coalesce', ['get', property], ''], names]];
  const places = [...ROOM, ...[nameProperty(language), 'name', 'local'].map(free)];
  const codes = [...regionNames(language)]
    .filter(([, name]) => hidden.includes(name))
    .map(([code]) => code);
  const filters: Record<string, unknown> = {
    countries: [...ROOM, ['!', ['in', ['get', 'code'], ['literal', codes]]]]
  };
  const holders = archives.regions.map(({ id }) => `${id}-places`);
  for (const layer of ['world-places', 'world-places-near', ...holders]) filters[layer] = places;
  return filters as Record<string, FilterSpecification>;
}

// MapLibre asks once a whole zoom; three quarters on are nearer to what is right between two.
const ROOM: ExpressionSpecification = ['all', ['>=', ['+', ['zoom'], 0.75], ['get', 'zoom']]];

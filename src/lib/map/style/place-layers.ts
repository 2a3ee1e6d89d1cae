import type {
  ExpressionSpecification,
  FilterSpecification,
  SymbolLayerSpecification
} from 'maplibre-gl';
import { letteringOf, SERIF } from './fonts';
import { nameText, placeText } from './label-text';
import { CAPITAL_IMAGE, PLACE_IMAGE } from './place-images';
import { MERCATOR_FROM } from './projection-zooms';
import { WORLD } from './sources';
import type { StyleOptions } from './style-options';

type Layout = NonNullable<SymbolLayerSpecification['layout']>;

/** Signs and names of places. MapLibre places the last layer first. */
export function placeLayers(
  { archives, language, palette, streets }: StyleOptions,
  filter: FilterSpecification
): SymbolLayerSpecification[] {
  const { arabic, px } = letteringOf(language);
  // Among a town's own streets its name says nothing any more.
  const fade: ExpressionSpecification | 1 =
    streets === null
      ? 1
      : ['interpolate', ['linear'], ['zoom'], 14, 1, 15, ['case', ['<', ['get', 'rank'], 5], 0, 1]];
  const layer = (id: string, source: string, sides: Layout): SymbolLayerSpecification => ({
    id,
    type: 'symbol',
    source,
    'source-layer': 'places',
    filter,
    layout: {
      'text-field': ['step', ['zoom'], nameText(language), 7, placeText(language)],
      'text-font': SERIF,
      'text-size': sizes(px),
      'text-line-height': 1.1,
      'text-max-width': 9,
      'text-padding': 4,
      'icon-image': ['match', ['get', 'capital'], 1, CAPITAL_IMAGE, PLACE_IMAGE],
      'icon-padding': 0,
      'symbol-sort-key': ['get', 'rank'],
      ...sides
    },
    paint: {
      'text-color': palette.label,
      'text-halo-color': palette.land,
      'text-halo-width': 1.25,
      'text-opacity': fade,
      'icon-color': palette.label,
      'icon-halo-color': palette.land,
      'icon-halo-width': 1,
      'icon-opacity': fade
    }
  });
  const first = arabic ? 'right' : 'left';
  const anySide: Layout = {
    'text-variable-anchor': [first, arabic ? 'left' : 'right', 'bottom', 'top'],
    'text-radial-offset': 0.2,
    'text-justify': 'auto'
  };
  // MapLibre puts names of variable sides where the globe has them, beside their signs, until the last bit of roundness is gone.
  const oneSide: Layout = {
    'text-anchor': first,
    'text-offset': [arabic ? -0.5 : 0.5, 0],
    'text-justify': first
  };
  return [
    ...archives.regions.map(({ id }) => layer(`${id}-places`, id, anySide)).reverse(),
    { ...layer('world-places-near', WORLD, anySide), minzoom: MERCATOR_FROM },
    { ...layer('world-places', WORLD, oneSide), maxzoom: MERCATOR_FROM }
  ];
}

/** In pixels, by zoom and rank. */
function sizes(px: (size: number) => number): ExpressionSpecification {
  const byRank = (first: number, last: number): ExpressionSpecification => {
    return ['interpolate', ['linear'], ['get', 'rank'], 0, px(first), 6, px(last)];
  };
  const [far, middle, near] = [byRank(12, 10), byRank(18, 12), byRank(20, 14)];
  return ['interpolate', ['linear'], ['zoom'], 3, far, 10, middle, 14, near];
}

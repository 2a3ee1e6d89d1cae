import type { ExpressionSpecification as Expression, LayerSpecification } from 'maplibre-gl';
import { WORLD } from './sources';
import type { StyleOptions } from './style-options';

/** Sea, land, water and borders: the coarse world first, then each region's finer picture over it. */
export function groundLayers({ archives, palette }: StyleOptions): LayerSpecification[] {
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette.sea } },
    ...layersOf(WORLD),
    ...archives.regions.flatMap(({ id }): LayerSpecification[] => [
      {
        id: `${id}-sea`,
        type: 'fill',
        source: id,
        'source-layer': 'sea',
        paint: { 'fill-color': palette.sea, 'fill-antialias': false }
      },
      ...layersOf(id)
    ])
  ];

  function layersOf(source: string): LayerSpecification[] {
    return [
      {
        id: `${source}-land`,
        type: 'fill',
        source,
        'source-layer': 'land',
        paint: {
          'fill-color': palette.land,
          // A region's land ends where the region does: an outline would draw its frame.
          ...(source === WORLD && { 'fill-outline-color': palette.coast })
        }
      },
      {
        id: `${source}-rivers`,
        type: 'line',
        source,
        'source-layer': 'rivers',
        layout: { 'line-join': 'round', 'line-cap': 'round' },
        paint: { 'line-color': palette.water, 'line-width': RIVER_WIDTH }
      },
      {
        id: `${source}-lakes`,
        type: 'fill',
        source,
        'source-layer': 'lakes',
        paint: { 'fill-color': palette.sea, 'fill-outline-color': palette.coast }
      },
      {
        id: `${source}-borders`,
        type: 'line',
        source,
        'source-layer': 'borders',
        filter: ['!=', ['get', 'kind'], 'disputed'],
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.border,
          'line-width': BORDER_WIDTH,
          // First-level boundaries are a hint, where a country fills the picture: closer they are too rough, further off too many.
          'line-opacity': [
            'interpolate',
            ['linear'],
            ['zoom'],
            ...[4.5, besides(0), 6, besides(0.45), 9, besides(0.45), 11, besides(0)]
          ]
        }
      },
      {
        id: `${source}-disputed`,
        type: 'line',
        source,
        'source-layer': 'borders',
        filter: ['==', ['get', 'kind'], 'disputed'],
        layout: { 'line-join': 'round' },
        paint: {
          'line-color': palette.border,
          'line-width': BORDER_WIDTH,
          'line-dasharray': [3, 2.5]
        }
      }
    ];
  }
}

/** Full but for first-level boundaries. */
function besides(opacity: number): Expression {
  return ['match', ['get', 'kind'], 'region', opacity, 1];
}

// A disputed line has the weight of any other between countries: the dashes alone say that it is disputed.
const BORDER_WIDTH: Expression = [
  'interpolate',
  ['linear'],
  ['zoom'],
  1,
  ['match', ['get', 'kind'], 'region', 0.3, 0.6],
  6,
  ['match', ['get', 'kind'], 'region', 0.5, 1],
  12,
  ['match', ['get', 'kind'], 'region', 0.9, 1.8]
];

const RIVER_WIDTH: Expression = [
  'interpolate',
  ['exponential', 1.4],
  ['zoom'],
  3,
  ['interpolate', ['linear'], ['get', 'rank'], 0, 0.7, 4, 0.3],
  8,
  ['interpolate', ['linear'], ['get', 'rank'], 0, 1.8, 4, 0.9],
  12,
  ['interpolate', ['linear'], ['get', 'rank'], 0, 4, 4, 1.8]
];

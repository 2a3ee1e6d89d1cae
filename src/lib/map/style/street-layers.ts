import type { ExpressionSpecification, FilterSpecification, LayerSpecification } from 'maplibre-gl';
import { SANS } from './fonts';
import { streetText } from './label-text';
import { STREETS } from './sources';
import type { StyleOptions } from './style-options';

/**
 * Streets of the OpenMapTiles schema, drawn like the ground they lie on. Never its `poi`, `housenumber`, `aerodrome_label` or any other
 * point: what a contested site is called takes a side, and naming sites is what a story's own places are for.
 */
export function streetLayers({ streets, palette }: StyleOptions): LayerSpecification[] {
  if (streets === null) return [];
  return [
    fill('streets-landcover', 'landcover', palette.green, ['in', CLASS, ['literal', COVER]]),
    fill('streets-landuse', 'landuse', palette.green, ['==', CLASS, 'cemetery']),
    fill('streets-parks', 'park', palette.green),
    fill('streets-water', 'water', palette.sea, ['!=', CLASS, 'ocean']),
    line('streets-waterway', 'waterway', palette.water, [1, 2.5], ALL),
    fill('streets-buildings', 'building', palette.building),
    line('streets-rail', 'transportation', palette.roadMinor, [0.6, 1.2], ['==', CLASS, 'rail']),
    line('streets-minor', 'transportation', palette.roadMinor, [0.5, 9], road(MINOR)),
    line('streets-middle', 'transportation', palette.roadMinor, [1.1, 13], road(MIDDLE)),
    line('streets-major', 'transportation', palette.road, [1.8, 18], road(MAJOR))
  ];
}

/** Names along streets. */
export function streetNameLayers(options: StyleOptions): LayerSpecification[] {
  if (options.streets === null) return [];
  return [
    {
      id: 'streets-names',
      type: 'symbol',
      source: STREETS,
      'source-layer': 'transportation_name',
      minzoom: 14,
      filter: ['any', road([...MAJOR, ...MIDDLE]), ['all', ['>=', ['zoom'], 15], road(['minor'])]],
      layout: {
        'text-field': streetText(options.language),
        'text-font': SANS,
        'text-size': ['interpolate', ['linear'], ['zoom'], 14, 10, 18, 13],
        'symbol-placement': 'line',
        'symbol-spacing': 400,
        'text-padding': 12,
        'text-max-angle': 30
      },
      paint: {
        'text-color': options.palette.label,
        'text-halo-color': options.palette.land,
        'text-halo-width': 1.5
      }
    }
  ];
}

const FROM = 11.5;
const TO = 12.5;
const CLASS: ExpressionSpecification = ['get', 'class'];
const ALL: FilterSpecification = true as unknown as FilterSpecification;
const COVER = ['grass', 'wood'];
const MAJOR = ['motorway', 'trunk', 'primary'];
const MIDDLE = ['secondary', 'tertiary'];
const MINOR = ['minor', 'service', 'busway'];
const FADE: ExpressionSpecification = ['interpolate', ['linear'], ['zoom'], FROM, 0, TO, 1];

function road(classes: string[]): ExpressionSpecification {
  return ['in', CLASS, ['literal', classes]];
}

function fill(
  id: string,
  layer: string,
  colour: string,
  filter: FilterSpecification = ALL
): LayerSpecification {
  return {
    id,
    type: 'fill',
    source: STREETS,
    'source-layer': layer,
    minzoom: FROM,
    filter,
    paint: { 'fill-color': colour, 'fill-opacity': FADE }
  };
}

/** A line of the given widths in pixels at zoom 12 and at zoom 18. */
function line(
  id: string,
  layer: string,
  colour: string,
  [far, near]: [number, number],
  filter: FilterSpecification
): LayerSpecification {
  return {
    id,
    type: 'line',
    source: STREETS,
    'source-layer': layer,
    minzoom: FROM,
    filter,
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: {
      'line-color': colour,
      'line-opacity': FADE,
      'line-width': ['interpolate', ['exponential', 1.5], ['zoom'], 12, far, 18, near]
    }
  };
}

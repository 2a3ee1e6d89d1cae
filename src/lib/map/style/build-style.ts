import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { fontFaces } from './fonts';
import { groundLayers } from './ground-layers';
import { labelLayers } from './label-layers';
import { PROJECTION } from './projection-zooms';
import { buildSources } from './sources';
import { streetLayers, streetNameLayers } from './street-layers';
import type { StyleOptions } from './style-options';

/** A quiet ground for events: sea, land, water, borders, streets close up, few names. No `glyphs`, no `sprite`: nothing comes from elsewhere. */
export function buildStyle(options: StyleOptions): StyleSpecification {
  return {
    version: 8,
    projection: PROJECTION,
    ...(options.fonts === null ? {} : { 'font-faces': fontFaces(options.fonts) }),
    sources: buildSources(options),
    layers: layersOf(options)
  };
}

/** The paint properties that change with light and dark, by layer. */
export function themeColours(options: StyleOptions): Record<string, Record<string, unknown>> {
  return Object.fromEntries(
    layersOf(options).map(({ id, paint = {} }) => [
      id,
      Object.fromEntries(Object.entries(paint).filter(([property]) => property.endsWith('-color')))
    ])
  );
}

function layersOf(options: StyleOptions): LayerSpecification[] {
  return [
    ...groundLayers(options),
    ...streetLayers(options),
    ...streetNameLayers(options),
    ...labelLayers(options)
  ];
}

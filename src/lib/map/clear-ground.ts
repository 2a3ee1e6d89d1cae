import type { Feature, FeatureCollection, Point } from 'geojson';
import type { LayerSpecification } from 'maplibre-gl';
import { LABEL_PX } from './label-layout';
import { LABEL_GAP, type Side } from './labels';
import { markRadius, type Mark } from './marks';

/** What the ground writes no name across: a mark and its own name. */
export interface Clear {
  readonly point: readonly [lon: number, lat: number];
  readonly name: string;
  readonly side: Side | null;
  /** Of the mark, pixels. */
  readonly radius: number;
}

export function clearingsFor(
  marks: readonly Mark[],
  sides: ReadonlyMap<string, Side>
): readonly Clear[] {
  return marks
    .filter(({ count }) => count > 0)
    .map((mark) => ({
      point: mark.center,
      name: mark.name,
      side: sides.get(mark.id) ?? null,
      radius: markRadius(mark)
    }));
}

export const CLEAR = 'clear';

/**
 * MapLibre keeps its names off other names of its own, not off what is drawn above it. So each mark is there as a name that nobody sees, placed
 * before all others: layers are placed from the last one on.
 */
export const clearLayers: readonly LayerSpecification[] = [
  {
    id: 'clear-names',
    type: 'symbol',
    source: CLEAR,
    filter: ['has', 'anchor'],
    layout: {
      'text-field': ['get', 'name'],
      'text-font': ['sans-serif'],
      'text-size': LABEL_PX,
      'text-anchor': ['get', 'anchor'],
      'text-offset': ['get', 'offset'],
      'text-max-width': 100,
      'text-allow-overlap': true
    },
    paint: { 'text-opacity': 0 }
  },
  {
    id: 'clear-marks',
    type: 'symbol',
    source: CLEAR,
    layout: {
      'text-field': '■',
      'text-font': ['sans-serif'],
      'text-size': ['*', 1.6, ['get', 'radius']],
      'text-allow-overlap': true
    },
    paint: { 'text-opacity': 0 }
  }
];

const ANCHORS: Record<Side, string> = {
  right: 'left',
  left: 'right',
  below: 'top',
  above: 'bottom'
};

export function clearings(clear: readonly Clear[]): FeatureCollection<Point> {
  return {
    type: 'FeatureCollection',
    features: clear.map(({ point, name, side, radius }): Feature<Point> => {
      const away = (radius + LABEL_GAP) / LABEL_PX;
      const offset = {
        right: [away, 0],
        left: [-away, 0],
        below: [0, away],
        above: [0, -away]
      };
      return {
        type: 'Feature',
        geometry: { type: 'Point', coordinates: [...point] },
        properties: {
          name,
          radius,
          ...(side && { anchor: ANCHORS[side], offset: offset[side] })
        }
      };
    })
  };
}

import type { ProjectionSpecification } from 'maplibre-gl';

/** Up to this zoom the world is drawn as a globe. */
export const GLOBE_UNTIL = 3.5;

/** From this zoom on it is drawn in Web Mercator; between the two MapLibre moves from one to the other. */
export const MERCATOR_FROM = 5.5;

/** The same for MapLibre. */
export const PROJECTION: ProjectionSpecification = {
  type: [
    'interpolate',
    ['linear'],
    ['zoom'],
    GLOBE_UNTIL,
    'vertical-perspective',
    MERCATOR_FROM,
    'mercator'
  ]
};

import type { Map as MapLibreMap } from 'maplibre-gl';

export const PLACE_IMAGE = 'place';
export const CAPITAL_IMAGE = 'place-capital';

/**
 * Gives the map the signs of places, a dot and for capitals a ring; call at each `style.load`, before which the style is not there to take
 * them. They are images rather than circles so that a place without room for its name has no sign either.
 */
export function addPlaceImages(map: Pick<MapLibreMap, 'addImage' | 'hasImage'>): void {
  const add = (id: string, distance: (radius: number) => number) => {
    if (!map.hasImage(id)) map.addImage(id, draw(distance), { sdf: true, pixelRatio: RATIO });
  };
  add(PLACE_IMAGE, (radius) => radius - 1.7);
  add(CAPITAL_IMAGE, (radius) => Math.abs(radius - 2.4) - 0.65);
}

const RATIO = 2;
/** In pixels of the image, of which `RATIO` are one on the map. */
const SIZE = 20;
/** As MapLibre reads distance fields: alpha falls from inside outwards over 8 pixels and passes three quarters at the edge. */
const [REACH, EDGE] = [8, 0.75];

/** A distance field: at each pixel how far it lies outside a shape, by its distance from the middle; in pixels of the map. */
function draw(distance: (radius: number) => number) {
  const data = new Uint8ClampedArray(SIZE * SIZE * 4);
  const middle = (SIZE - 1) / 2;
  for (let y = 0; y < SIZE; y++)
    for (let x = 0; x < SIZE; x++) {
      const outside = distance(Math.hypot(x - middle, y - middle) / RATIO) * RATIO;
      data[(y * SIZE + x) * 4 + 3] = 255 * (EDGE - outside / REACH);
    }
  return { width: SIZE, height: SIZE, data };
}

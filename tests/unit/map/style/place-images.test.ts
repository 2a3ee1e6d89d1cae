import type { Map as MapLibreMap } from 'maplibre-gl';
import { expect, it } from 'vitest';
import { buildStyle } from '../../../../src/lib/map/style/build-style';
import { addPlaceImages } from '../../../../src/lib/map/style/place-images';
import { OPTIONS } from './fixture';

interface Image {
  readonly width: number;
  readonly data: Uint8ClampedArray;
}

/** What is given to a map that has the images `there`. */
function given(there: string[] = []): Map<string, Image> {
  const images = new Map<string, Image>();
  const addImage = (id: string, image: Image) => images.set(id, image);
  const map = { addImage, hasImage: (id: string) => there.includes(id) };
  addPlaceImages(map as unknown as MapLibreMap);
  return images;
}

it('gives the map every image that the style names', () => {
  const named = buildStyle(OPTIONS).layers.flatMap(({ layout = {} }) =>
    'icon-image' in layout ? (layout['icon-image'] as unknown[]).slice(-2) : []
  );
  expect(new Set(named)).toEqual(new Set(given().keys()));
});

it('gives no image twice', () => {
  expect([...given(['place']).keys()]).toEqual(['place-capital']);
});

it('draws a place full and a capital hollow', () => {
  const middle = ({ width, data }: Image) => data[(width * (width / 2) + width / 2) * 4 + 3] ?? 0;
  // Alpha of a distance field at the edge of a shape.
  const edge = 0.75 * 255;
  const images = given();
  expect(middle(images.get('place') as Image)).toBeGreaterThan(edge);
  expect(middle(images.get('place-capital') as Image)).toBeLessThan(edge);
});

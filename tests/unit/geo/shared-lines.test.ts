import { describe, expect, it } from 'vitest';
import { nearlySharedLines, sharedLines } from '../../../geo/shared-lines.mjs';

type LonLat = [number, number];
const area = (name: string, ring: LonLat[]) => ({
  type: 'Feature' as const,
  properties: { name },
  geometry: { type: 'Polygon' as const, coordinates: [[...ring, ring[0] as LonLat]] }
});
const name = (properties: Record<string, string>) => properties.name ?? '';
const west = area('west', [
  [0, 0],
  [1, 0],
  [1, 1],
  [1, 2],
  [0, 2]
]);

describe('sharedLines', () => {
  it('finds the line where two areas meet, whole', () => {
    const east = area('east', [
      [2, 0],
      [2, 2],
      [1, 2],
      [1, 1],
      [1, 0]
    ]);
    const lines = sharedLines([west, east], name);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatchObject({ a: 'east', b: 'west' });
    expect(lines[0]?.line).toHaveLength(3);
  });

  it('finds nothing between areas that only touch in a point', () => {
    const far = area('far', [
      [1, 2],
      [2, 3],
      [1, 3]
    ]);
    expect(sharedLines([west, far], name)).toEqual([]);
  });
});

describe('nearlySharedLines', () => {
  it('draws once what two outlines run along with different points', () => {
    const east = area('east', [
      [2, 0],
      [2, 2],
      [1, 2],
      [1.001, 1.4],
      [1, 0]
    ]);
    const coast = (point: LonLat) => point[0] === 0 || point[0] === 2;
    const lines = nearlySharedLines([west, east], name, coast);
    const along = lines.filter(({ line }) => line.some(([x, y]) => x > 0.9 && y > 0.5));
    expect(along).toHaveLength(1);
    expect(along[0]?.line.map(([, y]) => y).sort()).toEqual([0, 1.4, 2]);
  });
});

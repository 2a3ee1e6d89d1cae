import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import type { LonLat } from '../../../src/lib/core/story';
import { landIn } from '../../../src/lib/map/on-land';

const coarse = new URL('../../../static/basemap/drawing-coarse.json', import.meta.url);
const isLand = landIn(JSON.parse(readFileSync(coarse, 'utf8')));

it.each<[string, LonLat, boolean]>([
  ['Tirana', [19.82, 41.33], true],
  ['Tehran', [51.42, 35.69], true],
  ['the Adriatic', [18, 42], false],
  ['the Atlantic', [-30, 40], false],
  ['Lake Victoria', [33, -1], false]
])('tells land from water: %s', (_, point, land) => {
  expect(isLand(point)).toBe(land);
});

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bordersOf, readAtlas } from '../../../geo/atlas.mjs';
import { sortBorders } from '../../../geo/borders.mjs';
import { CLAIMS_LEFT_OUT, DISPUTES } from '../../../geo/disputed.mjs';
import { readInput } from '../../../geo/read-input.mjs';

const readme = readFileSync(
  fileURLToPath(new URL('../../../geo/README.md', import.meta.url)),
  'utf8'
);

describe('disputed borders', () => {
  it.each(DISPUTES.map(({ id }) => id))('%s has its row in the README', (id) => {
    expect(readme).toMatch(new RegExp(`^\\| ${id} +\\|`, 'm'));
  });

  it('draw each claim of the source or say why not, and none twice', () => {
    const claims = (readInput('claims') as { id: number }[]).map(({ id }) => id);
    const drawn = DISPUTES.flatMap(({ claims = [] }) => claims);
    const left = Object.keys(CLAIMS_LEFT_OUT).map(Number);
    expect([...drawn, ...left].sort((a, b) => a - b)).toEqual(claims);
  });

  it('name only pairs of countries that touch', () => {
    const borders = bordersOf(readAtlas('10m'));
    for (const { id, pairs = [], within } of DISPUTES)
      for (const pair of pairs) {
        const lines = borders.filter(({ a, b }) => pair.includes(a) && pair.includes(b));
        const { disputed } = sortBorders(lines);
        expect(disputed.length, `${id}: ${pair.join('–')}`).toBeGreaterThan(0);
        if (within === undefined) continue;
        const [w, s, e, n] = within;
        const inside = disputed.flat().some(([x, y]) => x > w && x < e && y > s && y < n);
        expect(inside, id).toBe(true);
      }
  });

  it('are solid outside the stretch that is in dispute', () => {
    const border = (line: [number, number][]) => sortBorders([{ a: 'RU', b: 'UA', line }]);
    expect(
      border([
        [33, 46.1],
        [34, 46.1]
      ])
    ).toEqual({
      country: [],
      disputed: [
        [
          [33, 46.1],
          [34, 46.1]
        ]
      ]
    });
    expect(
      border([
        [34, 51],
        [35, 51]
      ])
    ).toEqual({
      country: [
        [
          [34, 51],
          [35, 51]
        ]
      ],
      disputed: []
    });
  });

  it('are none within one country', () => {
    const line: [number, number][] = [
      [114, 22.5],
      [114.2, 22.5]
    ];
    expect(sortBorders([{ a: 'CN', b: 'HK', line }])).toEqual({ country: [], disputed: [] });
    expect(sortBorders([{ a: 'KZ', b: 'KZ', line }])).toEqual({ country: [], disputed: [] });
  });
});

import { describe, expect, it } from 'vitest';
import { readLines, stitchLines, stitchRings } from '../../../geo/gmt-dump.mjs';

const DUMP = `> Shore Bin # 1, Level 2
1\t0
1\t1
0\t1
> Shore Bin # 2, Level 2
0\t1
0\t0
1\t0
> Shore Bin # 3, Level 1
5\t5
`;

describe('readLines', () => {
  it('reads levels and points, and drops what is no line', () => {
    expect(readLines(DUMP)).toEqual([
      {
        level: 2,
        line: [
          [1, 0],
          [1, 1],
          [0, 1]
        ]
      },
      {
        level: 2,
        line: [
          [0, 1],
          [0, 0],
          [1, 0]
        ]
      }
    ]);
  });
});

describe('stitchRings', () => {
  it('joins what was cut at a cell’s edge', () => {
    expect(stitchRings(readLines(DUMP))).toEqual([
      [
        [1, 0],
        [1, 1],
        [0, 1],
        [0, 0],
        [1, 0]
      ]
    ]);
  });

  it('drops what does not close', () => {
    expect(stitchRings(readLines(DUMP).slice(0, 1))).toEqual([]);
  });

  it('knows a point by 0° and by 360°', () => {
    const halves = [
      {
        level: 2,
        line: [
          [0, 0],
          [1, 0],
          [1, 1],
          [0, 1]
        ] as [number, number][]
      },
      {
        level: 2,
        line: [
          [360, 1],
          [359, 1],
          [359, 0],
          [360, 0]
        ] as [number, number][]
      }
    ];
    expect(stitchRings(halves)).toHaveLength(1);
  });
});

describe('stitchLines', () => {
  it('joins parts whichever way they run, and stops where three meet', () => {
    const line = (...line: [number, number][]) => ({ level: 1, line });
    expect(stitchLines([line([1, 0], [0, 0]), line([1, 0], [2, 0])])).toEqual([
      [
        [2, 0],
        [1, 0],
        [0, 0]
      ]
    ]);
    expect(
      stitchLines([line([0, 0], [1, 0]), line([1, 0], [2, 0]), line([1, 0], [1, 1])])
    ).toHaveLength(3);
  });
});

import { describe, expect, it } from 'vitest';
import { flattenPolygon, pixelArea, splitLine, wrapLine } from '../../../geo/plane.mjs';

describe('flattenPolygon', () => {
  it('runs on past 180°, and takes holes along', () => {
    expect(
      flattenPolygon([
        [
          [170, 0],
          [-170, 0],
          [-170, 10],
          [170, 10],
          [170, 0]
        ],
        [
          [-175, 2],
          [-174, 2],
          [-174, 3],
          [-175, 2]
        ]
      ])
    ).toEqual([
      [
        [170, 0],
        [190, 0],
        [190, 10],
        [170, 10],
        [170, 0]
      ],
      [
        [185, 2],
        [186, 2],
        [186, 3],
        [185, 2]
      ]
    ]);
  });

  it('lies on the side where most of it is, wherever the ring begins', () => {
    const [outer] = flattenPolygon([
      [
        [-180, 0],
        [170, 0],
        [160, 10],
        [-180, 10],
        [-180, 0]
      ]
    ]);
    expect(outer?.map(([lon]) => lon)).toEqual([180, 170, 160, 180, 180]);
  });

  it('closes a ring round the pole along the bottom edge', () => {
    const [outer] = flattenPolygon([
      [
        [-180, -70],
        [-60, -72],
        [60, -71],
        [-180, -70]
      ]
    ]);
    const edge = [
      [180, -90],
      [-180, -90],
      [-180, -70]
    ];
    expect(outer).toEqual([[-180, -70], [-60, -72], [60, -71], [180, -70], ...edge]);
  });
});

describe('wrapLine', () => {
  it('brings longitudes back', () => {
    expect(
      wrapLine([
        [190, 1],
        [-190, 2],
        [180, 3]
      ])
    ).toEqual([
      [-170, 1],
      [170, 2],
      [180, 3]
    ]);
  });
});

describe('splitLine', () => {
  it('cuts where a piece’s middle goes in or out, and loses none', () => {
    const east = ([lon]: [number, number]) => lon > 1.2;
    expect(
      splitLine(
        [
          [0, 0],
          [1, 0],
          [2, 0],
          [3, 0]
        ],
        east
      )
    ).toEqual([
      {
        inside: false,
        line: [
          [0, 0],
          [1, 0]
        ]
      },
      {
        inside: true,
        line: [
          [1, 0],
          [2, 0],
          [3, 0]
        ]
      }
    ]);
  });
});

describe('pixelArea', () => {
  it('is the whole map’s width squared for a square of 360° at the equator', () => {
    const ring = [
      [-180, -180],
      [180, -180],
      [180, 180],
      [-180, 180],
      [-180, -180]
    ];
    const small = ring.map(([x = 0, y = 0]) => [x / 1000, y / 1000]);
    expect(pixelArea(small, 0)).toBeCloseTo(0.512 ** 2, 3);
  });
});

import fc from 'fast-check';
import { ArchiveIndex } from '../../../../src/lib/core/archive/archive-index';
import {
  fixedBox,
  fixedBoxHolds,
  fixedX,
  fixedY
} from '../../../../src/lib/core/archive/fixed-point';
import type { Box } from '../../../../src/lib/core/box';
import type { Window } from '../../../../src/lib/core/story';
import { columnsOf, meets, type Row } from '../../core/archive/arbitrary-columns';

export const certainty = fc.constantFrom('may' as const, 'surely' as const);
export const boxes: fc.Arbitrary<Box> = fc.oneof(
  fc
    .tuple(
      fc.integer({ min: -180, max: 180 }),
      fc.integer({ min: -89, max: 80 }),
      fc.integer({ min: 1, max: 360 }),
      fc.integer({ min: 1, max: 120 })
    )
    .map(([west, south, wide, high]): Box => [
      west,
      south,
      west + wide,
      Math.min(90, south + high)
    ]),
  fc.constant<Box>([-180, -90, 180, 90])
);

export const indexOf = (list: readonly Row[]) => ArchiveIndex.build(columnsOf(list));

/** Rows of the events in a window and a box, one by one. */
export function rowsIn(
  list: readonly Row[],
  box: Box,
  window: Window | null,
  certainty: 'may' | 'surely'
): number[] {
  const fixed = fixedBox(box);
  return list.flatMap((row, i) => {
    if (!row.at || !meets(row, window, certainty)) return [];
    return fixedBoxHolds(fixed, fixedX(row.at[0]), fixedY(row.at[1])) ? [i] : [];
  });
}

/** So many instants at a place, one a day from 1970 on. */
export function instants(
  size: number,
  at: (i: number) => readonly [lon: number, lat: number]
): readonly Row[] {
  return Array.from({ length: size }, (_, i) => {
    const start = i * 86_400_000;
    const when = { start, startLatest: start, endEarliest: start, end: start };
    return { when, at: at(i), kind: i % 3 };
  });
}

/** The ith of points spread evenly over a box of degrees around [0, 0]. */
export const scattered = (i: number, wide: number, high: number) =>
  [
    ((i * 0.754_877_666_2) % 1) * wide - wide / 2,
    ((i * 0.569_840_290_9) % 1) * high - high / 2
  ] as const;

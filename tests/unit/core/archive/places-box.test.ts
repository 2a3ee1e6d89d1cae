import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ArchiveIndex } from '../../../../src/lib/core/archive/archive-index';
import { placesBox } from '../../../../src/lib/core/archive/places-box';
import { boxHolds } from '../../../../src/lib/core/box';
import { columnsOf, rows } from './arbitrary-columns';

const wide = ([west, , east]: readonly number[]) =>
  ((east as number) - (west as number) + 360) % 360;

it('holds the places of all dated events, and no box that does is narrower', () => {
  fc.assert(
    fc.property(rows, (list) => {
      const dated = list.filter(({ when, at }) => when && at);
      const box = placesBox(ArchiveIndex.build(columnsOf(list)));
      expect(box === null).toBe(dated.length === 0);
      if (!box) return;
      const [west, south, east, north] = box;
      const roomy = [
        west - 1e-6,
        Math.max(-90, south - 2e-4),
        east + 1e-6,
        Math.min(90, north + 2e-4)
      ] as const;
      for (const { at } of dated) if (at) expect(boxHolds(roomy, at)).toBe(true);
      // From each place eastwards to the one before it.
      const meridians = dated.flatMap(({ at }) => (at ? [at[0] === 180 ? -180 : at[0]] : []));
      const lons = [...new Set(meridians)].sort((a, b) => a - b);
      const widths = lons.map((lon, i) =>
        wide([lon, 0, lons[(i + lons.length - 1) % lons.length] as number])
      );
      expect(wide(box)).toBeCloseTo(Math.min(...widths), 5);
    })
  );
});

it('crosses the antimeridian where that is narrower', () => {
  const at = (lon: number) => ({
    when: { start: 0, startLatest: 0, endEarliest: 0, end: 0 },
    at: [lon, 10] as const,
    kind: 0
  });
  const box = placesBox(ArchiveIndex.build(columnsOf([at(170), at(-175), at(178)])));
  expect(box?.[0]).toBeCloseTo(170, 5);
  expect(box?.[2]).toBeCloseTo(-175, 5);
});

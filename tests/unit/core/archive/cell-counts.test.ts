import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { ArchiveIndex } from '../../../../src/lib/core/archive/archive-index';
import { CellCounts } from '../../../../src/lib/core/archive/cell-counts';
import { cellOf, gridOver, type CellGrid } from '../../../../src/lib/core/archive/cell-grid';
import { RunningSums } from '../../../../src/lib/core/archive/cell-sums';
import { fixedX, fixedY, X_UNITS } from '../../../../src/lib/core/archive/fixed-point';
import type { Box } from '../../../../src/lib/core/box';
import type { Window } from '../../../../src/lib/core/story';
import { columnsOf, meets, rows, window, type Row } from './arbitrary-columns';

const certainty = fc.constantFrom('may' as const, 'surely' as const);
const boxes: fc.Arbitrary<Box> = fc.oneof(
  fc
    .tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -85, max: 80, noNaN: true }),
      fc.double({ min: 0.1, max: 360, noNaN: true }),
      fc.double({ min: 0.1, max: 60, noNaN: true })
    )
    .map(
      ([west, south, wide, high]) => [west, south, west + wide, Math.min(85, south + high)] as const
    ),
  fc.constant<Box>([-180, -90, 180, 90])
);

/** Cell by cell, event by event. */
function bruteForce(
  list: readonly Row[],
  grid: CellGrid,
  span: Window | null,
  certainty: 'may' | 'surely'
) {
  const cells = new Map<number, { count: number; sure: number; east: number; y: number }>();
  for (const row of list) {
    if (!row.at || !meets(row, span, certainty)) continue;
    const [x, y] = [fixedX(row.at[0]), fixedY(row.at[1])];
    const cell = cellOf(grid, x, y);
    if (cell < 0) continue;
    const own = cells.get(cell) ?? { count: 0, sure: 0, east: 0, y: 0 };
    own.count++;
    if (meets(row, span, 'surely')) own.sure++;
    own.east += (x - grid.west) >>> 0;
    own.y += y;
    cells.set(cell, own);
  }
  return cells;
}

function compare(
  list: readonly Row[],
  index: ArchiveIndex,
  grid: CellGrid,
  span: Window | null,
  certainty: 'may' | 'surely',
  counts = new CellCounts(index)
) {
  counts.look(grid);
  const cells = counts.count(span, certainty);
  const wanted = bruteForce(list, grid, span, certainty);
  expect(cells.length).toBe(wanted.size);
  for (let i = 0; i < cells.length; i++) {
    const own = wanted.get(cells.cell[i] as number);
    expect(cells.counts[i]).toBe(own?.count);
    expect(cells.sure[i]).toBe(own?.sure);
    if (!own) continue;
    const mean = own.east / own.count;
    const east = ((cells.x[i] as number) - grid.west + 2 * X_UNITS) % X_UNITS;
    expect(Math.min(Math.abs(east - mean), X_UNITS - Math.abs(east - mean))).toBeLessThan(1e-3);
    expect(Math.abs((cells.y[i] as number) - own.y / own.count)).toBeLessThan(1e-3);
    const single = cells.single[i] as number;
    expect(single >= 0).toBe(own.count === 1);
    if (single >= 0) {
      const row = list[index.rows[single] as number] as Row;
      expect(cellOf(grid, fixedX(row.at?.[0] ?? NaN), fixedY(row.at?.[1] ?? NaN))).toBe(
        cells.cell[i]
      );
      expect(meets(row, span, certainty)).toBe(true);
    }
  }
  expect(cells.total).toBe([...wanted.values()].reduce((sum, { count }) => sum + count, 0));
}

function compareAll(
  list: readonly Row[],
  index: ArchiveIndex,
  grid: CellGrid,
  spans: readonly (Window | null)[],
  counts: CellCounts
) {
  for (const span of spans)
    for (const certainty of ['may', 'surely'] as const)
      compare(list, index, grid, span, certainty, counts);
}

describe('counts by cell', () => {
  it('are exact, may and surely, with the mean place of what is counted', () => {
    fc.assert(
      fc.property(
        rows,
        boxes,
        fc.integer({ min: -1, max: 17 }),
        window,
        certainty,
        (list, box, zoom, span, certainty) => {
          const index = ArchiveIndex.build(columnsOf(list));
          compare(list, index, gridOver(box, zoom, 64), span, certainty);
        }
      ),
      { numRuns: 500 }
    );
  });

  it('add up to the events in view, in the world as a whole to all that have a place', () => {
    fc.assert(
      fc.property(rows, window, certainty, (list, span, certainty) => {
        const counts = new CellCounts(ArchiveIndex.build(columnsOf(list)));
        counts.look(gridOver([-180, -90, 180, 90], 3, 64));
        const placed = list.filter((row) => row.at && meets(row, span, certainty)).length;
        expect(counts.count(span, certainty).total).toBe(placed);
      })
    );
  });

  it('are the same where there are so many events that they are not looked at one by one', () => {
    const many = makeMany(80_000);
    const index = ArchiveIndex.build(columnsOf(many));
    const counts = new CellCounts(index);
    const grid = gridOver([-150, -60, 120, 70], 2, 64);
    const spans = [
      null,
      { from: 0, to: 1000 },
      { from: 100, to: 999 },
      { from: 250, to: 980 },
      { from: 3, to: 970 }
    ];
    compareAll(many, index, grid, spans, counts);
  }, 60_000);

  it('are the same, for narrow windows too, when the first wide one has been prepared', () => {
    const many = makeMany(80_000);
    const index = ArchiveIndex.build(columnsOf(many));
    const counts = new CellCounts(index);
    expect(counts.prepare()).toBe(false);
    const grid = gridOver([-150, -60, 120, 70], 2, 64);
    counts.look(grid);
    expect([1, 2, 3].map(() => counts.prepare())).toEqual([true, true, false]);
    const added = vi.spyOn(RunningSums.prototype, 'add');
    counts.count({ from: 500, to: 501 }, 'may');
    expect(added).toHaveBeenCalledTimes(2);
    added.mockRestore();
    const spans = [
      null,
      { from: 500, to: 501 },
      { from: 300, to: 330 },
      { from: 40, to: 90 },
      { from: 0, to: 1400 }
    ];
    compareAll(many, index, grid, spans, counts);
    // Another grid has nothing ready yet.
    const near = gridOver([0, 0, 50, 50], 5, 64);
    compare(many, index, near, { from: 40, to: 90 }, 'may', counts);
    expect(counts.prepare()).toBe(true);
  }, 60_000);

  it('of few events have nothing to be prepared', () => {
    const counts = new CellCounts(ArchiveIndex.build(columnsOf(makeMany(1000))));
    counts.look(gridOver([-180, -90, 180, 90], 3, 64));
    expect(counts.prepare()).toBe(false);
  });

  it('needs a grid first', () => {
    expect(() => new CellCounts(ArchiveIndex.build(columnsOf([]))).count(null, 'may')).toThrow(
      'look()'
    );
  });
});

describe('a grid over a box', () => {
  it('has cells of one to two times the least width, whose borders stay while the map pans', () => {
    const screen = (west: number, south: number, zoom: number): Box => [
      west,
      south,
      west + 700 / 2 ** zoom,
      Math.min(85, south + 500 / 2 ** zoom)
    ];
    const corner = fc.tuple(
      fc.double({ min: -180, max: 180, noNaN: true }),
      fc.double({ min: -60, max: 60, noNaN: true })
    );
    fc.assert(
      fc.property(corner, corner, fc.double({ min: 4, max: 17, noNaN: true }), (a, b, zoom) => {
        const [one, other] = [
          gridOver(screen(...a, zoom), zoom, 64),
          gridOver(screen(...b, zoom), zoom, 64)
        ];
        const width = (512 * 2 ** zoom * 2 ** one.xShift) / X_UNITS;
        expect(width).toBeGreaterThanOrEqual(64);
        expect(width).toBeLessThan(128.001);
        expect(other.xShift).toBe(one.xShift);
        expect((one.west - other.west) % 2 ** one.xShift === 0).toBe(true);
        expect((one.north - other.north) % 2 ** one.yShift === 0).toBe(true);
      })
    );
  });

  it('covers the box', () => {
    fc.assert(
      fc.property(
        boxes,
        fc.double({ min: -1, max: 17, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ([west, south, east, north], zoom, u, v) => {
          const grid = gridOver([west, south, east, north], zoom, 64);
          const [x, y] = [fixedX(west + u * (east - west)), fixedY(south + v * (north - south))];
          expect(cellOf(grid, x, y)).toBeGreaterThanOrEqual(0);
        }
      )
    );
  });
});

/** Bursts in time, clusters in space, some lasting, some uncertain; the same each time. */
function makeMany(size: number): Row[] {
  let seed = 7;
  const random = () => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32;
  return Array.from({ length: size }, () => {
    const start = Math.floor(random() * random() * 1000);
    const soft = random() < 0.2 ? Math.floor(random() * 8) : 0;
    const long = random() < 0.3 ? Math.floor(random() * random() * 400) : 0;
    const end = start + soft + long;
    return {
      when: { start, startLatest: start + soft, endEarliest: end - soft, end },
      at:
        random() < 0.02
          ? null
          : [Math.round(random() * 12) * 25 - 150 + random(), random() * 150 - 75],
      kind: 0
    };
  });
}

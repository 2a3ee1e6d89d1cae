import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packLanes, type LaneItem } from '../../../src/lib/timeline/lanes';

const SIZE = 12;
const shape = (id: string, at: number, reach = SIZE / 2): LaneItem => ({
  id,
  at,
  from: at - reach,
  to: at + reach,
  bar: false
});
const bar = (id: string, from: number, to: number): LaneItem => ({
  id,
  at: from + 6,
  from,
  to,
  bar: true
});
const items = fc
  .array(
    fc.record({
      at: fc.integer({ min: 0, max: 400 }),
      before: fc.integer({ min: 0, max: 120 }),
      after: fc.integer({ min: 0, max: 120 }),
      bar: fc.boolean()
    }),
    { maxLength: 80 }
  )
  .map((list) =>
    list.map(({ at, before, after, bar }, i): LaneItem => {
      return { id: String(i), at, from: at - before, to: at + after, bar };
    })
  );

describe('packing marks into rows', () => {
  test('lets a mark alone stand next to the axis where it is wanted', () => {
    expect(packLanes([shape('a', 50)], { rows: 4, size: SIZE }).placed).toEqual([
      { id: 'a', row: 0, x: 50, bar: null }
    ]);
  });

  test('puts marks of one hour above each other', () => {
    const { placed } = packLanes([shape('a', 50), shape('b', 50), shape('c', 52)], {
      rows: 4,
      size: SIZE
    });
    expect(placed.map(({ row }) => row)).toEqual([0, 1, 2]);
  });

  test('moves a mark aside within its day before it gives it up', () => {
    const many = Array.from({ length: 6 }, (_, i) => shape(String(i), 50, 40));
    const { placed, overflow } = packLanes(many, { rows: 2, size: SIZE });
    expect(overflow).toEqual([]);
    expect(placed.every(({ x }) => x >= 16 && x <= 84)).toBe(true);
  });

  test('gives bars the upper rows', () => {
    const { placed } = packLanes([shape('a', 50), bar('long', 0, 300)], { rows: 4, size: SIZE });
    expect(placed.find(({ id }) => id === 'long')?.row).toBe(3);
  });

  test('lets a mark sit on the bar of another only when every row has a bar', () => {
    const { placed } = packLanes([bar('x', 0, 300), bar('y', 0, 300), shape('a', 150)], {
      rows: 2,
      size: SIZE
    });
    expect(placed.find(({ id }) => id === 'a')).toMatchObject({ x: 150, bar: null });
  });

  test('counts what has no room, together where it is close together', () => {
    const crowd = Array.from({ length: 7 }, (_, i) => shape(`a${i}`, 50));
    const far = Array.from({ length: 5 }, (_, i) => shape(`b${i}`, 300));
    const { placed, overflow } = packLanes([...crowd, ...far], { rows: 3, size: SIZE });
    expect(placed.length).toBe(4);
    expect(overflow.map(({ x, ids }) => [x, ids.length])).toEqual([
      [50, 5],
      [300, 3]
    ]);
  });

  test('loses none, overlaps neither shapes nor bars and keeps shapes in their spans', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 6 }), (all, rows) => {
        const { placed, overflow } = packLanes(all, { rows, size: SIZE });
        const ids = [...placed.map(({ id }) => id), ...overflow.flatMap(({ ids }) => ids)];
        expect(ids.sort()).toEqual(all.map(({ id }) => id).sort());
        for (const a of placed) {
          const item = all.find(({ id }) => id === a.id) as LaneItem;
          expect(a.row).toBeLessThan(rows);
          expect(a.x).toBeGreaterThanOrEqual(item.from - 1e-6);
          expect(a.x).toBeLessThanOrEqual(item.to + 1e-6);
          for (const b of placed) {
            if (a === b || a.row !== b.row) continue;
            expect(Math.abs(a.x - b.x)).toBeGreaterThan(SIZE - 1e-3);
            if (a.bar && b.bar) expect(a.bar.to < b.bar.from || b.bar.to < a.bar.from).toBe(true);
          }
        }
      })
    );
  });

  test('does not depend on how far the axis is panned', () => {
    fc.assert(
      fc.property(items, fc.integer({ min: -1000, max: 1000 }), (all, by) => {
        const options = { rows: 4, size: SIZE };
        const moved = all.map((item) => ({
          ...item,
          at: item.at + by,
          from: item.from + by,
          to: item.to + by
        }));
        const rows = (list: readonly LaneItem[]) =>
          packLanes(list, options).placed.map(({ id, row }) => [id, row]);
        expect(rows(moved)).toEqual(rows(all));
      })
    );
  });
});

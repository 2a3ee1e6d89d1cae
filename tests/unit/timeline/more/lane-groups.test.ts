import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { packByName } from '../../../../src/lib/timeline/more/lane-groups';
import type { LaneItem } from '../../../../src/lib/timeline/lanes';

const SIZE = 12;
const shape = (id: string, at: number): LaneItem => ({
  id,
  at,
  from: at - 6,
  to: at + 6,
  bar: false
});
const byFirstLetter = (id: string) => (id.startsWith('-') ? null : (id[0] ?? null));

describe('rows by name', () => {
  test('have the name with the most marks uppermost and what has none lowest', () => {
    const items = ['b1', 'a1', 'a2', '-1'].map((id, i) => shape(id, 50 * i));
    const { groups } = packByName(items, byFirstLetter, { rows: 3, size: SIZE });
    expect(groups).toEqual([
      { name: 'a', row: 2, rows: 1 },
      { name: 'b', row: 1, rows: 1 },
      { name: 'other', row: 0, rows: 1 }
    ]);
  });

  test('take the last names together when there are more than rows', () => {
    const items = ['a1', 'a2', 'b1', 'b2', 'c1', 'd1'].map((id, i) => shape(id, 50 * i));
    const { groups, placed } = packByName(items, byFirstLetter, { rows: 3, size: SIZE });
    expect(groups.map(({ name }) => name)).toEqual(['a', 'b', 'other']);
    expect(placed.filter(({ row }) => row === 0).map(({ id }) => id)).toEqual(['c1', 'd1']);
  });

  test('go to where marks are most when there are some to spare', () => {
    const items = ['a1', 'a2', 'a3', 'b1'].map((id, i) => shape(id, 50 * i));
    const { groups } = packByName(items, byFirstLetter, { rows: 4, size: SIZE });
    expect(groups.map(({ rows }) => rows)).toEqual([3, 1]);
  });

  test('lose no mark, and keep each within the rows of its name', () => {
    const item = fc.tuple(
      fc.constantFrom('a', 'b', 'c', 'd', 'e', '-'),
      fc.integer({ max: 300, min: 0 })
    );
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 60 }),
        fc.integer({ min: 1, max: 6 }),
        (list, rows) => {
          const items = list.map(([letter, at], i) => shape(`${letter}${i}`, at));
          const { placed, overflow, groups } = packByName(items, byFirstLetter, {
            rows,
            size: SIZE
          });
          const ids = [...placed.map(({ id }) => id), ...overflow.flatMap(({ ids }) => ids)];
          expect(ids.sort()).toEqual(items.map(({ id }) => id).sort());
          const groupOf = (id: string) =>
            groups.find(({ name }) => name === byFirstLetter(id)) ??
            groups.find(({ name }) => name === 'other');
          for (const { id, row } of placed) {
            const group = groupOf(id);
            expect(row).toBeGreaterThanOrEqual(group?.row ?? NaN);
            expect(row).toBeLessThan((group?.row ?? 0) + (group?.rows ?? 0));
          }
          const taken = groups.reduce((sum, group) => sum + group.rows, 0);
          expect(taken).toBe(items.length > 0 ? rows : 0);
        }
      )
    );
  });
});

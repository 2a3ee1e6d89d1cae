import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  rollHeight,
  rowsInSight,
  scrollToRow
} from '../../../src/lib/viewer/archive/rolling-window';

const roll = fc
  .record({
    rows: fc.oneof(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 3_000_000 })),
    rowHeight: fc.integer({ min: 30, max: 120 }),
    viewport: fc.integer({ min: 150, max: 900 })
  })
  .filter(({ rows, rowHeight, viewport }) => rows * rowHeight > viewport);
const share = fc.double({ min: 0, max: 1, noNaN: true });

describe('a list that rolls', () => {
  it('is never taller than a browser can make it', () => {
    fc.assert(
      fc.property(roll, (roll) => {
        expect(rollHeight(roll)).toBeLessThanOrEqual(15_000_000);
        if (roll.rows < 100_000) expect(rollHeight(roll)).toBe(roll.rows * roll.rowHeight);
      })
    );
  });

  it('fills what is in sight with rows that exist, and makes few', () => {
    fc.assert(
      fc.property(roll, share, (roll, share) => {
        const scrollTop = share * (rollHeight(roll) - roll.viewport);
        const { from, to, top } = rowsInSight(roll, scrollTop);
        expect(from).toBeGreaterThanOrEqual(0);
        expect(to).toBeLessThanOrEqual(roll.rows);
        expect(top).toBeLessThanOrEqual(scrollTop + 1e-3);
        expect(top + (to - from) * roll.rowHeight).toBeGreaterThanOrEqual(
          scrollTop + roll.viewport - 1e-3
        );
        expect(to - from).toBeLessThanOrEqual(roll.viewport / roll.rowHeight + 10);
      })
    );
  });

  it('draws the first or last rows where it is said to be scrolled beyond its ends', () => {
    // As when the list has just become shorter: what is drawn beyond its end would keep the browser there.
    fc.assert(
      fc.property(roll, fc.double({ min: 0.01, max: 2e7, noNaN: true }), (roll, beyond) => {
        const end = rollHeight(roll) - roll.viewport;
        expect(rowsInSight(roll, -beyond)).toEqual(rowsInSight(roll, 0));
        expect(rowsInSight(roll, end + beyond)).toEqual(rowsInSight(roll, end));
      })
    );
  });

  it('starts with the first row and ends with the last', () => {
    fc.assert(
      fc.property(roll, (roll) => {
        expect(rowsInSight(roll, 0).from).toBe(0);
        expect(rowsInSight(roll, rollHeight(roll) - roll.viewport).to).toBe(roll.rows);
      })
    );
  });

  it('brings any row whole into sight, and does not move for one that is', () => {
    fc.assert(
      fc.property(roll, share, share, (roll, share, other) => {
        const before = share * (rollHeight(roll) - roll.viewport);
        const row = Math.floor(other * (roll.rows - 1));
        const scrollTop = scrollToRow(roll, before, row);
        const { from, top } = rowsInSight(roll, scrollTop);
        const at = top + (row - from) * roll.rowHeight - scrollTop;
        expect(at).toBeGreaterThanOrEqual(-0.01);
        expect(at + roll.rowHeight).toBeLessThanOrEqual(
          Math.max(roll.viewport, roll.rowHeight) + 0.01
        );
        expect(scrollToRow(roll, scrollTop, row)).toBeCloseTo(scrollTop, 3);
      })
    );
  });
});

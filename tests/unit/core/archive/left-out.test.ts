import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LeftOut } from '../../../../src/lib/core/archive/left-out';
import { Uint32List } from '../../../../src/lib/core/archive/uint32-list';

describe('rows that were left out', () => {
  it('tell the row of each position and back, as a list of the others does', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 200 }), (kept) => {
        const leftOut = new LeftOut();
        kept.forEach((isKept, row) => {
          if (!isKept) leftOut.push(row);
        });
        const rows = kept.flatMap((isKept, row) => (isKept ? [row] : []));
        expect(rows.map((_, position) => leftOut.rowOf(position))).toEqual(rows);
        expect(kept.map((_, row) => leftOut.positionOf(row))).toEqual(
          kept.map((_, row) => rows.indexOf(row))
        );
        const none = rows.every((row, position) => row === position);
        expect(leftOut.rowsOf(rows.length)).toEqual(none ? null : Uint32Array.from(rows));
      })
    );
  });
});

describe('a list of whole numbers', () => {
  it('gives back what was pushed, before and after it is trimmed', () => {
    const list = new Uint32List();
    const numbers = Array.from({ length: 5000 }, (_, i) => (i * 2_654_435_761) >>> 0);
    for (const number of numbers.slice(0, 3000)) list.push(number);
    list.trim();
    for (const number of numbers.slice(3000)) list.push(number);
    expect(numbers.map((_, i) => list.at(i))).toEqual(numbers);
    expect(list.length).toBe(5000);
    for (const index of [5000, -1, 0.5]) {
      expect(() => list.at(index)).toThrow(`Uint32List.at: ${index} of 5000`);
    }
  });

  it('may be trimmed while it is empty', () => {
    const list = new Uint32List();
    list.trim();
    list.push(7);
    list.push(8);
    expect([list.at(0), list.at(1)]).toEqual([7, 8]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_SETS, readNumber, readSet, setAt, writeSet } from '../../../src/lib/practice/address';

describe('the address of a set', () => {
  it('says again what was written into it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MOST_SETS }), (set) => {
        expect(readSet(`#${writeSet(set)}`)).toBe(set);
        expect(readNumber(` ${set} `)).toBe(set);
      })
    );
  });

  it('is none when it is no number of a set', () => {
    for (const hash of ['', '#', '#set=', '#set=0', '#set=-3', '#set=1.5', '#set=1000000', '#e-a'])
      expect(readSet(hash)).toBeNull();
  });

  it('comes of any number from 0 to 1', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (share) => {
        expect(readNumber(String(setAt(share)))).toBe(setAt(share));
      })
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HIDEABLE } from '../../../src/lib/present/reveal';
import { holding, readMessage, type Shared } from '../../../src/lib/present/shared';

const hide = fc.subarray([...HIDEABLE]);
const state: fc.Arbitrary<Shared> = fc.record({
  step: fc.integer({ min: 0, max: 8 }),
  revealed: fc.boolean(),
  blank: fc.constantFrom(null, 'black', 'white'),
  hide,
  own: fc.dictionary(fc.constantFrom('0', '3', '8'), hide, { noNullPrototype: true }),
  changes: fc.integer({ min: 0, max: 3 }),
  by: fc.constantFrom('a', 'b', 'c')
});

describe('holding', () => {
  it('comes to the same state in whatever order two windows hear of several', () => {
    const distinct = fc.uniqueArray(state, {
      selector: ({ changes, by }) => `${changes} ${by}`,
      minLength: 1
    });
    fc.assert(
      fc.property(
        distinct.chain((heard) =>
          fc.tuple(
            fc.constant(heard),
            fc.shuffledSubarray(heard, { minLength: heard.length, maxLength: heard.length })
          )
        ),
        ([heard, otherwise]) => {
          expect(otherwise.reduce(holding)).toBe(heard.reduce(holding));
        }
      )
    );
  });
});

describe('readMessage', () => {
  it('reads what windows say', () => {
    expect(readMessage({ type: 'hello' }, 9)).toEqual({ type: 'hello' });
    fc.assert(
      fc.property(state, (state) => {
        const sent = structuredClone({ type: 'state', state });
        expect(readMessage(sent, 9)).toEqual({ type: 'state', state });
      })
    );
  });

  it('hears nothing in anything else, and never throws', () => {
    const good = { step: 1, revealed: false, blank: null, hide: [], own: {}, changes: 1, by: 'a' };
    const wrong: object[] = [
      { step: 9 },
      { step: -1 },
      { step: 1.5 },
      { step: '1' },
      { revealed: 'no' },
      { blank: 'red' },
      { hide: 'titles' },
      { own: null },
      { changes: NaN },
      { by: 7 }
    ];
    expect(readMessage({ type: 'state', state: good }, 9)).not.toBeNull();
    for (const part of wrong)
      expect(readMessage({ type: 'state', state: { ...good, ...part } }, 9)).toBeNull();
    fc.assert(
      fc.property(fc.anything(), (data) => {
        readMessage(data, 9);
        readMessage({ type: 'state', state: data }, 9);
      })
    );
  });
});

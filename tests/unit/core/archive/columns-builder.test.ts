import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ColumnsBuilder } from '../../../../src/lib/core/archive/columns-builder';
import type { WhenBounds } from '../../../../src/lib/core/archive/when-cell';

const exact = fc.integer().map((ms): WhenBounds => ({
  startEarliest: ms,
  startLatest: ms,
  endEarliest: ms + 5,
  endLatest: ms + 5
}));
const vague = fc.constantFrom<WhenBounds>(
  { startEarliest: 1, startLatest: 9, endEarliest: 1, endLatest: 9 },
  { startEarliest: -Infinity, startLatest: -Infinity, endEarliest: 3, endLatest: 4 },
  { startEarliest: 1, startLatest: Infinity, endEarliest: -Infinity, endLatest: 9 }
);
const degrees = fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constant(NaN));
const event = (when: fc.Arbitrary<WhenBounds>) =>
  fc.tuple(fc.option(when), degrees, degrees, fc.nat(250));

function build(
  events: [WhenBounds | null, number, number, number][],
  capacity: number,
  kinds = true
) {
  const builder = new ColumnsBuilder(kinds, capacity);
  for (const each of events) builder.add(...each);
  return builder.finish();
}

describe('columns', () => {
  it('hold what was added, in its order, whatever room there was at first', () => {
    fc.assert(
      fc.property(
        fc.array(event(fc.oneof(exact, vague)), { maxLength: 100 }),
        fc.constantFrom(0, 16, 50, 100, 2000),
        (events, capacity) => {
          const columns = build(events, capacity);
          const { start, end, startLatest, endEarliest, lon, lat, kind } = columns;
          expect(columns.size).toBe(events.length);
          const of = (pick: (when: WhenBounds) => number) =>
            events.map(([when]) => (when ? pick(when) : NaN));
          expect([...start]).toEqual(of((when) => when.startEarliest));
          expect([...end]).toEqual(of((when) => when.endLatest));
          expect([...(startLatest ?? start)]).toEqual(of((when) => when.startLatest));
          expect([...(endEarliest ?? end)]).toEqual(of((when) => when.endEarliest));
          expect([...lon]).toEqual(events.map(([, lon]) => lon));
          expect([...lat]).toEqual(events.map(([, , lat]) => lat));
          expect([...(kind ?? [])]).toEqual(events.map(([, , , kind]) => kind));
        }
      )
    );
  });

  it('have no latest starts and earliest ends when no event needs them, and no kinds when there is one', () => {
    fc.assert(
      fc.property(fc.array(event(exact), { maxLength: 50 }), (events) => {
        expect(build(events, 16, false)).toMatchObject({
          startLatest: null,
          endEarliest: null,
          kind: null
        });
      })
    );
  });

  it('take 49 bytes an event at most', () => {
    const [when] = fc.sample(vague, 1);
    const columns = build(
      Array.from({ length: 3000 }, () => [when ?? null, 1, 2, 3]),
      16
    );
    const bytes = Object.values(columns).reduce(
      (sum, column) => sum + (ArrayBuffer.isView(column) ? column.buffer.byteLength : 0),
      0
    );
    expect(bytes).toBe(49 * 3000);
  });
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { momentsOf } from '../../../../src/lib/timeline/more/moments-of';

const span = fc
  .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 }))
  .map(([from, length]) => ({ from, to: from + length }));

test('the next start and the nearest edges are those that a look at every span finds', () => {
  fc.assert(
    fc.property(fc.array(span), fc.integer({ min: -5, max: 90 }), (spans, ms) => {
      const moments = momentsOf(spans);
      const starts = spans.map(({ from }) => from);
      const edges = spans.flatMap(({ from, to }) => [from, to + 1]);
      const least = (values: number[]) => (values.length > 0 ? Math.min(...values) : null);
      const most = (values: number[]) => (values.length > 0 ? Math.max(...values) : null);
      expect(moments.nextStart(ms)).toBe(least(starts.filter((start) => start > ms)));
      expect(moments.nextEdge(ms, 1)).toBe(least(edges.filter((edge) => edge > ms)));
      expect(moments.nextEdge(ms, -1)).toBe(most(edges.filter((edge) => edge < ms)));
    })
  );
});

test('before everything comes the first start', () => {
  expect(momentsOf([{ from: 7, to: 9 }]).nextStart(-Infinity)).toBe(7);
  expect(momentsOf([]).nextStart(-Infinity)).toBeNull();
});

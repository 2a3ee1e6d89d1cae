import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fixedBox } from '../../../../src/lib/core/archive/fixed-point';
import { eventsIn, stretchesOf } from '../../../../src/lib/map/archive/event-order';
import { rows, window } from '../../core/archive/arbitrary-columns';
import { boxes, indexOf, rowsIn } from './fixture';

it('the stretches of the events in a box hold each of them that may be in the window, once, and nothing that is elsewhere', () => {
  fc.assert(
    fc.property(rows, boxes, window, (list, box, span) => {
      const index = indexOf(list);
      const some = eventsIn(index, fixedBox(box));
      const out = new Uint32Array(64);
      const held = stretchesOf(some, index, span, out);
      const found: number[] = [];
      for (let s = 0; s < some.classes.length; s++) {
        for (let i = out[2 * s] as number; i < (out[2 * s + 1] as number); i++)
          found.push(index.rows[some.order[i] as number] as number);
      }
      expect(found).toHaveLength(held);
      expect(new Set(found).size).toBe(held);
      for (const row of rowsIn(list, box, span, 'may')) expect(found).toContain(row);
      const inBox = new Set(rowsIn(list, box, null, 'may'));
      for (const row of found) expect(inBox.has(row)).toBe(true);
    }),
    { numRuns: 500 }
  );
});

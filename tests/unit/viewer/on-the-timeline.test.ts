import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArchiveIndex } from '../../../src/lib/core/archive/archive-index';
import { rowId } from '../../../src/lib/core/archive/row-id';
import {
  densityOf,
  finestOf,
  kindLanes,
  marksIn,
  momentsIn
} from '../../../src/lib/viewer/archive/on-the-timeline';
import { columnsOf, meets, rows, span, type Row } from '../core/archive/arbitrary-columns';

const DAY = 86_400_000;
const KINDS = (['circle', 'square', 'diamond', 'triangle'] as const).map((shape, i) => ({
  id: `kind-${i}`,
  name: `Kind ${i}`,
  shape
}));
const EXTENT = { from: 0, to: 40 };
const indexOf = (list: readonly Row[]) => ArchiveIndex.build(columnsOf(list));
const lasting = (start: number, end: number, kind = 0): Row => ({
  when: { start, startLatest: start, endEarliest: end, end },
  at: null,
  kind
});
/** The times of those that have one. */
const timesOf = (list: readonly Row[]) => list.flatMap(({ when }) => when ?? []);

describe('the density of an archive', () => {
  it('counts what may be and what surely is in each bin', () => {
    const bin = fc
      .uniqueArray(fc.integer({ min: -70, max: 410 }), { minLength: 2, maxLength: 6 })
      .map((edges) => Float64Array.from(edges).sort());
    fc.assert(
      fc.property(rows, bin, (list, edges) => {
        const { bins, total } = densityOf(indexOf(list), EXTENT);
        const { may, surely } = bins(edges);
        expect(total).toBe(timesOf(list).length);
        for (let i = 0; i + 1 < edges.length; i++) {
          const [from, to] = [edges[i] as number, edges[i + 1] as number];
          // Times are whole milliseconds, so that a bin is the closed window to just before its end.
          const inside = (certainty: 'may' | 'surely') =>
            list.filter((row) => meets(row, { from, to: to - 1 }, certainty)).length;
          expect([may[i], surely[i]]).toEqual([inside('may'), inside('surely')]);
        }
      })
    );
  });

  it('is told by the day where nothing is told more finely', () => {
    expect(finestOf(indexOf([lasting(0, DAY - 1), lasting(DAY, 9 * DAY)]))).toBe(DAY);
    expect(finestOf(indexOf([lasting(0, DAY - 1), lasting(5, 5)]))).toBe(1);
    expect(finestOf(indexOf([]))).toBe(1);
  });

  it('is there for each kind that has events', () => {
    const index = indexOf([lasting(1, 2, 0), lasting(1, 2, 2), lasting(30, 31, 2)]);
    const lanes = kindLanes(index, KINDS, EXTENT);
    expect(lanes.map(({ id, name, shape }) => [id, name, shape])).toEqual([
      ['kind-0', 'Kind 0', 'circle'],
      ['kind-2', 'Kind 2', 'diamond']
    ]);
    expect(lanes.map(({ density }) => density.total)).toEqual([1, 2]);
    expect(lanes.map(({ density }) => density.extent)).toEqual([EXTENT, EXTENT]);
  });
});

describe('the moments of an archive', () => {
  const ms = fc.integer({ min: -70, max: 410 });
  const least = (list: number[]) => (list.length > 0 ? Math.min(...list) : null);
  const greatest = (list: number[]) => (list.length > 0 ? Math.max(...list) : null);

  it('are the next start after a time', () => {
    fc.assert(
      fc.property(rows, ms, (list, at) => {
        const starts = timesOf(list).map(({ start }) => start);
        expect(momentsIn(indexOf(list)).nextStart(at)).toBe(
          least(starts.filter((start) => start > at))
        );
      })
    );
  });

  it('are the nearest start, or moment after an end, on either side of a time', () => {
    fc.assert(
      fc.property(rows, ms, (list, at) => {
        const edges = timesOf(list)
          .flatMap(({ start, end }) => [start, end + 1])
          .filter(Number.isFinite);
        const moments = momentsIn(indexOf(list));
        expect(moments.nextEdge(at, 1)).toBe(least(edges.filter((edge) => edge > at)));
        expect(moments.nextEdge(at, -1)).toBe(greatest(edges.filter((edge) => edge < at)));
      })
    );
  });
});

describe('the marks of a window', () => {
  it('are the events that may be in it, but those of which no end is known', () => {
    fc.assert(
      fc.property(rows, span, (list, window) => {
        const marks = marksIn(indexOf(list), window, 1000, KINDS, 'UTC');
        const wanted = list.flatMap((row, i) => {
          const open = row.when?.start === -Infinity && row.when.end === Infinity;
          return meets(row, window, 'may') && !open ? [rowId(i)] : [];
        });
        expect(marks?.map(({ id }) => id).sort()).toEqual(wanted.sort());
      })
    );
  });

  it('are none where they are more than asked for', () => {
    const index = indexOf([lasting(1, 2), lasting(2, 3), lasting(30, 31)]);
    expect(marksIn(index, { from: 0, to: 10 }, 1, KINDS, 'UTC')).toBeNull();
    expect(marksIn(index, { from: 0, to: 10 }, 2, KINDS, 'UTC')).toHaveLength(2);
  });

  it('have the name and shape of their kind, and the time as far as it is known', () => {
    const vague: Row = {
      when: { start: 1, startLatest: 4, endEarliest: 2, end: Infinity },
      at: null,
      kind: 3
    };
    const [mark] = marksIn(indexOf([vague]), EXTENT, 5, KINDS, 'Europe/Tirane') ?? [];
    expect(mark).toMatchObject({
      id: 'row-1',
      title: 'Kind 3',
      shape: 'triangle',
      lanes: { kind: 'Kind 3', party: null, place: null },
      time: {
        zone: 'Europe/Tirane',
        startEarliest: 1,
        startLatest: 4,
        endEarliest: 2,
        endLatest: Infinity,
        openStart: false,
        openEnd: true,
        interval: false
      }
    });
  });
});

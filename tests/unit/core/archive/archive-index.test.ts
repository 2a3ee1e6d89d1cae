import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ArchiveIndex } from '../../../../src/lib/core/archive/archive-index';
import { lonLatOf, NOWHERE } from '../../../../src/lib/core/archive/fixed-point';
import { WindowList } from '../../../../src/lib/core/archive/window-list';
import { boxHolds, type Box } from '../../../../src/lib/core/box';
import { columnsOf, meets, rows, span, window, type Row } from './arbitrary-columns';

const certainty = fc.constantFrom('may' as const, 'surely' as const);
const build = (list: readonly Row[]) => ArchiveIndex.build(columnsOf(list));
const rowsOf = (index: ArchiveIndex, positions: readonly number[]) =>
  positions.map((position) => index.rows[position] as number).sort((a, b) => a - b);
const expected = (list: readonly Row[], test: (row: Row, i: number) => boolean) =>
  list.flatMap((row, i) => (test(row, i) ? [i] : []));

describe('an index of columns', () => {
  it('knows events by their rows in the file, where some became none', () => {
    const day = (start: number): Row => ({
      when: { start, startLatest: start, endEarliest: start, end: start },
      at: null,
      kind: 0
    });
    const columns = { ...columnsOf([day(9), day(3), day(5)]), rows: Uint32Array.of(1, 4, 7) };
    const index = ArchiveIndex.build(columns);
    expect([...index.rows]).toEqual([4, 7, 1]);
    expect(index.positionOf(7)).toBe(1);
    expect([...index.subset({ rows: Uint8Array.of(0, 1, 0, 0, 1) }).rows]).toEqual([4, 1]);
  });

  it('holds each dated row once, by earliest start, then latest end, then row', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const index = build(list);
        const order = list
          .flatMap(({ when }, i) => (when ? [{ ...when, i }] : []))
          .sort((a, b) =>
            a.start !== b.start
              ? a.start < b.start
                ? -1
                : 1
              : a.end !== b.end
                ? a.end < b.end
                  ? -1
                  : 1
                : a.i - b.i
          );
        expect([...index.rows]).toEqual(order.map(({ i }) => i));
        expect([...index.starts]).toEqual(order.map(({ start }) => start));
        order.forEach(({ end, startLatest, endEarliest, i }, position) => {
          expect(index.endOf(position)).toBe(end);
          expect(index.latestStartOf(position)).toBe(startLatest);
          expect(index.earliestEndOf(position)).toBe(endEarliest);
          expect(index.positionOf(i)).toBe(position);
        });
      })
    );
  });

  it('keeps places to within a centimetre or a few, and knows what has none', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const index = build(list);
        index.rows.forEach((row, position) => {
          const at = (list[row] as Row).at;
          expect(index.y[position] === NOWHERE).toBe(at === null);
          if (!at) return;
          const [lon, lat] = lonLatOf(index.x[position] as number, index.y[position] as number);
          expect(Math.abs(((lon - at[0] + 540) % 360) - 180)).toBeLessThan(1e-7);
          expect(Math.abs(lat - at[1])).toBeLessThan(1.1e-4);
          if (Math.abs(at[1]) < 85) expect(Math.abs(lat - at[1])).toBeLessThan(1e-6);
        });
        expect(index.unplaced).toBe(list.filter(({ when, at }) => when && !at).length);
      })
    );
  });

  it('counts what meets a window, may and surely, as looking at each event does', () => {
    fc.assert(
      fc.property(rows, window, certainty, (list, span, certainty) => {
        const found = expected(list, (row) => meets(row, span, certainty));
        expect(build(list).count(span, certainty)).toBe(found.length);
      }),
      { numRuns: 1000 }
    );
  });

  it('counts an event that is never sure among those that may be in a wide window, and no others', () => {
    const around: Row = {
      when: { start: 100, startLatest: Infinity, endEarliest: -Infinity, end: 200 },
      at: null,
      kind: 0
    };
    const index = build([around]);
    const wide = { from: 0, to: 1000 };
    expect(index.count(wide, 'may')).toBe(1);
    expect(index.count(wide, 'surely')).toBe(0);
  });

  it('visits each event that may be in a window once, and those that only may', () => {
    fc.assert(
      fc.property(rows, window, (list, span) => {
        const index = build(list);
        const [seen, uncertain]: [number[], number[]] = [[], []];
        index.each(span, (position) => seen.push(position));
        index.eachUncertain(span, (position) => uncertain.push(position));
        expect(rowsOf(index, seen)).toEqual(expected(list, (row) => meets(row, span, 'may')));
        expect(rowsOf(index, uncertain)).toEqual(
          expected(list, (row) => meets(row, span, 'may') && !meets(row, span, 'surely'))
        );
      }),
      { numRuns: 1000 }
    );
  });

  it('counts half-open bins, may and surely, as looking at each event does', () => {
    const edges = fc
      .array(fc.integer({ min: -80, max: 420 }), { minLength: 2, maxLength: 12 })
      .map((list) => Float64Array.from(list).sort());
    fc.assert(
      fc.property(rows, edges, certainty, (list, edges, certainty) => {
        const counted = build(list).histogram(edges, certainty);
        counted.forEach((count, bin) => {
          const [from, to] = [edges[bin] as number, edges[bin + 1] as number];
          const inside = expected(list, ({ when }) => {
            if (!when || from === to) return false;
            const { start, startLatest, endEarliest, end } = when;
            return certainty === 'may'
              ? start < to && end >= from
              : startLatest < to && endEarliest >= from;
          });
          expect(count).toBe(inside.length);
        });
      }),
      { numRuns: 500 }
    );
  });

  it('refuses to count between edges that are too few or out of order', () => {
    const count = (...edges: number[]) => build([]).histogram(Float64Array.from(edges), 'may');
    expect(() => count(1)).toThrow('got [1]');
    expect(() => count(2, 1)).toThrow('got [2,1]');
    expect(() => count(0, NaN)).toThrow('got [0,NaN]');
  });

  it('is the same again from its buffer, and from a copy of it', () => {
    fc.assert(
      fc.property(rows, span, (list, span) => {
        const index = build(list);
        const again = ArchiveIndex.from(index.buffer.slice(0));
        expect(again).toEqual({ ...again, ...index, buffer: again.buffer });
        expect(again.count(span, 'surely')).toBe(index.count(span, 'surely'));
      })
    );
  });

  it('refuses a buffer that holds no index, another version, or too little', () => {
    const { buffer } = build([]);
    expect(() => ArchiveIndex.from(new ArrayBuffer(3))).toThrow('holds no index');
    expect(() => ArchiveIndex.from(new ArrayBuffer(400))).toThrow('holds no index');
    const other = buffer.slice(0);
    new Uint32Array(other)[1] = 7;
    expect(() => ArchiveIndex.from(other)).toThrow('version 7');
    expect(() => ArchiveIndex.from(buffer.slice(0, buffer.byteLength - 1))).toThrow('bytes');
  });

  it('takes 41 bytes an event where all times are exact, 57 otherwise', () => {
    const exact: Row = {
      when: { start: 1, startLatest: 1, endEarliest: 2, end: 2 },
      at: [1, 1],
      kind: 0
    };
    const vague: Row = { ...exact, when: { start: 1, startLatest: 2, endEarliest: 2, end: 2 } };
    const grown = (row: Row) =>
      build([row, row, row, row]).buffer.byteLength - build([row, row, row]).buffer.byteLength;
    expect(grown(exact)).toBe(41);
    expect(grown(vague)).toBe(57);
  });

  it('refuses a row that ends before it starts, and a window that does', () => {
    const backwards: Row = {
      when: { start: 5, startLatest: 5, endEarliest: 4, end: 4 },
      at: null,
      kind: 0
    };
    expect(() => build([backwards])).toThrow('Row 0 ends before it starts: 5 to 4');
    expect(() => build([]).count({ from: 2, to: 1 })).toThrow('2 to 1');
  });

  it('spans from the first known bound to the last, open sides apart', () => {
    fc.assert(
      fc.property(rows, (list) => {
        const bounds = list
          .flatMap(({ when }) => (when ? [when.start, when.end] : []))
          .filter(Number.isFinite);
        const extent = bounds.length
          ? { from: Math.min(...bounds), to: Math.max(...bounds) }
          : null;
        expect(build(list).extent).toEqual(extent);
      })
    );
  });

  it('reports progress up to the whole', () => {
    const shares: number[] = [];
    ArchiveIndex.build(columnsOf([]), (share) => shares.push(share));
    expect(shares.at(-1)).toBe(1);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
  });
});

describe('a subset', () => {
  const boxes: fc.Arbitrary<Box> = fc.oneof(
    fc
      .tuple(
        fc.integer({ min: -18, max: 18 }),
        fc.integer({ min: -9, max: 8 }),
        fc.integer({ min: -18, max: 18 }),
        fc.integer({ min: 0, max: 17 })
      )
      .map(
        ([w, s, e, high]) =>
          [w * 10 + 5, s * 10 + 5, e * 10 + 5, Math.min(90, s * 10 + 5 + high * 10)] as const
      ),
    fc.constantFrom<Box>(
      [-180, -90, 180, 90],
      [170, -90, 190, 90],
      [-400, 0, 400, 85],
      [20, 80, 30, 90]
    )
  );
  const kinds = fc.option(fc.uint8Array({ minLength: 4, maxLength: 4, max: 1 }));

  it('holds what is of the kinds, in the box and of the rows, across the antimeridian and at the poles, and answers like an index of those rows alone', () => {
    fc.assert(
      fc.property(
        rows,
        kinds,
        fc.option(boxes),
        fc.option(fc.uint8Array({ maxLength: 40, max: 1 })),
        window,
        certainty,
        (list, kinds, box, wanted, span, certainty) => {
          const subset = build(list).subset({ kinds, box, rows: wanted });
          const passes = ({ when, at, kind }: Row, i: number) =>
            when !== null &&
            (!wanted || wanted[i] === 1) &&
            (!kinds || kinds[kind] === 1) &&
            (!box || (at !== null && boxHolds(box, at)));
          expect([...subset.rows].sort((a, b) => a - b)).toEqual(expected(list, passes));
          const counted = expected(list, (row, i) => passes(row, i) && meets(row, span, certainty));
          expect(subset.count(span, certainty)).toBe(counted.length);
          const again = build(
            list.map((row, i) => (passes(row, i) ? row : { ...row, when: null }))
          );
          expect([...subset.rows]).toEqual([...again.rows]);
          expect(subset.classes).toEqual(again.classes);
          expect(subset.extent).toEqual(again.extent);
        }
      ),
      { numRuns: 500 }
    );
  });
});

describe('a list of a window', () => {
  it('gives the events in the window in the order of time, by number, and finds each', () => {
    fc.assert(
      fc.property(rows, window, certainty, (list, span, certainty) => {
        const index = build(list);
        const listed = new WindowList(index, span, certainty);
        const wanted = [...index.rows.keys()].filter((position) =>
          index.meets(position, span, certainty)
        );
        expect(Array.from({ length: listed.length }, (_, n) => listed.at(n))).toEqual(wanted);
        for (const position of index.rows.keys())
          expect(listed.indexOf(position)).toBe(wanted.indexOf(position));
        expect(() => listed.at(listed.length)).toThrow(RangeError);
      }),
      { numRuns: 500 }
    );
  });
});

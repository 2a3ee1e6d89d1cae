import fc from 'fast-check';
import type { EventColumns } from '../../../../src/lib/core/archive/event-columns';
import type { Window } from '../../../../src/lib/core/story';

/** One row, as a person would write it down. */
export interface Row {
  /** null: undated. */
  readonly when: {
    readonly start: number;
    readonly startLatest: number;
    readonly endEarliest: number;
    readonly end: number;
  } | null;
  /** null: unplaced. */
  readonly at: readonly [lon: number, lat: number] | null;
  readonly kind: number;
}

/** Few different times, so that boundaries meet; some far before the common era. */
const time = fc.oneof(
  { weight: 8, arbitrary: fc.integer({ min: 0, max: 40 }) },
  fc.integer({ min: -60, max: 400 }),
  fc.constantFrom(-62_167_219_200_000, -1e15, 8e15)
);

const when = fc
  .tuple(
    fc.array(time, { minLength: 4, maxLength: 4 }),
    fc.boolean(),
    fc.boolean(),
    fc.boolean(),
    fc.boolean(),
    fc.constantFrom('none', 'none', 'none', 'start', 'end', 'both')
  )
  .map(([times, openStart, openEnd, swapped, instant, neverSure]) => {
    const [a, b, c, d] = [...times].sort((x, y) => x - y) as [number, number, number, number];
    // "2022~" and "2022?" are in no window for sure.
    const never = {
      ...(neverSure === 'start' || neverSure === 'both' ? { startLatest: Infinity } : {}),
      ...(neverSure === 'end' || neverSure === 'both' ? { endEarliest: -Infinity } : {})
    };
    if (instant) return { start: a, startLatest: a, endEarliest: a, end: a, ...never };
    return {
      start: openStart && b > 20 ? -Infinity : a,
      // What has no certain core: it may have begun after it may have ended.
      startLatest: swapped ? c : b,
      endEarliest: swapped ? b : c,
      end: openEnd && b > 20 ? Infinity : d,
      ...never
    };
  });

const at = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.integer({ min: -18, max: 18 }), fc.integer({ min: -8, max: 8 }))
      .map(([x, y]) => [x * 10, y * 10] as const)
  },
  // To a thousandth of a degree: nothing lies between an edge and its rounding.
  fc
    .tuple(fc.integer({ min: -180_000, max: 180_000 }), fc.integer({ min: -90_000, max: 90_000 }))
    .map(([lon, lat]) => [lon / 1000, lat / 1000] as const),
  fc.constantFrom([180, 0] as const, [-180, 0] as const, [12, 90] as const, [-7, -90] as const)
);

const row: fc.Arbitrary<Row> = fc.record({
  when: fc.option(when, { freq: 12 }),
  at: fc.option(at, { freq: 12 }),
  kind: fc.integer({ min: 0, max: 3 })
});

export const rows = fc.array(row, { maxLength: 60 });

export const span: fc.Arbitrary<Window> = fc
  .tuple(time, time)
  .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }));

/** Null is all of time. */
export const window = fc.option(span, { freq: 8 });

export function columnsOf(list: readonly Row[]): EventColumns {
  const times = (of: (when: NonNullable<Row['when']>) => number) =>
    Float64Array.from(list, ({ when }) => (when ? of(when) : NaN));
  const exact = list.every(
    ({ when }) => !when || (when.start === when.startLatest && when.end === when.endEarliest)
  );
  return {
    size: list.length,
    start: times((when) => when.start),
    end: times((when) => when.end),
    startLatest: exact ? null : times((when) => when.startLatest),
    endEarliest: exact ? null : times((when) => when.endEarliest),
    lon: Float64Array.from(list, ({ at }) => at?.[0] ?? NaN),
    lat: Float64Array.from(list, ({ at }) => at?.[1] ?? NaN),
    kind: Uint8Array.from(list, ({ kind }) => kind)
  };
}

/** What the definition says, row by row. */
export function meets({ when }: Row, window: Window | null, certainty: 'may' | 'surely'): boolean {
  if (when === null) return false;
  if (window === null) return true;
  return certainty === 'may'
    ? when.start <= window.to && when.end >= window.from
    : when.startLatest <= window.to && when.endEarliest >= window.from;
}

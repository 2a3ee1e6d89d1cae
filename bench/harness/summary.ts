import { WINDOW_KINDS, type WindowKind } from '../windows';
import type { Collections } from './collections';
import { BLANK } from './plan';
import type { CpuTimes } from './processes';
import { mean, median, quantile } from './statistics';
import type { Visit } from './visit';

/** What all visits to one approach at one size came to. Milliseconds and bytes; null is what was not measured. */
export interface Cell {
  readonly approach: string;
  readonly name: string;
  readonly size: number;
  readonly latency: Readonly<Record<WindowKind, Spread>>;
  readonly cpu: { readonly [Part in keyof CpuTimes]: number | null };
  readonly load: number | null;
  /** Of the main thread while loading; 0: none of more than 50 ms. */
  readonly longestTask: number | null;
  /** Beyond what a blank page takes. */
  readonly memory: number | null;
  readonly heap: number | null;
  readonly hover: Spread;
  readonly picturesPerSecond: number | null;
  readonly late: number | null;
  readonly collections: Collections | null;
  /** It reported another count than brute force. */
  readonly wrong: boolean;
  readonly failures: readonly string[];
}

export interface Spread {
  readonly median: number | null;
  readonly p95: number | null;
}

export class Summary {
  readonly cells: readonly Cell[];

  constructor(visits: readonly Visit[]) {
    const blank = median(given(visits.filter((v) => v.approach === BLANK).map(bytesOf)));
    const keys = [...new Set(visits.map(({ approach, size }) => `${approach} ${size}`))];
    this.cells = keys.map((key) =>
      cellOf(
        visits.filter(({ approach, size }) => `${approach} ${size}` === key),
        blank
      )
    );
  }

  get(approach: string, size: number): Cell | null {
    return this.cells.find((cell) => cell.approach === approach && cell.size === size) ?? null;
  }
}

function cellOf(visits: readonly Visit[], blank: number | null): Cell {
  const { approach, name, size } = visits[0] as Visit;
  const latency = WINDOW_KINDS.map(
    (kind) => [kind, spread(visits.flatMap(({ steps }) => steps[kind]))] as const
  );
  const cpu = (part: keyof CpuTimes) => mean(given(visits.map((v) => v.cpu?.[part] ?? null)));
  const bytes = median(given(visits.map(bytesOf)));
  const drags = given(visits.map((v) => v.drag));
  return {
    approach,
    name,
    size,
    latency: Object.fromEntries(latency) as Record<WindowKind, Spread>,
    cpu: { main: cpu('main'), workers: cpu('workers'), gpu: cpu('gpu'), all: cpu('all') },
    load: median(given(visits.map((v) => v.load?.ms ?? null))),
    longestTask: quantile(given(visits.map((v) => v.load?.longestTask ?? null)), 1),
    memory: bytes === null || blank === null ? null : bytes - blank,
    heap: median(given(visits.map((v) => v.memory?.heap ?? null))),
    hover: spread(visits.flatMap((v) => v.hover ?? [])),
    picturesPerSecond: mean(drags.map((d) => d.picturesPerSecond)),
    late: quantile(
      drags.map((d) => d.late),
      1
    ),
    collections: given(visits.map((v) => v.collections))[0] ?? null,
    wrong: visits.some((v) => v.checks.some(({ reported, expected }) => reported !== expected)),
    failures: given(visits.map((v) => v.failure))
  };
}

const bytesOf = (visit: Visit) => visit.memory?.processes ?? null;

const spread = (values: readonly number[]): Spread => ({
  median: median(values),
  p95: quantile(values, 0.95)
});

function given<T>(values: readonly (T | null)[]): T[] {
  return values.filter((value) => value !== null);
}

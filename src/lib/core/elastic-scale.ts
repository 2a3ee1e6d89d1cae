import { DAY, dayOf, endOfDay, startOfDay } from './zone';

/** A closed stretch of time in milliseconds since 1970 UTC. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** A map between time and the length of an axis (0 at its start, 1 at its end), piecewise linear, strictly increasing; beyond both ends it goes on at the average density. */
export interface TimeScale {
  readonly domain: Stretch;
  /** Times (ms) at which the density changes, the domain's two ends included, in order. */
  readonly knots: readonly number[];
  /** Stretches that take less than half of the room that they have on a true axis: draw a break sign there. */
  readonly breaks: readonly Stretch[];
  /** Share of the axis at a time in ms. */
  toUnit(ms: number): number;
  /** Time in ms at a share of the axis. */
  toTime(unit: number): number;
}

/** What an empty stretch weighs against a day with an event: this times log₂(1 + days). */
const EMPTY = 0.32;
/** No day weighs more than this many typical ones, however much happens on it. */
const MOST = 30;
/** Shorter stretches get no break sign. */
const SHORTEST_BREAK = 28 * DAY;

/**
 * A time axis whose empty years shrink. The axis bends only at local midnights where a span starts or ends. A day on which
 * something starts or ends grows with how much does (levelling off); what lies between grows with the logarithm of its length.
 * Spans are finite ms, at least one; `zone` is an IANA name, UTC by default.
 */
export function buildElasticScale(
  spans: readonly Stretch[],
  options: { readonly zone?: string } = {}
): TimeScale {
  const days = countByDay(spans, options.zone ?? 'UTC');
  const typical = median(days.map(({ count }) => count));
  const knots: number[] = [];
  const weights: number[] = [];
  for (const { start, end, count } of days) {
    const last = knots.at(-1);
    if (last === undefined) knots.push(start);
    else if (last < start) {
      weights.push(EMPTY * Math.log2(1 + (start - last) / DAY));
      knots.push(start);
    }
    weights.push(dayWeight(count / typical));
    knots.push(end);
  }
  return piecewise(knots, weights);
}

/** The same interface with every hour as long as any other. `domain` in ms, its end after its start. */
export function buildTrueScale(domain: Stretch): TimeScale {
  return piecewise([domain.from, domain.to], [1]);
}

interface CountedDay {
  readonly start: number;
  /** The next day's start. */
  readonly end: number;
  count: number;
}

/** The days on which a span starts or ends, in order, each with how much does. */
function countByDay(spans: readonly Stretch[], zone: string): CountedDay[] {
  if (spans.length === 0) throw new Error('There is no span to make a time axis of');
  const days = new Map<number, CountedDay>();
  // Asking a zone for a day costs tens of microseconds: days found are kept by the UTC day that they begin in or reach into.
  const near = new Map<number, CountedDay[]>();
  const dayAt = (ms: number): CountedDay => {
    const key = Math.floor(ms / DAY);
    const kept = near.get(key)?.find(({ start, end }) => start <= ms && ms < end);
    if (kept) return kept;
    const { year, month, day } = dayOf(ms, zone);
    const start = startOfDay(zone, year, month, day);
    const found = days.get(start) ?? { start, end: endOfDay(zone, year, month, day) + 1, count: 0 };
    days.set(start, found);
    near.set(key, [...(near.get(key) ?? []), found]);
    return found;
  };
  for (const { from, to } of spans) {
    if (!Number.isFinite(from) || !Number.isFinite(to) || from > to) {
      throw new Error(`${from}–${to} is not a finite span of time`);
    }
    // What takes up to two days happens on them; of what is longer only start and end are known to lie on a day.
    const share = to - from < 2 * DAY ? 0.5 : 0.35;
    dayAt(from).count += share;
    dayAt(to).count += share;
  }
  return [...days.values()].sort((a, b) => a.start - b.start);
}

/** 1 for a typical day, near `n` for n times as much, never more than MOST. */
function dayWeight(n: number): number {
  return Math.max(0.6, n / (1 + (n - 1) / MOST));
}

function piecewise(knots: readonly number[], weights: readonly number[]): TimeScale {
  const first = knots[0] as number;
  const last = knots.at(-1) as number;
  if (!(last > first)) throw new Error(`A time axis must end after it starts: ${first}–${last}`);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const units = new Float64Array(knots.length);
  let sum = 0;
  weights.forEach((weight, i) => {
    sum += weight;
    units[i + 1] = sum / total;
  });
  units[knots.length - 1] = 1;

  const along = (value: number, xs: ArrayLike<number>, ys: ArrayLike<number>) => {
    let i = 0;
    let high = xs.length - 2;
    while (i < high) {
      const middle = (i + high + 1) >> 1;
      if ((xs[middle] as number) <= value) i = middle;
      else high = middle - 1;
    }
    const [x0, x1] = [xs[i] as number, xs[i + 1] as number];
    const [y0, y1] = [ys[i] as number, ys[i + 1] as number];
    // From the nearer knot, so that knots map exactly and rounding cannot turn the order around.
    const share = (value - x0) / (x1 - x0);
    return share < 0.5 ? y0 + share * (y1 - y0) : y1 - ((x1 - value) / (x1 - x0)) * (y1 - y0);
  };

  const breaks: Stretch[] = [];
  for (let i = 0; i + 1 < knots.length; i++) {
    const [from, to] = [knots[i] as number, knots[i + 1] as number];
    const room = (units[i + 1] as number) - (units[i] as number);
    if (to - from >= SHORTEST_BREAK && room < (0.5 * (to - from)) / (last - first)) {
      breaks.push({ from, to });
    }
  }
  // Beyond the ends an hour takes what it would on a true axis of this length.
  const mean = 1 / (last - first);
  return {
    domain: { from: first, to: last },
    knots,
    breaks,
    toUnit: (ms) =>
      ms < first
        ? (ms - first) * mean
        : ms > last
          ? 1 + (ms - last) * mean
          : along(ms, knots, units),
    toTime: (unit) =>
      unit < 0
        ? first + unit / mean
        : unit > 1
          ? last + (unit - 1) / mean
          : along(unit, units, knots)
  };
}

function median(values: number[]): number {
  const sorted = values.sort((a, b) => a - b);
  return sorted[sorted.length >> 1] as number;
}

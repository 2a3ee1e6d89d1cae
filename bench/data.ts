import { randomFrom } from '../src/lib/core/random';

/** Events as columns of `n` entries in no order: what every page of the bench loads. */
export interface BenchColumns {
  readonly n: number;
  /** Degrees WGS84. */
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** Milliseconds since 1970 UTC; `end` is NaN where an event has none. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** 0 to 5. */
  readonly cat: Uint8Array;
  /** The ten years that hold them all: T0 <= start < T1, end <= T1. */
  readonly T0: number;
  readonly T1: number;
}

const MINUTE = 60_000;
const DAY = 1_440;
const T0 = Date.UTC(2015, 0, 1);
const T1 = Date.UTC(2025, 0, 1);
const MINUTES = (T1 - T0) / MINUTE;

const REGIONS = 25;
const CITIES = 300;
const BURSTS = 120;
const CATEGORIES = 6;

/** What share of events comes in bursts, is at the burst's own city when it does, and lasts. */
const IN_BURSTS = 0.6;
const AT_HOME = 0.7;
const LASTING = 0.3;

/** How long events last, in minutes, at each eighth of them from the shortest to the longest: about log-normal. The last 1 % is apart. */
const DURATIONS = [10, 60, 180, 480, DAY, 3 * DAY, 10 * DAY, 45 * DAY, 365 * DAY] as const;
const YEARS_LONG = 0.01;

/**
 * `n` made-up events of ten years, the same for the same `n` and `seed` in every engine: only sums, products and `Math.floor` are used, so
 * two programs that make them apart agree to the last bit. Some 300 cities in clusters, bursts in time, 30 % lasting, whole minutes.
 * Throws RangeError unless `n` is a whole number of at least 0.
 */
export function benchData(n: number, seed = 1): BenchColumns {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`No number of events: ${n}`);
  const random = randomFrom(seed);
  const cities = makeCities(random);
  const bursts = makeBursts(random);
  const lon = new Float64Array(n);
  const lat = new Float64Array(n);
  const start = new Float64Array(n);
  const end = new Float64Array(n);
  const cat = new Uint8Array(n);

  for (let i = 0; i < n; i++) {
    const burst = random() < IN_BURSTS ? bursts[pick(bursts, random())] : undefined;
    const home = burst && random() < AT_HOME ? burst.city : pick(cities, random());
    const city = cities[home] as City;
    lon[i] = city.lon + bell(random) * 0.2;
    lat[i] = city.lat + bell(random) * 0.2;

    const minute = burst
      ? burst.start + soon(random) * burst.length
      : Math.floor(random() * MINUTES);
    const from = T0 + Math.floor(Math.min(minute, MINUTES - 1)) * MINUTE;
    start[i] = from;
    end[i] = random() < LASTING ? Math.min(from + durationOf(random) * MINUTE, T1) : NaN;
    cat[i] = Math.floor(random() * random() * CATEGORIES);
  }
  return { n, lon, lat, start, end, cat, T0, T1 };
}

interface Weighed {
  /** The sum of the weights up to and with this one, as a share of all. */
  upTo: number;
}

interface City extends Weighed {
  readonly lon: number;
  readonly lat: number;
}

interface Burst extends Weighed {
  readonly city: number;
  /** Minutes after T0, and how many more until it has died down. */
  readonly start: number;
  readonly length: number;
}

function makeCities(random: () => number): City[] {
  const regions = Array.from({ length: REGIONS }, () => ({
    lon: random() * 320 - 160,
    lat: random() * 100 - 40
  }));
  const cities = Array.from({ length: CITIES }, () => {
    const region = regions[Math.floor(random() * REGIONS)] as (typeof regions)[0];
    return { lon: region.lon + bell(random) * 6, lat: region.lat + bell(random) * 4, upTo: 0 };
  });
  return weigh(cities, (rank) => 1 / (rank + 5));
}

function makeBursts(random: () => number): Burst[] {
  const bursts = Array.from({ length: BURSTS }, () => {
    const length = Math.floor((2 + soon(random) * 60) * DAY);
    const start = Math.floor(random() * (MINUTES - length));
    return { city: Math.floor(random() * CITIES), start, length, upTo: 0 };
  });
  return weigh(bursts, (rank) => 1 / (rank + 3));
}

/** Fills in `upTo` from the weight of each rank. */
function weigh<T extends Weighed>(list: T[], weight: (rank: number) => number): T[] {
  const total = list.reduce((sum, _, rank) => sum + weight(rank), 0);
  let sum = 0;
  list.forEach((each, rank) => {
    sum += weight(rank);
    each.upTo = sum / total;
  });
  return list;
}

/** The position of the one whose share `part` of 0 to 1 falls into. */
function pick(list: readonly Weighed[], part: number): number {
  let [low, high] = [0, list.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] as Weighed).upTo > part) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** 0 to 1, mostly little. */
function soon(random: () => number): number {
  const part = random();
  return part * part * part;
}

/** About normal, with a deviation of 1, never beyond 3. */
function bell(random: () => number): number {
  let sum = 0;
  for (let i = 0; i < 12; i++) sum += random();
  return Math.min(Math.max(sum - 6, -3), 3);
}

/** Whole minutes, 1 at least. */
function durationOf(random: () => number): number {
  if (random() < YEARS_LONG) return Math.floor((1 + 3 * random()) * 365 * DAY);
  const place = random() * (DURATIONS.length - 1);
  const i = Math.floor(place);
  const [from, to] = [DURATIONS[i] as number, DURATIONS[i + 1] as number];
  return Math.floor(from + (place - i) * (to - from));
}

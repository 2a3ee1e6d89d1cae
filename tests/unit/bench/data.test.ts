import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { benchData, type BenchColumns } from '../../../bench/data';

const N = 20_000;
const data = benchData(N);
const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

function digest({ lon, lat, start, end, cat }: BenchColumns): string {
  const hash = createHash('sha256');
  for (const column of [lon, lat, start, end, cat]) {
    hash.update(new Uint8Array(column.buffer));
  }
  return hash.digest('hex').slice(0, 16);
}

/** How often each comes, the commonest first. */
function countsOf(keys: Iterable<string | number>): number[] {
  const counts = new Map<string | number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return [...counts.values()].sort((a, b) => b - a);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe('benchData', () => {
  it('makes the same events in every engine, to the last bit', () => {
    expect(digest(benchData(1_000))).toBe('de858bff07fc4d0d');
  });

  it('makes others with another seed', () => {
    expect(digest(benchData(100, 2))).not.toBe(digest(benchData(100, 1)));
  });

  it('makes as many as are asked for, none among them', () => {
    for (const n of [0, 1, 60]) {
      const { lon, lat, start, end, cat, ...rest } = benchData(n);
      expect([lon, lat, start, end, cat].map(({ length }) => length)).toEqual([n, n, n, n, n]);
      expect(rest.n).toBe(n);
    }
  });

  it.each([-1, 1.5, NaN])('throws RangeError for %s events', (n) => {
    expect(() => benchData(n)).toThrow(new RangeError(`No number of events: ${n}`));
  });

  it('makes three in ten last, and none end before it began or after the ten years', () => {
    const lasting = [...data.end].filter((end) => !Number.isNaN(end));
    expect(lasting.length / N).toBeCloseTo(0.3, 1.5);
    const wrong = [...data.end].filter((end, i) => end < (data.start[i] as number));
    expect(wrong).toEqual([]);
    expect(Math.max(...lasting)).toBeLessThanOrEqual(data.T1);
  });

  it('makes them last from minutes to years, half of them no longer than three days', () => {
    const days = [...data.end]
      .map((end, i) => (end - (data.start[i] as number)) / DAY)
      .filter((length) => !Number.isNaN(length))
      .sort((a, b) => a - b);
    expect(days[days.length >> 1]).toBeLessThan(3);
    expect(days[0]).toBeLessThan(0.1);
    expect(days.filter((length) => length > 365).length / days.length).toBeLessThan(0.02);
    expect(days.at(-1)).toBeGreaterThan(365);
  });

  it('keeps starts to whole minutes of the ten years, in no order', () => {
    expect([...data.start].every((start) => start % MINUTE === 0)).toBe(true);
    expect(Math.min(...data.start)).toBeGreaterThanOrEqual(data.T0);
    expect(Math.max(...data.start)).toBeLessThan(data.T1);
    const rising = [...data.start].filter((start, i) => start > (data.start[i - 1] ?? 0)).length;
    expect(rising / N).toBeCloseTo(0.5, 1);
  });

  it('makes them come in bursts: the busiest twentieth of the days holds more than a quarter', () => {
    const perDay = countsOf([...data.start].map((start) => Math.floor((start - data.T0) / DAY)));
    const days = (data.T1 - data.T0) / DAY;
    expect(sum(perDay.slice(0, days / 20)) / N).toBeGreaterThan(0.25);
  });

  it('makes them crowd: a hundred squares of a degree hold more than half, and all are on the map', () => {
    const squares = [...data.lon].map(
      (lon, i) => `${Math.floor(lon)} ${Math.floor(data.lat[i] as number)}`
    );
    expect(sum(countsOf(squares).slice(0, 100)) / N).toBeGreaterThan(0.5);
    expect(Math.max(...[...data.lon].map(Math.abs))).toBeLessThan(180);
    expect(Math.min(...data.lat)).toBeGreaterThan(-70);
    expect(Math.max(...data.lat)).toBeLessThan(80);
  });

  it('makes six kinds, none of them rare', () => {
    const kinds = countsOf(data.cat);
    expect(kinds).toHaveLength(6);
    expect(Math.min(...kinds) / N).toBeGreaterThan(0.01);
    expect(Math.max(...data.cat)).toBe(5);
  });
});

import type { Spread } from './summary';

/** Stands where nothing was measured. */
export const NOTHING = '–';

/** Milliseconds: one decimal below 10, whole above. */
export function ms(value: number | null): string {
  if (value === null) return NOTHING;
  return Math.abs(value) < 9.95 ? value.toFixed(1) : whole(value);
}

/** "6.5 / 12": median and 95th percentile. */
export function spread({ median, p95 }: Spread): string {
  return median === null ? NOTHING : `${ms(median)} / ${ms(p95)}`;
}

/** "31×"; one decimal below 10. */
export function times(value: number | null): string {
  if (value === null) return NOTHING;
  return `${value < 9.95 ? value.toFixed(1) : whole(value)}×`;
}

/** Bytes in millions. */
export function megabytes(value: number | null): string {
  return value === null ? NOTHING : whole(value / 1_000_000);
}

/** "1,000,000". */
export function whole(value: number): string {
  return Math.round(value).toLocaleString('en-GB');
}

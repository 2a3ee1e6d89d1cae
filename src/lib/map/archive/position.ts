import type { LonLat } from '../../core/story';
import { intlLocale } from '../../i18n/intl';

/** Letters, or words, for the sides of the world. */
export interface Compass {
  readonly north: string;
  readonly south: string;
  readonly east: string;
  readonly west: string;
}

/** A position in degrees: "41.3° N, 19.8° E", in the digits of `language` (BCP 47). */
export function formatPosition(
  [lon, lat]: LonLat,
  language: string,
  decimals: number,
  compass: Compass
): string {
  const format = new Intl.NumberFormat(intlLocale(language), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals
  });
  const north = `${format.format(Math.abs(lat))}° ${lat < 0 ? compass.south : compass.north}`;
  const east = `${format.format(Math.abs(lon))}° ${lon < 0 ? compass.west : compass.east}`;
  return `${north}, ${east}`;
}

import type { Camera } from './view';

/** MapLibre's range of zooms. */
const ZOOM = { min: -2, max: 24 } as const;

/**
 * The camera as a link carries it: zoom to two decimals, the centre to about a quarter of a pixel at that zoom, the longitude within ±180. Null
 * when a part is not a number.
 */
export function roundCamera({ lon, lat, zoom }: Camera): Camera | null {
  if (![lon, lat, zoom].every(Number.isFinite)) return null;
  const rounded = round(Math.max(ZOOM.min, Math.min(ZOOM.max, zoom)), 2);
  const decimals = decimalsAt(rounded);
  return {
    lon: round(Math.abs(lon) <= 180 ? lon : ((((lon + 180) % 360) + 360) % 360) - 180, decimals),
    lat: round(Math.max(-90, Math.min(90, lat)), decimals),
    zoom: rounded
  };
}

/** "zoom/latitude/longitude", the order of OpenStreetMap and MapLibre; of a rounded camera, exact. */
export function formatCamera({ lon, lat, zoom }: Camera): string {
  return [zoom, lat, lon].map(plain).join('/');
}

/** Undefined for anything else than three plain numbers within their ranges. */
export function parseCamera(text: string): Camera | undefined {
  const numbers = text.split('/');
  if (numbers.length !== 3 || !numbers.every((number) => /^-?\d{1,3}(\.\d{1,15})?$/.test(number))) {
    return undefined;
  }
  const [zoom, lat, lon] = numbers.map(Number) as [number, number, number];
  const inRange =
    zoom >= ZOOM.min && zoom <= ZOOM.max && Math.abs(lat) <= 90 && Math.abs(lon) <= 180;
  return inRange ? (roundCamera({ lon, lat, zoom }) as Camera) : undefined;
}

/** Decimals of a degree that make a quarter of a pixel or less: one pixel is 360° / (512 · 2^zoom). */
function decimalsAt(zoom: number): number {
  return Math.max(0, Math.ceil(Math.log10((4 * 512 * 2 ** zoom) / 360)));
}

/** Never "1e-7"; eight decimals are what `decimalsAt` gives at the deepest zoom. */
const plain = (value: number) => value.toFixed(8).replace(/\.?0+$/, '');

/** Without −0. */
function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals)) + 0;
}

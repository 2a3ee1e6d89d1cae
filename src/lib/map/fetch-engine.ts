import type { EventMap } from './event-map';

/**
 * Fetches MapLibre and what sets it up. By far the largest file there is, so worth asking for before all else that comes later. Null where there is
 * none, and the drawn map is all there is to be.
 */
export const fetchEngine: (() => Promise<typeof EventMap>) | null = async () =>
  (await import('./event-map')).EventMap;

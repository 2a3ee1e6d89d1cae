/** Fetches MapLibre and what sets it up. By far the largest file there is, so worth asking for before all else that comes later. */
export const fetchEngine = async () => (await import('./event-map')).EventMap;

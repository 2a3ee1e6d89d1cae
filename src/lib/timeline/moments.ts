/** When events begin and end, for keys and for play. Ends are edges: the ms after the last. */
export interface Moments {
  /** The first start after `ms`; null when nothing starts later. */
  nextStart(ms: number): number | null;
  /** The nearest start or end after `ms`, before it for direction −1, never `ms` itself; null when there is none. */
  nextEdge(ms: number, direction: 1 | -1): number | null;
}

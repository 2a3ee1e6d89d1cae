/** For each choice of a filter, how many events it would give, the other filters being as they are. */
export interface Facets {
  readonly parties: ReadonlyMap<string, number>;
  /** Null before they can be counted. */
  readonly kinds: ReadonlyMap<string, number> | null;
  /** Null where events make no claims. */
  readonly contested: number | null;
  /** Null where there is no map; unknown where counting takes too long. */
  readonly inView: number | 'unknown' | null;
}

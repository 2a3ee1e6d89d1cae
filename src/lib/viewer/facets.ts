/** For each choice of a filter, how many events it would give, the other filters being as they are. */
export interface Facets {
  readonly parties: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, number>;
  /** Null where events make no claims. */
  readonly contested: number | null;
  /** Null where there is no map; unknown where counting takes too long. */
  readonly inView: number | 'unknown' | null;
}

/** For each choice of a filter, how many events it would give, the other filters being as they are. */
export interface Facets {
  readonly parties: ReadonlyMap<string, number>;
  readonly kinds: ReadonlyMap<string, number>;
  readonly contested: number;
  /** Null where there is no map. */
  readonly inView: number | null;
}

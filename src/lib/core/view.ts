import { same } from './same';
import type { Window } from './story';

/** Where the map looks: centre in degrees WGS84 and MapLibre zoom (tiles of 512 px). */
export interface Camera {
  readonly lon: number;
  readonly lat: number;
  readonly zoom: number;
}

/** `may`: could have happened in the window; `surely`: certainly did. */
export type Certainty = 'may' | 'surely';

export interface Filters {
  /** Ids; empty means any. An event passes when it has one of them. */
  readonly parties: readonly string[];
  readonly kinds: readonly string[];
  readonly contested: boolean;
  /** Only what has a place inside the map as it stands. */
  readonly inView: boolean;
  readonly text: string;
}

/** All that a reader looks at, and all that a link can carry. */
export interface View {
  /** Null: the whole story. */
  readonly window: Window | null;
  readonly certainty: Certainty;
  /** Id of the open event. */
  readonly selected: string | null;
  /** Id of the open place. */
  readonly place: string | null;
  /** Id of the chapter being read. */
  readonly chapter: string | null;
  /** Null: the map chooses. */
  readonly camera: Camera | null;
  readonly filters: Filters;
  readonly axis: 'elastic' | 'true';
}

export const NO_FILTERS: Filters = {
  parties: [],
  kinds: [],
  contested: false,
  inView: false,
  text: ''
};

export const START: View = {
  window: null,
  certainty: 'may',
  selected: null,
  place: null,
  chapter: null,
  camera: null,
  filters: NO_FILTERS,
  axis: 'elastic'
};

/** The view with some of it changed; the same object when nothing is, so that echoes end there. */
export function changedView(view: View, patch: Partial<View>): View {
  const next = { ...view, ...patch };
  return same(next, view) ? view : next;
}

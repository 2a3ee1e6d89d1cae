import type { LonLat, Stance } from '../core/story';
import type { DatePrecision, PlacePrecision } from './precisions';

/** An event to be placed on the map. Whichever of its places is meant is right; the first is the main one. */
export interface Spot {
  readonly event: string;
  readonly places: readonly [Ground, ...Ground[]];
}

/** A place as far as marks hang on it. */
export interface Ground {
  readonly place: string;
  readonly point: LonLat;
  /** Metres. */
  readonly radius: number;
}

/** An event to be put in order: the first and last instant at which it may have gone on, either infinite where open. */
export interface Dated {
  readonly event: string;
  readonly from: number;
  readonly to: number;
}

/** A claim whose speaker and stance are asked for. */
export interface Saying {
  readonly claim: string;
  readonly event: string;
  readonly speaker: string;
  readonly stance: Stance;
  /** Who else takes the same stance on the same event, and so might be meant as well. */
  readonly rivals: readonly string[];
}

/** A party by its id, or a publisher that speaks for itself as `source:` and its name. */
export interface Speaker {
  readonly id: string;
  /** Of two speakers of one group a claim alone does not tell which it was. */
  readonly group: string;
}

/** An event of which is asked how exactly its date or place is known. */
export type Graded =
  | { readonly of: 'date'; readonly event: string; readonly answer: DatePrecision }
  | {
      readonly of: 'place';
      readonly event: string;
      readonly place: string;
      readonly answer: PlacePrecision;
    };

/** All that a story can be asked about, with the answers; plain data. */
export interface Bank {
  readonly spots: readonly Spot[];
  readonly dated: readonly Dated[];
  readonly sayings: readonly Saying[];
  readonly speakers: readonly Speaker[];
  readonly graded: readonly Graded[];
}

/** Publishers that speak for themselves are one group. */
export const PUBLISHERS = 'source:';

/** The name of a publisher that speaks for itself; null of a party. */
export function publisherIn(speaker: string): string | null {
  return speaker.startsWith(PUBLISHERS) ? speaker.slice(PUBLISHERS.length) : null;
}

import { buildLookup, itemOf } from '../core/lookup';
import { possibleSpan } from '../core/span';
import { textIn, type Claim, type LonLat, type Stance, type Story } from '../core/story';
import {
  datePrecision,
  placePrecision,
  type DatePrecision,
  type PlacePrecision
} from './precision';

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
const PUBLISHERS = 'source:';

/** Whatever has a source and is told as something that occurred. `language`: BCP 47 tag of what is shown. */
export function bankOf(story: Story, language: string): Bank {
  const lookup = buildLookup(story);
  const tell = (text: Parameters<typeof textIn>[0]) =>
    textIn(text, language, ...story.meta.languages);
  const occurred = story.events.filter(({ status }) => status === 'occurred');
  const speakerOf = ({ by, citations: [first] }: Claim): string | null => {
    if (by.length > 1 || !first) return null;
    return by[0] ?? PUBLISHERS + itemOf(lookup.citations, first.citation).publisher;
  };
  const nameOf = (speaker: string) =>
    speaker.startsWith(PUBLISHERS)
      ? speaker.slice(PUBLISHERS.length)
      : tell(itemOf(lookup.parties, speaker).names);

  const groundOf = (id: string): Ground | null => {
    const { point, radius, citations, pointStatus } = itemOf(lookup.places, id);
    const known = pointStatus === 'verified' || pointStatus === 'inferred';
    return point && known && citations.length > 0 ? { place: id, point, radius } : null;
  };

  const sayings = story.events.flatMap((event) =>
    event.claims.flatMap((claim): Saying[] => {
      const speaker = speakerOf(claim);
      // A claim that names its speaker asks nothing.
      if (speaker === null || tell(claim.text).includes(nameOf(speaker))) return [];
      const alike = event.claims.filter(({ stance }) => stance === claim.stance);
      const others = alike.flatMap((each) => [...each.by, speakerOf(each) ?? []].flat());
      return [
        {
          claim: claim.id,
          event: event.id,
          speaker,
          stance: claim.stance,
          rivals: [...new Set(others)].filter((other) => other !== speaker)
        }
      ];
    })
  );
  const speakers = [...new Set(sayings.map(({ speaker }) => speaker))].map((id) => ({
    id,
    group: id.startsWith(PUBLISHERS) ? PUBLISHERS : itemOf(lookup.parties, id).group
  }));

  return {
    spots: occurred.flatMap(({ id, where: [first, ...others] }): Spot[] => {
      const main = first && groundOf(first.place);
      if (!main) return [];
      return [
        { event: id, places: [main, ...others.flatMap(({ place }) => groundOf(place) ?? [])] }
      ];
    }),
    dated: occurred.flatMap(({ id, when }) => {
      if (!when) return [];
      const { from, to } = possibleSpan(when);
      return Number.isFinite(from) || Number.isFinite(to) ? [{ event: id, from, to }] : [];
    }),
    sayings,
    speakers,
    graded: [
      ...occurred.flatMap(({ id, when, citations }): Graded[] => {
        const answer = when && citations.length > 0 ? datePrecision(when) : null;
        return answer ? [{ of: 'date', event: id, answer }] : [];
      }),
      ...occurred.flatMap(({ id, where: [only, ...others] }): Graded[] => {
        // Of several places each may be known in its own way.
        const place = only && others.length === 0 ? itemOf(lookup.places, only.place) : null;
        const answer = place && place.citations.length > 0 ? placePrecision(place) : null;
        return place && answer ? [{ of: 'place', event: id, place: place.id, answer }] : [];
      })
    ]
  };
}

/** The name of a publisher that speaks for itself; null of a party. */
export function publisherIn(speaker: string): string | null {
  return speaker.startsWith(PUBLISHERS) ? speaker.slice(PUBLISHERS.length) : null;
}

import { buildLookup, itemOf } from '../core/lookup';
import { possibleSpan } from '../core/span';
import { textIn, type Claim, type Story } from '../core/story';
import {
  publisherIn,
  PUBLISHERS,
  type Bank,
  type Graded,
  type Ground,
  type Saying,
  type Spot
} from './bank';
import { datePrecision, placePrecision } from './precision';

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
    publisherIn(speaker) ?? tell(itemOf(lookup.parties, speaker).names);

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
        // It is judged by the words on what the point rests on. How large a site is, these need not say.
        const told = place && tell(place.basis).trim() !== '' && answer !== 'radius';
        return told && answer ? [{ of: 'place', event: id, place: place.id, answer }] : [];
      })
    ]
  };
}

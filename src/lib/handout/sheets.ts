import { buildIndex } from '../core/event-index';
import { citationIds } from '../core/export';
import type {
  Chapter,
  Citation,
  Claim,
  Dispute,
  Party,
  Place,
  Question,
  Story,
  StoryEvent
} from '../core/story';

/**
 * When something is on the sheets: for `in: [2, 5]` if the second or the fifth chapter is chosen, from 1; for `key: [2]` in the short form of
 * the second as well. `in` holds all of `key`.
 */
export interface Presence {
  readonly in: readonly number[];
  readonly key: readonly number[];
}

interface Numbered extends Presence {
  /** From 1; the same whatever is chosen, so that a class with different sheets means the same by it. */
  readonly number: number;
}

export interface SheetEvent extends Numbered {
  readonly event: StoryEvent;
  /** Numbers of the sources it rests on, ascending: the first few that the story names. */
  readonly sources: readonly number[];
  /** How many more there are. */
  readonly more: number;
}

interface SheetDispute extends Presence {
  readonly event: SheetEvent;
  readonly dispute: Dispute;
  readonly sides: readonly SheetClaim[];
}

interface SheetClaim {
  readonly claim: Claim;
  readonly sources: readonly number[];
}

interface SheetQuestion extends Numbered {
  readonly question: Question;
  readonly chapter: Chapter;
  /** Numbers of the events that a good answer rests on, and of the sources. */
  readonly events: readonly number[];
  readonly sources: readonly number[];
}

interface SheetParty extends Presence {
  readonly party: Party;
}

interface SheetSource {
  readonly number: number;
  readonly citation: Citation;
  /** When events, claims and answers that are on the sheets rest on it. */
  readonly events: Presence;
  readonly claims: Presence;
  readonly answers: Presence;
}

/** All that a handout can hold. */
export interface Sheets {
  readonly chapters: readonly Chapter[];
  /** Whether some events are told in no chapter; they are in a part after the last one. */
  readonly others: boolean;
  /** In the order of time. */
  readonly events: readonly SheetEvent[];
  readonly disputes: readonly SheetDispute[];
  /** In the order of the chapters. */
  readonly questions: readonly SheetQuestion[];
  readonly parties: readonly SheetParty[];
  readonly sources: readonly SheetSource[];
  /** Those on the map where something happens. */
  readonly places: readonly Place[];
}

/** Sources of one event in a list of many. */
const FEW = 3;

/** What the sheets of a story hold, numbered, and which chapter brings it. */
export function sheetsOf(story: Story): Sheets {
  const index = buildIndex(story);
  const ordered = Array.from({ length: index.size }, (_, at) => index.eventAt(at));
  const { chapters } = story;
  const told = chaptersTelling(chapters);
  const others = chapters.length + 1;

  const numbers = numberSources(story, ordered);
  const numbersOf = (ids: readonly string[]) => distinct(ids.map((id) => numbers.get(id) ?? 0));

  const events = ordered.map((event, i): SheetEvent => {
    const own = told.get(event.id) ?? [];
    const rests = citationIds(
      event.citations.length > 0 ? { ...event, claims: [], acts: [] } : event
    );
    return {
      number: i + 1,
      event,
      sources: numbersOf(rests.slice(0, FEW)),
      more: Math.max(0, rests.length - FEW),
      in: own.length > 0 ? own : [others],
      key: own.filter((n) => chapters[n - 1]?.events[0] === event.id)
    };
  });
  const eventById = new Map(events.map((each) => [each.event.id, each]));

  const disputes = markKeyDisputes(
    events.flatMap((event) =>
      event.event.disputes.map((dispute) => ({
        event,
        dispute,
        sides: event.event.claims
          .filter((claim) => claim.dispute === dispute.id)
          .map((claim) => ({ claim, sources: numbersOf(cited(claim)) })),
        in: event.in
      }))
    )
  );

  const claims = new Map(
    events.flatMap((event) =>
      event.event.claims.map((claim) => [claim.id, { event, claim }] as const)
    )
  );
  const questions = chapters
    .flatMap((chapter, c) => chapter.questions.map((question, q) => ({ chapter, question, c, q })))
    .map(({ chapter, question, c, q }, i): SheetQuestion => {
      const rests = question.cites.flatMap((id) => {
        const event = eventById.get(id);
        if (event) return [{ event: event.number, sources: event.sources }];
        const found = claims.get(id);
        return found ? [{ event: found.event.number, sources: numbersOf(cited(found.claim)) }] : [];
      });
      return {
        number: i + 1,
        question,
        chapter,
        events: distinct(rests.map(({ event }) => event)),
        sources: distinct(rests.flatMap(({ sources }) => sources)),
        in: [c + 1],
        key: q === 0 ? [c + 1] : []
      };
    });

  const parties = story.parties.map((party): SheetParty => ({
    party,
    ...presentWith([
      ...events.filter(({ event }) => event.parties.some((each) => each.party === party.id)),
      ...disputes.filter(({ sides }) => sides.some(({ claim }) => claim.by.includes(party.id)))
    ])
  }));

  const sources = [...numbers]
    .map(([id, number]) => ({ citation: story.citations.find((each) => each.id === id), number }))
    .flatMap(({ citation, number }): SheetSource[] => {
      if (!citation) return [];
      return [
        {
          citation,
          number,
          events: presentWith(events.filter((each) => each.sources.includes(number))),
          claims: presentWith(
            disputes.filter(({ sides }) => sides.some((side) => side.sources.includes(number)))
          ),
          answers: presentWith(questions.filter((each) => each.sources.includes(number)))
        }
      ];
    });

  const used = new Set(events.flatMap(({ event }) => event.where.map(({ place }) => place)));
  const places = story.places.filter(({ id, point }) => point && used.has(id));

  const hasOthers = events.some((each) => each.in.includes(others));
  return { chapters, others: hasOthers, events, disputes, questions, parties, sources, places };
}

/** Numbers of the chapters that tell of each event, by its id. */
function chaptersTelling(chapters: readonly Chapter[]): ReadonlyMap<string, readonly number[]> {
  const told = new Map<string, number[]>();
  chapters.forEach((chapter, i) => {
    for (const id of chapter.events) {
      const own = told.get(id);
      if (own) own.push(i + 1);
      else told.set(id, [i + 1]);
    }
  });
  return told;
}

/** Numbers of the sources, by id, in the order in which the events come to them; those that no event cites are last. */
function numberSources(story: Story, events: readonly StoryEvent[]): ReadonlyMap<string, number> {
  const ids = new Set([...events.flatMap(citationIds), ...story.citations.map(({ id }) => id)]);
  return new Map([...ids].map((id, i) => [id, i + 1]));
}

const cited = ({ citations }: Claim) => citations.map(({ citation }) => citation);

/** In the short form of a chapter is the one with the most sides, the first of several. */
function markKeyDisputes(disputes: readonly Omit<SheetDispute, 'key'>[]): readonly SheetDispute[] {
  const key = new Map<number, Omit<SheetDispute, 'key'>>();
  for (const dispute of disputes)
    for (const n of dispute.in) {
      const most = key.get(n);
      if (!most || dispute.sides.length > most.sides.length) key.set(n, dispute);
    }
  return disputes.map((dispute) => ({
    ...dispute,
    key: dispute.in.filter((n) => key.get(n) === dispute)
  }));
}

/** Wherever one of `uses` is. */
function presentWith(uses: readonly Presence[]): Presence {
  return {
    in: distinct(uses.flatMap((use) => use.in)),
    key: distinct(uses.flatMap((use) => use.key))
  };
}

function distinct(numbers: readonly number[]): readonly number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

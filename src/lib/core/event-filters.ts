import { boxHolds, type Box } from './box';
import { buildMembership, flags, namesFlagged, type Membership } from './membership';
import { isContested, type Story, type StoryEvent } from './story';
import { buildHaystacks, searchWords } from './text-search';

/** What events must have, apart from their time. Left out, null or empty: anything. An id the story does not have: nothing has it. */
export interface EventFilters {
  /** The point of one of its places lies in the box; radii do not count. */
  readonly box?: Box | null;
  /** Ids; it names one of them. */
  readonly places?: readonly string[];
  readonly parties?: readonly string[];
  readonly kinds?: readonly string[];
  /** True: only what sources differ on. */
  readonly contested?: boolean;
  /** Words that must all occur, in whole or in part, as `text-search` folds them. */
  readonly text?: string;
}

/** Which filter an event does not pass, a bit each. */
export const FAILS = { box: 1, place: 2, party: 4, kind: 8, contested: 16, text: 32 } as const;

/** What filters look at, by position. */
export interface FilterColumns {
  readonly story: Story;
  readonly size: number;
  readonly places: Membership;
  readonly parties: Membership;
  readonly kinds: Membership;
  /** 1 where sources differ. */
  readonly contested: Uint8Array;
  /** Folded texts, made when first asked for: many readers never search. */
  readonly haystacks: () => readonly string[];
}

/** `events` in the order of their positions. */
export function buildFilterColumns(story: Story, events: readonly StoryEvent[]): FilterColumns {
  let haystacks: readonly string[] | null = null;
  return {
    story,
    size: events.length,
    places: buildMembership(events, story.places, ({ where }) => where.map(({ place }) => place)),
    parties: buildMembership(events, story.parties, ({ parties }) => parties.map((p) => p.party)),
    kinds: buildMembership(events, story.kinds, ({ kind }) => [kind]),
    contested: Uint8Array.from(events, (event) => Number(isContested(event))),
    haystacks: () => (haystacks ??= buildHaystacks(story, events))
  };
}

/** One byte a position: 0 for an event that passes all filters, else the bits of `FAILS` for those that it does not. */
export function failures(filters: EventFilters, columns: FilterColumns): Uint8Array {
  const { story, places, parties, kinds, contested } = columns;
  const { box } = filters;
  const failed = new Uint8Array(columns.size);
  const demand = (bit: number, passes: (position: number) => boolean) => {
    for (let p = 0; p < failed.length; p++) if (!passes(p)) failed[p] = (failed[p] as number) | bit;
  };
  const demandOneOf = (
    bit: number,
    membership: Membership,
    list: readonly { readonly id: string }[],
    ids: readonly string[] = []
  ) => {
    if (ids.length === 0) return;
    const wanted = flags(list, ({ id }) => ids.includes(id));
    demand(bit, (p) => namesFlagged(membership, p, wanted));
  };

  if (box) {
    const inside = flags(story.places, ({ point }) => point !== null && boxHolds(box, point));
    demand(FAILS.box, (p) => namesFlagged(places, p, inside));
  }
  demandOneOf(FAILS.place, places, story.places, filters.places);
  demandOneOf(FAILS.party, parties, story.parties, filters.parties);
  demandOneOf(FAILS.kind, kinds, story.kinds, filters.kinds);
  if (filters.contested) demand(FAILS.contested, (p) => contested[p] === 1);
  const words = searchWords(filters.text ?? '');
  if (words.length > 0) {
    const haystacks = columns.haystacks();
    demand(FAILS.text, (p) => {
      const haystack = haystacks[p] as string;
      return words.every((word) => haystack.includes(word));
    });
  }
  return failed;
}

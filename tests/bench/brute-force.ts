import { isContested, type Story, type StoryEvent, type Window } from '../../src/lib/core/story';
import { NO_FILTERS, type Certainty, type Filters } from '../../src/lib/core/view';

/** What one would write without an index: a filter over the events as they are. */
export class BruteForce {
  readonly #story: Story;
  readonly #filters: Filters;

  constructor(story: Story, filters: Filters = NO_FILTERS) {
    this.#story = story;
    this.#filters = filters;
  }

  window(window: Window, certainty: Certainty): StoryEvent[] {
    return this.#story.events.filter((e) => meets(e, window, certainty) && this.#passes(e));
  }

  count(window: Window, certainty: Certainty): number {
    return this.window(window, certainty).length;
  }

  countsPerPlace(window: Window, certainty: Certainty): Map<string, number> {
    const counts = new Map<string, number>();
    for (const event of this.window(window, certainty)) {
      for (const id of new Set(event.where.map(({ place }) => place))) add(counts, id);
    }
    return counts;
  }

  facets(window: Window, certainty: Certainty) {
    const [parties, kinds] = [new Map<string, number>(), new Map<string, number>()];
    let contested = 0;
    for (const event of this.#story.events) {
      if (!meets(event, window, certainty)) continue;
      const { party, kind, question } = this.#test(event);
      if (kind && question) for (const id of new Set(partiesOf(event))) add(parties, id);
      if (party && question) add(kinds, event.kind);
      if (party && kind && isContested(event)) contested++;
    }
    return { parties, kinds, contested };
  }

  #passes(event: StoryEvent): boolean {
    const { party, kind, question } = this.#test(event);
    return party && kind && question;
  }

  #test(event: StoryEvent) {
    const { parties, kinds, contested } = this.#filters;
    return {
      party: parties.length === 0 || partiesOf(event).some((id) => parties.includes(id)),
      kind: kinds.length === 0 || kinds.includes(event.kind),
      question: !contested || isContested(event)
    };
  }
}

const partiesOf = (event: StoryEvent) => event.parties.map(({ party }) => party);

function meets({ when }: StoryEvent, { from, to }: Window, certainty: Certainty): boolean {
  if (!when) return false;
  return certainty === 'may'
    ? when.startEarliest <= to && when.endLatest >= from
    : when.startLatest <= to && when.endEarliest >= from;
}

function add(counts: Map<string, number>, id: string): void {
  counts.set(id, (counts.get(id) ?? 0) + 1);
}

import type { Act, Claim, Dispute, EventTime, StoryEvent } from '../story';
import { isFault, readWhen } from '../time';
import { resolveRefs, type Context, type Path } from './refs';
import { firsts } from './repeats';
import type { StoryFile } from './v1';

type EventInFile = StoryFile['events'][number];
type Entry<K extends keyof EventInFile> =
  NonNullable<EventInFile[K]> extends readonly (infer E)[] ? E : never;

/** Reads the events of a file whose places, parties, kinds and citations are known. */
export class Events {
  readonly #context: Context;
  readonly #zone: string;
  readonly #placed: ReadonlySet<string>;

  /** `zone`: the story's; `placed`: ids of the places that have a point. */
  constructor(context: Context, zone: string, placed: ReadonlySet<string>) {
    this.#context = context;
    this.#zone = zone;
    this.#placed = placed;
  }

  read(list: readonly EventInFile[]): StoryEvent[] {
    // Relations may point forward, so all events are read before any relation is resolved.
    const read = list.flatMap((entry, i) => {
      const event = this.#event(entry, ['events', i]);
      return event ? [{ event, entry, i }] : [];
    });
    return read.map(({ event, entry, i }) => ({
      ...event,
      relations: this.#relations(entry, ['events', i, 'relations'])
    }));
  }

  #event(entry: EventInFile, path: Path): StoryEvent | null {
    const { ids } = this.#context;
    const when = this.#when(entry, [...path, 'when']);
    const kindKnown = ids.resolve('kind', entry.kind, [...path, 'kind']);
    if (when === undefined || !kindKnown || !ids.take('event', entry.id, path)) return null;

    const disputes = this.#disputes(entry, [...path, 'disputes']);
    const claims = this.#claims(entry, disputes, [...path, 'claims']);
    this.#countSides(entry, disputes, claims, [...path, 'disputes']);
    return {
      id: entry.id,
      title: entry.title,
      text: entry.text,
      when,
      where: this.#where(entry, [...path, 'where']),
      parties: this.#parties(entry, [...path, 'parties']),
      kind: entry.kind,
      status: entry.status,
      claims,
      disputes,
      acts: this.#acts(entry, [...path, 'acts']),
      relations: [],
      citations: resolveRefs(entry.citations, [...path, 'citations'], this.#context)
    };
  }

  /** Undefined when there is a time that cannot be read: such an event is not an undated one. */
  #when({ when }: EventInFile, path: Path): EventTime | null | undefined {
    if (when === undefined) return null;
    const time = readWhen(when, this.#zone);
    if (!isFault(time)) return time;
    const at = typeof when === 'string' ? path : [...path, time.at];
    this.#context.report(time.fault, at, time.value);
    return undefined;
  }

  #where({ where }: EventInFile, path: Path): StoryEvent['where'] {
    const once = firsts(where ?? [], path, this.#context, ({ place }) => [place]);
    return once.flatMap(([{ place, role }, i]) =>
      this.#context.ids.resolve('place', place, [...path, i, 'place'])
        ? { place, role: role ?? null }
        : []
    );
  }

  #parties({ parties }: EventInFile, path: Path): StoryEvent['parties'] {
    return firsts(parties ?? [], path, this.#context).flatMap(([entry, i]) =>
      this.#context.ids.resolve('party', entry.party, [...path, i, 'party']) ? entry : []
    );
  }

  #disputes({ disputes }: EventInFile, path: Path): Dispute[] {
    return (disputes ?? []).flatMap((entry, i) => {
      if (!this.#context.ids.take('dispute', entry.id, [...path, i])) return [];
      const { id, topic, note } = entry;
      return {
        id,
        topic,
        note: note ?? null,
        measure: this.#measure(entry, [...path, i, 'measure'])
      };
    });
  }

  #measure({ measure }: Entry<'disputes'>, path: Path): Dispute['measure'] {
    const { ids, report } = this.#context;
    if (!measure) return null;
    const [from, to] = (['from', 'to'] as const).map((end) => {
      const [id, at] = [measure[end], [...path, end]];
      if (!ids.resolve('place', id, at)) return false;
      if (!this.#placed.has(id)) report('place-without-point', at, id);
      return this.#placed.has(id);
    });
    return from && to ? measure : null;
  }

  #claims({ claims }: EventInFile, disputes: readonly Dispute[], path: Path): Claim[] {
    const here = new Set(disputes.map(({ id }) => id));
    return (claims ?? []).flatMap((entry, i) => this.#claim(entry, here, [...path, i]) ?? []);
  }

  #claim(entry: Entry<'claims'>, disputes: ReadonlySet<string>, path: Path): Claim | null {
    const { ids, report } = this.#context;
    const by = firsts(entry.by, [...path, 'by'], this.#context).flatMap(([id, i]) =>
      ids.resolve('party', id, [...path, 'by', i]) ? id : []
    );
    const citations = resolveRefs(entry.citations, [...path, 'citations'], this.#context);
    // An empty `by` has a meaning of its own, so it must not come about by leaving parties out.
    const silenced = entry.by.length > 0 && by.length === 0;
    if (silenced) report('claim-without-speaker', [...path, 'by'], entry.by);
    if (citations.length === 0) report('claim-without-citation', [...path, 'citations']);
    if (silenced || citations.length === 0 || !ids.take('claim', entry.id, path)) return null;
    const { id, stance, text } = entry;
    return { id, by, stance, text, citations, dispute: this.#side(entry, disputes, path) };
  }

  #side({ dispute }: Entry<'claims'>, here: ReadonlySet<string>, path: Path): string | null {
    const { ids, report } = this.#context;
    if (dispute === undefined) return null;
    if (here.has(dispute)) return dispute;
    const at = [...path, 'dispute'];
    // A dispute of another event exists, yet not for this claim.
    if (ids.has('dispute', dispute)) {
      report('reference-dangling', at, dispute, 'dispute of this event');
    } else ids.resolve('dispute', dispute, at);
    return null;
  }

  #countSides(
    entry: EventInFile,
    disputes: readonly Dispute[],
    claims: readonly Claim[],
    path: Path
  ): void {
    for (const { id, measure } of disputes) {
      const sides = claims.filter((claim) => claim.dispute === id).length + (measure ? 1 : 0);
      const i = entry.disputes?.findIndex((dispute) => dispute.id === id) ?? 0;
      if (sides < 2) this.#context.report('dispute-one-sided', [...path, i], id);
    }
  }

  #acts({ acts }: EventInFile, path: Path): Act[] {
    const { ids, report } = this.#context;
    return firsts(acts ?? [], path, this.#context).flatMap(([entry, i]) => {
      const { act, from, to } = entry;
      const at = [...path, i];
      const known = [
        ids.resolve('party', from, [...at, 'from']),
        ids.resolve('party', to, [...at, 'to'])
      ];
      const citations = resolveRefs(entry.citations, [...at, 'citations'], this.#context);
      if (citations.length === 0) report('act-without-citation', [...at, 'citations']);
      return known.includes(false) || citations.length === 0 ? [] : { act, from, to, citations };
    });
  }

  #relations({ id, relations }: EventInFile, path: Path): StoryEvent['relations'] {
    const { ids, report } = this.#context;
    return firsts(relations ?? [], path, this.#context).flatMap(([relation, i]) => {
      const [{ to }, at] = [relation, [...path, i, 'to']];
      if (to === id) report('event-relation-self', at, to);
      return to !== id && ids.resolve('event', to, at) ? relation : [];
    });
  }
}

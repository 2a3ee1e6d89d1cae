import { greatCircle } from '../core/geodesy';
import { randomFrom } from '../core/random';
import type { Bank, Dated, Graded, Saying, Speaker, Spot } from './bank';
import { orderShare, surelyBefore } from './score';

/** One set of exercises; an exercise that a story has nothing for is empty. */
export interface PracticeSet {
  readonly where: readonly Spot[];
  /** In the order in which they are first shown, which has at least half of what the dates tell wrong. */
  readonly when: readonly Dated[];
  readonly who: readonly Saying[];
  /** Whom to choose from for the claims, in the order in which they are offered. */
  readonly speakers: readonly Speaker[];
  readonly sure: readonly Graded[];
}

const SPOTS = 3;
const EVENTS = 5;
/** Pairs of events that dates do not tell apart: some, or the order would be no exercise. */
const UNTOLD = 2;
const CLAIMS = 4;
const OTHERS = 2;
const GRADED = 4;
/** Places nearer to one another than this are one task, metres. */
const APART = 50_000;

/**
 * The set of this number. Every browser makes the same one, whatever its language; and since each item's rank hangs on the set and its own id
 * alone, a story that gains an event keeps most of each set.
 */
export function setOf(bank: Bank, number: number): PracticeSet {
  const used = new Set<string>();
  const fresh = ({ event }: { readonly event: string }) => !used.has(event);
  const use = <T extends { readonly event: string }>(chosen: readonly T[]) => {
    for (const { event } of chosen) used.add(event);
    return chosen;
  };

  const where = use(
    choose(
      byRank(bank.spots, number, ({ event }) => `where ${event}`),
      SPOTS,
      [
        ({ places: [{ point }] }, others) =>
          others.every(({ places: [other] }) => greatCircle(other.point, point) > APART),
        ({ places: [{ place }] }, others) =>
          others.every(({ places: [other] }) => other.place !== place)
      ]
    )
  );

  const told = (a: Dated, b: Dated) => surelyBefore(a, b) || surelyBefore(b, a);
  const untold = (all: readonly Dated[]) =>
    all.flatMap((a, i) => all.slice(i + 1).filter((b) => !told(a, b))).length;
  // One that overlaps all others cannot be put in order.
  const orderable = bank.dated.filter((event) => bank.dated.some((other) => told(event, other)));
  const when = use(
    choose(
      byRank(orderable, number, ({ event }) => `when ${event}`),
      EVENTS,
      [
        (event, others) => fresh(event) && untold([...others, event]) <= UNTOLD,
        (event, others) => untold([...others, event]) <= UNTOLD,
        (event, others) => others.some((other) => told(event, other))
      ]
    )
  );

  const who = use(chooseSayings(bank, number, fresh));

  const graded = (of: Graded['of'], count: number) =>
    use(
      choose(
        byRank(
          bank.graded.filter((each) => each.of === of),
          number,
          ({ event }) => `sure ${of} ${event}`
        ),
        count,
        [
          (one, others) => fresh(one) && others.every(({ answer }) => answer !== one.answer),
          (one, others) => others.every(({ answer }) => answer !== one.answer),
          fresh,
          () => true
        ]
      )
    );

  return {
    where,
    when: inWrongOrder(when),
    who,
    speakers: speakersFor(who, bank, number),
    sure: [...graded('date', GRADED / 2), ...graded('place', GRADED / 2)]
  };
}

/** By many speakers of several groups, with several stances. */
function chooseSayings(
  { sayings, speakers }: Bank,
  number: number,
  fresh: (saying: Saying) => boolean
): readonly Saying[] {
  const groups = new Map(speakers.map(({ id, group }) => [id, group]));
  const apart = (a: Saying, b: Saying) =>
    a.speaker !== b.speaker &&
    a.event !== b.event &&
    !a.rivals.includes(b.speaker) &&
    !b.rivals.includes(a.speaker);
  const clear = (saying: Saying, others: readonly Saying[]) =>
    others.every((other) => apart(saying, other));
  const otherGroup = (saying: Saying, others: readonly Saying[]) =>
    clear(saying, others) &&
    others.every(({ speaker }) => groups.get(speaker) !== groups.get(saying.speaker));
  return choose(
    byRank(sayings, number, ({ claim }) => `who ${claim}`),
    CLAIMS,
    [
      (saying, others) =>
        fresh(saying) &&
        otherGroup(saying, others) &&
        others.filter(({ stance }) => stance === saying.stance).length < CLAIMS / 2,
      otherGroup,
      clear
    ]
  );
}

/** Who speaks in these claims, and some who do not. */
function speakersFor(
  sayings: readonly Saying[],
  { speakers }: Bank,
  number: number
): readonly Speaker[] {
  const ranked = byRank(speakers, number, ({ id }) => `speaker ${id}`);
  const speaking = ranked.filter(({ id }) => sayings.some(({ speaker }) => speaker === id));
  const might = (id: string) => sayings.some(({ rivals }) => rivals.includes(id));
  const others = choose(
    ranked.filter((each) => !speaking.includes(each) && !might(each.id)),
    sayings.length > 0 ? OTHERS : 0,
    [({ group }, chosen) => [...speaking, ...chosen].every((each) => each.group !== group)]
  );
  return ranked.filter((each) => speaking.includes(each) || others.includes(each));
}

/** As chosen, which is by rank; turned round where that happens to be right by more than half. */
function inWrongOrder(events: readonly Dated[]): readonly Dated[] {
  return orderShare(events) > 0.5 ? [...events].reverse() : events;
}

/**
 * Up to `most` of the items: the first that meet the first rule beside those already chosen, then, where there are too few, those that meet the
 * next.
 */
function choose<T>(
  items: readonly T[],
  most: number,
  rules: readonly ((item: T, chosen: readonly T[]) => boolean)[]
): readonly T[] {
  const chosen: T[] = [];
  for (const rule of rules)
    for (const item of items)
      if (chosen.length < most && !chosen.includes(item) && rule(item, chosen)) chosen.push(item);
  return chosen;
}

function byRank<T>(items: readonly T[], number: number, name: (item: T) => string): readonly T[] {
  return items
    .map((item) => ({ item, name: name(item), rank: rankOf(`${number} ${name(item)}`) }))
    .sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : 1))
    .map(({ item }) => item);
}

/** A number in [0, 1) for a text: FNV-1a over its code units, mixed once more. */
function rankOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return randomFrom(hash)();
}

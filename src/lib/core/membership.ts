import type { StoryEvent } from './story';

/**
 * Which items of a list (places, parties, kinds) each event names, without an object an event: `items[offsets[p]]` up to
 * `items[offsets[p + 1] - 1]` are the indices in the list that the event at position p names.
 */
export interface Membership {
  readonly offsets: Uint32Array;
  readonly items: Uint32Array;
}

/** Ids that the list does not have are left out; repeated ones count once. The order of the event stays. */
export function buildMembership(
  events: readonly StoryEvent[],
  list: readonly { readonly id: string }[],
  idsOf: (event: StoryEvent) => readonly string[]
): Membership {
  const index = new Map(list.map(({ id }, i) => [id, i]));
  const offsets = new Uint32Array(events.length + 1);
  const items: number[] = [];
  // The last event that named each item, to see repeats without a set an event.
  const namedBy = new Int32Array(list.length).fill(-1);
  events.forEach((event, position) => {
    for (const id of idsOf(event)) {
      const item = index.get(id);
      if (item === undefined || namedBy[item] === position) continue;
      namedBy[item] = position;
      items.push(item);
    }
    offsets[position + 1] = items.length;
  });
  return { offsets, items: Uint32Array.from(items) };
}

/** One byte for each item of a list: 1 where `holds`. */
export function flags<T>(list: readonly T[], holds: (item: T) => boolean): Uint8Array {
  return Uint8Array.from(list, (item) => Number(holds(item)));
}

/** True when the event names an item whose flag is set. */
export function namesFlagged(
  { offsets, items }: Membership,
  position: number,
  flagged: Uint8Array
): boolean {
  for (let i = offsets[position] as number; i < (offsets[position + 1] as number); i++) {
    if (flagged[items[i] as number] === 1) return true;
  }
  return false;
}

/** Adds 1 to the count of each item that the event names. */
export function tally({ offsets, items }: Membership, position: number, counts: Uint32Array): void {
  for (let i = offsets[position] as number; i < (offsets[position + 1] as number); i++) {
    const item = items[i] as number;
    counts[item] = (counts[item] as number) + 1;
  }
}

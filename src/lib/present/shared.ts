import { readHideable, type Hideable } from './reveal';

/** What the windows of one presentation have in common. */
export interface Shared {
  /** From 0. */
  readonly step: number;
  /** Whether what this step hides has been asked for. */
  readonly revealed: boolean;
  readonly blank: 'black' | 'white' | null;
  /** What each step hides until asked. */
  readonly hide: readonly Hideable[];
  /** What single steps hide in place of that, by their positions. */
  readonly own: Readonly<Record<number, readonly Hideable[]>>;
  /** How many changes have led here, as far as the window that made the last of them knew; which window that was, or whose address led here before any change. */
  readonly changes: number;
  readonly by: string;
}

/** What the windows say to one another. */
export type Message =
  | { readonly type: 'hello' }
  /** A state that stands, or an answer to a hello. */
  | { readonly type: 'state'; readonly state: Shared };

/** Of two states the one that holds, the same in every window whichever it has heard first. */
export function holding(a: Shared, b: Shared): Shared {
  if (a.changes !== b.changes) return a.changes > b.changes ? a : b;
  return a.by >= b.by ? a : b;
}

/** Reads what another window has said; null when it is nothing such. `steps`: how many there are. */
export function readMessage(data: unknown, steps: number): Message | null {
  if (!isRecord(data)) return null;
  if (data['type'] === 'hello') return { type: 'hello' };
  const state = data['type'] === 'state' ? readShared(data['state'], steps) : null;
  return state && { type: 'state', state };
}

function readShared(state: unknown, steps: number): Shared | null {
  if (!isRecord(state)) return null;
  const { step, revealed, blank, hide, own, changes, by } = state;
  const whole = (value: unknown): value is number => Number.isSafeInteger(value);
  if (!whole(step) || step < 0 || step >= steps || !whole(changes) || changes < 0) return null;
  if (typeof by !== 'string' || typeof revealed !== 'boolean') return null;
  if (blank !== null && blank !== 'black' && blank !== 'white') return null;
  if (!Array.isArray(hide) || !isRecord(own)) return null;
  return {
    step,
    revealed,
    blank,
    hide: readHideable(hide),
    own: Object.fromEntries(
      Object.entries(own).flatMap(([at, names]) =>
        Array.isArray(names) ? [[at, readHideable(names)]] : []
      )
    ),
    changes,
    by
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { Window } from '../core/story';

/** True for two windows from and to the same; null is the whole story. */
export function sameWindow(a: Window | null, b: Window | null): boolean {
  return a === b || (a !== null && b !== null && a.from === b.from && a.to === b.to);
}

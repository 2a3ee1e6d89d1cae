/** Sets are numbered from 1: a number can be said aloud. */
export const MOST_SETS = 999_999;

/** Reads what follows "#": the number of a set, `set=4821`; null when there is none such. */
export function readSet(hash: string): number | null {
  return readNumber(new URLSearchParams(hash.replace(/^#/, '')).get('set') ?? '');
}

/** What follows "#". */
export function writeSet(set: number): string {
  return `set=${set}`;
}

/** A number as somebody has written it; null when no set has it. */
export function readNumber(text: string): number | null {
  const written = text.trim();
  const set = /^\d{1,6}$/.test(written) ? Number(written) : 0;
  return set >= 1 ? set : null;
}

/** The set for a number in [0, 1). */
export function setAt(share: number): number {
  return 1 + Math.floor(share * MOST_SETS);
}

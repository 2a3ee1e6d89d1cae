import type { Report } from './ids';

/**
 * The entries of the list at `path` that say something new, with their positions; repeats are named and left out, for pages tell
 * entries apart by what they say. `keysOf`: an entry repeats another when they have a key in common; by default the whole of it.
 */
export function firsts<T>(
  list: readonly T[],
  path: readonly PropertyKey[],
  { report }: { readonly report: Report },
  keysOf: (entry: T) => readonly string[] = (entry) => [canonical(entry)]
): [entry: T, position: number][] {
  const seen = new Set<string>();
  return list.flatMap((entry, i) => {
    const keys = keysOf(entry);
    if (keys.some((key) => seen.has(key))) {
      report('entry-repeated', [...path, i], entry);
      return [];
    }
    for (const key of keys) seen.add(key);
    return [[entry, i]];
  });
}

/** Equal for values that say the same, in whatever order their fields stand. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner
  );
}

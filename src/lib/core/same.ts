/** True when two pieces of plain data (nulls, strings, numbers, booleans, and arrays and objects of these) say the same. Makes no garbage. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [mine, others] = [a as Record<string, unknown>, b as Record<string, unknown>];
  for (const key in others) if (!(key in mine)) return false;
  for (const key in mine) if (!same(mine[key], others[key])) return false;
  return true;
}

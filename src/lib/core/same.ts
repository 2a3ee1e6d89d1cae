/** True when two pieces of plain data (nulls, strings, numbers, booleans, and arrays and objects of these) say the same. Makes no garbage. */
export function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const mine = a as Record<string, unknown>;
  const others = b as Record<string, unknown>;
  for (const key in others) if (!(key in mine)) return false;
  for (const key in mine) if (!same(mine[key], others[key])) return false;
  return true;
}

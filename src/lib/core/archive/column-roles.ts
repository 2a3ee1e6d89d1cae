import type { ArchiveColumnNames } from '../story';

/** What the columns of an archive are for. The index needs the first few; words are read when they are shown. */
export const INDEX_ROLES = ['time', 'end', 'lon', 'lat', 'point', 'kind'] as const;
export const WORD_ROLES = ['title', 'text', 'place', 'radius', 'source'] as const;
export type WordRole = (typeof WORD_ROLES)[number];
export type ColumnRole = (typeof INDEX_ROLES)[number] | WordRole;

/** The columns that an archive has, by what they are for: those of the index first. */
export function rolesOf({
  where,
  ...columns
}: ArchiveColumnNames): (readonly [role: ColumnRole, name: string])[] {
  const names: Partial<Record<ColumnRole, string | null>> = { ...columns, ...where };
  return [...INDEX_ROLES, ...WORD_ROLES].flatMap((role) => {
    const name = names[role];
    return typeof name === 'string' ? [[role, name] as const] : [];
  });
}

export function isIndexRole(role: ColumnRole): boolean {
  return INDEX_ROLES.some((each) => each === role);
}

/** The names a file has, for a message: the first of them, in quotes. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, 20).map((name) => JSON.stringify(name.slice(0, 40)));
  return shown.join(', ') + (names.length > shown.length ? ', …' : '');
}

import type { CitationRef, LanguageMap, LocatorLabel } from '../story';
import type { Ids, Report } from './ids';

export type Path = readonly PropertyKey[];

/** What every step of the assembly needs. */
export interface Context {
  readonly ids: Ids;
  readonly report: Report;
}

interface RefInFile {
  readonly citation: string;
  readonly label?: LocatorLabel | undefined;
  readonly locator?: string | undefined;
  readonly note?: LanguageMap | undefined;
}

/** The references whose citation exists, in order; the others are named. */
export function resolveRefs(
  refs: readonly RefInFile[] | undefined,
  path: Path,
  { ids }: Context
): CitationRef[] {
  return (refs ?? []).flatMap(({ citation, label, locator, note }, i) =>
    ids.resolve('citation', citation, [...path, i, 'citation'])
      ? { citation, label: label ?? null, locator: locator ?? null, note: note ?? null }
      : []
  );
}

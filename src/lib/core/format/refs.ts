import type { CitationRef, LanguageMap, LocatorLabel } from '../story';
import type { Ids, Report } from './ids';
import { firsts } from './repeats';

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

/** The references whose citation exists, in order and each once; the others are named. */
export function resolveRefs(
  refs: readonly RefInFile[] | undefined,
  path: Path,
  context: Context
): CitationRef[] {
  const { ids } = context;
  return firsts(refs ?? [], path, context).flatMap(([{ citation, label, locator, note }, i]) =>
    ids.resolve('citation', citation, [...path, i, 'citation'])
      ? { citation, label: label ?? null, locator: locator ?? null, note: note ?? null }
      : []
  );
}

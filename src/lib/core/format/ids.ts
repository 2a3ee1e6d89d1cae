import type { ProblemCode } from '../problem';

export type Report = (
  code: ProblemCode,
  path: readonly PropertyKey[],
  value?: unknown,
  detail?: string
) => void;

/** What ids can name, in the words of the problems. */
export type Named =
  | 'kind'
  | 'group'
  | 'place'
  | 'party'
  | 'citation'
  | 'event'
  | 'chapter'
  | 'question'
  | 'claim'
  | 'dispute';

/** What one page shows with its id as the address, so that no two of them may have the same. */
const ON_ONE_PAGE: readonly Named[] = ['place', 'event', 'chapter'];

/** Begins the ids of the page's own parts. */
const RESERVED = 'part-';

/** The ids of a story: which are taken, and which were in the file but not in the story. */
export class Ids {
  readonly #report: Report;
  readonly #inFile: ReadonlySet<string>;
  readonly #taken = new Set<string>();

  /** `inFile`: every id the file gave to something, as `idKey`s, sound or not. */
  constructor(inFile: ReadonlySet<string>, report: Report) {
    this.#inFile = inFile;
    this.#report = report;
  }

  /** Takes an id for the thing at `path`. False, and named, when another has it or it is not to be had. */
  take(named: Named, id: string, path: readonly PropertyKey[]): boolean {
    const at = [...path, 'id'];
    if (this.has(named, id)) {
      this.#report('id-duplicate', at, id, named);
      return false;
    }
    if (ON_ONE_PAGE.includes(named)) {
      const other = ON_ONE_PAGE.find((each) => this.has(each, id));
      if (other) this.#report('id-shared', at, id, other);
      if (id.startsWith(RESERVED)) this.#report('id-reserved', at, id);
      if (other || id.startsWith(RESERVED)) return false;
    }
    this.#taken.add(idKey(named, id));
    return true;
  }

  has(named: Named, id: string): boolean {
    return this.#taken.has(idKey(named, id));
  }

  /** True when the id names something in the story; otherwise the reference at `path` is named. */
  resolve(named: Named, id: string, path: readonly PropertyKey[]): boolean {
    return this.resolveAny([named], id, path);
  }

  /** The same for a reference to things of more than one sort. */
  resolveAny(sorts: readonly Named[], id: string, path: readonly PropertyKey[]): boolean {
    if (sorts.some((named) => this.has(named, id))) return true;
    const leftOut = sorts.find((named) => this.#inFile.has(idKey(named, id)));
    if (leftOut) this.#report('reference-left-out', path, id, leftOut);
    else this.#report('reference-dangling', path, id, sorts.join(' or '));
    return false;
  }
}

/** Every id in a document of unknown shape, wherever the format has one. */
export function idsInFile(root: Readonly<Record<PropertyKey, unknown>>): Set<string> {
  const found = new Set<string>();
  const collect = (named: Named, list: unknown) => {
    for (const entry of entriesOf(list)) {
      if (typeof entry['id'] === 'string') found.add(idKey(named, entry['id']));
    }
  };
  collect('kind', root['kinds']);
  collect('group', root['groups']);
  collect('place', root['places']);
  collect('party', root['parties']);
  collect('citation', root['citations']);
  collect('event', root['events']);
  for (const event of entriesOf(root['events'])) {
    collect('claim', event['claims']);
    collect('dispute', event['disputes']);
  }
  return found;
}

function idKey(named: Named, id: string): string {
  return `${named} ${id}`;
}

function entriesOf(list: unknown): Record<string, unknown>[] {
  if (!Array.isArray(list)) return [];
  return list.filter((entry) => typeof entry === 'object' && entry !== null);
}

import { problem, type Problem } from '../problem';

export interface JoinedParts {
  /** One story, to be read by `readStory`. */
  readonly document: Readonly<Record<string, unknown>>;
  readonly problems: readonly Problem[];
  /** Where a problem's path in `document` is to be found: "events[37].when" may be "events[3].when" of the second file. */
  readonly whereIs: (path: string) => { readonly file: string; readonly path: string };
}

/**
 * Joins the files of a folder into one story: lists of the same key are put one after the other, in the order of the file names; any
 * other key may stand in one file only, or say the same in all. `parts`: parsed JSON by file name.
 */
export function joinParts(parts: Readonly<Record<string, unknown>>): JoinedParts {
  // A map, for a key may be "__proto__".
  const values = new Map<string, unknown>();
  const problems: Problem[] = [];
  /** Of each key: which file starts where. */
  const sources = new Map<string, { file: string; from: number }[]>();

  for (const file of Object.keys(parts).sort()) {
    const part = parts[file];
    if (typeof part !== 'object' || part === null || Array.isArray(part)) {
      problems.push(problem('not-an-object', '', part, file));
      continue;
    }
    for (const [key, value] of Object.entries(part)) {
      const before = sources.get(key);
      const list = values.get(key);
      if (!before) {
        values.set(key, Array.isArray(value) ? [...value] : value);
        sources.set(key, [{ file, from: 0 }]);
      } else if (Array.isArray(list) && Array.isArray(value)) {
        before.push({ file, from: list.length });
        for (const entry of value) list.push(entry);
      } else if (!isSame(list, value)) {
        problems.push(
          problem('part-clash', key, value, `in ${before[0]?.file}; this one is in ${file}`)
        );
      }
    }
  }

  function whereIs(path: string): { file: string; path: string } {
    const [, key = '', index, rest = ''] = /^([\w$]+)(?:\[(\d+)\])?(.*)$/s.exec(path) ?? [];
    const files = sources.get(key) ?? [];
    const at = Number(index ?? 0);
    const source = files.findLast(({ from }) => from <= at);
    if (!source) return { file: '', path };
    const local = index === undefined ? path : `${key}[${at - source.from}]${rest}`;
    return { file: source.file, path: local };
  }

  return { document: Object.fromEntries(values), problems, whereIs };
}

/** Deeper than anything in a story; what differs further down, or goes on for ever, does not count as the same. */
const DEPTH = 50;

function isSame(a: unknown, b: unknown, depth = 0): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [keys, others] = [Object.keys(a), Object.keys(b)];
  return (
    depth < DEPTH &&
    Array.isArray(a) === Array.isArray(b) &&
    keys.length === others.length &&
    keys.every(
      (key) =>
        Object.hasOwn(b, key) &&
        isSame((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], depth + 1)
    )
  );
}

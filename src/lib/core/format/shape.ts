import type { z } from 'zod';
import { isProblemCode, type ProblemCode } from '../problem';
import type { Draft } from './draft';
import type { Finding } from './safe-copy';

type Issue = z.core.$ZodIssue;

/**
 * Checks the draft against a schema of its version; what does not fit is named and left out until the rest fits. Null when it never
 * does. The `error` of a schema's check is a code of the problem catalogue.
 */
export function fitShape<T>(draft: Draft, schema: z.ZodType<T>): T | null {
  // Leaving something out may bring up another fault (a claim without citations), at most one for each level of nesting.
  for (let round = 0; round < 12; round++) {
    const result = schema.safeParse(draft.root);
    if (result.success) return result.data;
    draft.leaveOut(result.error.issues.flatMap((issue) => toFindings(issue, draft.root)));
  }
  return null;
}

function toFindings(issue: Issue, root: unknown): Finding[] {
  const value = valueAt(root, issue.path);
  const { path } = issue;
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ code: 'unknown-field', path: [...path, key] }));
    case 'invalid_union':
      return unionFindings(issue, root);
    case 'invalid_key':
      return [{ code: 'language-unknown', path, value: path[path.length - 1] }];
    case 'invalid_type':
      return [{ ...missingOr('wrong-type', value), path, value, detail: wordFor(issue.expected) }];
    case 'invalid_value': {
      const detail = issue.values.map((allowed) => `"${String(allowed)}"`).join(', ');
      if (value === undefined) return [{ code: 'missing-field', path, detail: `one of ${detail}` }];
      if (typeof value !== 'string') return [{ code: 'wrong-type', path, value, detail: 'a text' }];
      return [{ code: codeOf(issue, 'value-unknown'), path, value, detail }];
    }
    case 'too_big':
      return tooBig(issue, value, root);
    case 'too_small':
      if (issue.message === 'coordinate-out-of-range') return [pointFinding(path, root)];
      return [
        {
          code: codeOf(issue, 'missing-field'),
          path,
          value,
          detail: `at least ${issue.minimum}`
        }
      ];
    default:
      return [{ code: codeOf(issue, 'wrong-type'), path, value }];
  }
}

function tooBig(issue: Issue & { code: 'too_big' }, value: unknown, root: unknown): Finding[] {
  const { path, origin } = issue;
  const maximum = Number(issue.maximum);
  if (issue.message === 'coordinate-out-of-range') return [pointFinding(path, root)];
  if (isProblemCode(issue.message)) return [{ code: issue.message, path, value }];
  if (origin === 'string') {
    return [{ code: 'text-too-long', path, value, detail: String(maximum) }];
  }
  if (origin === 'array') {
    // A point or a CSL date is not a list that could lose its end.
    const fixed = path.includes('point') || path.includes('date-parts');
    return fixed
      ? [{ code: 'wrong-type', path, value, detail: `at most ${maximum} entries` }]
      : [{ code: 'too-many', path, detail: String(maximum), keep: maximum }];
  }
  return [{ code: 'number-out-of-range', path, value, detail: `at most ${maximum}` }];
}

/** A union is judged by the member that the value was meant to be: the one whose type it has. */
function unionFindings(issue: Issue & { code: 'invalid_union' }, root: unknown): Finding[] {
  const meant = issue.errors.find((member) =>
    member.every((inner) => inner.path.length > 0 || inner.code !== 'invalid_type')
  );
  if (!meant) {
    const value = valueAt(root, issue.path);
    return [{ code: 'wrong-type', path: issue.path, value, detail: 'a text or an object' }];
  }
  return meant.flatMap((inner) =>
    toFindings({ ...inner, path: [...issue.path, ...inner.path] }, root)
  );
}

/** Both numbers of a point are one finding. */
function pointFinding(path: readonly PropertyKey[], root: unknown): Finding {
  const whole = path.slice(0, -1);
  const point = valueAt(root, whole) as [number, number];
  const [lon, lat] = point;
  const swapped = Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90;
  const code = swapped ? 'coordinates-swapped' : 'coordinate-out-of-range';
  return { code, path: whole, value: point };
}

function missingOr(code: ProblemCode, value: unknown): { code: ProblemCode } {
  return { code: value === undefined ? 'missing-field' : code };
}

function codeOf(issue: Issue, otherwise: ProblemCode): ProblemCode {
  return isProblemCode(issue.message) ? issue.message : otherwise;
}

const WORDS: Readonly<Record<string, string>> = {
  string: 'a text in quotes',
  number: 'a number',
  int: 'a whole number',
  array: 'a list in [ ]',
  tuple: '[longitude, latitude]',
  object: 'an object in { }',
  record: 'texts by language, such as {"en": "…"}'
};

function wordFor(expected: string): string {
  return WORDS[expected] ?? expected;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

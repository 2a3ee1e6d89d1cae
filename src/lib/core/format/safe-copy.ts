import type { ProblemCode } from '../problem';

/** Something wrong at a path of the document, before it is put into words. */
export interface Finding {
  readonly code: ProblemCode;
  readonly path: readonly PropertyKey[];
  readonly value?: unknown;
  readonly detail?: string;
  /** For `too-many`: how many entries stay. */
  readonly keep?: number;
}

const DEPTH = 12;
const TEXT = 10_000;
const KEYS = 200;
const ENTRIES = 20_000;
/** Some values for each of the most events there may be; also stops an object that is held many times over. */
const NODES = 8_000_000;

/**
 * Copies JSON-like input of any size, depth and origin into fresh plain objects, so that later steps may change it and need not fear
 * it. Texts are checked here, wherever they stand: no HTML, no invisible characters, no monsters. What is unsafe stays in the copy
 * and is named in `findings`, except what is too deep, which is cut. Null when there is too much of it.
 */
export function copySafely(input: unknown): { copy: unknown; findings: Finding[] } | null {
  const findings: Finding[] = [];
  const path: PropertyKey[] = [];
  const around = new Set<object>();
  let nodes = 0;

  function find(code: ProblemCode, value: unknown, detail = '', keep?: number) {
    findings.push({
      code,
      path: [...path],
      value,
      detail,
      ...(keep === undefined ? {} : { keep })
    });
  }

  function copy(value: unknown): unknown {
    nodes++;
    if (nodes > NODES) return undefined;
    if (typeof value === 'string') {
      const fault = textFault(value);
      if (fault) find(fault.code, value, fault.detail);
      return value;
    }
    if (value === null || typeof value === 'number' || typeof value === 'boolean') return value;
    if (typeof value !== 'object') return undefined;
    // What contains itself is as deep as anything can be.
    if (path.length > DEPTH || around.has(value)) {
      find('too-deep', undefined, String(DEPTH));
      return undefined;
    }
    around.add(value);
    const result = Array.isArray(value)
      ? copyList(value)
      : copyObject(value as Record<string, unknown>);
    around.delete(value);
    return result;
  }

  function copyList(list: readonly unknown[]): unknown[] {
    if (list.length > ENTRIES) find('too-many', undefined, String(ENTRIES), ENTRIES);
    return Array.from(list.slice(0, ENTRIES), (entry, i) => inside(i, entry) ?? null);
  }

  function copyObject(object: Record<string, unknown>): Record<string, unknown> {
    const result: Record<string, unknown> = {};
    const keys = Object.keys(object);
    if (keys.length > KEYS) find('too-many', undefined, String(KEYS), KEYS);
    for (const key of keys.slice(0, KEYS)) {
      // Assigning to "__proto__" would replace the prototype instead of adding a field.
      const value = key === '__proto__' ? undefined : inside(key, object[key]);
      if (value !== undefined) result[key] = value;
    }
    return result;
  }

  function inside(key: PropertyKey, value: unknown): unknown {
    path.push(key);
    const result = copy(value);
    path.pop();
    return result;
  }

  const result = copy(input);
  return nodes > NODES ? null : { copy: result, findings };
}

/** Control characters but tab and line breaks, and the marks that reorder text so that it reads as something else. */
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const HTML = /<[/!?]?[A-Za-z]|<!--/;

function textFault(text: string): { code: ProblemCode; detail: string } | null {
  if (text.length > TEXT) return { code: 'text-too-long', detail: String(TEXT) };
  if (HTML.test(text)) return { code: 'html-in-text', detail: '' };
  const invisible = INVISIBLE.exec(text)?.[0];
  if (invisible === undefined) return null;
  const hex = invisible.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return { code: 'control-character', detail: `U+${hex}` };
}

import { problem, type Problem } from '../problem';

/**
 * Parses JSON text. A syntax error is a problem that says where, by line and column from 1; `value` is then undefined. So is a key
 * that stands twice in one object, of which `JSON.parse` keeps the last without a word.
 */
export function readJson(text: string): { value: unknown; problems: Problem[] } {
  // Some editors write a byte order mark, which JSON does not allow.
  const json = text.replace(/^\uFEFF/, '');
  const { end, repeated } = walk(json);
  try {
    const value: unknown = JSON.parse(json);
    const problems = repeated.map(({ key, at }) =>
      problem('key-repeated', '', key, placeOf(json, at))
    );
    return { value, problems };
  } catch {
    const found = json.slice(end, end + 30).split(/[\r\n]/)[0] || 'the end of the file';
    return {
      value: undefined,
      problems: [problem('json-malformed', '', found, placeOf(json, end))]
    };
  }
}

function placeOf(json: string, at: number): string {
  const lines = json.slice(0, at).split(/\r\n|[\r\n]/);
  return `line ${lines.length}, column ${(lines[lines.length - 1]?.length ?? 0) + 1}`;
}

const PUNCTUATION = /[\t\n\r ]*([{}[\],:])/y;
// Unrolled, so that a long text does not exhaust the stack.
const TEXT =
  // eslint-disable-next-line no-control-regex
  /[\t\n\r ]*"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})[^"\\\u0000-\u001f]*)*"/y;
const OTHER =
  /[\t\n\r ]*(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.+-])/y;
const SPACE = /[\t\n\r ]*/y;

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end';

/**
 * Goes through the text as far as it is JSON: `end` is the position of the first token that cannot stand where it stands, or the
 * end of the text. Engines word their errors differently and do not all say where.
 */
function walk(json: string): { end: number; repeated: { key: string; at: number }[] } {
  const open: ('{' | '[')[] = [];
  /** Of each object and list that is open. */
  const keys: Set<string>[] = [];
  const repeated: { key: string; at: number }[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    const [token, end] = tokenAt(json, at);
    const next = step(token, expected, open);
    if (next === null) return { end: skipSpace(json, at), repeated };
    if (open.length > keys.length) keys.push(new Set());
    else if (open.length < keys.length) keys.pop();
    else if (next === ':') {
      const start = skipSpace(json, at);
      const key: string = JSON.parse(json.slice(start, end));
      const before = keys[keys.length - 1];
      if (before?.has(key)) repeated.push({ key, at: start });
      before?.add(key);
    }
    expected = next;
    at = end;
  }
}

/** What may come after `token`; null when it may not stand here. Keeps the stack of what is open. */
function step(token: string, expected: Expected, open: ('{' | '[')[]): Expected | null {
  const inside = open[open.length - 1];
  switch (token) {
    case '{':
    case '[':
      if (expected !== 'value' && expected !== 'value or ]') return null;
      open.push(token);
      return token === '{' ? 'key or }' : 'value or ]';
    case '}':
      if (inside !== '{' || (expected !== 'key or }' && expected !== ', or end')) return null;
      open.pop();
      return ', or end';
    case ']':
      if (inside !== '[' || (expected !== 'value or ]' && expected !== ', or end')) return null;
      open.pop();
      return ', or end';
    case ',':
      if (expected !== ', or end' || inside === undefined) return null;
      return inside === '{' ? 'key' : 'value';
    case ':':
      return expected === ':' ? 'value' : null;
    case 'text':
      if (expected === 'key' || expected === 'key or }') return ':';
      return expected === 'value' || expected === 'value or ]' ? ', or end' : null;
    case 'other':
      return expected === 'value' || expected === 'value or ]' ? ', or end' : null;
    default:
      return null;
  }
}

function tokenAt(json: string, at: number): [token: string, end: number] {
  PUNCTUATION.lastIndex = TEXT.lastIndex = OTHER.lastIndex = at;
  const mark = PUNCTUATION.exec(json)?.[1];
  if (mark) return [mark, PUNCTUATION.lastIndex];
  if (TEXT.test(json)) return ['text', TEXT.lastIndex];
  if (OTHER.test(json)) return ['other', OTHER.lastIndex];
  return ['none', at];
}

function skipSpace(json: string, at: number): number {
  SPACE.lastIndex = at;
  SPACE.test(json);
  return SPACE.lastIndex;
}

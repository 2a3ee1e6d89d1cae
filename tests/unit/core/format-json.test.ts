import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinParts, readStory } from '../../../src/lib/core/format';
import { readJson } from '../../../src/lib/core/format/json';
import { smallDocument, smallStory } from '../../fixtures/small-story';

/** The place a syntax error is reported at, and what is found there. */
function faultIn(text: string): string {
  const [found] = readJson(text).problems;
  const where = /line \d+, column \d+/.exec(found?.message ?? '')?.[0];
  return `${where}: ${found?.value}`;
}

describe('readJson', () => {
  it('reads JSON, with a byte order mark or without', () => {
    expect(readJson('{"a":[1,"x",null]}')).toEqual({ value: { a: [1, 'x', null] }, problems: [] });
    expect(readJson('\uFEFF {"a":1}')).toEqual({ value: { a: 1 }, problems: [] });
  });

  it.each([
    ['', 'line 1, column 1: the end of the file'],
    ['{\n  "a": 1,\n}', 'line 3, column 1: }'],
    ['{\r\n  "a": 1\r\n  "b": 2\r\n}', 'line 3, column 3: "b": 2'],
    ['{"a" 1}', 'line 1, column 6: 1}'],
    ['{"a":}', 'line 1, column 6: }'],
    ['{a: 1}', 'line 1, column 2: a: 1}'],
    ['[1, 2', 'line 1, column 6: the end of the file'],
    ['[1, ]', 'line 1, column 5: ]'],
    ['[1}', 'line 1, column 3: }'],
    ['{"a": 1]', 'line 1, column 8: ]'],
    ['[1] 2', 'line 1, column 5: 2'],
    ['[1],', 'line 1, column 4: ,'],
    ['{"a": {"b": 1}, {"c": 2}}', 'line 1, column 17: {"c": 2}}'],
    ['{"a": tru}', 'line 1, column 7: tru}'],
    ['[01]', 'line 1, column 2: 01]'],
    ['[1.]', 'line 1, column 2: 1.]'],
    ['["x\ty"]', 'line 1, column 2: "x\ty"]'],
    ['["\\x"]', 'line 1, column 2: "\\x"]'],
    ['["never closed]', 'line 1, column 2: "never closed]'],
    ['{"a": "b": 1}', 'line 1, column 10: : 1}'],
    ["{'a': 1}", "line 1, column 2: 'a': 1}"],
    ['{"a": 1, true}', 'line 1, column 10: true}'],
    ['["a" "b"]', 'line 1, column 6: "b"]']
  ])('says where %j goes wrong', (text, where) => {
    expect(faultIn(text)).toBe(where);
  });

  it.each([
    ['{"a": 1,\n "b": {"a": 2},\n "a": 3}', 'line 3, column 2: a', { a: 3, b: { a: 2 } }],
    ['[{"a": 1}, {"a": 1, "\\u0061": 2}]', 'line 1, column 21: a', [{ a: 1 }, { a: 2 }]]
  ])(
    'says where a key stands for the second time, and reads the last: %j',
    (text, where, value) => {
      expect(faultIn(text)).toBe(where);
      expect(readJson(text)).toMatchObject({ value, problems: [{ code: 'key-repeated' }] });
    }
  );

  it('does not take a key for repeated that another object has, or that is a value too', () => {
    const text = '[{"a": {"a": ["a", {"a": 1}]}, "b": "a"}, {"a": 2, "__proto__": 3}]';
    expect(readJson(text).problems).toEqual([]);
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(readJson(json).problems).toEqual([]);
      })
    );
  });

  it.each(['NaN', '-Infinity', 'undefined', '// no', "'a'"])('says where %s stands', (word) => {
    expect(faultIn(`\uFEFF{\n  "a": ${word}\n}`)).toBe(`line 2, column 8: ${word}`);
  });

  it('says so for any JSON with one character replaced, and never at a place before which all was well but JSON is over', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom('}', ']', ',', ':', '"', 'x', '{', ' '),
        (json, n, c) => {
          const at = n % json.length;
          const text = json.slice(0, at) + c + json.slice(at + 1);
          const { problems, value } = readJson(text);
          if (problems[0]?.code !== 'json-malformed') {
            expect(value).toEqual(JSON.parse(text));
            return;
          }
          const column = Number(/column (\d+)/.exec(problems[0]?.message ?? '')?.[1]);
          expect(column).toBeGreaterThanOrEqual(1);
          expect(column).toBeLessThanOrEqual(text.length + 1);
        }
      ),
      { numRuns: 500 }
    );
  });

  it('does not choke on a text of a million escapes', () => {
    expect(faultIn(`["${'\\n'.repeat(1_000_000)}" 1]`)).toMatch(/^line 1, column 2000005: 1\]/);
  });
});

describe('joinParts', () => {
  const { events, places, ...rest } = smallDocument;

  it('puts lists one after the other in the order of the file names', () => {
    const { document, problems } = joinParts({
      'events-2.json': { events: events.slice(3) },
      'events-1.json': { events: events.slice(0, 3), places },
      'story.json': rest
    });
    expect(problems).toEqual([]);
    expect(readStory(document).story).toEqual(smallStory);
  });

  it('lets two files say the same, and names what they say differently', () => {
    const { format, story } = smallDocument;
    expect(joinParts({ a: { format, story }, b: { format, story } }).problems).toEqual([]);
    const { problems, document } = joinParts({
      a: { format },
      b: { format: 'x', events: {} },
      c: { events: [] }
    });
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
      'part-clash format',
      'part-clash events'
    ]);
    expect(problems[0]?.message).toContain('in a; this one is in b');
    const clashes = (a: unknown, b: unknown) =>
      joinParts({ a: { x: a }, b: { x: b } }).problems.length > 0;
    expect(clashes({ p: 1, q: [null] }, { q: [null], p: 1 })).toBe(false);
    for (const other of [
      { p: 1 },
      { p: 1, q: [] },
      { p: 1, r: [null] },
      { p: 1, q: { 0: null } }
    ]) {
      expect(clashes({ p: 1, q: [null] }, other)).toBe(true);
    }
    expect(document['format']).toBe(format);
  });

  it('names a file that is no object and joins the others', () => {
    const { problems, document } = joinParts({ 'a.json': [1], 'b.json': { x: 1 }, 'c.json': null });
    expect(problems.map(({ code }) => code)).toEqual(['not-an-object', 'not-an-object']);
    expect(document).toEqual({ x: 1 });
  });

  it('tells in which file, and where in it, a path of the whole is', () => {
    const { whereIs } = joinParts({
      'a.json': { events: [1, 2], story: {} },
      'b.json': { events: [] },
      'c.json': { events: [3, 4] }
    });
    expect(whereIs('events[1].when')).toEqual({ file: 'a.json', path: 'events[1].when' });
    expect(whereIs('events[3].claims[2].id')).toEqual({
      file: 'c.json',
      path: 'events[1].claims[2].id'
    });
    expect(whereIs('story.title')).toEqual({ file: 'a.json', path: 'story.title' });
    expect(whereIs('format')).toEqual({ file: '', path: 'format' });
    expect(whereIs('')).toEqual({ file: '', path: '' });
  });

  it('does not change the parts', () => {
    const a = { events: [1] };
    joinParts({ a, b: { events: [2] } });
    expect(a).toEqual({ events: [1] });
  });

  it('keeps a key that would replace a prototype as a plain key', () => {
    const { document } = joinParts({ a: JSON.parse('{"__proto__": {"x": 1}}') });
    expect(Object.getPrototypeOf(document)).toBe(Object.prototype);
  });
});

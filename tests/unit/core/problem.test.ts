import { describe, expect, it } from 'vitest';
import { PROBLEM_CODES, formatPath, isProblemCode, problem } from '../../../src/lib/core/problem';

describe('the catalogue of problems', () => {
  it('has a sentence and a remedy for every code, with or without a detail', () => {
    for (const code of PROBLEM_CODES) {
      for (const detail of ['', 'a detail']) {
        const { message, remedy, severity } = problem(code, 'events[0]', undefined, detail);
        expect(message).toMatch(/^["A-Z].*\.$/);
        expect(remedy).toMatch(/^[A-Z].*[.…]$/);
        expect(['error', 'warning']).toContain(severity);
      }
    }
  });

  it('knows its own codes only', () => {
    expect(isProblemCode('date-impossible')).toBe(true);
    expect(isProblemCode('toString')).toBe(false);
  });
});

describe('problem', () => {
  it('has no value when something is missing', () => {
    expect(problem('missing-field', 'story', undefined, 'an object')).toEqual({
      code: 'missing-field',
      path: 'story',
      message: 'A required field is missing.',
      remedy: 'Add it: an object.',
      severity: 'error'
    });
  });

  it('shows a value as JSON, at most 80 characters of it', () => {
    expect(problem('wrong-type', 'x', { a: [1, null] }).value).toBe('{"a":[1,null]}');
    expect(problem('wrong-type', 'x', 'y'.repeat(80)).value).toBe('y'.repeat(80));
    expect(problem('wrong-type', 'x', 'y'.repeat(81)).value).toBe(`${'y'.repeat(79)}…`);
    expect(problem('wrong-type', 'x', () => 1).value).toBe('function');
  });

  it('shows what JSON cannot: nothing is too deep, too wide or too odd', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = [deep];
    const around: Record<string, unknown> = {};
    around['self'] = around;
    expect(problem('wrong-type', 'x', deep).value).toBe('[[[[[[[[[…]]]]]]]]]');
    expect(problem('wrong-type', 'x', around).value).toMatch(/^\{"self":\{"self":/);
    expect(problem('wrong-type', 'x', Array(1e6).fill('y'.repeat(1e6))).value).toHaveLength(80);
    expect(problem('wrong-type', 'x', { toString: 0, toJSON: 0 }).value).toBe(
      '{"toString":0,"toJSON":0}'
    );
    expect([1n, NaN, Symbol('s'), null].map((v) => problem('wrong-type', 'x', v).value)).toEqual([
      '1',
      'NaN',
      'symbol',
      'null'
    ]);
  });

  it('does not cut a character in two', () => {
    const value = problem('wrong-type', 'x', '😀'.repeat(60)).value ?? '';
    expect(value.length).toBeLessThanOrEqual(80);
    expect(value).toMatch(/^(😀)+…$/u);
  });
});

describe('formatPath', () => {
  it('writes positions in brackets, words after dots and other keys in quotes', () => {
    expect(formatPath(['events', 3, 'when', 'edtf'])).toBe('events[3].when.edtf');
    expect(formatPath(['citations', 0, 'issued', 'date-parts', 1])).toBe(
      'citations[0].issued["date-parts"][1]'
    );
    expect(formatPath([])).toBe('');
  });
});

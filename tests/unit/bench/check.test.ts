import { describe, expect, it } from 'vitest';
import type { Goal } from '../../../bench/goals';
import { GOALS, isMet } from '../../../bench/goals';
import { missedGoals } from '../../../bench/harness/check';
import { goalTable, writeDocument } from '../../../bench/harness/document';
import { Summary } from '../../../bench/harness/summary';
import { makeVisit, months } from './make-visit';

const MILLION = 1_000_000;
const goal = (given: Partial<Goal>): Goal => ({
  text: 'A step',
  unit: 'ms',
  limit: 10,
  is: 'most',
  checked: true,
  measure: () => 5,
  ...given
});
const nothing = new Summary([]);

/** Dateline and the two others at a million, a step so many milliseconds long. */
const against = (own: number, filter: number, leaflet: number) =>
  new Summary([
    makeVisit({ size: MILLION, ...months(own) }),
    makeVisit({ approach: 'set-filter', size: MILLION, ...months(filter) }),
    makeVisit({ approach: 'leaflet-timeline', size: MILLION, ...months(leaflet) })
  ]);

describe('a goal', () => {
  it.each([
    ['most', 10, true],
    ['most', 10.1, false],
    ['least', 10, true],
    ['least', 9.9, false]
  ] as const)('of at %s 10 measured as %s: reached is %s', (is, value, met) => {
    expect(isMet(goal({ is, measure: () => value }), nothing)).toBe(met);
  });

  it('is neither reached nor missed where nothing was measured', () => {
    expect(isMet(goal({ measure: () => null }), nothing)).toBeNull();
  });
});

describe('the goals', () => {
  const met = (text: string, summary: Summary) =>
    GOALS.filter((each) => each.text.includes(text)).map((each) => isMet(each, summary));

  it('are a hundred times setFilter and ten times leaflet.timeline at a million', () => {
    expect(met('than MapLibre setFilter', against(10, 1_000, 100))).toEqual([true]);
    expect(met('than MapLibre setFilter', against(10, 990, 100))).toEqual([false]);
    expect(met('1,000,000 events: times faster than leaflet', against(10, 1, 100))).toEqual([true]);
    expect(met('1,000,000 events: times faster than leaflet', against(10, 1, 99))).toEqual([false]);
  });

  it('are a million at less than twice the time of ten thousand', () => {
    const grown = (ms: number) =>
      new Summary([
        makeVisit({ size: 10_000, ...months(4) }),
        makeVisit({ size: MILLION, ...months(ms) })
      ]);
    expect(met('takes longer by', grown(7))).toEqual([true]);
    expect(met('takes longer by', grown(9))).toEqual([false]);
  });

  it('that are checked are ratios and CPU times, never wall times', () => {
    const checked = GOALS.filter((each) => each.checked);
    expect(checked.length).toBeGreaterThan(3);
    expect(checked.filter(({ unit, text }) => unit !== '×' && !text.includes('CPU'))).toEqual([]);
  });
});

describe('--check', () => {
  const missed = (goals: Goal[], summary = nothing, partial = false) =>
    missedGoals(summary, partial, goals);

  it('is content with goals that were reached', () => {
    expect(missed([goal({})])).toEqual([]);
  });

  it('names each goal that was missed, with what was measured', () => {
    expect(missed([goal({ measure: () => 11 })])).toEqual(['A step: 11 ms, the goal is ≤ 10 ms']);
  });

  it('lets pass what is not checked', () => {
    expect(missed([goal({}), goal({ checked: false, measure: () => 11 })])).toEqual([]);
  });

  it('takes what was not measured for missed, unless only a part was to be', () => {
    const goals = [goal({}), goal({ measure: () => null })];
    expect(missed(goals)).toHaveLength(1);
    expect(missed(goals, nothing, true)).toEqual([]);
  });

  it('is not content with nothing', () => {
    expect(missed([goal({ measure: () => null })], nothing, true)).toHaveLength(1);
  });

  it('fails for a wrong count of anybody’s and a breakdown of ours', () => {
    const checks = [{ window: [0, 1] as const, reported: 1, expected: 2 }];
    const summary = new Summary([
      makeVisit({ approach: 'set-data', checks }),
      makeVisit({ failure: 'Target crashed' }),
      makeVisit({ approach: 'set-filter', failure: 'Target crashed' })
    ]);
    expect(missed([goal({})], summary)).toEqual([
      'set-data, 1,000 events: a wrong count',
      'Dateline, 1,000 events: Target crashed'
    ]);
  });
});

describe('the document', () => {
  it('has a row for each goal, and says of each whether it was reached', () => {
    const rows = goalTable(nothing, [
      goal({}),
      goal({ unit: '×', is: 'least' }),
      goal({ unit: '/s', measure: () => null, checked: false })
    ]).split('\n');
    expect(rows.slice(2)).toEqual([
      '| A step | ≤ 10 ms | 5.0 ms | yes | yes |',
      '| A step | ≥ 10× | 5.0× | **no** | yes |',
      '| A step | ≤ 10/s | not measured | – | no |'
    ]);
  });

  it('names the machine, the day and whatever went wrong', () => {
    const machine = {
      cores: 2,
      cpu: 'An Old One',
      memory: 8 * 2 ** 30,
      chromium: '156.0.1',
      renderer: 'SwiftShader',
      software: true,
      load: 0.5
    };
    const summary = new Summary([makeVisit({ ...months(3), failure: 'Target crashed' })]);
    const text = writeDocument(summary, machine, '2026-11-24');
    expect(text).toContain('2 cores (An Old One), 8 GB; no GPU');
    expect(text).toContain('Date: 2026-11-24');
    expect(text).toContain('- Dateline, 1,000 events: Target crashed');
    expect(text).not.toMatch(/undefined|null|NaN/);
  });
});

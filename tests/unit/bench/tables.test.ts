import { describe, expect, it } from 'vitest';
import { Summary } from '../../../bench/harness/summary';
import { bySize, ratios, table } from '../../../bench/harness/tables';
import { megabytes, ms, spread, times } from '../../../bench/harness/words';
import { makeVisit, months } from './make-visit';

const month = (summary: Summary) =>
  ratios(summary, ({ latency }) => latency.month.median).split('\n');

describe('tables', () => {
  it('are Markdown, names at the left and numbers at the right', () => {
    expect(table(['', '10'], [['a|b', '1']]).split('\n')).toEqual([
      '|  | 10 |',
      '| --- | --: |',
      '| a\\|b | 1 |'
    ]);
  });

  it('refuse a row of another length', () => {
    expect(() => table(['', '10'], [['a']])).toThrow(RangeError);
  });

  it('have a row an approach, ours first, and a column a size, the least first', () => {
    const summary = new Summary([
      makeVisit({ approach: 'set-filter', name: 'setFilter', size: 20, ...months(200) }),
      makeVisit({ size: 20, ...months(4) }),
      makeVisit({ size: 5, ...months(3) })
    ]);
    expect(bySize(summary, ({ latency }) => spread(latency.month)).split('\n')).toEqual([
      '|  | 5 | 20 |',
      '| --- | --: | --: |',
      '| Dateline | 3.0 / 3.0 | 4.0 / 4.0 |',
      '| setFilter | – | 200 / 200 |'
    ]);
  });

  it('leave out an approach of which nothing is known', () => {
    const summary = new Summary([makeVisit(months(3)), makeVisit({ approach: 'blank' })]);
    expect(bySize(summary, ({ latency }) => spread(latency.month))).not.toContain('blank');
  });

  it('are a sentence where nothing at all is known', () => {
    expect(month(new Summary([makeVisit(months(3))]))).toEqual(['Not measured.']);
  });

  it('give the others’ times as multiples of ours', () => {
    const other = { approach: 'set-filter', name: 'setFilter' };
    const summary = new Summary([
      makeVisit(months(4)),
      makeVisit({ ...other, ...months(200) }),
      makeVisit({ ...other, size: 5, ...months(200) })
    ]);
    expect(month(summary)).toEqual(['|  | 1,000 |', '| --- | --: |', '| setFilter | 50× |']);
  });

  it('mark a number that came with a wrong count', () => {
    const checks = [{ window: [0, 1] as const, reported: 1, expected: 2 }];
    const summary = new Summary([
      makeVisit(months(4)),
      makeVisit({ approach: 'set-filter', checks, ...months(8) })
    ]);
    expect(month(summary).at(-1)).toBe('| set-filter | 2.0× (**wrong count**) |');
  });
});

describe('numbers', () => {
  it('have a decimal where it says something', () => {
    expect([0.04, 9.94, 9.96, 1_289.6].map(ms)).toEqual(['0.0', '9.9', '10', '1,290']);
    expect([1.04, 9.96, 212].map(times)).toEqual(['1.0×', '10×', '212×']);
    expect(megabytes(249_600_000)).toBe('250');
  });

  it('are a dash where nothing was measured', () => {
    const dashes = [ms(null), times(null), megabytes(null), spread({ median: null, p95: null })];
    expect(dashes).toEqual(['–', '–', '–', '–']);
  });
});

import { describe, expect, it } from 'vitest';
import { Summary } from '../../../bench/harness/summary';
import { makeVisit, months } from './make-visit';

const bytes = (processes: number, heap = 0) => ({ memory: { processes, heap } });

describe('the summary', () => {
  it('puts the rounds of an approach at one size together', () => {
    const summary = new Summary([
      makeVisit({ round: 0, ...months(1, 2), load: { ms: 10, longestTask: 60 } }),
      makeVisit({ round: 1, ...months(3), load: { ms: 20, longestTask: 0 } }),
      makeVisit({ size: 60, ...months(9) })
    ]);
    expect(summary.get('dateline', 1_000)).toMatchObject({
      latency: { month: { median: 2, p95: 3 }, year: { median: null, p95: null } },
      load: 15,
      longestTask: 60
    });
    expect(summary.get('dateline', 60)?.latency.month.median).toBe(9);
    expect(summary.get('set-filter', 60)).toBeNull();
  });

  it('takes the blank page off the memory, whatever the size it was opened for', () => {
    const blank = makeVisit({ approach: 'blank', size: 60, ...bytes(100) });
    const summary = new Summary([makeVisit(bytes(350, 7)), blank]);
    expect(summary.get('dateline', 1_000)).toMatchObject({ memory: 250, heap: 7 });
    expect(new Summary([makeVisit(bytes(350))]).get('dateline', 1_000)?.memory).toBeNull();
  });

  it('is wrong where one count of any round was', () => {
    const window = [0, 1] as const;
    const right = { window, reported: 5, expected: 5 };
    const wrongIn = (...checks: (typeof right)[]) =>
      new Summary([makeVisit({}), makeVisit({ checks })]).get('dateline', 1_000)?.wrong;
    expect(wrongIn(right)).toBe(false);
    expect(wrongIn(right, { ...right, reported: 4 })).toBe(true);
  });

  it('takes the mean of pictures a second, and the latest of last pictures', () => {
    const drag = (picturesPerSecond: number, late: number) => ({
      drag: { calls: 1, picturesPerSecond, late }
    });
    const summary = new Summary([makeVisit(drag(40, 10)), makeVisit(drag(60, 30))]);
    expect(summary.get('dateline', 1_000)).toMatchObject({ picturesPerSecond: 50, late: 30 });
  });
});

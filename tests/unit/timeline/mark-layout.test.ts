import { describe, expect, test } from 'vitest';
import { buildTrueScale } from '../../../src/lib/core/elastic-scale';
import { packLanes } from '../../../src/lib/timeline/lanes';
import { DESK } from '../../../src/lib/timeline/layout';
import {
  crowdsOf,
  fixMark,
  hairsOf,
  laneItem,
  placedMarks,
  type Plot
} from '../../../src/lib/timeline/mark-layout';
import { fromTo, mark, onDay } from './event-times';

const at = (text: string) => Date.parse(`${text}T00:00Z`);
const [left, right] = [20, 1020];
/** September 2022 in thirty days, `zoom` times a thousand pixels, seen from the day `first` on. */
function plotOf(zoom = 1, first = 1): Plot {
  const scale = buildTrueScale({ from: at('2022-09-01'), to: at('2022-10-01') });
  const perUnit = 1000 * zoom;
  return { scale, perUnit, shift: left - ((first - 1) / 30) * perUnit, left, right, layout: DESK };
}
function draw(marks: readonly ReturnType<typeof mark>[], plot: Plot, rows = DESK.rows) {
  const fixed = marks.map(fixMark);
  const lanes = packLanes(
    fixed.map((each) => laneItem(each, plot)),
    { rows, size: DESK.size }
  );
  const placed = placedMarks(lanes, new Map(fixed.map((each) => [each.mark.id, each])), plot);
  return { placed, hairs: hairsOf(placed, plot), crowds: crowdsOf(lanes, plot) };
}
const item = (time: ReturnType<typeof onDay>, plot: Plot) =>
  laneItem(fixMark(mark('a', time)), plot);

describe('what is put into a row', () => {
  test('a day is a shape at its noon and gets a bar once it is wide', () => {
    const day = item(onDay('2022-09-10'), plotOf());
    expect(day.bar).toBe(false);
    expect(day.at).toBeCloseTo((9.5 / 30) * 1000, 3);
    expect(item(onDay('2022-09-10'), plotOf(4)).bar).toBe(true);
  });

  test('what lasts is a bar from its start to its end, unless it is hardly longer than a shape', () => {
    const week = item(fromTo('2022-09-05', '2022-09-11'), plotOf());
    expect(week.bar).toBe(true);
    expect([week.from, week.to].map(Math.round)).toEqual([133, 367]);
    expect(item(fromTo('2022-09-05', '2022-09-06'), plotOf(0.2)).bar).toBe(false);
  });

  test('an open end reaches to the end of the axis', () => {
    const open = fromTo('2022-09-05', '2022-09-11', {
      openEnd: true,
      endEarliest: Infinity,
      endLatest: Infinity
    });
    expect(item(open, plotOf()).to).toBeCloseTo(1000);
  });

  test('a span that fills the plot keeps its shape in sight', () => {
    const plot = plotOf(6, 20);
    const long = item(fromTo('2022-09-02', '2022-09-29'), plot);
    expect(long.at + plot.shift).toBeGreaterThanOrEqual(left);
    expect(long.at + plot.shift).toBeLessThanOrEqual(right);
  });

  test('where the plot stands matters to no other', () => {
    const time = onDay('2022-09-10');
    expect(item(time, plotOf(2, 12))).toEqual(item(time, plotOf(2, 1)));
  });
});

describe('what is drawn', () => {
  test('is what is in sight, where the plot is', () => {
    const marks = [mark('early', onDay('2022-09-02')), mark('late', onDay('2022-09-29'))];
    const { placed } = draw(marks, plotOf(2, 15));
    expect(placed.map(({ id }) => id)).toEqual(['late']);
    expect(placed[0]?.x).toBeCloseTo(left + ((28.5 - 14) / 30) * 2000, 3);
  });

  test('is a hair for wide spans without room for a bar, one a row', () => {
    const same = ['a', 'b', 'c'].map((id) => mark(id, fromTo('2022-09-05', '2022-09-25')));
    const { placed, hairs } = draw(same, plotOf(), 1);
    expect(placed.filter(({ bar }) => bar).length).toBe(1);
    expect(hairs.match(/M/g)?.length).toBe(1);
  });

  test('is a number where there is no room for all', () => {
    const marks = Array.from({ length: 40 }, (_, i) => mark(`m${i}`, onDay('2022-09-10')));
    const { placed, crowds } = draw(marks, plotOf(), 3);
    expect(placed.length + crowds.reduce((sum, { count }) => sum + count, 0)).toBe(40);
    expect(crowds.length).toBe(1);
    expect(draw(marks, plotOf(4, 20), 3).crowds).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildElasticScale, buildTrueScale } from '../../../src/lib/core/elastic-scale';
import { DAY, HOUR } from '../../../src/lib/core/zone';
import { barEdges, barStep, LEAST_BAR, timelineBins } from '../../../src/lib/timeline/bins';
import { MONTH, WEEK, YEAR } from '../../../src/lib/timeline/calendar';

const at = (text: string) => Date.parse(text);
const stepOver = (from: string, to: string, width = 1000) =>
  barStep(buildTrueScale({ from: at(from), to: at(to) }), { u0: 0, u1: 1 }, 0, width);

describe('what a bar stands for', () => {
  test.each([
    ['a day, over a year', '2021-01-01', '2021-11-01', 1000, DAY],
    ['a month, over ten years', '2012-01-01', '2022-01-01', 1000, MONTH],
    ['a year, over three centuries', '1700-01-01', '2000-01-01', 1000, YEAR],
    ['an hour, over a week', '2022-09-05', '2022-09-12', 1000, HOUR],
    ['a week, over a year on a phone', '2021-01-01', '2022-01-01', 346, WEEK],
    ['five milliseconds, over a second', '2022-09-07T12:00:00Z', '2022-09-07T12:00:01Z', 1000, 5]
  ])('is %s', (_, from, to, width, step) => {
    expect(stepOver(from, to, width)).toBe(step);
  });

  test('is 2,000 years over all the years there are', () => {
    const step = stepOver('-250000-01-01T00:00Z', '+250000-01-01T00:00Z');
    expect(step).toBe(2000 * YEAR);
  });

  test('is no less than is worth counting in', () => {
    const scale = buildTrueScale({ from: at('2022-09-05'), to: at('2022-09-12') });
    expect(barStep(scale, { u0: 0, u1: 1 }, 0, 1000, DAY)).toBe(DAY);
    expect(barStep(scale, { u0: 0.5, u1: 0.5001 }, 0, 1000, DAY)).toBe(DAY);
  });

  test('on an elastic axis is what most of it has room for', () => {
    const days = Array.from({ length: 60 }, (_, i) => at('2022-07-01') + i * DAY);
    const spans = [at('1990-01-01'), ...days].map((from) => ({ from, to: from + DAY - 1 }));
    const scale = buildElasticScale(spans);
    expect(barStep(scale, { u0: 0, u1: 1 }, 0, 1000)).toBeLessThanOrEqual(MONTH);
    const { from, to } = scale.domain;
    expect((to - from) / barStep(scale, { u0: 0, u1: 1 }, 0, 1000)).toBeLessThan(4001);
  });

  test('is at least three pixels wide on an even axis, however far it is zoomed', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 2, max: 15.8, noNaN: true }),
        fc.integer({ min: 100, max: 2500 }),
        (digits, width) => {
          const length = Math.round(10 ** digits);
          const scale = buildTrueScale({ from: -length / 2, to: length / 2 });
          const step = barStep(scale, { u0: 0, u1: 1 }, 0, width);
          expect((step / length) * width).toBeGreaterThanOrEqual(LEAST_BAR);
        }
      )
    );
  });
});

describe('the edges of bins', () => {
  test('are midnights of the zone, before and after its clocks change', () => {
    const stretch = { from: at('2022-10-29T12:00Z'), to: at('2022-10-31T12:00Z') };
    expect([...barEdges(stretch, DAY, 'Europe/Tirane')]).toEqual(
      [
        '2022-10-29T00:00+02:00',
        '2022-10-30T00:00+02:00',
        '2022-10-31T00:00+01:00',
        '2022-11-01T00:00+01:00'
      ].map(at)
    );
  });

  test('leave no bin for an hour that the clocks skip', () => {
    const stretch = { from: at('2022-03-27T00:00Z'), to: at('2022-03-27T04:00Z') };
    const edges = [...barEdges(stretch, HOUR, 'Europe/Tirane')];
    expect(edges.slice(1).map((edge, i) => edge - (edges[i] as number))).toEqual([
      HOUR,
      HOUR,
      HOUR,
      HOUR
    ]);
  });

  test('are the first and the last of what holds the stretch, however short', () => {
    const noon = at('2022-09-07T12:00Z');
    expect([...barEdges({ from: noon, to: noon }, DAY, 'UTC')]).toEqual(
      ['2022-09-07', '2022-09-08'].map(at)
    );
  });

  test('ascend and hold the stretch, from milliseconds to ages', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -7e15, max: 7e15 }),
        fc.double({ min: 1, max: 15, noNaN: true }),
        fc.constantFrom('UTC', 'Europe/Tirane', 'America/New_York'),
        (from, digits, zone) => {
          const domain = { from, to: from + Math.round(10 ** digits) };
          const scale = buildTrueScale(domain);
          const edges = barEdges(domain, barStep(scale, { u0: 0, u1: 1 }, 0, 800), zone);
          expect(edges.length).toBeLessThan(300);
          expect(edges[0]).toBeLessThanOrEqual(domain.from);
          expect(edges.at(-1)).toBeGreaterThanOrEqual(domain.to);
          edges.forEach((edge, i) => {
            if (i > 0) expect(edge).toBeGreaterThan(edges[i - 1] as number);
          });
        }
      )
    );
  });
});

test('an archive is first asked to count in the bins of a timeline that has not been measured', () => {
  const edges = timelineBins({ from: at('2012-01-03T05:00Z'), to: at('2022-11-02T07:00Z') }, 'UTC');
  expect(edges[0]).toBe(at('2012-01-01'));
  expect(edges.at(-1)).toBe(at('2022-12-01'));
  expect(edges.length).toBe(11 * 12);
});

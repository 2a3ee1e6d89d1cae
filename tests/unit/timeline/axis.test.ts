import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  buildElasticScale,
  buildTrueScale,
  type TimeScale
} from '../../../src/lib/core/elastic-scale';
import { DAY } from '../../../src/lib/core/zone';
import { buildAxis, type Axis } from '../../../src/lib/timeline/axis';
import { textWidth } from '../../../src/lib/timeline/text-width';

const ZONE = 'Europe/Tirane';
const at = (text: string) => Date.parse(text);

function axisOf(scale: TimeScale, from: number, to: number, width = 1000): Axis {
  return buildAxis({
    scale,
    view: { u0: scale.toUnit(from), u1: scale.toUnit(to) },
    left: 0,
    right: width,
    zone: ZONE,
    locale: 'en-GB'
  });
}

/** A true axis from one date to another. */
function trueAxis(from: string, to: string, width?: number): Axis {
  const domain = { from: at(from), to: at(to) };
  return axisOf(buildTrueScale(domain), domain.from, domain.to, width);
}
const texts = (labels: readonly { text: string }[]) => labels.map(({ text }) => text);

describe('labels of the axis', () => {
  test('are years for ten years', () => {
    const axis = trueAxis('2013-05-15T00:00+02:00', '2022-11-03T00:00+01:00');
    expect(texts(axis.contexts)).toEqual([
      '2013',
      '2014',
      '2015',
      '2016',
      '2017',
      '2018',
      '2019',
      '2020',
      '2021',
      '2022'
    ]);
    expect(axis.contexts.map(({ starts }) => starts).slice(0, 2)).toEqual([false, true]);
  });

  test('are months under years for two years', () => {
    const axis = trueAxis('2021-01-01T00:00+01:00', '2023-01-01T00:00+01:00');
    expect(texts(axis.contexts)).toEqual(['2021', '2022']);
    expect(texts(axis.ticks)).toEqual(expect.arrayContaining(['Apr', 'Oct']));
  });

  test('are days under months for some weeks', () => {
    const axis = trueAxis('2022-08-15T00:00+02:00', '2022-09-15T00:00+02:00');
    expect(texts(axis.contexts)).toEqual(['August 2022', 'September 2022']);
    expect(texts(axis.ticks)).toEqual(expect.arrayContaining(['31', '1', '7']));
  });

  test('have weekdays once there is room, and hours after that', () => {
    const axis = trueAxis('2022-09-05T00:00+02:00', '2022-09-10T00:00+02:00');
    expect(texts(axis.ticks)).toEqual(expect.arrayContaining(['Wed 7', '12:00']));
  });

  test('are hours under days for two days', () => {
    const axis = trueAxis('2022-09-07T00:00+02:00', '2022-09-09T00:00+02:00');
    expect(texts(axis.contexts).map((text) => text.replace(',', ''))).toEqual([
      'Wednesday 7 September 2022',
      'Thursday 8 September 2022'
    ]);
    expect(texts(axis.ticks)).toEqual(expect.arrayContaining(['06:00', '12:00', '18:00']));
  });

  test('stand at midnights of the zone, before and after its clocks change', () => {
    const axis = trueAxis('2022-10-25T00:00+02:00', '2022-11-05T00:00+01:00');
    const span = at('2022-11-05T00:00+01:00') - at('2022-10-25T00:00+02:00');
    const x = (text: string) => ((at(text) - at('2022-10-25T00:00+02:00')) / span) * 1000;
    const found = (text: string) => axis.ticks.find((tick) => tick.text.endsWith(text))?.x;
    expect(found('27')).toBeCloseTo(x('2022-10-27T00:00+02:00'), 6);
    expect(found('2')).toBeCloseTo(x('2022-11-02T00:00+01:00'), 6);
  });

  test('in plain English are British and of 24 hours', () => {
    const from = at('2022-09-07T00:00Z');
    const scale = buildTrueScale({ from, to: from + 2 * DAY });
    const setup = { scale, left: 0, right: 1000, zone: 'UTC', locale: 'en' };
    const hours = buildAxis({ ...setup, view: { u0: 0, u1: 1 } });
    expect(texts(hours.contexts)[0]).toMatch(/^Wednesday,? 7 September 2022$/);
    expect(texts(hours.ticks)).toEqual(expect.arrayContaining(['03:00', '15:00']));
    const years = buildTrueScale({ from: at('2021-01-01'), to: at('2023-01-01') });
    const months = buildAxis({ ...setup, scale: years, view: { u0: 0.8, u1: 1 }, right: 300 });
    expect(texts(months.contexts).join()).not.toMatch(/[A-Z]\w+ \d{1,2},/);
  });

  test('are in the language asked for', () => {
    const scale = buildTrueScale({ from: at('2022-08-15T00:00Z'), to: at('2022-09-15T00:00Z') });
    const view = { u0: 0, u1: 1 };
    const axis = buildAxis({ scale, view, left: 0, right: 1000, zone: 'UTC', locale: 'sq' });
    expect(texts(axis.contexts).join()).toMatch(/gusht 2022/);
  });
});

describe('labels from ages to milliseconds', () => {
  test('are seconds under minutes for a minute and a half', () => {
    const axis = trueAxis('2022-09-07T12:00:00+02:00', '2022-09-07T12:01:30+02:00');
    expect(texts(axis.ticks)).toEqual(expect.arrayContaining(['12:00:10', '12:01:20']));
    expect(texts(axis.contexts)).toEqual(['7 September 2022, 12:00', '7 September 2022, 12:01']);
  });

  test('are thousandths under seconds for half a second', () => {
    const axis = trueAxis('2022-09-07T12:00:59.700+02:00', '2022-09-07T12:01:00.200+02:00');
    expect(texts(axis.ticks)).toEqual(expect.arrayContaining(['59.900', '0.100']));
    expect(texts(axis.contexts)).toEqual([
      '7 September 2022, 12:00:59',
      '7 September 2022, 12:01:00'
    ]);
  });

  test('are every so many years, with the era before the year 1, which follows on 1 BC', () => {
    const axis = trueAxis('-001199-01-01T00:00Z', '0900-01-01T00:00Z', 400);
    expect(texts(axis.ticks)).toEqual(['1000 BC', '500 BC', '1', '500']);
    const near = trueAxis('-000043-01-01T00:00Z', '0040-01-01T00:00Z');
    expect(texts(near.ticks).slice(0, 6)).toEqual([
      '40 BC',
      '35 BC',
      '30 BC',
      '25 BC',
      '20 BC',
      '15 BC'
    ]);
    expect(texts(near.ticks)).not.toContain('0');
  });

  test('are single years of both eras where there is room for each', () => {
    const axis = trueAxis('-000002-06-01T00:00Z', '0003-06-01T00:00Z');
    // 3 BC is -2.
    expect(texts(axis.contexts)).toEqual(
      ['3 BC', '2 BC', '1 BC', '1 AD', '2', '3'].map((text) => text.replace(' AD', ''))
    );
  });

  test('stand where their years begin', () => {
    const domain = { from: at('-002999-01-01T00:00Z'), to: at('1500-01-01T00:00Z') };
    const axis = buildAxis({
      scale: buildTrueScale(domain),
      view: { u0: 0, u1: 1 },
      left: 0,
      right: 1000,
      zone: 'UTC',
      locale: 'en'
    });
    const x = (ms: number) => ((ms - domain.from) / (domain.to - domain.from)) * 1000;
    const found = (text: string) => axis.ticks.find((tick) => tick.text === text)?.x;
    // Years are astronomical in ISO dates: 500 BC is -499.
    expect(found('500 BC')).toBeCloseTo(x(at('-000499-01-01T00:00Z')), 6);
    expect(found('1')).toBeCloseTo(x(at('0001-01-01T00:00Z')), 6);
    expect(found('1000')).toBeCloseTo(x(at('1000-01-01T00:00Z')), 6);
  });

  test('are few and come at once over all the years that there are', () => {
    const axis = trueAxis('-250000-01-01T00:00Z', '+250000-01-01T00:00Z');
    expect(texts(axis.ticks)).toEqual(expect.arrayContaining(['100000 BC', '1', '100000']));
    expect(axis.minor.length).toBeLessThan(250);
  });
});

describe('shortened stretches', () => {
  const day = (date: string) => ({
    from: at(`${date}T00:00Z`),
    to: at(`${date}T00:00Z`) + DAY - 1
  });
  const busy = Array.from({ length: 14 }, (_, i) =>
    day(`2022-09-${String(i + 1).padStart(2, '0')}`)
  );
  const scale = buildElasticScale([day('2013-06-01'), day('2016-07-15'), ...busy]);

  test('say in words what they skip', () => {
    const axis = axisOf(scale, scale.domain.from, scale.domain.to);
    expect(texts(axis.breaks)).toEqual(['3 years', '6 years']);
    expect(axis.breaks.every(({ fits }) => fits)).toBe(true);
  });

  test('leave their words out where they would touch a bracket at an end of the axis', () => {
    const early = buildElasticScale([day('2021-07-01'), ...busy]);
    const fitsAt = (width: number) =>
      axisOf(early, early.domain.from, early.domain.to, width).breaks.map(({ fits }) => fits);
    expect(fitsAt(1000)).toEqual([true]);
    expect(fitsAt(240)).toEqual([false]);
    for (let width = 200; width < 1000; width += 7) {
      const axis = axisOf(early, early.domain.from, early.domain.to, width);
      for (const { from, to, text, fits } of axis.breaks) {
        if (fits) expect((from + to) / 2 - textWidth(text) / 2).toBeGreaterThan(4);
        if (fits) expect((from + to) / 2 + textWidth(text) / 2).toBeLessThan(width - 4);
      }
    }
  });

  test('have ticks instead of words once zoomed into', () => {
    const axis = axisOf(scale, at('2014-01-01'), at('2016-01-01'));
    expect(axis.breaks[0]?.fits).toBe(false);
    expect(texts(axis.contexts)).toEqual(expect.arrayContaining(['2014', '2015']));
  });
});

test('no two labels of a row overlap, whatever the story, the stretch and the width', () => {
  const span = fc
    .tuple(
      fc.integer({ min: at('1950-01-01'), max: at('2030-01-01') }),
      fc.integer({ min: 0, max: 900 * DAY })
    )
    .map(([from, length]) => ({ from, to: from + length }));
  const unit = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(
      fc.array(span, { minLength: 1, maxLength: 40 }),
      unit,
      unit,
      fc.integer({ min: 200, max: 2500 }),
      fc.boolean(),
      (spans, a, b, width, even) => {
        const elastic = buildElasticScale(spans, { zone: ZONE });
        const scale = even ? buildTrueScale(elastic.domain) : elastic;
        const u0 = Math.min(a, b);
        const u1 = Math.max(a, b, u0 + 1e-4);
        const axis = buildAxis({
          scale,
          view: { u0, u1 },
          left: 22,
          right: width - 22,
          zone: ZONE,
          locale: 'en-GB'
        });
        const signs = axis.breaks
          .filter(({ fits }) => fits)
          .map(({ from, to, text }) => ({ x: (from + to) / 2 - textWidth(text) / 2, text }));
        for (const row of [[...axis.ticks, ...signs], axis.contexts]) {
          const sorted = [...row].sort((p, q) => p.x - q.x);
          sorted.forEach(({ x, text }, i) => {
            const room = textWidth(text);
            expect(x + room).toBeLessThanOrEqual(width);
            const next = sorted[i + 1];
            if (next) expect(next.x).toBeGreaterThan(x + room);
          });
        }
      }
    )
  );
});

test('labels ascend without overlap and ticks stay few, from milliseconds to ages', () => {
  const middle = fc.integer({ min: at('-200000-01-01T00:00Z'), max: at('+200000-01-01T00:00Z') });
  const digits = fc.double({ min: 1.3, max: 15.5, noNaN: true });
  fc.assert(
    fc.property(
      middle,
      digits,
      fc.integer({ min: 200, max: 2000 }),
      fc.constantFrom('UTC', ZONE, 'America/New_York'),
      (ms, power, width, zone) => {
        const half = 10 ** power / 2;
        const scale = buildTrueScale({ from: ms - half, to: ms + half });
        const axis = buildAxis({
          scale,
          view: { u0: 0, u1: 1 },
          left: 22,
          right: width - 22,
          zone,
          locale: 'en'
        });
        expect(axis.ticks.length + axis.contexts.length).toBeGreaterThan(0);
        expect(axis.minor.length).toBeLessThanOrEqual(width / 5 + 2);
        for (const row of [axis.ticks, axis.contexts]) {
          row.forEach(({ x, text }, i) => {
            expect(x + textWidth(text)).toBeLessThanOrEqual(width);
            const next = row[i + 1];
            if (next) expect(next.x).toBeGreaterThan(x + textWidth(text));
          });
          // No year 0, and no year twice.
          expect(row.map(({ text }) => text)).not.toContain('0');
        }
        expect([...axis.minor].sort((a, b) => a - b)).toEqual(axis.minor);
      }
    ),
    { numRuns: 300 }
  );
});

test('labels are taken to be wider than they are rather than narrower', () => {
  expect(textWidth('September 2022')).toBeGreaterThan(90);
  expect(textWidth('1')).toBeGreaterThan(7);
  expect(textWidth('iii')).toBeLessThan(textWidth('www'));
});

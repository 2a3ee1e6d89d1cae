import type { TimeScale } from '../core/elastic-scale';
import { DAY, HOUR, MINUTE } from '../core/zone';
import { axisWords } from './axis-words';
import { SECOND, YEAR, YEAR_STEPS } from './calendar';
import { GAP, LabelRow } from './label-row';
import { KNOB } from './layout';
import { textWidth } from './text-width';
import {
  CLOCK_STEPS,
  dayTicks,
  HOUR_STEPS,
  minorTicks,
  MONTH_STEPS,
  MS_STEPS,
  runsOf,
  SECOND_STEPS,
  ticksIn,
  ticksWithRoom,
  type Run,
  type Tick
} from './ticks';
import { toWall } from './wall-clock';
import type { AxisView } from './visible-stretch';

export interface AxisSetup {
  readonly scale: TimeScale;
  /** The visible stretch of the axis, within 0–1. */
  readonly view: AxisView;
  /** Pixels at which it starts and ends. */
  readonly left: number;
  readonly right: number;
  /** IANA name: days and hours begin by its clocks. */
  readonly zone: string;
  /** BCP 47. */
  readonly locale: string;
}

export interface Axis {
  /** First row under the line; labels start at `x`. */
  readonly ticks: readonly AxisLabel[];
  /** Second row: what the first is part of. The first label is that of what the axis starts in. */
  readonly contexts: readonly (AxisLabel & {
    /** False where the unit began before what is in view. */ readonly starts: boolean;
  })[];
  /** Places of unlabelled ticks. */
  readonly minor: readonly number[];
  readonly breaks: readonly AxisBreak[];
}

interface AxisLabel {
  readonly x: number;
  readonly text: string;
}

interface AxisBreak {
  readonly from: number;
  readonly to: number;
  /** What is skipped, in words. */
  readonly text: string;
  /** Whether the words fit in the first row, centred on the sign. */
  readonly fits: boolean;
}

/** Ticks, labels and break signs of the visible stretch; no two labels of a row overlap. */
export function buildAxis({ scale, view, left, right, zone, locale }: AxisSetup): Axis {
  const words = axisWords(locale);
  const wallOf = (ms: number) => toWall(ms, zone);
  const xOf = (ms: number) =>
    left + ((scale.toUnit(ms) - view.u0) / (view.u1 - view.u0)) * (right - left);
  const start = scale.toTime(view.u0);
  const end = scale.toTime(view.u1);
  const runs = runsOf(scale.knots, start, end, xOf);
  const context = contextOf(runs, end - start);

  // At both ends of the axis a bracket may stand, its knob in this row.
  const row = new LabelRow(left, right - KNOB);
  // The longest stretch has the first word.
  const breaks = scale.breaks
    .filter((stretch) => stretch.to > start && stretch.from < end)
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .map((stretch) => breakSign(stretch.from, stretch.to))
    .sort((a, b) => a.from - b.from);
  const ticks = {
    age: () => labelled(ticksFor(YEAR_STEPS, widestYear()), ({ at }) => words.year(wallOf(at))),
    year: monthsAndDays,
    month: daysAndHours,
    day: () => labelled(ticksFor(CLOCK_STEPS, '00:00'), ({ at }) => words.time(wallOf(at))),
    minute: () =>
      labelled(ticksFor(SECOND_STEPS, '00:00:00'), ({ at }) => words.second(wallOf(at))),
    second: () => labelled(ticksFor(MS_STEPS, '00.000'), ({ at }) => words.fraction(wallOf(at)))
  }[context]();

  return {
    ticks: ticks.sort((a, b) => a.x - b.x),
    contexts: contextLabels().sort((a, b) => a.x - b.x),
    minor: minorTicks(runs, zone, end - start < 0.99 * HOUR)
      .map(xOf)
      .filter((x) => x >= left - 1e-6 && x <= right + 1e-6),
    breaks
  };

  function breakSign(first: number, last: number): AxisBreak {
    const [from, to] = [Math.max(left, xOf(first)), Math.min(right, xOf(last))];
    const text = words.duration(last - first);
    const width = textWidth(text);
    const x = (from + to) / 2 - width / 2;
    // Zoomed into, a stretch has ticks of its own and is no longer skipped.
    const fits = x > left + KNOB && to - from < 4 * width && row.take(x, width);
    return { from, to, text, fits };
  }

  function monthsAndDays() {
    const months = labelled(ticksFor(MONTH_STEPS, 'Sept'), ({ at }) => words.month(wallOf(at)));
    const monthOf = (ms: number) => new Date(wallOf(ms)).toISOString().slice(0, -17);
    const named = new Set(months.map(({ at }) => monthOf(at)));
    const days = labelled(dayTicks(runs, textWidth('30') + GAP, zone), ({ at }) =>
      named.has(monthOf(at)) ? words.day(wallOf(at)) : words.dayMonth(wallOf(at))
    );
    return [...months, ...days];
  }

  function daysAndHours() {
    const days = labelled(dayTicks(runs, textWidth('30') + GAP, zone), ({ at, room, step }) =>
      step === DAY && room > 56 ? words.weekday(wallOf(at)) : words.day(wallOf(at))
    );
    return [
      ...days,
      ...labelled(ticksFor(HOUR_STEPS, '00:00'), ({ at }) => words.time(wallOf(at)))
    ];
  }

  function widestYear() {
    const [first, last] = [start, end].map((at) => words.year(wallOf(at))) as [string, string];
    return textWidth(first) > textWidth(last) ? first : last;
  }

  /** Ticks so far apart that a label like the sample fits. */
  function ticksFor(steps: readonly number[], sample: string) {
    return ticksWithRoom(runs, steps, textWidth(sample) + GAP, zone);
  }

  /** Those that find room in the row, the roomiest first. */
  function labelled(found: readonly Tick[], textOf: (tick: Tick) => string) {
    return [...found]
      .sort((a, b) => b.room - a.room || a.at - b.at)
      .flatMap((tick) => {
        const x = xOf(tick.at);
        const text = textOf(tick);
        return row.take(x, textWidth(text)) ? [{ at: tick.at, x, text }] : [];
      });
  }

  function contextLabels() {
    const second = new LabelRow(left, right + GAP);
    if (context === 'age') {
      // On an axis too narrow for any, at least the year that it begins in.
      return ticks.length > 0 ? [] : [{ x: left, text: words.year(wallOf(start)), starts: false }];
    }
    const found =
      context === 'year'
        ? runs.flatMap((run) => {
            // Where there is room for several, they stand evenly; a shortened stretch has what it can.
            const room = textWidth(widestYear()) + GAP;
            const least = (run.to - run.from) * run.perMs > 3 * room ? room : 2;
            const step = YEAR_STEPS.find((each) => each * run.perMs >= least) ?? YEAR_STEPS.at(-1);
            return ticksIn(run, step as number, zone);
          })
        : ticksIn({ from: start, to: end, perMs: 0 }, CONTEXT_STEPS[context], zone);
    const starts = [...new Set(found.map(({ at }) => at))].sort((a, b) => a - b);
    const all = [
      { at: start, starts: false },
      ...starts.filter((at) => at > start).map((at) => ({ at, starts: true }))
    ];
    return all
      .map((unit, i) => {
        const x = Math.max(left, xOf(unit.at));
        return { ...unit, x, room: xOf(all[i + 1]?.at ?? end) - x };
      })
      .sort((a, b) => b.room - a.room)
      .flatMap(({ at, starts: begins, x, room }) => {
        const wall = wallOf(at);
        let text = '';
        for (const format of words.context[context]) {
          text = format(wall);
          if (textWidth(text) + GAP <= room) break;
        }
        return second.take(x, textWidth(text)) ? [{ x, text, starts: begins }] : [];
      });
  }
}

/** Of what the second row is, from year on; years of an `age` are in the first. */
type Context = 'age' | 'year' | keyof typeof CONTEXT_STEPS;
const CONTEXT_STEPS = {
  month: MONTH_STEPS[0] as number,
  day: DAY,
  minute: MINUTE,
  second: SECOND
} as const;

/** `length` of what is in view, in ms. */
function contextOf(runs: readonly Run[], length: number): Context {
  if (length < 4 * SECOND) return 'second';
  if (length < 4 * MINUTE) return 'minute';
  if (length < 4 * DAY) return 'day';
  if (length < 400 * DAY) return 'month';
  const quarter = Math.max(...runs.map(({ perMs }) => perMs)) * (MONTH_STEPS[1] as number);
  return length > 40 * YEAR && quarter < textWidth('Sept') + GAP ? 'age' : 'year';
}

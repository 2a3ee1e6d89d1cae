// What d3-scale's time scale asks for its ticks; the scale itself would bring colours and interpolation along.
import { utcTicks } from 'd3-time';
import type { TimeScale } from '../core/elastic-scale';
import { DAY, HOUR, MINUTE } from '../core/zone';
import { textWidth } from './text-width';
import { fromWall, toWall } from './wall-clock';

export interface AxisSetup {
  readonly scale: TimeScale;
  /** The visible stretch of the axis, within 0–1. */
  readonly view: { readonly u0: number; readonly u1: number };
  /** Pixels at which it starts and ends. */
  readonly left: number;
  readonly right: number;
  /** IANA name: days and hours begin by its clocks. */
  readonly zone: string;
  /** BCP 47. */
  readonly locale: string;
  /** Words for a compressed stretch; "3 years" by default. */
  readonly formatDuration?: (from: number, to: number) => string;
  /** Pixels that a label takes. */
  readonly widthOf?: (text: string) => number;
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
  readonly width: number;
}

interface AxisBreak {
  readonly from: number;
  readonly to: number;
  /** What is skipped, in words. */
  readonly text: string;
  /** Whether the words fit in the first row, centred on the sign. */
  readonly fits: boolean;
  readonly width: number;
}

const MONTH = 30 * DAY;
const YEAR = 365 * DAY;
/** Between two labels, in pixels. */
const GAP = 8;
const MINOR_GAP = 5;

/** Each row's steps in ms, the finest first; d3 makes calendar units of them. */
const YEAR_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].map((n) => n * YEAR);
const MONTH_STEPS = [MONTH, 3 * MONTH];
const DAY_STEPS = [DAY, 2 * DAY, 7 * DAY];
const HOUR_STEPS = [HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];
const MINUTE_STEPS = [MINUTE, 5 * MINUTE, 15 * MINUTE, 30 * MINUTE];
const ALL_STEPS = [...MINUTE_STEPS, ...HOUR_STEPS, DAY, MONTH, ...YEAR_STEPS];

type Context = 'year' | 'month' | 'day';

/** Ticks, labels and break signs of the visible stretch; no two labels of a row overlap. */
export function buildAxis(setup: AxisSetup): Axis {
  const { scale, view, left, right, zone, locale } = setup;
  const widthOf = setup.widthOf ?? textWidth;
  const formatDuration = setup.formatDuration ?? ((from, to) => durationIn(locale, from, to));
  const xOf = (ms: number) =>
    left + ((scale.toUnit(ms) - view.u0) / (view.u1 - view.u0)) * (right - left);
  const start = scale.toTime(view.u0);
  const end = scale.toTime(view.u1);
  const context: Context =
    end - start >= 400 * DAY ? 'year' : end - start >= 4 * DAY ? 'month' : 'day';
  const runs = runsOf(scale.knots, start, end, xOf);
  const words = labels(locale);

  const upper = new Row(right);
  const breaks = scale.breaks
    .filter((stretch) => stretch.to > start && stretch.from < end)
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .map((stretch): AxisBreak => {
      const [from, to] = [Math.max(left, xOf(stretch.from)), Math.min(right, xOf(stretch.to))];
      const text = formatDuration(stretch.from, stretch.to);
      const width = widthOf(text);
      // Zoomed into, a stretch has ticks of its own and is no longer skipped.
      const fits =
        to - from < 4 * width && upper.take((from + to) / 2 - width / 2, width, left - width / 4);
      return { from, to, text, fits, width };
    })
    .sort((a, b) => a.from - b.from);

  const labelled = (found: readonly Candidate[], text: (tick: Candidate) => string) =>
    [...found]
      .sort((a, b) => b.room - a.room || a.at - b.at)
      .flatMap((tick) => {
        const x = xOf(tick.at);
        const label = text(tick);
        const width = widthOf(label);
        return upper.take(x, width, left) ? [{ ...tick, x, text: label, width }] : [];
      });
  const ticksAt = (steps: readonly number[], sample: string) =>
    runs.flatMap((run) => {
      const step = steps.find((each) => each * run.perMs >= widthOf(sample) + GAP);
      return step === undefined ? [] : ticksIn(run, step, zone);
    });
  /** Days with events of their own are worth a label even where their neighbours are not. */
  const eventDays = () =>
    runs
      .filter(({ from, to }) => to - from < 1.5 * DAY && to - from > 0.5 * DAY)
      .filter(({ from }) => toWall(from, zone) % DAY === 0)
      .map((run): Candidate => ({ at: run.from, step: DAY, room: DAY * run.perMs }));

  let ticks: AxisLabel[];
  if (context === 'year') {
    const months = labelled(ticksAt(MONTH_STEPS, 'Sept'), ({ at }) =>
      words.month(toWall(at, zone))
    );
    const named = new Set(months.map(({ at }) => monthKey(at, zone)));
    const days = labelled(unique([...eventDays(), ...ticksAt(DAY_STEPS, '30')]), ({ at }) =>
      named.has(monthKey(at, zone)) ? words.day(toWall(at, zone)) : words.dayMonth(toWall(at, zone))
    );
    ticks = [...months, ...days];
  } else if (context === 'month') {
    const days = labelled(
      unique([...eventDays(), ...ticksAt(DAY_STEPS, '30')]),
      ({ at, room, step }) =>
        step === DAY && room > 56 ? words.weekday(toWall(at, zone)) : words.day(toWall(at, zone))
    );
    const hours = labelled(ticksAt(HOUR_STEPS, '00:00'), ({ at }) => words.time(toWall(at, zone)));
    ticks = [...days, ...hours];
  } else {
    ticks = labelled(ticksAt([...MINUTE_STEPS, ...HOUR_STEPS], '00:00'), ({ at }) =>
      words.time(toWall(at, zone))
    );
  }

  return {
    ticks: ticks.map(({ x, text, width }) => ({ x, text, width })).sort((a, b) => a.x - b.x),
    contexts: contextLabels(),
    minor: runs
      .flatMap((run) => {
        const step = ALL_STEPS.find((each) => each * run.perMs >= MINOR_GAP);
        return step === undefined ? [] : ticksIn(run, step, zone).map(({ at }) => xOf(at));
      })
      .filter((x) => x >= left - 1e-6 && x <= right + 1e-6),
    breaks
  };

  function contextLabels() {
    const row = new Row(right);
    const steps = { year: YEAR_STEPS, month: MONTH_STEPS.slice(0, 1), day: [DAY] }[context];
    const found =
      context === 'year'
        ? runs.flatMap((run) => {
            const step = steps.find((each) => each * run.perMs >= 2) ?? (steps.at(-1) as number);
            return ticksIn(run, step, zone);
          })
        : ticksIn({ from: start, to: end, perMs: 0 }, steps[0] as number, zone);
    const starts = [...new Set(found.map(({ at }) => at))].sort((a, b) => a - b);
    const all = [
      { at: start, starts: false },
      ...starts.filter((at) => at > start).map((at) => ({ at, starts: true }))
    ];
    return all
      .map((unit, i) => ({
        ...unit,
        x: Math.max(left, xOf(unit.at)),
        room: xOf(all[i + 1]?.at ?? end) - Math.max(left, xOf(unit.at))
      }))
      .sort((a, b) => b.room - a.room)
      .flatMap(({ at, starts: begins, x, room }) => {
        const wall = toWall(at, zone);
        const options = words.context[context].map((format) => format(wall));
        const text =
          options.find((each) => widthOf(each) + GAP <= room) ?? (options.at(-1) as string);
        const width = widthOf(text);
        return row.take(x, width, left) ? [{ x, text, width, starts: begins }] : [];
      })
      .sort((a, b) => a.x - b.x);
  }
}

/** A stretch of even density. */
interface Run {
  readonly from: number;
  readonly to: number;
  /** Pixels per ms. */
  readonly perMs: number;
}

interface Candidate {
  readonly at: number;
  readonly step: number;
  /** Pixels until the next of its kind. */
  readonly room: number;
}

function runsOf(
  knots: readonly number[],
  start: number,
  end: number,
  xOf: (ms: number) => number
): Run[] {
  const cuts = [start, ...knots.filter((knot) => knot > start && knot < end), end];
  const runs: Run[] = [];
  let from = start;
  for (let i = 1; i < cuts.length; i++) {
    const to = cuts[i] as number;
    const width = xOf(to) - xOf(from);
    // What is thinner than two pixels is taken together with its neighbour.
    if (to <= from || (width < 2 && i + 1 < cuts.length)) continue;
    const perMs = width / (to - from);
    const last = runs.at(-1);
    if (last && Math.abs(last.perMs / perMs - 1) < 1e-6) runs[runs.length - 1] = { ...last, to };
    else runs.push({ from, to, perMs });
    from = to;
  }
  return runs;
}

/** Calendar ticks of about `step` ms within a run, by the clocks of the zone. */
function ticksIn(run: Run, step: number, zone: string): Candidate[] {
  const [from, to] = [toWall(run.from, zone), toWall(run.to, zone)];
  if (to <= from) return [];
  return utcTicks(new Date(from), new Date(to), (to - from) / step)
    .map((date) => fromWall(date.getTime(), zone))
    .filter((at) => at >= run.from && at < run.to)
    .map((at) => ({ at, step, room: step * run.perMs }));
}

function unique(candidates: readonly Candidate[]): Candidate[] {
  return [...new Map(candidates.map((each) => [each.at, each])).values()];
}

/** One line of labels: takes each only where nothing stands yet. */
class Row {
  readonly #taken: { from: number; to: number }[] = [];
  readonly #right: number;

  constructor(right: number) {
    this.#right = right;
  }

  take(x: number, width: number, left: number): boolean {
    if (x < left - 1e-6 || x + width > this.#right + GAP) return false;
    if (this.#taken.some(({ from, to }) => x < to + GAP && x + width + GAP > from)) return false;
    this.#taken.push({ from: x, to: x + width });
    return true;
  }
}

function monthKey(ms: number, zone: string): string {
  return new Date(toWall(ms, zone)).toISOString().slice(0, -17);
}

/** Words for readings of the clock, given as by `toWall`: so all of them are written as if in UTC. */
function labels(locale: string) {
  const format = (options: Intl.DateTimeFormatOptions) => {
    const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' });
    return (wall: number) => made.format(wall);
  };
  const year = format({ year: 'numeric' });
  return {
    month: format({ month: 'short' }),
    day: format({ day: 'numeric' }),
    dayMonth: format({ day: 'numeric', month: 'short' }),
    weekday: format({ weekday: 'short', day: 'numeric' }),
    time: format({ hour: '2-digit', minute: '2-digit' }),
    context: {
      year: [year],
      month: [
        format({ month: 'long', year: 'numeric' }),
        format({ month: 'short', year: 'numeric' }),
        format({ month: 'short' })
      ],
      day: [
        format({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
        format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
        format({ day: 'numeric', month: 'short' })
      ]
    }
  };
}

/** "3 years", "14 months", "40 days". */
function durationIn(locale: string, from: number, to: number): string {
  const days = (to - from) / DAY;
  const [value, unit] =
    days >= 700 ? [days / 365.25, 'year'] : days >= 56 ? [days / 30.44, 'month'] : [days, 'day'];
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: unit as string,
    unitDisplay: 'long',
    maximumFractionDigits: 0
  }).format(value as number);
}

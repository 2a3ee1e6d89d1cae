import { DAY, HOUR, MINUTE } from '../core/zone';
import { MONTH, SECOND, stepAfter, stepStart, YEAR_STEPS } from './calendar';
import { fromWall, toWall } from './wall-clock';

/** A stretch of even density. */
export interface Run {
  readonly from: number;
  readonly to: number;
  /** Pixels per ms. */
  readonly perMs: number;
}

/** A place for a label. */
export interface Tick {
  readonly at: number;
  /** About how long it is until the next of its kind: ms and pixels. */
  readonly step: number;
  readonly room: number;
}

/** Each row's steps in ms, the finest first. */
export const MONTH_STEPS = [MONTH, 3 * MONTH];
const DAY_STEPS = [DAY, 2 * DAY, 7 * DAY];
export const HOUR_STEPS = [HOUR, 3 * HOUR, 6 * HOUR, 12 * HOUR];
export const CLOCK_STEPS = [...[1, 5, 15, 30].map((n) => n * MINUTE), ...HOUR_STEPS];
export const SECOND_STEPS = [1, 2, 5, 10, 15, 30].map((n) => n * SECOND);
export const MS_STEPS = [1, 2, 5, 10, 20, 50, 100, 200, 500];
const MINOR_STEPS = [...CLOCK_STEPS, DAY, MONTH, ...YEAR_STEPS];
const FINE_STEPS = [...MS_STEPS, ...SECOND_STEPS, ...MINOR_STEPS];
/** Between two unlabelled ticks, in pixels. */
const MINOR_GAP = 5;

/** The stretches between `start` and `end` that are drawn at an even density. */
export function runsOf(
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

/** The beginnings of steps of the calendar (`calendar.ts`) within a run, by the clocks of the zone. */
export function ticksIn(run: Run, step: number, zone: string): Tick[] {
  const [from, to] = [toWall(run.from, zone), toWall(run.to, zone)];
  const walls: number[] = [];
  // Every so many days: counted from the first of each month.
  const unit = step > DAY && step < MONTH ? DAY : step;
  const every = step / unit;
  for (let wall = stepStart(from, unit); wall <= to; wall = stepAfter(wall, unit)) {
    const counted = every === 1 || (new Date(wall).getUTCDate() - 1) % every === 0;
    if (wall >= from && counted) walls.push(wall);
  }
  return walls
    .map((wall) => fromWall(wall, zone))
    .filter((at) => at >= run.from && at < run.to)
    .map((at) => ({ at, step, room: step * run.perMs }));
}

/** In each run the ticks of the finest step that takes `room` pixels. */
export function ticksWithRoom(
  runs: readonly Run[],
  steps: readonly number[],
  room: number,
  zone: string
): Tick[] {
  return runs.flatMap((run) => {
    const step = steps.find((each) => each * run.perMs >= room);
    return step === undefined ? [] : ticksIn(run, step, zone);
  });
}

/** Days, and every so many days. Those with events of their own are worth a label even where their neighbours are not. */
export function dayTicks(runs: readonly Run[], room: number, zone: string): Tick[] {
  const own = runs
    .filter(({ from, to }) => to - from < 1.5 * DAY && to - from > 0.5 * DAY)
    .filter(({ from }) => toWall(from, zone) % DAY === 0)
    .map((run): Tick => ({ at: run.from, step: DAY, room: DAY * run.perMs }));
  const all = [...own, ...ticksWithRoom(runs, DAY_STEPS, room, zone)];
  return [...new Map(all.map((each) => [each.at, each])).values()];
}

/** The ticks that get no label; seconds and less only where the axis shows less than an hour. */
export function minorTicks(runs: readonly Run[], zone: string, fine: boolean): number[] {
  const steps = fine ? FINE_STEPS : MINOR_STEPS;
  return ticksWithRoom(runs, steps, MINOR_GAP, zone).map(({ at }) => at);
}

import { buildTrueScale, type Stretch, type TimeScale } from '../core/elastic-scale';
import type { Window } from '../core/story';
import { DAY, HOUR, MINUTE } from '../core/zone';
import { MONTH, WEEK, YEAR_STEPS, stepAfter, stepStart } from './calendar';
import { DESK, NOMINAL_WIDTH } from './layout';
import { fromWalls } from './many/from-walls';
import { paddedExtent } from './many/padded-extent';
import { MS_STEPS, runsOf, SECOND_STEPS } from './ticks';
import { toWall } from './wall-clock';
import type { AxisView } from './visible-stretch';

/** What a bar may stand for, in ms, the finest first. */
const STEPS = [
  ...[...MS_STEPS, ...SECOND_STEPS],
  ...[1, 2, 5, 10, 30].map((n) => n * MINUTE),
  ...[1, 2, 6, 12].map((n) => n * HOUR),
  ...[DAY, WEEK, MONTH, 3 * MONTH],
  ...YEAR_STEPS
];

/** No bar is narrower than this, in pixels. */
export const LEAST_BAR = 3;
/** The part of the plot in which a single step must be as wide; where the axis is shortened, several share a bar. */
const MOST_OF_IT = 0.75;
/** No more bins than this are in view, however few pixels an axis has for the years it skips; half as many on either side may be counted, too. */
const MOST_BINS = 4000;

/**
 * The edges that an archive of this extent is first asked to count by: at the width it is drawn at before it can be measured. `finest` as in
 * `Density`.
 */
export function timelineBins(extent: Window, zone: string, finest = 1): Float64Array {
  const domain = paddedExtent(extent, zone);
  const { pad } = DESK;
  const step = barStep(buildTrueScale(domain), { u0: 0, u1: 1 }, pad, NOMINAL_WIDTH - pad, finest);
  return barEdges(domain, step, zone);
}

/** The finest step whose bars are wide enough, for what is in view between `left` and `right` (pixels), but none under `finest`. */
export function barStep(
  scale: TimeScale,
  view: AxisView,
  left: number,
  right: number,
  finest = 1
): number {
  const perUnit = (right - left) / (view.u1 - view.u0);
  const [start, end] = [scale.toTime(view.u0), scale.toTime(view.u1)];
  const runs = runsOf(scale.knots, start, end, (ms) => scale.toUnit(ms) * perUnit);
  const found = STEPS.find((step) => {
    if (step < finest || (end - start) / step > MOST_BINS) return false;
    const wide = runs.filter(({ perMs }) => step * perMs >= LEAST_BAR);
    const width = wide.reduce((sum, run) => sum + (run.to - run.from) * run.perMs, 0);
    return width >= MOST_OF_IT * (right - left);
  });
  return found ?? (STEPS.at(-1) as number);
}

/** Edges of the steps that hold a stretch of time, by the clocks of the zone: two or more, ascending. */
export function barEdges({ from, to }: Stretch, step: number, zone: string): Float64Array {
  const last = toWall(to, zone);
  const walls = [stepStart(toWall(from, zone), step)];
  for (let wall = walls[0] as number; wall < last || walls.length < 2;) {
    wall = stepAfter(wall, step);
    walls.push(wall);
  }
  const edges = fromWalls(walls, zone);
  // An hour that the clocks skip is no bin.
  return edges.filter((edge, i) => i === 0 || edge > (edges[i - 1] as number));
}

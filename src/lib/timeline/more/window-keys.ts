import type { Stretch } from '../../core/elastic-scale';
import { DAY } from '../../core/zone';
import { timelineMore as more } from '../../i18n/en/timeline-more';
import type { Moments } from '../moments';
import { keepsDays } from '../steps';
import { fromWall, nextStep, snap, toWall } from '../wall-clock';
import { clamp, withEnd, type Handle, type KeyGround } from '../window-handles';

/**
 * The edges after a key of the slider pattern; null for a key that moves nothing. Arrows: a step; with Shift a week, or some steps where a
 * week is nothing or everything. Page Up and Down: the next or previous start or end of an event; with Shift as arrows. Home and End: as
 * far as it goes.
 */
export function movedByKey(
  handle: Handle,
  key: string,
  shift: boolean,
  { edges, domain, zone, zoomed, stepAt }: KeyGround,
  moments: Moments
): Stretch | null {
  const move = MOVES[key];
  if (!move) return null;
  const days = keepsDays(domain.to - domain.from);
  const ground: Ground = {
    edges,
    domain,
    zone,
    moments,
    stepAt: (ms) => (zoomed || !days ? stepAt(ms) : DAY),
    leap: days ? null : 10
  };
  return handle === 'window'
    ? windowMoved(move, shift, ground)
    : endMoved(handle, move, shift, ground);
}

/** What those keys do, in words. */
export function keyHelp({ from, to }: Stretch, zoomed: boolean): string {
  if (!keepsDays(to - from)) return more.stepHelp;
  return zoomed ? more.zoomedHelp : more.dayHelp;
}

interface Ground extends Omit<KeyGround, 'zoomed'> {
  readonly moments: Moments;
  /** How many steps a key goes with Shift; null: a week. */
  readonly leap: number | null;
}

interface Move {
  readonly direction: 1 | -1;
  readonly by: 'step' | 'boundary' | 'end';
}

const MOVES: Readonly<Record<string, Move>> = {
  ArrowRight: { direction: 1, by: 'step' },
  ArrowUp: { direction: 1, by: 'step' },
  ArrowLeft: { direction: -1, by: 'step' },
  ArrowDown: { direction: -1, by: 'step' },
  PageUp: { direction: 1, by: 'boundary' },
  PageDown: { direction: -1, by: 'boundary' },
  End: { direction: 1, by: 'end' },
  Home: { direction: -1, by: 'end' }
};

/** By key an end stops before the other; only the finger takes it across. */
function endMoved(handle: 'from' | 'to', move: Move, far: boolean, ground: Ground): Stretch {
  const { edges, domain, zone } = ground;
  const other = handle === 'from' ? edges.to : edges.from;
  const target = clamp(targetOf(edges[handle], move, far, ground), domain.from, domain.to);
  return withEnd(handle, target, other, ground.stepAt(other), zone);
}

/** Both ends by the same time on the clock, so that days stay days when the clocks change. */
function windowMoved(move: Move, far: boolean, ground: Ground): Stretch {
  const { domain, zone } = ground;
  const { from, to } = ground.edges;
  const wall = (ms: number) => toWall(ms, zone);
  const lead = move.by === 'end' && move.direction > 0 ? to : from;
  const wanted =
    move.by === 'step' && !far && ground.stepAt(from) <= DAY
      ? ground.stepAt(from) * move.direction
      : wall(targetOf(lead, move, far, ground)) - wall(lead);
  const shift = clamp(wanted, wall(domain.from) - wall(from), wall(domain.to) - wall(to));
  const step = ground.stepAt(from);
  const moved = (ms: number) => {
    const at = fromWall(wall(ms) + shift, zone);
    // Not all months are as long, nor all years.
    return step > DAY ? clamp(snap(at, step, zone), domain.from, domain.to) : at;
  };
  const start = moved(from);
  const end = moved(to);
  return { from: start, to: end > start ? end : nextStep(start, step, zone, 1) };
}

function targetOf(edge: number, { direction, by }: Move, far: boolean, ground: Ground): number {
  const { domain, leap, moments, zone } = ground;
  const last = direction > 0 ? domain.to : domain.from;
  if (by === 'end') return last;
  if (far && leap === null) return fromWall(toWall(edge, zone) + 7 * DAY * direction, zone);
  if (by === 'boundary' && !far) return moments.nextEdge(edge, direction) ?? last;
  const step = ground.stepAt(edge);
  let target = edge;
  // Beyond the axis there may be dates that nothing can tell.
  for (let steps = far && leap !== null ? leap : 1; steps > 0; steps--) {
    if (target < domain.from || target > domain.to) break;
    target = nextStep(target, step, zone, direction);
  }
  return target;
}

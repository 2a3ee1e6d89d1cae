import type { Stretch } from '../core/elastic-scale';
import { DAY } from '../core/zone';
import { fromWall, nextStep, toWall } from './wall-clock';

/** The parts of the window that a finger or a key can move. */
export type Handle = 'from' | 'to' | 'window';

/** Where a key is pressed. Ends are edges: half-open, so that both lie on midnights. */
export interface KeyGround {
  readonly edges: Stretch;
  readonly domain: Stretch;
  /** All starts and ends of events, in order. */
  readonly boundaries: readonly number[];
  /** IANA zone in which days begin. */
  readonly zone: string;
  /** The step, in ms, that an arrow key goes at a time. */
  stepAt(ms: number): number;
}

/**
 * The edges after a key of the slider pattern; null for a key that moves nothing. Arrows: a step; with Shift a week. Page Up and Down:
 * the next or previous start or end of an event; with Shift a week. Home and End: as far as it goes.
 */
export function movedByKey(
  handle: Handle,
  key: string,
  shift: boolean,
  ground: KeyGround
): Stretch | null {
  const move = MOVES[key];
  if (!move) return null;
  return handle === 'window'
    ? windowMoved(move, shift, ground)
    : endMoved(handle, move, shift, ground);
}

/** One edge at `edge`, a step's distance kept to the other. */
export function withEnd(
  handle: 'from' | 'to',
  edge: number,
  other: number,
  step: number,
  zone: string
): Stretch {
  const apart = nextStep(other, step, zone, handle === 'from' ? -1 : 1);
  return handle === 'from'
    ? { from: Math.min(edge, apart), to: other }
    : { from: other, to: Math.max(edge, apart) };
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
function endMoved(handle: 'from' | 'to', move: Move, week: boolean, ground: KeyGround): Stretch {
  const { edges, domain, zone } = ground;
  const other = handle === 'from' ? edges.to : edges.from;
  const target = clamp(targetOf(edges[handle], move, week, ground), domain.from, domain.to);
  return withEnd(handle, target, other, ground.stepAt(other), zone);
}

/** Both ends by the same time on the clock, so that days stay days when the clocks change. */
function windowMoved(move: Move, week: boolean, ground: KeyGround): Stretch {
  const { domain, zone } = ground;
  const { from, to } = ground.edges;
  const wall = (ms: number) => toWall(ms, zone);
  const lead = move.by === 'end' && move.direction > 0 ? to : from;
  const wanted =
    move.by === 'step' && !week
      ? ground.stepAt(from) * move.direction
      : wall(targetOf(lead, move, week, ground)) - wall(lead);
  const shift = clamp(wanted, wall(domain.from) - wall(from), wall(domain.to) - wall(to));
  return { from: fromWall(wall(from) + shift, zone), to: fromWall(wall(to) + shift, zone) };
}

function targetOf(edge: number, { direction, by }: Move, week: boolean, ground: KeyGround): number {
  const { domain, boundaries, zone } = ground;
  const last = direction > 0 ? domain.to : domain.from;
  if (by === 'end') return last;
  if (week) return fromWall(toWall(edge, zone) + 7 * DAY * direction, zone);
  if (by === 'step') return nextStep(edge, ground.stepAt(edge), zone, direction);
  const next =
    direction > 0
      ? boundaries.find((boundary) => boundary > edge)
      : boundaries.findLast((boundary) => boundary < edge);
  return next ?? last;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}

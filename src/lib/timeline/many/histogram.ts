import type { BinCounts } from '../density';
import { LEAST_BAR } from '../bins';

/** A bar: a bin, or some of a shortened stretch together. */
export interface Bar {
  /** Edges in ms; half open. */
  readonly from: number;
  readonly to: number;
  /** Pixels. */
  readonly x0: number;
  readonly x1: number;
  /** Events in the bin; of several bins those in the fullest. */
  readonly may: number;
  readonly surely: number;
}

/** The bars between two pixels that the axis starts and ends at. Bins thinner than a bar stand behind the fullest of them. */
export function barsOf(
  edges: Float64Array,
  { may, surely }: BinCounts,
  xOf: (ms: number) => number,
  first: number,
  last: number
): Bar[] {
  const bars: Bar[] = [];
  let open: Bar | null = null;
  for (let bin = 0; bin + 1 < edges.length; bin++) {
    const [from, to] = [edges[bin] as number, edges[bin + 1] as number];
    const x0 = Math.max(first, Math.min(last, xOf(from)));
    const x1 = Math.max(first, Math.min(last, xOf(to)));
    const counts = { may: may[bin] as number, surely: surely[bin] as number };
    const bar: Bar = open
      ? {
          ...(open as Bar),
          to,
          x1,
          may: Math.max((open as Bar).may, counts.may),
          surely: Math.max((open as Bar).surely, counts.surely)
        }
      : { from, to, x0, x1, ...counts };
    open = bar.x1 - bar.x0 < LEAST_BAR - 1e-6 ? bar : null;
    if (!open && bar.x1 > bar.x0) bars.push(bar);
  }
  if (open && open.x1 > open.x0) bars.push(open);
  return bars;
}

/** How high bars are. */
export interface HeightScale {
  /** Events behind the highest of all. */
  readonly most: number;
  /** Heights are by square root: by number the highest would leave all others flat. */
  readonly root: boolean;
}

/** The highest is so many times the middle one: by number that would be about four pixels high. */
const FLAT = 20;

/** One scale for all rows, so that they can be compared. */
export function heightScale(rows: readonly (readonly Bar[])[]): HeightScale {
  const counts = rows
    .flatMap((bars) => bars.map(({ may }) => may))
    .filter((count) => count > 0)
    .sort((a, b) => a - b);
  const most = counts.at(-1) ?? 0;
  return { most, root: most > FLAT * (counts[counts.length >> 1] ?? Infinity) };
}

/** No bar with an event in it is lower than this, in pixels. */
const LEAST_HEIGHT = 1.5;

/** Pixels, for a bar of `count` events where the highest takes `room`. */
export function barHeight(count: number, { most, root }: HeightScale, room: number): number {
  if (count <= 0) return 0;
  const share = count / most;
  return Math.max(LEAST_HEIGHT, room * (root ? Math.sqrt(share) : share));
}

/**
 * Bars on a line at `base`, as path data: what is sure stands on it, what else may be stands on that. All of it `shift` pixels farther right, and then
 * only what lies between the pixels `from` and `to`: a path of the window's bars alone is redrawn no further than the window is wide.
 */
export function barPaths(
  bars: readonly Bar[],
  scale: HeightScale,
  base: number,
  room: number,
  { shift = 0, from = -Infinity, to = Infinity } = {}
): { readonly surely: string; readonly may: string } {
  let [surely, may] = ['', ''];
  for (const bar of bars) {
    // Bars wide enough stand apart.
    const end = bar.x1 - (bar.x1 - bar.x0 > 4 ? 1 : 0);
    const x = Math.max(from, bar.x0 + shift);
    const width = Math.min(to, end + shift) - x;
    if (width <= 0) continue;
    const sure = barHeight(bar.surely, scale, room);
    const all = Math.max(sure, barHeight(bar.may, scale, room));
    if (sure > 0) surely += block(x, base, width, sure);
    if (all > sure) may += block(x, base - sure, width, all - sure);
  }
  return { surely, may };
}

function block(x: number, base: number, width: number, height: number): string {
  const [left, right] = [round(x), round(x + width)];
  return `M${left},${round(base)}V${round(base - height)}H${right}V${round(base)}z`;
}

function round(px: number): number {
  return Math.round(px * 100) / 100;
}

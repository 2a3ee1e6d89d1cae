import type { ActKind, Hue, LonLat } from '../core/story';
import { clipCurve } from './clip-curve';
import type { Point } from './projection';

/** An act of one party towards another, drawn from home to home. */
export interface MapLine {
  readonly id: string;
  readonly act: ActKind;
  readonly from: LonLat;
  readonly to: LonLat;
  readonly hue: Hue;
  /** In words: "Albania expels Iran". */
  readonly label: string;
  readonly eventId: string;
  readonly contested?: boolean;
}

/** Lines of the same act between the same places: drawn once. */
export interface Bundle {
  readonly id: string;
  readonly act: ActKind;
  readonly from: LonLat;
  readonly to: LonLat;
  readonly hue: Hue;
  readonly labels: readonly string[];
}

/** What is drawn of a line: empty paths where its ends stand too close. */
export interface Arc {
  readonly shaft: string;
  readonly head: string;
}

/** How far the arc of each act swings out, as a share of its length: acts between the same places lie side by side. */
export const BENDS: Record<ActKind, number> = { accuses: 0.14, expels: 0.24, sanctions: 0.34 };

export function bundleLines(lines: readonly MapLine[]): readonly Bundle[] {
  const bundles = new Map<string, Bundle>();
  for (const { act, from, to, hue, label } of lines) {
    const id = `${act} ${from} ${to}`;
    const labels = bundles.get(id)?.labels ?? [];
    if (!labels.includes(label))
      bundles.set(id, { id, act, from, to, hue, labels: [...labels, label] });
  }
  return [...bundles.values()];
}

/**
 * An arc with an arrow head, swung to the left as one looks from start to end, so that there and back are two arcs.
 * All in pixels; the gaps keep it clear of the marks at its ends. What lies outside `picture` is left out.
 */
export function arcPath(
  from: Point,
  to: Point,
  bend: number,
  gaps: { readonly start: number; readonly end: number } = { start: 0, end: 0 },
  picture: { readonly width: number; readonly height: number } | null = null
): Arc {
  const { start: gapStart, end: gapEnd } = gaps;
  const dx = to.x - from.x;
  const dy = to.y - from.y;
  const length = Math.hypot(dx, dy);
  if (length < gapStart + gapEnd + 2 * HEAD) return { shaft: '', head: '' };
  // Long arcs swing no further than the eye can follow.
  const swing = 2 * bend * Math.min(length, 700);
  const control = {
    x: (from.x + to.x) / 2 + (dy / length) * swing,
    y: (from.y + to.y) / 2 - (dx / length) * swing
  };
  const start = towards(from, control, gapStart);
  const tip = towards(to, control, gapEnd);
  const base = towards(tip, control, HEAD);
  const curve = { from: start, control, to: base };
  const across = { x: (tip.y - base.y) * 0.42, y: (base.x - tip.x) * 0.42 };
  return {
    shaft: (picture ? clipCurve(curve, picture) : [curve])
      .map((piece) => `M${xy(piece.from)}Q${xy(piece.control)} ${xy(piece.to)}`)
      .join(''),
    head: `M${xy(tip)}L${xy({ x: base.x + across.x, y: base.y + across.y })}L${xy({ x: base.x - across.x, y: base.y - across.y })}Z`
  };
}

/** Length of an arrow head. */
const HEAD = 9;

function towards(from: Point, to: Point, distance: number): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  return {
    x: from.x + ((to.x - from.x) * distance) / length,
    y: from.y + ((to.y - from.y) * distance) / length
  };
}

function xy({ x, y }: Point): string {
  return `${x.toFixed(1)},${y.toFixed(1)}`;
}

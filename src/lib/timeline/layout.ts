/** Measures of the instrument in pixels: one set for a desk, one for a phone. Heights are fixed in the style sheet, too. */
export interface Layout {
  readonly height: number;
  /** Left and right of the axis, so that a handle at its end can be held. */
  readonly pad: number;
  /** The marks stand between these two. */
  readonly top: number;
  readonly base: number;
  readonly rows: number;
  readonly rowHeight: number;
  /** Room for a shape, and its radius. */
  readonly size: number;
  readonly radius: number;
  /** Baselines of the two rows of labels. */
  readonly labels: readonly [number, number];
  /** Height of the overview, which stands above all when the axis is zoomed. */
  readonly overview: number;
}

export const DESK: Layout = {
  height: 128,
  pad: 22,
  top: 6,
  base: 94,
  rows: 6,
  rowHeight: 14,
  size: 13,
  radius: 4.9,
  labels: [108, 123],
  overview: 14
};

export const PHONE: Layout = {
  height: 72,
  pad: 22,
  top: 3,
  base: 42,
  rows: 3,
  rowHeight: 12.5,
  size: 11.5,
  radius: 4.3,
  labels: [55, 69],
  overview: 3
};

/** Narrower than this the phone's measures hold. */
export const PHONE_BELOW = 600;

/** Width at which the instrument is drawn before it can be measured. */
export const NOMINAL_WIDTH = 1000;

/** Half the width of the knob at the foot of a bracket, and a little air. */
export const KNOB = 6;

/** A finger needs this much. */
const TOUCH = 44;

/** Middle of a row; 0 is the lowest. */
export function rowY(layout: Layout, row: number): number {
  return layout.base - 4 - (row + 0.5) * layout.rowHeight;
}

/** What lies under a finger: stretches of the plot in pixels. The middle of a narrow window keeps a little room, its ends reach outwards. */
export function grips(ends: { readonly from: number; readonly to: number }) {
  const middle = (ends.from + ends.to) / 2;
  const inward = Math.min(TOUCH / 2, Math.max(-6, (ends.to - ends.from) / 2 - 6));
  const inner = {
    from: Math.min(ends.from + inward, middle - 6),
    to: Math.max(ends.to - inward, middle + 6)
  };
  return {
    from: { from: inner.from - TOUCH, to: inner.from },
    window: { from: inner.from, to: inner.to },
    to: { from: inner.to, to: inner.to + TOUCH }
  };
}

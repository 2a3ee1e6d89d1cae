/** Taller elements are cut off by some browsers. */
const MOST_HEIGHT = 15_000_000;

/**
 * Which rows of a long list are in sight. Up to some hundred thousand rows the list is as tall as all of them; beyond that it is as tall as a
 * browser lets it be, and a pixel of scrolling stands for several.
 */
export interface Roll {
  /** Rows there are, and pixels of one. */
  readonly rows: number;
  readonly rowHeight: number;
  /** Pixels of the part in sight. */
  readonly viewport: number;
}

/** Pixels of the element that scrolls. */
export function rollHeight({ rows, rowHeight }: Roll): number {
  return Math.min(rows * rowHeight, MOST_HEIGHT);
}

/** How many pixels of rows a pixel of scrolling stands for. */
function gear(roll: Roll): number {
  const all = roll.rows * roll.rowHeight;
  const height = rollHeight(roll);
  return height < all ? (all - roll.viewport) / (height - roll.viewport) : 1;
}

/**
 * The rows in sight at a scroll position, from the first to before the last, with some before and after; and where the first is to be drawn.
 * Beyond an end they are those of the end, drawn there.
 */
export function rowsInSight(
  roll: Roll,
  scrollTop: number
): { readonly from: number; readonly to: number; readonly top: number } {
  const { rows, rowHeight, viewport } = roll;
  const at = Math.max(0, Math.min(scrollTop, rollHeight(roll) - viewport));
  const above = at * gear(roll);
  const from = Math.max(0, Math.floor(above / rowHeight) - SPARE);
  const to = Math.min(rows, Math.ceil((above + viewport) / rowHeight) + SPARE);
  return { from, to, top: at - above + from * rowHeight };
}

/** Rows made before and after those in sight. */
const SPARE = 4;

/** The scroll position that brings a row into sight with the least movement; the present one when it is in sight. */
export function scrollToRow(roll: Roll, scrollTop: number, row: number): number {
  const factor = gear(roll);
  const above = scrollTop * factor;
  const top = row * roll.rowHeight;
  if (top < above) return top / factor;
  const least = top + roll.rowHeight - roll.viewport;
  return least > above ? least / factor : scrollTop;
}

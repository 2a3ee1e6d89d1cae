/** A mark to be put into a row. Pixels, all on the same line. */
export interface LaneItem {
  readonly id: string;
  /** Where the middle of the shape is wanted. */
  readonly at: number;
  /** The span the event lies in. The shape may be moved within it: where in its span an event happened is not known. */
  readonly from: number;
  readonly to: number;
  /** Draw the span as a bar under the shape. */
  readonly bar: boolean;
}

export interface LaneOptions {
  /** How many rows there are. */
  readonly rows: number;
  /** Room that a shape takes, in pixels. */
  readonly size: number;
}

interface PlacedMark {
  readonly id: string;
  /** 0 is nearest to the axis. */
  readonly row: number;
  readonly x: number;
  /** Null when the mark wants no bar, or none was free. */
  readonly bar: { readonly from: number; readonly to: number } | null;
}

/** Marks for which there was no room: their number stands in for them in the uppermost row. */
interface Overflow {
  readonly x: number;
  readonly ids: readonly string[];
  /** The row, where it is not the uppermost of all. */
  readonly row?: number;
}

export interface Lanes {
  readonly placed: readonly PlacedMark[];
  readonly overflow: readonly Overflow[];
}

/**
 * Packs marks into rows: no two shapes overlap, no two bars do, and a shape sits on another's bar only where nothing else is
 * free. Depends on positions relative to each other only, so panning changes nothing.
 */
export function packLanes(items: readonly LaneItem[], options: LaneOptions): Lanes {
  const first = pack(items, options);
  if (first.left.length === 0 || options.rows < 2) return finish(first, options.size);
  // The uppermost row is given to the counts.
  return finish(pack(items, { ...options, rows: options.rows - 1 }), options.size);
}

interface Row {
  readonly shapes: number[];
  readonly bars: { from: number; to: number }[];
}

interface Packed {
  readonly placed: PlacedMark[];
  readonly left: LaneItem[];
}

/** What moving up by a row costs, in pixels of moving sideways. */
const ROW_COST = 10;
const ON_BAR_COST = 60;

function pack(items: readonly LaneItem[], { rows, size }: LaneOptions): Packed {
  const lanes: Row[] = Array.from({ length: rows }, () => ({ shapes: [], bars: [] }));
  const placed: PlacedMark[] = [];
  const left: LaneItem[] = [];
  const waiting: LaneItem[] = [];

  // Long bars first and uppermost: the shapes gather along the axis, beneath.
  const byLength = items.filter(({ bar }) => bar).sort((a, b) => b.to - b.from - (a.to - a.from));
  for (const item of byLength) {
    const reach = {
      from: Math.min(item.from, item.at - size / 2),
      to: Math.max(item.to, item.at + size / 2)
    };
    const row = lanes.findLastIndex(
      ({ bars, shapes }) =>
        bars.every((bar) => bar.to + 2 < reach.from || bar.from - 2 > reach.to) &&
        shapes.every((x) => x + size / 2 < reach.from || x - size / 2 > reach.to)
    );
    const lane = lanes[row];
    if (!lane) {
      waiting.push(item);
      continue;
    }
    lane.bars.push(reach);
    lane.shapes.push(item.at);
    placed.push({ id: item.id, row, x: item.at, bar: { from: item.from, to: item.to } });
  }

  const shapes = [...items.filter(({ bar }) => !bar), ...waiting].sort((a, b) => a.at - b.at);
  for (const item of shapes) {
    let best: { row: number; x: number; cost: number } | null = null;
    lanes.forEach((lane, row) => {
      const x = nearestFree(lane, item, size);
      if (x === null) return;
      const onBar = lane.bars.some((bar) => x + size / 2 > bar.from && x - size / 2 < bar.to);
      const cost = row * ROW_COST + Math.abs(x - item.at) + (onBar ? ON_BAR_COST : 0);
      if (!best || cost < best.cost) best = { row, x, cost };
    });
    const found = best as { row: number; x: number } | null;
    if (!found) left.push(item);
    else {
      lanes[found.row]?.shapes.push(found.x);
      placed.push({ id: item.id, row: found.row, x: found.x, bar: null });
    }
  }
  return { placed, left };
}

/** The free place nearest to where the shape is wanted, within its span; null when the row has none. */
function nearestFree(lane: Row, item: LaneItem, size: number): number | null {
  const low = Math.min(item.at, item.from + size / 2);
  const high = Math.max(item.at, item.to - size / 2);
  const near = lane.shapes.filter((x) => x > low - size && x < high + size);
  const places = [item.at, ...near.flatMap((x) => [x - size, x + size])];
  let best: number | null = null;
  for (const x of places) {
    if (x < low || x > high || near.some((other) => Math.abs(other - x) < size - 1e-6)) continue;
    if (best === null || Math.abs(x - item.at) < Math.abs(best - item.at)) best = x;
  }
  return best;
}

function finish({ placed, left }: Packed, size: number): Lanes {
  const overflow: { x: number; ids: string[] }[] = [];
  for (const { id, at } of [...left].sort((a, b) => a.at - b.at)) {
    const group = overflow.at(-1);
    // A count such as "+12" takes about three shapes' room.
    if (group && at - group.x < 3 * size) group.ids.push(id);
    else overflow.push({ x: at, ids: [id] });
  }
  return { placed, overflow };
}

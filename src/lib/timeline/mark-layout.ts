import type { TimeScale } from '../core/elastic-scale';
import type { Window } from '../core/story';
import { DAY } from '../core/zone';
import type { LaneItem, Lanes } from './lanes';
import { rowY, type Layout } from './layout';
import { lookOf, pointOf, spanOf, type Look, type TimelineMark } from './mark';

/** What is known of a mark however the axis is drawn. */
export interface FixedMark {
  readonly mark: TimelineMark;
  readonly look: Look;
  readonly span: Window;
  readonly point: number;
}

/** Where the axis is drawn: pixels are `scale.toUnit(ms) * perUnit + shift`. */
export interface Plot {
  readonly scale: TimeScale;
  readonly perUnit: number;
  /** Read only where a span fills the plot, so that panning alone does not pack the rows anew. */
  readonly shift: number;
  readonly left: number;
  readonly right: number;
  readonly layout: Layout;
}

export type PlacedMark = FixedMark & Lanes['placed'][number];

/** A single day this wide shows its span as a bar of its own. */
const WIDE = 110;

export function fixMark(mark: TimelineMark): FixedMark {
  return { mark, look: lookOf(mark), span: spanOf(mark.time), point: pointOf(mark.time) };
}

export function xIn(
  { scale, perUnit, shift }: Pick<Plot, 'scale' | 'perUnit' | 'shift'>,
  ms: number
): number {
  return scale.toUnit(ms) * perUnit + shift;
}

/** What is to be put into a row, in pixels from the start of the axis (not of the plot). */
export function laneItem({ mark, span, point }: FixedMark, plot: Plot): LaneItem {
  const { scale, perUnit, layout, left, right } = plot;
  const from = scale.toUnit(mark.time.openStart ? scale.domain.from : span.from) * perUnit;
  const to = scale.toUnit(mark.time.openEnd ? scale.domain.to : span.to + 1) * perUnit;
  const long = mark.time.interval || span.to - span.from > DAY * 1.1;
  const bar = to - from > (long ? layout.size * 1.5 : WIDE);
  const item = { id: mark.id, at: scale.toUnit(point) * perUnit, from, to, bar };
  // Zoomed in so far that a span fills the plot, its shape stays in sight: it is somewhere in there.
  return to - from > (right - left) / 2 ? inSight(item, plot) : item;
}

/** The marks in sight, where they are drawn. */
export function placedMarks(
  lanes: Lanes,
  byId: ReadonlyMap<string, FixedMark>,
  { shift, left, right, layout }: Plot
): PlacedMark[] {
  return lanes.placed.flatMap((place) => {
    const found = byId.get(place.id);
    if (!found) return [];
    const x = place.x + shift;
    const from = Math.min(x, (place.bar?.from ?? place.x) + shift) - layout.size;
    const to = Math.max(x, (place.bar?.to ?? place.x) + shift) + layout.size;
    return to < 0 || from > right + left ? [] : [{ ...found, ...place, x }];
  });
}

/** Spans of marks that found no room for a bar: a hair each, once a row, as path data. */
export function hairsOf(placed: readonly PlacedMark[], plot: Plot): string {
  const [first, last] = [-9, plot.right + plot.left + 9];
  const hairs = placed.flatMap(({ bar, span, row }) => {
    const [from, to] = [xIn(plot, span.from), xIn(plot, span.to + 1)];
    if (bar || to - from <= WIDE) return [];
    const [x, end] = [Math.max(first, from), Math.min(last, to)];
    return `M${x.toFixed(1)},${rowY(plot.layout, row).toFixed(1)}H${end.toFixed(1)}`;
  });
  return [...new Set(hairs)].join('');
}

/** Where a number stands in for marks without room. */
export function crowdsOf(lanes: Lanes, { shift, left, right, layout }: Plot) {
  return lanes.overflow
    .map(({ x, ids, row }) => ({
      x: x + shift,
      y: row === undefined ? layout.top + 8 : rowY(layout, row) + 4,
      count: ids.length
    }))
    .filter(({ x }) => x > 0 && x < right + left);
}

function inSight(item: LaneItem, { shift, left, right, layout: { size } }: Plot): LaneItem {
  const from = Math.max(item.from, left - shift);
  const to = Math.min(item.to, right - shift);
  if (to - from < 2 * size) return item;
  const at = Math.min(to - size, Math.max(from + size, item.at));
  return { ...item, at, from, to };
}

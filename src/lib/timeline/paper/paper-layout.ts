import { buildElasticScale, type TimeScale } from '../../core/elastic-scale';
import type { EventTime } from '../../core/story';
import { buildAxis, type Axis } from '../axis';
import { packLanes } from '../lanes';
import { rowY, type Layout } from '../layout';
import { pointOf, spanOf } from '../mark';

/** An event as a timeline on paper has it: a number. */
export interface NumberedTime {
  readonly number: number;
  readonly time: EventTime;
}

interface PlacedNumber {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  /** Whether its date is known as it is written, and not about or possibly. */
  readonly exact: boolean;
  /** The span in which it lies or which it lasts, where there is room to draw it. */
  readonly bar: { readonly from: number; readonly to: number } | null;
}

export interface PaperTimeline {
  readonly axis: Axis;
  readonly layout: Layout;
  readonly left: number;
  readonly right: number;
  readonly numbers: readonly PlacedNumber[];
}

/** Room for a number of three digits at ten points. */
const SIZE = 27;
const ROW = 20;
const PAD = 6;
const FEWEST_ROWS = 4;
const MOST_ROWS = 24;

/** Numbers above an elastic axis of `width` pixels, in as many rows as it takes for each to have a place. Null where nothing has a date. */
export function paperTimeline(
  events: readonly NumberedTime[],
  { width, zone, locale }: { width: number; zone: string; locale: string }
): PaperTimeline | null {
  const spans = events.map(({ time }) => spanOf(time));
  if (spans.length === 0) return null;
  const scale = buildElasticScale(spans, { zone });
  const [left, right] = [PAD + SIZE / 2, width - PAD - SIZE / 2];
  const axis = buildAxis({ scale, view: { u0: 0, u1: 1 }, left, right, zone, locale });
  const items = events.map(({ number, time }) => itemOf(number, time, scale, left, right));
  for (let rows = FEWEST_ROWS; ; rows++) {
    const layout = layoutOf(rows);
    const lanes = packLanes(items, layout);
    if (lanes.overflow.length > 0 && rows < MOST_ROWS) continue;
    const times = new Map(events.map(({ number, time }) => [String(number), time]));
    const numbers = lanes.placed.map(({ id, row, x, bar }) => {
      const ends = [times.get(id)?.start, times.get(id)?.end];
      return {
        number: Number(id),
        x,
        y: rowY(layout, row),
        exact: !ends.some((end) => end?.approximate || end?.uncertain),
        bar
      };
    });
    return { axis, layout, left, right, numbers };
  }
}

function itemOf(number: number, time: EventTime, scale: TimeScale, left: number, right: number) {
  const xOf = (ms: number) => left + scale.toUnit(ms) * (right - left);
  const span = spanOf(time);
  const from = xOf(time.openStart ? scale.domain.from : span.from);
  const to = xOf(time.openEnd ? scale.domain.to : span.to + 1);
  return { id: String(number), at: xOf(pointOf(time)), from, to, bar: to - from > SIZE * 1.5 };
}

function layoutOf(rows: number): Layout {
  const base = 6 + rows * ROW;
  return {
    height: base + 36,
    pad: PAD,
    top: 4,
    base,
    rows,
    rowHeight: ROW,
    size: SIZE,
    radius: 5,
    labels: [base + 16, base + 33],
    overview: 0
  };
}

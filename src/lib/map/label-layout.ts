import { placeLabels, type Rect, type Side } from './labels';
import { markRadius, type Mark } from './marks';
import { projectNear, type Frame, type Point } from './projection';
import { textWidth } from './text-width';

interface Labels {
  readonly marks: readonly Mark[];
  readonly frame: Frame;
  /** Events in the whole story, by place id: whose name goes first. */
  readonly totals: ReadonlyMap<string, number>;
  /** CSS font families that names are set in. */
  readonly fonts: string;
  /** Pixels of their letters; as in MapMark's style unless given. */
  readonly size?: number;
  /** Pixels that a name takes at most: what is longer is cut off. As in MapMark's style unless given. */
  readonly most?: number;
  /** Where a measured distance is written. */
  readonly measured: Point | null;
}

/** On which side of its mark each name has room in this picture, by the mark's id. */
export function layOutLabels(labels: Labels): ReadonlyMap<string, Side> {
  const { frame, totals, fonts, size = LABEL_PX, most = MOST_WIDTH } = labels;
  const height = (LABEL_HEIGHT * size) / LABEL_PX;
  const marks = labels.marks.filter(({ center }) => !frame.hides(center));
  const rank = (mark: Mark) =>
    (mark.selected ? 1e6 : 0) + (mark.related ? 1e5 : 0) + (totals.get(mark.named) ?? mark.count);
  const boxes = [...marks]
    .sort((a, b) => rank(b) - rank(a))
    .map((mark) => {
      const { x, y } = projectNear(frame, mark.center);
      const quiet = mark.count === 0 && !mark.selected;
      const weight = mark.selected ? 700 : 500;
      const text = quiet ? 0 : textWidth(mark.name, `${weight} ${size}px ${fonts}`);
      const width = quiet ? 0 : Math.min(most, text) + 2;
      return { id: mark.id, x, y, radius: markRadius(mark), width, height };
    });
  return placeLabels(boxes, frame.width, frame.height, taken(labels));
}

/** As in MapMark's style. */
export const LABEL_PX = 13;
export const LABEL_HEIGHT = 17;
const MOST_WIDTH = 208;

/** What covers a side of the map, buttons, scale, attribution and a measured distance: no names there. */
function taken({ frame: { width, height, middle }, measured }: Labels): readonly Rect[] {
  // The middle of the map is that of what nothing covers.
  const covered = 2 * middle.x - width;
  const [left, right] = [Math.max(0, covered), width + Math.min(0, covered)];
  return [
    [0, 0, left, height],
    [right, 0, width, height],
    ...(measured
      ? [[measured.x - 112, measured.y - 22, measured.x + 112, measured.y + 22] as const]
      : []),
    [right - 120, 0, right, 160],
    [right - 130, height - 26, right, height],
    [0, height - 36, 120, height]
  ];
}

/** A mark that would like its name beside it. Pixels; the most important first. */
export interface Labelled {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Of the mark. */
  readonly radius: number;
  /** Of the name as set; 0 for a mark that only keeps its own ground clear. */
  readonly width: number;
  readonly height: number;
}

const SIDES = ['right', 'left', 'below', 'above'] as const;
export type Side = (typeof SIDES)[number];

/** On which side each name has room, without touching a mark, another name, a `blocked` stretch or the edge; names without room are not in the result. */
export function placeLabels(
  marks: readonly Labelled[],
  width: number,
  height: number,
  blocked: readonly Rect[] = []
): ReadonlyMap<string, Side> {
  const taken = marks.map(({ x, y, radius }): Rect => [
    x - radius,
    y - radius,
    x + radius,
    y + radius
  ]);
  const free = (box: Rect) => blocked.every((other) => !overlap(box, other));
  const placed = new Map<string, Side>();
  for (const [i, mark] of marks.entries()) {
    if (mark.width === 0 || mark.x < 0 || mark.y < 0 || mark.x > width || mark.y > height) continue;
    const side = SIDES.find((side) => {
      const box = labelBox(mark, side);
      const inside = box[0] >= 4 && box[1] >= 4 && box[2] <= width - 4 && box[3] <= height - 4;
      return inside && free(box) && taken.every((other, j) => j === i || !overlap(box, other));
    });
    if (side === undefined) continue;
    placed.set(mark.id, side);
    taken.push(labelBox(mark, side));
  }
  return placed;
}

export type Rect = readonly [left: number, top: number, right: number, bottom: number];

/** Between mark and name. */
export const LABEL_GAP = 4;

export function labelBox({ x, y, radius, width, height }: Labelled, side: Side): Rect {
  const away = radius + LABEL_GAP;
  const [left, top] = {
    right: [x + away, y - height / 2],
    left: [x - away - width, y - height / 2],
    below: [x - width / 2, y + away - 2],
    above: [x - width / 2, y - away + 2 - height]
  }[side] as [number, number];
  return [left, top, left + width, top + height];
}

export function overlap(a: Rect, b: Rect): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];
}

/** Pixels from the middle of a single event's shape to its edge, as `shapePath` takes them. */
export const SHAPE_RADIUS = 8;
/** No circle is larger, whatever it stands for. */
const MOST_RADIUS = 32;
/** Where a number of one, two, three digits, and a shortened one, have room. */
const ROOM = [9, 10.5, 12.5, 14.5] as const;
/** With no more than this in the largest circle, none need be large. */
const LEAST_FULL = 50;

/**
 * Which count gets the largest circle: a round number that the largest count of the picture does not exceed. It stays while the window moves as
 * long as that fits about, so that sizes can be compared from step to step.
 */
export class CircleScale {
  /** Pixels, of the largest circle. */
  most = MOST_RADIUS;
  full = LEAST_FULL;

  /** `cell`: pixels between neighbours, at least; the largest leave some white between them. */
  roomFor(cell: number): void {
    this.most = Math.min(MOST_RADIUS, 0.46 * cell);
  }

  fit(largest: number): void {
    if (largest > this.full || largest < this.full / 5)
      this.full = Math.max(LEAST_FULL, roundUp(largest));
  }

  /** Pixels from a circle's middle to its edge: its area grows with the count, once the number in it has room. */
  radius(count: number): number {
    if (count < 2) return SHAPE_RADIUS;
    const wanted = this.most * Math.sqrt(count / this.full);
    return Math.max(roomFor(count), Math.min(this.most, wanted));
  }
}

/** Of a circle, the radius of the solid part that stands for what surely is in the window: by area, and never too small for the number. */
export function sureRadius(radius: number, count: number, sure: number): number {
  if (sure === 0) return 0;
  if (sure === count) return radius;
  return Math.max(roomFor(count), Math.min(radius - RIM, radius * Math.sqrt(sure / count)));
}

/** The radius to the edge of all of it: around a solid part there is room for the pale one. */
export function wholeRadius(radius: number, count: number, sure: number): number {
  const partly = sure > 0 && sure < count;
  return partly ? Math.max(radius, sureRadius(radius, count, sure) + RIM) : radius;
}

/** Pixels. */
export const TEXT_PX = 12;
const LEAST_TEXT_PX = 8;

/** How large a number is set in a circle with `room` pixels across; `width`: what it takes at `TEXT_PX`. */
export function numberSize(room: number, width: number): number {
  return Math.max(LEAST_TEXT_PX, Math.min(TEXT_PX, Math.floor((TEXT_PX * (room - 6)) / width)));
}

/** Pixels of what only may be in the window around what surely is, at least. */
const RIM = 3;

function roomFor(count: number): number {
  return ROOM[count < 10 ? 0 : count < 100 ? 1 : count < 1000 ? 2 : 3];
}

/** The next of some round numbers, each up to a half larger than the one before. */
function roundUp(count: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, count)));
  return power * ([1, 1.5, 2, 3, 4, 6, 8].find((factor) => factor * power >= count) ?? 10);
}

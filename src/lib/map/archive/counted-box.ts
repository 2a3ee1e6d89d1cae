import { fixedBoxHolds, fixedY, X_UNITS, type FixedBox } from '../../core/archive/fixed-point';
import type { Box } from '../../core/box';
import { boundsOfFrame } from '../frame-bounds';
import { frameOf, type Frame } from '../projection';
import type { FixedProjection } from './fixed-projection';
import { inPicture, MARGIN } from './mark-slots';

/** Of a picture's width and height with its margin, what is counted beyond each side, so that not each step of a pan counts anew. */
const BEYOND = 0.26;
/** Pixels by which the bounds of a globe's picture may be too narrow, in its corners above all. */
const ROUGHLY = 16;

/** Where flat maps end, and draw all that lies farther north or south. */
const EDGE_LAT = 85;

/** Where events are counted for a picture: all that it and its margin show, and some more. */
export function countedBox(frame: Frame): Box {
  const { width, height, middle } = frame;
  const edge = MARGIN + ROUGHLY;
  const [west, south, east, north] = boundsOfFrame(
    frameOf({
      ...frame,
      width: width + 2 * edge,
      height: height + 2 * edge,
      middle: { x: middle.x + edge, y: middle.y + edge }
    })
  );
  const [wide, high] = [(east - west) * BEYOND, (north - south) * BEYOND];
  return [
    west - wide,
    south - high < -EDGE_LAT ? -90 : south - high,
    Math.min(east + wide, west - wide + 360),
    north + high > EDGE_LAT ? 90 : north + high
  ];
}

/** Pixels between two points of a border that are looked at, at most: on less than that it cannot cut a corner of picture and margin down to the picture. */
const STEP = 2 * MARGIN;
const [NORTH_POLE, SOUTH_POLE] = [fixedY(90), fixedY(-90)];

/**
 * True when all that a picture and its margin show is in a box: when the picture's centre is, and nothing of the box's border is in sight. At
 * most some hundred points of the border say so in microseconds, where it takes milliseconds to find all that a globe shows.
 */
export function holdsPicture(
  box: FixedBox,
  projection: FixedProjection,
  width: number,
  height: number
): boolean {
  const { view } = projection;
  if (!fixedBoxHolds(box, view.centerX, view.centerY)) return false;
  // A globe is as large as a flat map is at the globe's centre: larger than that map at the equator.
  const steps = 1 / (STEP * (view.roundness > 0 ? view.cos0 : 1));
  const across = Math.ceil(box.width * view.scaleX * steps);
  const down = Math.ceil((box.south - box.north) * view.scaleY * steps);
  const shows = (x: number, y: number) =>
    projection.project(x | 0, y) && inPicture(projection, width, height);
  // Once around the world there is no border in the west and east, and none beyond the poles.
  if (box.width < X_UNITS - 1) {
    for (let i = 0; i <= down; i++) {
      const y = box.north + ((box.south - box.north) * i) / down;
      if (shows(box.west, y) || shows(box.west + box.width, y)) return false;
    }
  }
  const [top, bottom] = [box.north > NORTH_POLE, box.south < SOUTH_POLE];
  for (let i = 0; (top || bottom) && i <= across; i++) {
    const x = box.west + (box.width * i) / across;
    if ((top && shows(x, box.north)) || (bottom && shows(x, box.south))) return false;
  }
  return true;
}

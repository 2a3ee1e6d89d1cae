import { circlesOf, EDGE, openingOn, SHAPES } from '../opening';
import { element } from './markup';
import {
  drawGroundParts,
  drawMarksAndNames,
  openedIn,
  type Base,
  type Picture,
  type Words
} from './scene';

/**
 * The first frame of the map as an SVG element: it looks where the map will, and its marks stand where the map's will, in a picture of any
 * size: `poster.css` says how they stay as large as they are there. Colours come from the page.
 */
export function posterSvg(picture: Picture, base: Base, words: Words): string {
  const opening = openingOn(circlesOf(picture.places, picture.fit));
  const measure = SHAPES[opening.shape];
  const whole = openedIn(opening, measure.width, measure.height);
  const layouts = Object.entries(LAYOUTS).map(([name, { width, height }]) => {
    const frame = openedIn(opening, width, height, EDGE);
    const scale = Math.max(
      measure.width / (width - 2 * EDGE),
      measure.height / (height - 2 * EDGE)
    );
    const placement = {
      scale,
      x: measure.width / 2 - frame.middle.x * scale,
      y: measure.height / 2 - frame.middle.y * scale
    };
    const parts = drawMarksAndNames({ picture, base, words, frame, placement });
    return element('g', { class: name }, ...parts);
  });
  const svg = element(
    'svg',
    {
      class: `poster-drawing poster-${opening.shape}`,
      viewBox: `0 0 ${measure.width} ${measure.height}`,
      role: 'group',
      'aria-label': words.t.marks
    },
    drawGroundParts(base, whole, {
      // A picture of another shape shows more on two sides.
      beyond: Math.max(measure.width, measure.height) / 2,
      detail: 0.8
    }),
    ...layouts
  );
  return svg.markup;
}

/** A phone and a desk: the sizes, in pixels, of the pictures that marks are grouped and names are set for. */
const LAYOUTS = { narrow: { width: 390, height: 372 }, wide: { width: 840, height: 600 } };

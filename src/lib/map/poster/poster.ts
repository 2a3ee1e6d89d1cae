import { circlesOf, EDGE, openingOn, SHAPES, type Opening } from '../opening';
import type { Frame } from '../projection';
import { element, type Markup } from './markup';
import {
  drawGroundParts,
  drawMarksAndNames,
  openedIn,
  type Base,
  type Picture,
  type Placement,
  type Words
} from './scene';

/**
 * The first frame of the map as an SVG element: it looks where the map will, and its marks stand where the map's will, in a picture of any
 * size: `poster.css` says how they stay as large as they are there. Colours come from the page.
 */
export function posterSvg(picture: Picture, base: Base, words: Words): string {
  const opening = openingOn(circlesOf(picture.places, picture.fit));
  const spoken = { role: 'group', 'aria-label': words.t.marks };
  return drawPoster(opening, base, spoken, (frame, placement) =>
    drawMarksAndNames({ picture, base, words, frame, placement })
  );
}

/** The ground, and above it what `draw` makes of a phone's and of a desk's picture. */
export function drawPoster(
  opening: Opening,
  base: Base,
  spoken: { readonly role: string; readonly 'aria-label': string },
  draw: (frame: Frame, placement: Placement) => readonly Markup[]
): string {
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
    return element('g', { class: name }, ...draw(frame, placement));
  });
  const svg = element(
    'svg',
    {
      class: `poster-drawing poster-${opening.shape}`,
      viewBox: `0 0 ${measure.width} ${measure.height}`,
      ...spoken
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

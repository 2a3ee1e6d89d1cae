import type { Camera } from '../../core/view';
import { circlesOf, depthFor, EDGE, openingOn, type Opening } from '../opening';
import { textWidth } from '../text-width';
import { archiveOpening, drawArchive, type ArchivePicture } from './archive-poster';
import { element, type Markup } from './markup';
import {
  drawGroundParts,
  drawMarksAndNames,
  openedIn,
  type Base,
  type Picture,
  type Words
} from './scene';
import { frameOf, type Frame } from '../projection';

/** What stands beside the map. */
export interface CardText {
  readonly title: string;
  /** Lines beneath it: the dates, the numbers. */
  readonly facts: readonly string[];
  readonly credit: string;
  /** Where the story can be read, or nothing. */
  readonly address?: string;
}

/** Where a map looks, and how large it is in pixels. */
export interface Look {
  readonly camera: Camera;
  readonly width: number;
  readonly height: number;
}

/** Of the picture that is shown where a link to a story is: pixels. */
const CARD = { width: 1200, height: 630 };
/** The column that the words stand in. */
const COLUMN = 440;
const MARGIN = 44;
const TITLE_PX = 50;
const FACT_PX = 22;
const NAME_PX = 17;
const CREDIT_PX = 13;

/**
 * A story as one picture, as SVG without a style sheet of the page: `tokens` are the page's colours by the names of its custom properties. Null
 * for `look` is the opening view; else all that a map shows is in it.
 */
export function socialCard(
  picture: Picture,
  base: Base,
  words: Words,
  text: CardText,
  tokens: ReadonlyMap<string, string>,
  look: Look | null = null
): string {
  const opening = openingOn(circlesOf(picture.places, picture.fit));
  const frame = look ? asLookedAt(look, opening) : besideText(opening);
  const drawn = drawMarksAndNames({
    picture,
    base,
    words,
    frame,
    names: NAMES,
    nameSize: NAME_PX
  });
  return drawCard(frame, base, text, tokens, drawn);
}

/** The same of the events of an archive. */
export function archiveCard(
  picture: ArchivePicture,
  base: Base,
  words: Words,
  text: CardText,
  tokens: ReadonlyMap<string, string>
): string {
  const frame = besideText(archiveOpening(picture));
  const drawn = drawArchive({ picture, base, words, frame, names: NAMES });
  return drawCard(frame, base, text, tokens, drawn);
}

/** Names of countries, at most. */
const NAMES = 9;

function drawCard(
  frame: Frame,
  base: Base,
  { title, facts, credit, address }: CardText,
  tokens: ReadonlyMap<string, string>,
  drawn: readonly Markup[]
): string {
  const most = COLUMN - MARGIN - 16;
  const lines = breakLines(title, most, TITLE_PX);
  const beneath = facts.flatMap((fact) => breakLines(fact, most, FACT_PX));
  const top = 132;
  const text = (name: string, x: number, y: number, words: string, more = {}): Markup =>
    element('text', { class: name, x, y, ...more }, words);
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: `0 0 ${CARD.width} ${CARD.height}`,
      width: CARD.width,
      height: CARD.height
    },
    element('style', {}, styleOf(tokens)),
    element('rect', {
      // A flat world has no edge of its own that the sea ends at.
      class: frame.roundness === 0 ? 'sea' : 'paper',
      width: CARD.width,
      height: CARD.height
    }),
    drawGroundParts(base, frame, { beyond: 4, detail: 0.5 }),
    ...drawn,
    element('rect', { class: 'paper', width: COLUMN, height: CARD.height }),
    element('path', { class: 'rule', d: `M${COLUMN} 0V${CARD.height}` }),
    text('kicker', MARGIN, 72, 'Dateline'),
    ...lines.map((line, i) => text('title', MARGIN, top + i * TITLE_PX * 1.16, line)),
    ...beneath.map((line, i) =>
      text('fact', MARGIN, CARD.height - MARGIN - (beneath.length - 1 - i) * 34, line)
    ),
    ...(address
      ? [text('credit', MARGIN, CARD.height - 14, address, squeezed(address, most))]
      : []),
    text('credit', CARD.width - 16, CARD.height - 14, credit, { 'text-anchor': 'end' })
  ).markup;
}

/** The opening view in the part of the card that is not text. */
function besideText(opening: Opening): Frame {
  const room = CARD.width - COLUMN;
  const opened = openedIn(opening, room, CARD.height, 16);
  return frameOf({
    ...opened,
    width: CARD.width,
    middle: { x: COLUMN + room / 2, y: CARD.height / 2 }
  });
}

/** All that a map shows, in the same part of the card. */
function asLookedAt({ camera: { lon, lat, zoom }, width, height }: Look, opening: Opening): Frame {
  const room = CARD.width - COLUMN;
  const scale = Math.min(room / width, CARD.height / height);
  return frameOf({
    center: [lon, lat],
    zoom: zoom + Math.log2(scale),
    width: CARD.width,
    height: CARD.height,
    middle: { x: COLUMN + room / 2, y: CARD.height / 2 },
    depth: depthFor(opening, width - 2 * EDGE, height - 2 * EDGE) * scale,
    flat: opening.flat
  });
}

/** Pixels that a text of the card takes at a size. */
const widthOf = (text: string, px: number) => (textWidth(text, '700 13px serif') / 13) * px;

/** Letters set closer where a text in one line would take more than `most` pixels. */
function squeezed(text: string, most: number) {
  return widthOf(text, CREDIT_PX) > most
    ? { textLength: most, lengthAdjust: 'spacingAndGlyphs' }
    : {};
}

/** Words in lines no wider than `most` pixels at a size; a longer text than has room ends in dots. */
function breakLines(text: string, most: number, px: number): readonly string[] {
  const width = (line: string) => widthOf(line, px);
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const longer = `${lines.at(-1) ?? ''} ${word}`.trim();
    if (lines.length > 0 && width(longer) <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines.length > 6 ? [...lines.slice(0, 5), `${lines[5]} …`] : lines;
}

function styleOf(tokens: ReadonlyMap<string, string>): string {
  const token = (name: string) => tokens.get(name) ?? 'black';
  const hues = [...tokens.keys()].filter((name) => name.startsWith('hue-'));
  return [
    'text{font-family:"Source Serif 4",Charter,Georgia,serif}',
    `.paper{fill:${token('paper')}}.sea{fill:${token('sea')}}`,
    `.rule,.globe{stroke:${token('hairline')};stroke-width:1}`,
    `.globe{fill:${token('sea')};stroke-width:10}`,
    `.land{fill:${token('land')};stroke:${token('map-coast')};stroke-width:5}`,
    `.lakes{fill:${token('map-water')}}`,
    `.borders,.disputed{fill:none;stroke:${token('map-border')};stroke-width:7}`,
    '.disputed{stroke-dasharray:30 25}',
    `.country{fill:${token('map-label')};font-size:14px;letter-spacing:.6px}`,
    `.circle,.shaft,.shared,.dashed{fill:none}`,
    `.circle{stroke:${token('quiet')};stroke-width:1;opacity:.35}`,
    '.shaft{stroke-width:2}.accuses .shaft{stroke-dasharray:1.5 5;stroke-width:2.5;stroke-linecap:round}.sanctions .shaft{stroke-dasharray:9 4}',
    `.disc,.body{fill:${token('ink')}}`,
    `.disc{stroke:${token('paper')};stroke-width:1.5}`,
    `.shared,.dashed{stroke:${token('ink')};stroke-width:1.25}.dashed{stroke-dasharray:3 2.3}`,
    `.halo{fill:none;stroke:${token('paper')};stroke-width:4.5}`,
    ...hues.flatMap((hue) => {
      const colour = token(hue);
      const of = (names: readonly string[]) => names.map((name) => `.${hue} .${name}`).join(',');
      return [
        `${of(['disc', 'body', 'head'])}{fill:${colour}}`,
        `${of(['shaft', 'shared', 'dashed', 'body'])}{stroke:${colour}}`
      ];
    }),
    `.mark .hollow{fill:${token('paper')}}`,
    `.rim{fill:${token('paper')}}.solid{fill:${token('ink')}}.number{fill:${token('paper')};font-size:12px;font-weight:700}`,
    `.count{fill:${token('paper')};font-size:14px;font-weight:700}`,
    `.name{fill:${token('ink')};stroke:${token('paper')};stroke-width:4;paint-order:stroke;font-size:${NAME_PX}px}`,
    `.kicker{fill:${token('ink')};font-size:24px;font-weight:700}`,
    `.title{fill:${token('ink')};font-size:${TITLE_PX}px;font-weight:700}`,
    `.fact{fill:${token('quiet')};font-size:${FACT_PX}px}`,
    `.credit{fill:${token('quiet')};font-size:${CREDIT_PX}px}`
  ].join('');
}

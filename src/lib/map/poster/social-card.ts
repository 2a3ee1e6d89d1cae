import { circlesOf, openingOn, type Opening } from '../opening';
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
}

/** Of the picture that is shown where a link to a story is: pixels. */
const CARD = { width: 1200, height: 630 };
/** The column that the words stand in. */
const COLUMN = 440;
const MARGIN = 44;
const TITLE_PX = 50;

/** A story as one picture, as SVG without a style sheet of the page: `tokens` are the page's colours by the names of its custom properties. */
export function socialCard(
  picture: Picture,
  base: Base,
  words: Words,
  text: CardText,
  tokens: ReadonlyMap<string, string>
): string {
  const opening = openingOn(circlesOf(picture.places, picture.fit));
  return drawCard(opening, base, text, tokens, (frame) =>
    drawMarksAndNames({ picture, base, words, frame, names: NAMES })
  );
}

/** The same of the events of an archive. */
export function archiveCard(
  picture: ArchivePicture,
  base: Base,
  words: Words,
  text: CardText,
  tokens: ReadonlyMap<string, string>
): string {
  return drawCard(archiveOpening(picture), base, text, tokens, (frame) =>
    drawArchive({ picture, base, words, frame, names: NAMES })
  );
}

/** Names of countries, at most. */
const NAMES = 9;

function drawCard(
  opening: Opening,
  base: Base,
  { title, facts, credit }: CardText,
  tokens: ReadonlyMap<string, string>,
  draw: (frame: Frame) => readonly Markup[]
): string {
  const frame = besideText(opening);
  const lines = breakLines(title, COLUMN - MARGIN - 16);
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
      class: opening.flat ? 'sea' : 'paper',
      width: CARD.width,
      height: CARD.height
    }),
    drawGroundParts(base, frame, { beyond: 4, detail: 0.5 }),
    ...draw(frame),
    element('rect', { class: 'paper', width: COLUMN, height: CARD.height }),
    element('path', { class: 'rule', d: `M${COLUMN} 0V${CARD.height}` }),
    text('kicker', MARGIN, 72, 'Dateline'),
    ...lines.map((line, i) => text('title', MARGIN, top + i * TITLE_PX * 1.16, line)),
    ...facts.map((fact, i) =>
      text('fact', MARGIN, CARD.height - MARGIN - (facts.length - 1 - i) * 34, fact)
    ),
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

/** Words of a title in lines no wider than `most` pixels; a longer title than has room ends in dots. */
function breakLines(title: string, most: number): readonly string[] {
  const width = (text: string) => (textWidth(text, '') / 13) * TITLE_PX;
  const lines: string[] = [];
  for (const word of title.split(/\s+/)) {
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
    'text{font-family:"Source Serif 4"}',
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
    `.name{fill:${token('ink')};stroke:${token('paper')};stroke-width:4;paint-order:stroke;font-size:17px}`,
    `.kicker{fill:${token('ink')};font-size:24px;font-weight:700}`,
    `.title{fill:${token('ink')};font-size:${TITLE_PX}px;font-weight:700}`,
    `.fact{fill:${token('quiet')};font-size:22px}`,
    `.credit{fill:${token('quiet')};font-size:13px}`
  ].join('');
}

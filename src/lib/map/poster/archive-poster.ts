import type { ArchiveIndex } from '../../core/archive/archive-index';
import { placesBox } from '../../core/archive/places-box';
import type { Box } from '../../core/box';
import { shapePath } from '../../core/mark-shapes';
import type { Shape } from '../../core/story';
import { ArchiveScene } from '../archive/archive-scene';
import { openingOnBox } from '../archive/box-opening';
import { numberSize, SHAPE_RADIUS, TEXT_PX } from '../archive/circle-size';
import { CountText } from '../archive/count-text';
import { readCountries } from '../basemap-data';
import { chooseCountryNames } from '../country-names';
import type { Rect } from '../labels';
import { SHAPES, type Opening } from '../opening';
import type { Frame } from '../projection';
import { element, type Markup } from './markup';
import { drawPoster } from './poster';
import {
  AS_IT_IS,
  drawCountryNames,
  placed,
  round,
  type Base,
  type Placement,
  type Words
} from './scene';

/** All that a picture of an archive shows: its events at all times. */
export interface ArchivePicture {
  readonly index: ArchiveIndex;
  /** What it looks at; null: all events. */
  readonly fit: Box | null;
  /** By the number that the index has for a kind. */
  readonly kinds: readonly { readonly shape: Shape }[];
}

/** The first frame of the map of an archive, with circles and numbers as the map will have them: see `posterSvg`. */
export function archivePosterSvg(picture: ArchivePicture, base: Base, words: Words): string {
  const { size, unplaced } = picture.index;
  const spoken = { role: 'img', 'aria-label': words.t.picture(size - unplaced) };
  const opening = archiveOpening(picture);
  const { width, height } = SHAPES[opening.shape];
  // As much as the poster has of the ground: a picture of another shape shows more on two sides.
  const beyond = Math.max(width, height) / 2;
  const room = { from: -beyond, to: width + beyond };
  return drawPoster(opening, base, spoken, (frame, placement) =>
    drawArchive({ picture, base, words, frame, placement, room })
  );
}

export function archiveOpening({ fit, index }: ArchivePicture): Opening {
  return openingOnBox(fit ?? placesBox(index));
}

interface Setting {
  readonly picture: ArchivePicture;
  readonly base: Base;
  readonly words: Words;
  readonly frame: Frame;
  readonly placement?: Placement;
  /** From the left end to the right of what may be seen of the drawing. */
  readonly room?: { readonly from: number; readonly to: number };
  /** Names of countries, at most. */
  readonly names?: number;
}

/** Names of countries (in a group of the class `ground`), then marks (of the class `events`). */
export function drawArchive({
  picture: { index, kinds },
  base,
  words: { language },
  frame,
  placement = AS_IT_IS,
  room = { from: 0, to: frame.width },
  names = 12
}: Setting): readonly Markup[] {
  const scene = new ArchiveScene(index, frame);
  scene.step(null, 'may');
  // Without dots: each event is in a number.
  scene.show(frame, true, false);
  const numbers = new CountText(language);
  const taken: Rect[] = [];
  const { firstCopy, lastCopy, world } = scene.projection.view;
  const drawn: Markup[] = [];
  for (let copy = firstCopy; copy <= lastCopy; copy++) {
    for (let mark = 0; mark < scene.marks.length; mark++) {
      const [x, y] = [
        (scene.marks.x[mark] as number) + copy * world,
        scene.marks.y[mark] as number
      ];
      const radius = scene.marks.radius[mark] as number;
      const at = placed({ x, y }, placement);
      const reach = radius * placement.scale;
      if (at.x < room.from - reach || at.x > room.to + reach) continue;
      taken.push([x - radius, y - radius, x + radius, y + radius]);
      const parts = drawMark(scene, mark, kinds, numbers);
      drawn.push(
        element(
          'g',
          { class: 'mark', transform: `translate(${at.x} ${at.y})` },
          element('g', { class: 'fixed' }, ...parts)
        )
      );
    }
  }
  const countries = chooseCountryNames({
    countries: readCountries(base.coarse),
    frame,
    marks: [],
    sides: new Map(),
    taken,
    language,
    most: names
  });
  return [drawCountryNames(countries, placement), element('g', { class: 'events' }, ...drawn)];
}

/** As the painter draws it; at all times every event surely is in the window. */
function drawMark(
  { marks, index }: ArchiveScene,
  mark: number,
  kinds: ArchivePicture['kinds'],
  numbers: CountText
): readonly Markup[] {
  const single = marks.single[mark] as number;
  const disc = (name: string, r: number) => element('circle', { class: name, r: round(r) });
  if (single >= 0) {
    const shape = kinds[index.kinds[single] as number]?.shape ?? 'circle';
    const d = shapePath(shape, SHAPE_RADIUS);
    return [element('path', { class: 'halo', d }), element('path', { class: 'solid', d })];
  }
  const radius = marks.radius[mark] as number;
  const text = numbers.of(marks.counts[mark] as number);
  const size = numberSize(2 * radius, numberWidth(text));
  const smaller = size < TEXT_PX ? `scale(${round(size / TEXT_PX)})` : null;
  return [
    disc('rim', radius),
    disc('solid', radius - 1.5),
    element(
      'text',
      { class: 'number', 'text-anchor': 'middle', dy: '.36em', transform: smaller },
      text
    )
  ];
}

/** About what a number takes at `TEXT_PX` in the fonts of most systems, pixels. */
function numberWidth(text: string): number {
  return [...text].reduce((sum, sign) => sum + (/[.,]/.test(sign) ? 3.3 : 6.8), 0);
}

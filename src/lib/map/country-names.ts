import type { LonLat } from '../core/story';
import type { CountryPoint } from './basemap-data';
import { labelBox, overlap, type Rect, type Side } from './labels';
import { LABEL_HEIGHT } from './label-layout';
import { markRadius, type Mark } from './marks';
import { projectNear, type Frame } from './projection';
import { regionNames } from './style/region-names';
import { textWidth } from './text-width';

/** A country's name, centred on a point of the picture. */
export interface CountryName {
  readonly code: string;
  readonly name: string;
  readonly point: LonLat;
  readonly x: number;
  readonly y: number;
}

interface Choice {
  readonly countries: readonly CountryPoint[];
  readonly frame: Frame;
  /** What the names make room for. */
  readonly marks: readonly Mark[];
  readonly sides: ReadonlyMap<string, Side>;
  /** What else they make room for, pixels. */
  readonly taken?: readonly Rect[];
  readonly language: string;
  /** No more than this many. */
  readonly most: number;
}

/** The names of countries that have room in a picture: the largest first, clear of marks, of their names and of one another. */
export function chooseCountryNames(choice: Choice): readonly CountryName[] {
  const { countries, frame, marks, sides, language, most } = choice;
  const names = regionNames(language);
  const taken: Rect[] = marks
    .filter(({ center }) => !frame.hides(center))
    .flatMap((mark) => boxesOf(mark, frame, sides.get(mark.id) ?? null))
    .concat(choice.taken ?? []);
  const named = new Set(marks.map(({ name }) => name));
  const chosen: CountryName[] = [];
  for (const { code, point, zoom } of [...countries].sort((a, b) => a.zoom - b.zoom)) {
    if (chosen.length === most) break;
    if (zoom > frame.zoom || frame.hides(point)) continue;
    const name = names.get(code) ?? '';
    const { x, y } = projectNear(frame, point);
    const width = textWidth(name, COUNTRY_FONT) * 0.95;
    const box: Rect = [x - width / 2 - 4, y - 9, x + width / 2 + 4, y + 9];
    const inside =
      box[0] > 4 && box[1] > 4 && box[2] < frame.width - 4 && box[3] < frame.height - 4;
    if (!inside || named.has(name) || taken.some((other) => overlap(box, other))) continue;
    chosen.push({ code, name, point, x, y });
    taken.push(box);
  }
  return chosen;
}

/** As in the styles of the drawn map and the poster. */
const COUNTRY_FONT = '12px serif';

function boxesOf(mark: Mark, frame: Frame, side: Side | null): readonly Rect[] {
  const { x, y } = projectNear(frame, mark.center);
  const radius = markRadius(mark);
  const disc: Rect = [x - radius, y - radius, x + radius, y + radius];
  if (side === null) return [disc];
  const width = textWidth(mark.name, '500 13px sans-serif');
  return [disc, labelBox({ id: mark.id, x, y, radius, width, height: LABEL_HEIGHT }, side)];
}

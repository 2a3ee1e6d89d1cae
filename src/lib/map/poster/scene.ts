import { groupsAt } from '../../core/clusters';
import type { Hue, Place } from '../../core/story';
import type { map } from '../../i18n/en/map';
import { readBaseMap, readCountries, type BaseTopology } from '../basemap-data';
import { chooseCountryNames, type CountryName } from '../country-names';
import { circleOutline } from '../geometry';
import { drawGround, FINE_FROM, PARTS } from '../ground-drawing';
import { layOutLabels } from '../label-layout';
import { arcPath, BENDS, bundleLines, type MapLine } from '../lines';
import { buildStands, groupPlaces, groupingZoom } from '../mark-model';
import { APART, buildMarks, type SingleEvent } from '../marks';
import { cameraFor, depthFor, type Opening } from '../opening';
import { frameOf, projectNear, type Frame, type Point } from '../projection';
import { compactPath } from './compact-path';
import { element, type Markup } from './markup';
import { drawMark } from './poster-mark';

/** All that a picture of some events shows. */
export interface Picture {
  readonly places: readonly Place[];
  /** Events by place id; a place that is missing has none. */
  readonly counts: ReadonlyMap<string, number>;
  readonly countOf: (ids: readonly string[]) => number;
  readonly hues: ReadonlyMap<string, Hue>;
  readonly singles: ReadonlyMap<string, SingleEvent>;
  readonly lines: readonly MapLine[];
  /** Ids of the places to look at. */
  readonly fit: readonly string[];
}

/** The drawn ground, for looking from afar and from nearer. */
export interface Base {
  readonly coarse: BaseTopology;
  readonly fine: BaseTopology;
}

export interface Words {
  readonly language: string;
  readonly t: typeof map;
}

/** The opening view in a picture of some size, with `edge` pixels kept clear on each side. */
export function openedIn(opening: Opening, width: number, height: number, edge = 0): Frame {
  const [w, h] = [width - 2 * edge, height - 2 * edge];
  const { lon, lat, zoom } = cameraFor(opening, w, h);
  return frameOf({
    center: [lon, lat],
    zoom,
    width,
    height,
    middle: { x: width / 2, y: height / 2 },
    depth: depthFor(opening, w, h),
    flat: opening.flat
  });
}

interface GroundOptions {
  /** How far to draw beyond the picture on each side, pixels. */
  readonly beyond: number;
  /** Points nearer to one another than this are drawn as one, pixels. */
  readonly detail: number;
}

/** Land, water and borders, each a path with that name as its class. */
export function drawGroundParts(base: Base, frame: Frame, options: GroundOptions): Markup {
  const topology = frame.zoom < FINE_FROM ? base.coarse : base.fine;
  const ground = drawGround(readBaseMap(topology), frame, options);
  const parts = PARTS.map((name) =>
    element('path', { class: name, d: compactPath(ground[name]), transform: 'scale(.1)' })
  );
  return element('g', { class: 'ground' }, ...parts);
}

/** A smaller circle is under its mark. */
const LEAST_RADIUS_PX = 8;

/** Where the pixels of a picture come to lie in a drawing: each at `scale` times its distance from the top left corner, and moved. */
export interface Placement {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export const AS_IT_IS: Placement = { scale: 1, x: 0, y: 0 };

interface Setting {
  readonly picture: Picture;
  readonly base: Base;
  readonly words: Words;
  /** The picture that marks are grouped and names are set for. */
  readonly frame: Frame;
  readonly placement?: Placement;
  /** Names of countries, at most. */
  readonly names?: number;
  /** Pixels of the letters of places' names where they are never cut off; else they are as on the map. */
  readonly nameSize?: number;
}

/** Names of countries (in a group of the class `ground`), then radii, lines and marks (of the class `events`). */
export function drawMarksAndNames({
  picture,
  base,
  words: { language, t },
  frame,
  placement = AS_IT_IS,
  names = 12,
  nameSize
}: Setting): readonly Markup[] {
  const { places, counts } = picture;
  const { scale } = placement;
  const at = (point: Point) => placed(point, placement);
  const byId = new Map(places.map((place) => [place.id, place]));
  const grouping = groupPlaces(places, counts);
  const groups = groupsAt(grouping, groupingZoom(frame), APART);
  const marks = buildMarks({
    ...picture,
    grouping,
    groups,
    places: byId,
    selectedPlace: null,
    selectedEventPlaces: [],
    language
  });
  const seen = marks.filter(({ center, count }) => count > 0 && !frame.hides(center));
  const sides = layOutLabels({
    marks: seen,
    frame,
    totals: counts,
    fonts: 'serif',
    measured: null,
    ...(nameSize === undefined ? {} : { size: nameSize, most: Infinity })
  });
  const countries = readCountries(base.coarse);
  const named = chooseCountryNames({ countries, frame, marks: seen, sides, language, most: names });
  const standAt = buildStands(groups, marks, byId);
  const lines = bundleLines(picture.lines).flatMap((line) => {
    const [from, to] = [standAt(line.from), standAt(line.to)];
    if (frame.hides(from.center) || frame.hides(to.center)) return [];
    const [start, end] = [projectNear(frame, from.center), projectNear(frame, to.center)];
    const { shaft, head } = arcPath(at(start), at(end), BENDS[line.act], {
      start: from.gap * scale,
      end: to.gap * scale
    });
    return [
      element(
        'g',
        { class: `line ${line.act} hue-${line.hue}` },
        element('title', {}, line.labels.join('\n')),
        element('path', { class: 'shaft', d: shaft }),
        element('path', { class: 'head', d: head })
      )
    ];
  });
  const circles = seen.flatMap(({ named }) => {
    const { point, radius, pointStatus } = byId.get(named) ?? { point: null };
    if (!point || radius / frame.metresPerPixel < LEAST_RADIUS_PX) return [];
    const name = `circle${pointStatus === 'verified' ? '' : ' approximate'}`;
    const transform = `translate(${round(placement.x)} ${round(placement.y)}) scale(${scale})`;
    const d = circleOutline(frame, point, radius);
    return [element('path', { class: name, d, ...(placement === AS_IT_IS ? {} : { transform }) })];
  });
  const drawn = seen.map((mark) =>
    drawMark(mark, at(projectNear(frame, mark.center)), sides.get(mark.id) ?? null, t)
  );
  return [
    drawCountryNames(named, placement),
    element('g', { class: 'events' }, ...circles, ...lines, ...drawn)
  ];
}

/** In a group of the class `ground`. */
export function drawCountryNames(names: readonly CountryName[], placement: Placement): Markup {
  const drawn = names.map((country) => {
    const { x, y } = placed(country, placement);
    const name = { class: 'country fixed', 'text-anchor': 'middle', dy: '.35em' };
    const transform = `translate(${x} ${y})`;
    return element('g', { transform }, element('text', name, country.name));
  });
  return element('g', { class: 'ground' }, ...drawn);
}

/** Where a point of a picture comes to lie. */
export function placed({ x, y }: Point, { scale, ...by }: Placement): Point {
  return { x: round(x * scale + by.x), y: round(y * scale + by.y) };
}

/** To a tenth of a pixel. */
export const round = (value: number) => Math.round(value * 10) / 10;

import { textIn, type Place } from '../../core/story';
import { formatDistance } from '../../i18n/distance';
import { readCountries } from '../basemap-data';
import { chooseCountryNames } from '../country-names';
import { overlap, type Rect } from '../labels';
import { circlesOf, openingOn } from '../opening';
import { projectNear, type Frame } from '../projection';
import { scaleBar } from '../scale-bar';
import { element, type Markup } from './markup';
import { drawGroundParts, openedIn, round, type Base } from './scene';

/** Maps for paper: numbers in place of marks and hatched water, so that they are read without colour. SVG elements, without a caption. */
export interface NumberedMaps {
  /** The places in the order of their numbers, from 1: those that stand together are in a row. */
  readonly places: readonly Place[];
  readonly whole: string;
  /** Closer, where most of them are; null where that is no closer. */
  readonly near: string | null;
  /** What readers may know it by; null with it. */
  readonly around: Place | null;
  /** The whole without numbers or names, to be filled in. Closer there would be little but a coast to go by. */
  readonly blank: string;
}

export interface MapWords {
  readonly language: string;
  readonly whole: string;
  readonly near: (place: string) => string;
  readonly blankWhole: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A number of one or two digits, and what stands for several. */
const ONE = { width: 23, height: 18 };
const SEVERAL = { width: 46, height: 18 };
const EDGE = 24;
/** From this many places in one spot it is worth to go closer. */
const CROWD = 5;
/** Without a coast or a border in sight nobody knows where they are. */
const AROUND = 30_000;

/** Places without a point are left out. Sizes are in pixels, and print as they are. */
export function numberedMaps(
  places: readonly Place[],
  base: Base,
  words: MapWords,
  sizes: { readonly whole: Size; readonly near: Size }
): NumberedMaps | null {
  const placed = places.filter(({ point }) => point !== null);
  if (placed.length === 0) return null;
  const frame = openedOn(placed, sizes.whole);
  const groups = gathered(placed, frame).sort((a, b) => b.members.length - a.members.length);

  const closeUp = closest(placed, groups, frame, sizes.near);
  const closer = closeUp?.frame ?? null;
  const nearGroups = closeUp?.groups ?? null;

  const order = [
    ...new Set([
      ...(nearGroups ?? []).flatMap(({ members }) => members),
      ...groups.flatMap(({ members }) => members)
    ])
  ];
  // Readers know cities, and seldom a building in one.
  const near = nearGroups?.flatMap(({ members }) => members) ?? [];
  const around = near.find(({ kind }) => kind === 'city' || kind === 'town') ?? near[0] ?? null;
  const name = around ? textIn(around.names, words.language, 'en') : '';
  const numberOf = (place: Place) => order.indexOf(place) + 1;
  const draw = (
    shown: Frame,
    size: Size,
    label: string,
    id: string,
    marked: readonly Group[] | null
  ) =>
    drawMap({
      frame: shown,
      size,
      label,
      id,
      groups: marked,
      base,
      numberOf,
      language: words.language
    });
  return {
    places: order,
    whole: draw(frame, sizes.whole, words.whole, 'whole', groups),
    near: closer && draw(closer, sizes.near, words.near(name), 'near', nearGroups),
    around,
    blank: draw(frame, sizes.whole, words.blankWhole, 'blank-whole', null)
  };
}

/** Into the largest group, and into the largest in that, as long as each is worth it and really closer. */
function closest(
  placed: readonly Place[],
  groups: readonly Group[],
  from: Frame,
  size: Size
): { frame: Frame; groups: Group[] } | null {
  const [first, ...others] = [...groups].sort((a, b) => b.members.length - a.members.length);
  const crowd = first?.members.filter(({ kind }) => kind !== 'country') ?? [];
  if (crowd.length < CROWD || others.length === 0) return null;
  const frame = openedOn(crowd, size, AROUND);
  if (frame.zoom < from.zoom + 1) return null;
  const here = placed.filter((place) => place.kind !== 'country' && isIn(frame, place));
  const gatheredHere = gathered(here, frame).sort((a, b) => a.x - b.x);
  return closest(placed, gatheredHere, frame, size) ?? { frame, groups: gatheredHere };
}

function isIn(frame: Frame, { point }: Place): boolean {
  if (point === null || frame.hides(point)) return false;
  const { x, y } = projectNear(frame, point);
  const off = EDGE / 2;
  return x > off && y > off && x < frame.width - off && y < frame.height - off;
}

/** `around`: metres of each point's surroundings to show at least. */
function openedOn(places: readonly Place[], { width, height }: Size, around = 0): Frame {
  const circles = circlesOf(places, null).map(({ point, radius }) => ({
    point,
    radius: Math.max(radius, around)
  }));
  return openedIn(openingOn(circles), width, height, EDGE);
}

/** Places whose numbers would cover one another, and where they stand as one. */
export interface Group {
  readonly members: readonly Place[];
  readonly x: number;
  readonly y: number;
}

/** Brings together what overlaps until nothing does. */
export function gathered(places: readonly Place[], frame: Frame): Group[] {
  let groups: Group[] = places.flatMap((place) => {
    if (place.point === null || frame.hides(place.point)) return [];
    const { x, y } = projectNear(frame, place.point);
    return [{ members: [place], x, y }];
  });
  for (;;) {
    const pair = firstOverlap(groups);
    if (pair === null) return groups;
    const [a, b] = pair;
    const [n, m] = [a.members.length, b.members.length];
    const together = {
      members: [...a.members, ...b.members],
      x: (a.x * n + b.x * m) / (n + m),
      y: (a.y * n + b.y * m) / (n + m)
    };
    groups = [...groups.filter((group) => group !== a && group !== b), together];
  }
}

function firstOverlap(groups: readonly Group[]): readonly [Group, Group] | null {
  for (const [i, a] of groups.entries())
    for (const b of groups.slice(i + 1)) if (overlap(boxOf(a), boxOf(b))) return [a, b];
  return null;
}

function boxOf({ members, x, y }: Group): Rect {
  const { width, height } = members.length > 1 ? SEVERAL : ONE;
  return [x - width / 2, y - height / 2, x + width / 2, y + height / 2];
}

interface Drawing {
  readonly frame: Frame;
  readonly size: Size;
  readonly label: string;
  /** Of what the drawing refers to in itself. */
  readonly id: string;
  readonly groups: readonly Group[] | null;
  readonly base: Base;
  readonly numberOf: (place: Place) => number;
  readonly language: string;
}

function drawMap({ frame, size, label, id, groups, base, numberOf, language }: Drawing): string {
  const { width, height } = size;
  const boxes = (groups ?? []).map(boxOf);
  const bar: Rect = [0, height - 30, 110, height];
  const countries =
    groups === null
      ? []
      : chooseCountryNames({
          countries: readCountries(base.coarse),
          frame,
          marks: [],
          sides: new Map(),
          taken: [...boxes, bar],
          language,
          most: 10
        });
  const isGlobe = frame.roundness > 0;
  const box = { x: 0.5, y: 0.5, width: width - 1, height: height - 1 };
  return element(
    'svg',
    {
      class: 'numbered-map',
      viewBox: `0 0 ${width} ${height}`,
      width,
      height,
      role: 'img',
      'aria-label': label
    },
    element(
      'defs',
      {},
      element(
        'pattern',
        {
          id: `water-${id}`,
          width: 4,
          height: 4,
          patternUnits: 'userSpaceOnUse',
          // The ground is drawn ten times as large and scaled back.
          patternTransform: isGlobe ? 'scale(10)' : null
        },
        element('path', { class: 'wave', d: 'M0 2H4' })
      ),
      element('clipPath', { id: `edge-${id}` }, element('rect', box))
    ),
    element(
      'g',
      { 'clip-path': `url(#edge-${id})` },
      element(
        'g',
        { fill: `url(#water-${id})` },
        // A globe is water up to its edge, a flat map all over.
        ...(isGlobe ? [] : [element('rect', { width, height })]),
        drawGroundParts(base, frame, { beyond: 2, detail: 0.6 })
      ),
      ...countries.map(({ name, x, y }) =>
        element('text', { class: 'country', x: round(x), y: round(y), dy: '.35em' }, name)
      ),
      ...(groups ?? []).map((group) => drawNumber(group, numberOf)),
      drawScale(frame, height, language)
    ),
    element('rect', { class: 'frame', ...box })
  ).markup;
}

function drawNumber({ members, x, y }: Group, numberOf: (place: Place) => number): Markup {
  const numbers = members.map(numberOf).sort((a, b) => a - b);
  const [first, last] = [numbers[0] ?? 0, numbers.at(-1) ?? 0];
  const inRow = last - first === numbers.length - 1;
  const text = numbers.length === 1 ? `${first}` : inRow ? `${first}–${last}` : `${first} …`;
  const width = Math.max(ONE.height, 8 + text.length * 7.6);
  return element(
    'g',
    { class: 'number', transform: `translate(${round(x)} ${round(y)})` },
    element('rect', {
      x: -width / 2,
      y: -ONE.height / 2,
      width,
      height: ONE.height,
      rx: ONE.height / 2
    }),
    element('text', { dy: '.35em' }, text)
  );
}

function drawScale(frame: Frame, height: number, language: string): Markup {
  const { metres, px } = scaleBar(frame.metresPerPixel, 70);
  const y = height - 8;
  return element(
    'g',
    { class: 'scale' },
    element('path', { d: `M8 ${y - 4}v4h${round(px)}v-4` }),
    element('text', { x: 8, y: y - 8 }, formatDistance(metres, language))
  );
}

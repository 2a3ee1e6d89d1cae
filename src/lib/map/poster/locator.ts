import { textIn, type LonLat, type Place } from '../../core/story';
import { formatDistance } from '../../i18n/distance';
import { readCountries } from '../basemap-data';
import { chooseCountryNames } from '../country-names';
import { circleOutline } from '../geometry';
import { labelBox, overlap, placeLabels, type Labelled, type Rect } from '../labels';
import { cameraFor, depthFor, openingOn, type Opening } from '../opening';
import { frameOf, projectNear, type Frame } from '../projection';
import { scaleBar } from '../scale-bar';
import { textWidth } from '../text-width';
import { element, type Markup } from './markup';
import { drawGroundParts, openedIn, round, type Base, type Words } from './scene';

/** Where a place is, from afar to near: SVG elements without a caption. Null for a place that is not on the map. */
export interface Locators {
  readonly world: string;
  readonly region: string;
  readonly near: string;
}

const WIDTH = 216;
const HEIGHT = 162;
/** Zoom of the picture of a region around a point; some seven degrees across. */
const REGION_ZOOM = 5.5;
/** Close up, a place's circle takes up this share of the picture. */
const SHARE = 0.5;

export function locatorsOf(
  place: Place,
  places: readonly Place[],
  base: Base,
  words: Words
): Locators | null {
  const { point, radius } = place;
  if (point === null) return null;
  const name = textIn(place.names, words.language, 'en');
  // Readers know cities, and seldom a building in one.
  const around = (['city', 'town', 'site'] as const).flatMap((kind) =>
    places.filter((other) => other.kind === kind && other.id !== place.id)
  );
  const draw = (view: 'world' | 'region' | 'near', frame: Frame) => {
    const labels = view === 'world' ? [] : namesIn(frame, place, around, base, words);
    return element(
      'svg',
      {
        class: 'locator-drawing',
        viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
        role: 'img',
        'aria-label': words.t.locator[view](name)
      },
      drawGroundParts(base, frame, { beyond: 2, detail: 1 }),
      element('path', {
        class: `circle${place.pointStatus === 'verified' ? '' : ' approximate'}`,
        d: radius > 0 ? circleOutline(frame, point, radius) : ''
      }),
      ...labels,
      dot(frame, point, 'here', view === 'near' ? 2.5 : 4),
      ...(view === 'world' ? [] : [drawScale(frame, words.language)])
    ).markup;
  };
  const close = openingOn([{ point, radius: Math.max(radius, 250) / SHARE }]);
  const closeUp = openedIn(close, WIDTH, HEIGHT);
  return {
    world: draw('world', globeOn(point)),
    region: draw('region', regionAround(point, closeUp)),
    near: draw('near', closeUp)
  };
}

function globeOn(point: LonLat): Frame {
  // A place stands in the middle of the globe, but for the poles, which no map here is about.
  const center: LonLat = [point[0], point[1] * 0.6];
  const opening: Opening = { center, shape: 'square', zoom: 2.6, flat: false };
  return frame(center, cameraFor(opening, WIDTH, HEIGHT).zoom, depthFor(opening, WIDTH, HEIGHT));
}

function regionAround(point: LonLat, closeUp: Frame): Frame {
  // For whole countries, further out than the close-up.
  return frame(point, Math.min(REGION_ZOOM, closeUp.zoom - 1), closeUp.depth);
}

function frame(center: LonLat, zoom: number, depth: number): Frame {
  const middle = { x: WIDTH / 2, y: HEIGHT / 2 };
  return frameOf({ center, zoom, width: WIDTH, height: HEIGHT, middle, depth, flat: false });
}

/** The place's own name, then those of other places of the story, then of countries, wherever there is room. */
function namesIn(
  frame: Frame,
  place: Place,
  around: readonly Place[],
  base: Base,
  { language }: Words
): readonly Markup[] {
  const here = [place, ...around].flatMap((each) => {
    if (each.point === null || frame.hides(each.point)) return [];
    const { x, y } = projectNear(frame, each.point);
    return [{ each, point: each.point, x, y, name: textIn(each.names, language, 'en') }];
  });
  const labelled: Labelled[] = [];
  for (const { each, x, y, name } of here) {
    // Of places in one spot the first stands for all.
    if (labelled.some((other) => Math.hypot(other.x - x, other.y - y) < 6)) continue;
    labelled.push({
      id: each.id,
      x,
      y,
      radius: 5,
      width: textWidth(name, '11px') * 0.85,
      height: 13
    });
  }
  const sides = placeLabels(labelled, WIDTH, HEIGHT, [[0, HEIGHT - 24, 84, HEIGHT]]);
  const taken: Rect[] = labelled.flatMap((label) => {
    const side = sides.get(label.id);
    return side ? [labelBox(label, side)] : [];
  });
  const countries = chooseCountryNames({
    countries: readCountries(base.coarse),
    frame,
    marks: [],
    sides: new Map(),
    language,
    most: 5
  }).filter(
    ({ name, x, y }) =>
      name !== textIn(place.names, language, 'en') &&
      !taken.some((box) => overlap(box, [x - name.length * 4, y - 8, x + name.length * 4, y + 8]))
  );
  return [
    ...countries.map(({ name, x, y }) =>
      element(
        'text',
        { class: 'country', x: round(x), y: round(y), dy: '.35em', 'text-anchor': 'middle' },
        name
      )
    ),
    ...here.flatMap(({ each, point, x, y, name }) => {
      if (!labelled.some(({ id }) => id === each.id)) return [];
      const side = sides.get(each.id);
      const away = 9;
      const at = {
        right: { x: x + away, y, dy: '.35em', 'text-anchor': 'start' },
        left: { x: x - away, y, dy: '.35em', 'text-anchor': 'end' },
        below: { x, y: y + away + 9, 'text-anchor': 'middle' },
        above: { x, y: y - away, 'text-anchor': 'middle' }
      };
      const set = side && at[side];
      return [
        ...(each === place ? [] : [dot(frame, point, 'other', 2.5)]),
        ...(set
          ? [
              element(
                'text',
                {
                  class: each === place ? 'name here' : 'name',
                  ...set,
                  x: round(set.x),
                  y: round(set.y)
                },
                name
              )
            ]
          : [])
      ];
    })
  ];
}

function dot(frame: Frame, point: LonLat, name: string, r: number): Markup {
  const { x, y } = projectNear(frame, point);
  return element('circle', { class: `dot ${name}`, cx: round(x), cy: round(y), r });
}

function drawScale(frame: Frame, language: string): Markup {
  const { metres, px } = scaleBar(frame.metresPerPixel, 60);
  const y = HEIGHT - 8;
  return element(
    'g',
    { class: 'scale' },
    element('path', { d: `M8 ${y - 4}v4h${round(px)}v-4` }),
    element('text', { x: 8, y: y - 8 }, formatDistance(metres, language))
  );
}

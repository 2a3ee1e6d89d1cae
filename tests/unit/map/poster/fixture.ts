import { readFileSync } from 'node:fs';
import type { LonLat } from '../../../../src/lib/core/story';
import { map as t } from '../../../../src/lib/i18n/en/map';
import type { BaseTopology } from '../../../../src/lib/map/basemap-data';
import type { Base, Picture } from '../../../../src/lib/map/poster/scene';
import { DURRES, place, TEHRAN, TIRANA } from '../fixture';

const read = (scale: string): BaseTopology =>
  JSON.parse(readFileSync(`static/basemap/drawing-${scale}.json`, 'utf8'));

/** The ground as it is served. */
export const base: Base = { coarse: read('coarse'), fine: read('fine') };
export const words = { language: 'en', t };

/** Text that would be an element, an attribute, a comment or the end of one, if anybody let it. */
export const HOSTILE = '"><script>alert(1)</script>\' onload="x" & ]]> <!-- &lt; \u0000\u0007';

export const places = [
  place('tirana', TIRANA, { names: { en: 'Tirana' } }),
  place('durres', DURRES, { names: { en: 'Durrës' } }),
  place('tehran', TEHRAN, { names: { en: 'Tehran' }, radius: 15_000, pointStatus: 'inferred' }),
  place('washington', [-77.04, 38.9] as LonLat, { names: { en: 'Washington' } }),
  place('vienna', [16.37, 48.2] as LonLat, { names: { en: 'Vienna' } }),
  place('online', null, { names: { en: 'Online' }, radius: 0 })
];

const counts = new Map([
  ['tirana', 12],
  ['durres', 1],
  ['tehran', 5],
  ['washington', 4],
  ['online', 3]
]);

/** A story of Albania, Iran and America; there is nothing in Vienna. */
export const picture: Picture = {
  places,
  counts,
  countOf: (ids) => ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0),
  hues: new Map([['tehran', 'green']]),
  singles: new Map([
    ['durres', { shape: 'diamond', hue: 'blue', status: 'occurred', contested: true }]
  ]),
  lines: [
    {
      id: '1',
      act: 'expels',
      from: TIRANA,
      to: TEHRAN,
      hue: 'blue',
      label: 'Albania expels Iran’s diplomats',
      eventId: 'e'
    }
  ],
  fit: ['tirana', 'durres', 'tehran', 'washington']
};

/** The same story by an author who tries what can be broken. */
export const hostile: Picture = {
  ...picture,
  places: places.map((item) => ({ ...item, names: { en: `${item.id}${HOSTILE}` } })),
  lines: picture.lines.map((line) => ({ ...line, label: HOSTILE }))
};

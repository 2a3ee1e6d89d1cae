import { describe, expect, test } from 'vitest';
import {
  changedView,
  NO_FILTERS,
  START,
  type Filters,
  type View
} from '../../../src/lib/core/view';

const FULL: View = {
  window: { from: 1, to: 2 },
  certainty: 'surely',
  selected: 'event',
  place: 'place',
  chapter: 'chapter',
  camera: { lon: 20, lat: 41, zoom: 5 },
  filters: { parties: ['a', 'b'], kinds: ['k'], contested: true, inView: true, text: 'word' },
  axis: 'true'
};

const filtered = (parts: Partial<Filters>) => ({ filters: { ...FULL.filters, ...parts } });

describe('changedView', () => {
  const sameView = (a: View, b: View) => changedView(a, b) === a;

  test('takes two views made apart of the same parts for the same', () => {
    expect(sameView(FULL, FULL)).toBe(true);
    expect(sameView(FULL, structuredClone(FULL))).toBe(true);
    expect(sameView(START, structuredClone(START))).toBe(true);
    expect(sameView(FULL, { ...FULL, filters: structuredClone(FULL.filters) })).toBe(true);
  });

  const changes: [string, Partial<View>][] = [
    ['the start of the window', { window: { from: 0, to: 2 } }],
    ['the end of the window', { window: { from: 1, to: 3 } }],
    ['a window given up', { window: null }],
    ['the certainty', { certainty: 'may' }],
    ['the open event', { selected: 'other' }],
    ['the open event closed', { selected: null }],
    ['the place', { place: null }],
    ['the chapter', { chapter: 'other' }],
    ['the longitude', { camera: { lon: 20.1, lat: 41, zoom: 5 } }],
    ['the latitude', { camera: { lon: 20, lat: 41.1, zoom: 5 } }],
    ['the zoom', { camera: { lon: 20, lat: 41, zoom: 5.5 } }],
    ['a camera given up', { camera: null }],
    ['the filters taken away', { filters: NO_FILTERS }],
    ['"contested only"', filtered({ contested: false })],
    ['"in view only"', filtered({ inView: false })],
    ['the words searched for', filtered({ text: 'words' })],
    ['one party less', filtered({ parties: ['a'] })],
    ['another party', filtered({ parties: ['a', 'c'] })],
    ['one kind more', filtered({ kinds: ['k', 'l'] })],
    ['the axis', { axis: 'elastic' }]
  ];
  test.each(changes)('sees a change of %s, from either side', (_, change) => {
    const changed = { ...FULL, ...change };
    expect(sameView(FULL, changed)).toBe(false);
    expect(sameView(changed, FULL)).toBe(false);
  });
});

test('the view at the start filters nothing and opens nothing', () => {
  expect(START).toEqual({
    window: null,
    certainty: 'may',
    selected: null,
    place: null,
    chapter: null,
    camera: null,
    filters: { parties: [], kinds: [], contested: false, inView: false, text: '' },
    axis: 'elastic'
  });
});

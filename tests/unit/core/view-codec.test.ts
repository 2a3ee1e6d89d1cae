import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LonLat } from '../../../src/lib/core/story';
import { START, type Camera, type View } from '../../../src/lib/core/view';
import { decodeView, encodeView, MAX_HASH, normalizeView } from '../../../src/lib/core/view-codec';
import { MAX_TEXT } from '../../../src/lib/core/view-parameters';
import { makeEvent, makePlace, makeStory } from './arbitrary-story';

const ZONE = 'Europe/Tirane';
const ZONES = [ZONE, 'UTC', 'Asia/Tehran', 'America/New_York', 'America/Sao_Paulo', 'Pacific/Apia'];
const STORY = makeStory({
  events: [makeEvent('e-break'), makeEvent('e-burn')],
  chapters: [
    {
      id: 'chapter-two',
      title: { en: 'Two' },
      text: { en: '' },
      window: { from: 0, to: 1 },
      places: ['place-a'],
      events: ['e-break'],
      questions: []
    }
  ]
});

const decode = (hash: string) => decodeView(hash, STORY, ZONE);
const encode = (parts: Partial<View>, zone = ZONE) => encodeView({ ...START, ...parts }, zone);
const window = (from: string, to: string) => ({
  window: { from: Date.parse(from), to: Date.parse(to) }
});
const filters = (parts: Partial<View['filters']>) => ({ filters: { ...START.filters, ...parts } });

const arbitraryMs = fc.oneof(
  fc.integer({ min: -8.64e15, max: 8.64e15 }),
  fc.constantFrom(-8.64e15, 8.64e15, 0),
  // Quarters of an hour about the present, and the ends of days.
  fc.integer({ min: 0, max: 2_000_000 }).map((n) => n * 900_000),
  fc.integer({ min: -30_000, max: 30_000 }).map((n) => n * 86_400_000 - 7_200_001),
  fc.integer({ min: -30_000, max: 30_000 }).map((n) => n * 86_400_000 - 7_200_000)
);
const anyNumber = fc.oneof(
  fc.double(),
  fc.integer(),
  fc.constantFrom(NaN, Infinity, -0, 180, -180, 1e-9)
);
const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary);
const arbitraryView: fc.Arbitrary<View> = fc.record({
  window: optional(
    fc
      .tuple(arbitraryMs, arbitraryMs)
      .map(([a, b]) => ({ from: Math.min(a, b), to: Math.max(a, b) }))
  ),
  certainty: fc.constantFrom('may', 'surely'),
  selected: optional(fc.constantFrom('e-break', 'e-burn')),
  place: optional(fc.constantFrom('place-a', 'place-d')),
  chapter: optional(fc.constant('chapter-two')),
  camera: optional(
    fc.oneof(
      fc.record({
        lon: fc.double({ min: -180, max: 180, noNaN: true }),
        lat: fc.double({ min: -90, max: 90, noNaN: true }),
        zoom: fc.double({ min: 0, max: 24, noNaN: true })
      }),
      fc.record({ lon: anyNumber, lat: anyNumber, zoom: anyNumber })
    )
  ),
  filters: fc.record({
    parties: fc.array(fc.constantFrom('party-a', 'party-b', 'party-c')),
    kinds: fc.array(fc.constantFrom('kind-a', 'kind-b')),
    contested: fc.boolean(),
    inView: fc.boolean(),
    text: fc.oneof(fc.string({ unit: 'binary', maxLength: 250 }), fc.string({ maxLength: 20 }))
  }),
  axis: fc.constantFrom('elastic', 'true')
});

describe('encodeView', () => {
  test.each<[string, string, Partial<View>]>([
    ['says nothing for the view a reader starts with', '', {}],
    [
      'writes whole days of the story’s zone as dates',
      'from=2022-09-07&to=2022-09-08',
      window('2022-09-06T22:00:00Z', '2022-09-08T21:59:59.999Z')
    ],
    [
      'writes whole minutes as clock time in the story’s zone',
      'from=2022-09-07T12:00&to=2022-09-07T14:30',
      window('2022-09-07T10:00:00Z', '2022-09-07T12:30:00Z')
    ],
    [
      'writes anything finer in UTC, to the millisecond',
      'from=2022-09-07T10:00:00.001Z&to=2022-09-07T12:30:05.000Z',
      window('2022-09-07T10:00:00.001Z', '2022-09-07T12:30:05Z')
    ],
    [
      'writes the second of two equal clock times in UTC, since clock time would be read as the first',
      'from=2022-10-30T02:30&to=2022-10-30T01:30:00.000Z',
      window('2022-10-30T00:30:00Z', '2022-10-30T01:30:00Z')
    ],
    [
      'signs years beyond four digits, and those before the year 0',
      'from=-000043-03-15&to=%2B012000-12-31',
      window('-000043-03-14T22:40:40Z', '+012000-12-31T22:59:59.999Z')
    ],
    [
      'writes ids, flags and filters with short keys',
      'sure=1&event=e-break&place=place-a&chapter=chapter-two&party=party-a,party-b&kind=kind-a&contested=1&view=1&axis=true',
      {
        certainty: 'surely',
        selected: 'e-break',
        place: 'place-a',
        chapter: 'chapter-two',
        axis: 'true',
        ...filters({
          parties: ['party-a', 'party-b', 'party-a'],
          kinds: ['kind-a'],
          contested: true,
          inView: true
        })
      }
    ],
    [
      'writes the camera as zoom, latitude, longitude with the decimals that show',
      'map=9.37/41.3776/19.6979',
      { camera: { lon: 19.697_912_3, lat: 41.377_56, zoom: 9.366_7 } }
    ],
    [
      'brings longitudes back within 180°, and writes tiny numbers without exponents',
      'map=24/0.00000001/-170',
      { camera: { lon: 190, lat: 1e-8, zoom: 30 } }
    ],
    [
      'writes spaces as plus signs',
      'q=burnt+papers,+50%25+%2B+%26',
      filters({ text: 'burnt papers, 50% + &' })
    ]
  ])('%s', (_, hash, view) => {
    expect(encode(view)).toBe(hash);
    expect(decode(hash)).toEqual({ view: normalizeView({ ...START, ...view }), problems: [] });
  });

  test('is read back exactly as the normalized view, in any zone', () => {
    fc.assert(
      fc.property(arbitraryView, fc.constantFrom(...ZONES), (view, zone) => {
        const hash = encodeView(view, zone);
        expect(decodeView(`#${hash}`, STORY, zone)).toEqual({
          view: normalizeView(view),
          problems: []
        });
        expect(hash).toMatch(/^[\w.~!*'()%:,/+&=-]*$/);
        expect(hash.length).toBeLessThanOrEqual(MAX_HASH);
      }),
      { numRuns: 2000 }
    );
  });

  test('gives the same hash for the view that its hash is read as', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        const hash = encodeView(view, ZONE);
        expect(encodeView(decode(hash).view, ZONE)).toBe(hash);
      })
    );
  });
});

describe('normalizeView', () => {
  test('changes nothing the second time', () => {
    fc.assert(
      fc.property(arbitraryView, (view) => {
        expect(normalizeView(normalizeView(view))).toEqual(normalizeView(view));
      })
    );
  });

  test('keeps the window exact when it is in whole milliseconds, and rounds it when not', () => {
    const whole = { from: -5, to: 1_662_508_800_001 };
    expect(normalizeView({ ...START, window: whole }).window).toEqual(whole);
    expect(normalizeView({ ...START, window: { from: 0.4, to: 1.6 } }).window).toEqual({
      from: 0,
      to: 2
    });
  });

  test('shortens an endless window to what a Date can hold', () => {
    expect(normalizeView({ ...START, window: { from: -Infinity, to: Infinity } }).window).toEqual({
      from: -8.64e15,
      to: 8.64e15
    });
  });

  test('drops a window that is inverted or not a number, a camera that is not one, and empty ids', () => {
    const view = {
      ...START,
      window: { from: 2, to: 1 },
      camera: { lon: NaN, lat: 0, zoom: 0 },
      selected: ''
    };
    expect(normalizeView(view)).toEqual(START);
    expect(normalizeView({ ...START, window: { from: NaN, to: 1 } })).toEqual(START);
  });

  test('moves the camera’s centre by less than half a pixel', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -180, max: 180, noNaN: true }),
        fc.double({ min: 0, max: 22, noNaN: true }),
        (lon, zoom) => {
          const camera = normalizeView({ ...START, camera: { lon, lat: 0, zoom } }).camera;
          const pixel = 360 / (512 * 2 ** zoom);
          expect(Math.abs((camera?.lon ?? NaN) - lon)).toBeLessThan(pixel / 2);
        }
      )
    );
  });
});

describe('a link to an archive', () => {
  const archive = makeStory({
    archive: {
      file: 'days.csv',
      rows: null,
      columns: {
        ...{ time: 'time', end: null, where: { lon: 'lon', lat: 'lat' }, title: null },
        ...{ text: null, place: null, radius: null, kind: null, source: null }
      },
      kinds: null,
      citation: 'source',
      note: null
    }
  });
  const read = (hash: string) => decodeView(hash, archive, ZONE);

  test('cannot ask for what is contested, and the rest of it holds', () => {
    const { view, problems } = read('sure=1&contested=1&event=row-7&kind=kind-a&q=goose');
    expect(view).toEqual({
      ...START,
      certainty: 'surely',
      selected: 'row-7',
      ...filters({ kinds: ['kind-a'], text: 'goose' })
    });
    const message = 'The events of an archive make no claims, so “contested” was left out.';
    expect(problems).toEqual([{ code: 'not-in-archives', key: 'contested', value: '1', message }]);
  });

  test('may say that it does not ask for it', () => {
    expect(read('contested=0')).toEqual({ view: START, problems: [] });
  });

  test('is told of a value that none could have', () => {
    expect(read('contested=yes').problems.map(({ code }) => code)).toEqual(['malformed']);
  });

  test('opens a row of it, which may not have come yet', () => {
    expect(read('row-12')).toEqual({ view: { ...START, selected: 'row-12' }, problems: [] });
    expect(read('event=row-0').problems.map(({ code }) => code)).toEqual(['unknown-id']);
  });
});

describe('decodeView', () => {
  test.each<[string, string, Partial<View>]>([
    ['takes an empty hash for the start', '#', {}],
    ['opens an event by its id alone', '#e-break', { selected: 'e-break' }],
    [
      'opens a chapter by its id alone, with its window',
      '#chapter-two',
      { chapter: 'chapter-two', window: { from: 0, to: 1 } }
    ],
    [
      'reads whole months and years',
      'from=2013&to=2022-02',
      window('2012-12-31T23:00:00Z', '2022-02-28T22:59:59.999Z')
    ],
    [
      'reads a year to its last day',
      'from=2022-01-01&to=2022',
      window('2021-12-31T23:00:00Z', '2022-12-31T22:59:59.999Z')
    ],
    [
      'reads times in UTC without seconds',
      'from=2022-09-07T10:00Z&to=2022-09-07T10:00:05Z',
      window('2022-09-07T10:00:00Z', '2022-09-07T10:00:05Z')
    ],
    ['takes 0 for a flag that is off', 'contested=0&sure=0', {}],
    ['passes over empty parts', '&&event=e-burn&', { selected: 'e-burn' }],
    ['reads percent escapes and plus signs alike', 'q=a%20b+c', filters({ text: 'a b c' })]
  ])('%s', (_, hash, view) => {
    expect(decode(hash)).toEqual({ view: { ...START, ...view }, problems: [] });
  });

  test.each([
    [
      'an unknown event',
      'event=e-gone',
      'event',
      'e-gone',
      'This story has no event called “e-gone”.'
    ],
    ['an unknown id alone', '#e-gone', '', 'e-gone', 'This story has nothing called “e-gone”.'],
    [
      'an unknown id alone with a bad escape',
      '#%zz',
      '',
      '%zz',
      'This story has nothing called “%zz”.'
    ],
    [
      'an unknown party',
      'party=nobody',
      'party',
      'nobody',
      'This story has no party called “nobody”.'
    ],
    [
      'a day that no month has',
      'from=2022-02-30&to=2022-03-01',
      'from',
      '2022-02-30',
      '“from” should be a date such as 2022-09-07 or 2022-09-07T12:00, not “2022-02-30”, so it was left out.'
    ],
    ['a day 0', 'from=2022-02-00&to=2022-03-01', 'from', '2022-02-00', '“from” should be'],
    ['a month 13', 'from=2022-01-01&to=2022-13', 'to', '2022-13', '“to” should be'],
    ['a month 0', 'from=2022-00&to=2022-13-01', 'to', '2022-13-01', '“to” should be'],
    [
      'an hour 25',
      'from=2022-09-07T25:00&to=2022-09-08',
      'from',
      '2022-09-07T25:00',
      '“from” should be'
    ],
    [
      'a year too far away',
      'from=2022&to=%2B999999-01-01',
      'to',
      '+999999-01-01',
      '“to” should be'
    ],
    [
      'an instant too far away',
      'from=2022&to=%2B999999-01-01T00:00:00.000Z',
      'to',
      '+999999-01-01T00:00:00.000Z',
      '“to” should be'
    ],
    ['words for a date', 'from=yesterday&to=2022', 'from', 'yesterday', '“from” should be'],
    [
      'half a window',
      'from=2022-09-07',
      'from',
      '',
      'A span of time needs “to” as well as “from”.'
    ],
    ['the other half', 'to=2022-09-07', 'to', '', 'A span of time needs “from” as well as “to”.'],
    [
      'a window that ends before it begins',
      'from=2022-09-08&to=2022-09-07',
      'from',
      '',
      'The span of time ends before it begins, so it was left out.'
    ],
    ['a camera of two numbers', 'map=1/2', 'map', '1/2', '“map” should be zoom/latitude/longitude'],
    ['a camera that is not numbers', 'map=a/b/c', 'map', 'a/b/c', '“map” should be'],
    ['a camera off the Earth', 'map=3/91/0', 'map', '3/91/0', '“map” should be'],
    ['a flag with another value', 'sure=yes', 'sure', 'yes', '“sure” should be 1'],
    ['an axis of another kind', 'axis=log', 'axis', 'log', '“axis” should be true'],
    [
      'a parameter nobody knows',
      'utm_source=x',
      'utm_source',
      'x',
      '“utm_source” is nothing that a link here can say.'
    ],
    ['a parameter without a value', 'event&q=', 'event', '', 'This story has no event called “”.'],
    ['a bad escape', 'q=%E0%A4%A', 'q', '%E0%A4%A', '“q” should be text'],
    [
      'a search too long',
      `q=${'x'.repeat(MAX_TEXT + 1)}`,
      'q',
      `${'x'.repeat(59)}…`,
      '“q” should be text'
    ],
    [
      'a hash too long',
      'x'.repeat(MAX_HASH + 1),
      '',
      `${'x'.repeat(59)}…`,
      'The link is longer than 4000 characters'
    ]
  ])('leaves out %s and says so', (_, hash, key, value, message) => {
    const { view, problems } = decode(hash);
    expect(view).toEqual(START);
    expect(problems.at(-1)).toMatchObject({ key, value });
    expect(problems.at(-1)?.message).toContain(message);
  });

  test.each<[string, LonLat | null, number, Camera | null]>([
    ['a country whole', [53, 32], 720_000, { lon: 53, lat: 32, zoom: 3 }],
    ['a city with its surroundings', [19.82, 41.33], 6000, { lon: 19.82, lat: 41.33, zoom: 8 }],
    ['nothing of what is not on the map', null, 0, null]
  ])('opens a place by its id alone and shows %s', (_, point, radius, camera) => {
    const place = { ...makePlace('p-here', point), radius };
    const { view, problems } = decodeView('p-here', makeStory({ places: [place] }), ZONE);
    expect(view).toEqual({ ...START, place: 'p-here', camera });
    expect(problems).toEqual([]);
  });

  test('says only once what is wrong with a window of which one half is malformed', () => {
    expect(decode('from=x&to=2022').problems).toHaveLength(1);
  });

  test('keeps the ids of a list that the story has', () => {
    const { view, problems } = decode('party=party-a,nobody,party-b,party-a');
    expect(view.filters.parties).toEqual(['party-a', 'party-b']);
    expect(problems.map(({ code, value }) => [code, value])).toEqual([['unknown-id', 'nobody']]);
  });

  test('takes the first of a parameter that comes twice and says so', () => {
    const { view, problems } = decode('event=e-burn&event=e-break');
    expect(view.selected).toBe('e-burn');
    expect(problems).toMatchObject([{ code: 'repeated', key: 'event', value: 'e-break' }]);
  });

  test('keeps what is right in a link that is wrong elsewhere', () => {
    const { view } = decode('from=2022-09-07&to=never&event=e-break&map=x');
    expect(view).toEqual({ ...START, selected: 'e-break' });
  });

  test('never throws, and gives a view that a link can carry', () => {
    const keys = [
      'from',
      'to',
      'sure',
      'event',
      'map',
      'party',
      'q',
      'axis',
      'view',
      '',
      '__proto__'
    ];
    const values = [
      '2022-09-07',
      '2022',
      '%',
      '%E0',
      '1/2/3',
      '24/-0/-0',
      '',
      '=',
      'a,b',
      '-000000',
      '1e9/1/1',
      '9'.repeat(40)
    ];
    const part = fc
      .tuple(
        fc.constantFrom(...keys),
        fc.oneof(fc.constantFrom(...values), fc.string({ unit: 'binary' }))
      )
      .map(([key, value]) => `${key}=${value}`);
    const anyHash = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 5000 }),
      fc.array(part, { maxLength: 6 }).map((parts) => parts.join('&'))
    );
    fc.assert(
      fc.property(anyHash, fc.constantFrom(...ZONES), (hash, zone) => {
        const { view, problems } = decodeView(hash, STORY, zone);
        expect(normalizeView(view)).toEqual(view);
        for (const { value, message } of problems) {
          expect(value.length).toBeLessThanOrEqual(60);
          expect(message).toMatch(/^[A-Z“].*\.$/su);
        }
      }),
      { numRuns: 3000 }
    );
  });
});

import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { citationIds, storyCsv, storyGeoJson } from '../../../src/lib/core/export';
import { smallStory } from '../../fixtures/small-story';
import { arbitraryStory, exactly, makeEvent, makeStory } from './arbitrary-story';

const COLUMNS = [
  'id',
  'title',
  'when',
  'start',
  'end',
  'place',
  'lon',
  'lat',
  'radius_m',
  'kind',
  'parties',
  'status',
  'contested',
  'sources'
];
const featuresOf = (id: string) =>
  storyGeoJson(smallStory, 'en').features.filter(({ properties }) => properties.id === id);
const tableOf = async (...given: Parameters<typeof storyCsv>) => {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(await storyCsv(...given), {
    header: true
  });
  expect(errors).toEqual([]);
  return { rows: data, fields: meta.fields };
};
/** A cell that a spreadsheet would take for a formula has an apostrophe before it. */
const asCell = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

describe('storyGeoJson', () => {
  test('says what it is and whose', () => {
    const { type, title, licence } = storyGeoJson(smallStory, 'sq');
    expect(type).toBe('FeatureCollection');
    expect(title).toBe('Grindja për urën');
    expect(licence).toEqual(smallStory.meta.licence);
  });

  test('has a feature for each place of an event, with all that is said of it', () => {
    const [bridge, town, ...others] = featuresOf('closed');
    expect(others).toEqual([]);
    expect(bridge).toEqual({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [19.82, 41.33] },
      properties: {
        id: 'closed',
        title: 'The bridge is closed',
        when: '2022-07-15',
        start: '2022-07-14T22:00:00.000Z',
        end: '2022-07-15T21:59:59.999Z',
        place: 'The bridge',
        radius_m: 200,
        kind: 'Incident',
        parties: ['Council of the east bank', 'Council of the west bank'],
        status: 'occurred',
        contested: true,
        sources: ['https://example.org/bridge', 'https://example.org/answer']
      }
    });
    expect(town?.properties).toEqual({
      ...bridge?.properties,
      place: 'Easttown',
      radius_m: 4000
    });
  });

  test('names a source without an address by its title', () => {
    expect(featuresOf('built')[0]?.properties.sources).toEqual(['Survey of the bridge']);
  });

  test('has null for an open end, and for both of what has no date', () => {
    expect(featuresOf('sanctions')[0]?.properties).toMatchObject({
      when: '2022-09-09/..',
      start: '2022-09-08T22:00:00.000Z',
      end: null
    });
    const undated = { when: null, start: null, end: null };
    expect(featuresOf('reopening')[0]?.properties).toMatchObject(undated);
  });

  test('has no geometry for what has no place, or none on a map', () => {
    const [nowhere] = featuresOf('reopening');
    expect(nowhere?.geometry).toBeNull();
    expect(nowhere?.properties).toMatchObject({ place: null, radius_m: null });
    const [online] = featuresOf('answered');
    expect(online?.geometry).toBeNull();
    expect(online?.properties).toMatchObject({ place: 'Online', radius_m: null });
  });

  test('has every event of any story, and a point for each of its places that has one', () => {
    fc.assert(
      fc.property(arbitraryStory, (story) => {
        const { features } = storyGeoJson(story, 'en');
        expect([...new Set(features.map(({ properties }) => properties.id))]).toEqual(
          story.events.map(({ id }) => id)
        );
        for (const event of story.events) {
          const own = features.filter(({ properties }) => properties.id === event.id);
          const known = story.places.filter(({ id }) =>
            event.where.some(({ place }) => place === id)
          );
          expect(own).toHaveLength(Math.max(1, known.length));
          expect(own.filter(({ geometry }) => geometry)).toHaveLength(
            known.filter(({ point }) => point).length
          );
        }
        expect(JSON.parse(JSON.stringify(features))).toEqual(features);
      })
    );
  });
});

describe('storyCsv', () => {
  test('has the columns of the features, with the point as two of them', async () => {
    const { fields, rows } = await tableOf(smallStory, 'en');
    expect(fields).toEqual(COLUMNS);
    expect(rows.find(({ id }) => id === 'closed')).toEqual({
      id: 'closed',
      title: 'The bridge is closed',
      when: '2022-07-15',
      start: '2022-07-14T22:00:00.000Z',
      end: '2022-07-15T21:59:59.999Z',
      place: 'The bridge',
      lon: '19.82',
      lat: '41.33',
      radius_m: '200',
      kind: 'Incident',
      parties: 'Council of the east bank; Council of the west bank',
      status: 'occurred',
      contested: 'true',
      sources: 'https://example.org/bridge; https://example.org/answer'
    });
  });

  test('has a head without events', async () => {
    expect(await storyCsv(makeStory(), 'en')).toBe(COLUMNS.join(','));
  });

  test('reads back as the features of any story, whatever its texts hold', async () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('=1+1', '-2\n=3', '@a', '"', '","', 'a\r\nb', '<b>&amp;</b>', '\t', ' x ')
    );
    await fc.assert(
      fc.asyncProperty(fc.array(texts, { maxLength: 6 }), async (titles) => {
        const story = makeStory({
          events: titles.map((title, i) =>
            makeEvent(`e-${i}`, {
              title: { en: title },
              when: i % 2 ? exactly(i) : null,
              where: i % 3 ? [{ place: 'place-a', role: null }] : []
            })
          )
        });
        const { rows } = await tableOf(story, 'en');
        const { features } = storyGeoJson(story, 'en');
        expect(rows).toEqual(
          features.map(({ geometry, properties: { parties, sources, ...rest } }) => {
            const cells = {
              ...rest,
              lon: geometry?.coordinates[0] ?? null,
              lat: geometry?.coordinates[1] ?? null,
              parties: parties.join('; '),
              sources: sources.join('; ')
            };
            return Object.fromEntries(
              Object.entries(cells).map(([key, value]) => [
                key,
                typeof value === 'string' ? asCell(value) : String(value ?? '')
              ])
            );
          })
        );
      })
    );
  });

  test('leaves mark-up in a text as it is written: there is nothing of HTML in a table', async () => {
    const story = makeStory({ events: [makeEvent('e', { title: { en: '<i>A</i> & B' } })] });
    expect((await tableOf(story, 'en')).rows[0]?.['title']).toBe('<i>A</i> & B');
  });
});

describe('citationIds', () => {
  test('are those of the event, its claims and its acts, each once', () => {
    const of = (id: string) =>
      citationIds(smallStory.events.find((each) => each.id === id) ?? makeEvent(id));
    expect(of('closed')).toEqual(['gazette-july', 'west-note']);
    expect(of('expelled')).toEqual(['gazette-july']);
    expect(of('built')).toEqual(['survey']);
    expect(of('talks')).toEqual([]);
  });
});

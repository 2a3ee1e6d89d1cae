import { describe, expect, test } from 'vitest';
import { handle } from '../../../src/hooks.server';
import { buildIndex } from '../../../src/lib/core/event-index';
import type { Place, Story } from '../../../src/lib/core/story';
import {
  archiveData,
  placeData,
  storyData
} from '../../../src/routes/stories/[story]/structured-data.server';
import { storyById, storyIds } from '../../../src/stories/stories.server';
import { smallStory } from '../../fixtures/small-story';

const SITE = 'https://example.org/';
type Data = Record<string, unknown>;
const dataOf = (story: Story, site: string | null) =>
  storyData(story, buildIndex(story), site) as Data & { about: Data[] };
const placeOf = (id: string) => smallStory.places.find((place) => place.id === id) as Place;

/** Every object of the data, however deep. */
function objectsIn(data: unknown): Data[] {
  if (typeof data !== 'object' || data === null) return [];
  const inner = Object.values(data).flatMap(objectsIn);
  return Array.isArray(data) ? inner : [data as Data, ...inner];
}

describe('storyData', () => {
  test('is an article with its title, language, date, licence, author and address', () => {
    const { about, ...article } = dataOf(smallStory, SITE);
    expect(article).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Article',
      headline: 'The quarrel over the bridge',
      abstract: 'A made-up story, small enough for tests.',
      inLanguage: 'en',
      dateModified: '2026-11-23',
      license: 'https://creativecommons.org/publicdomain/zero/1.0/',
      url: 'https://example.org/stories/small-story/',
      mainEntityOfPage: 'https://example.org/stories/small-story/',
      author: [{ '@type': 'Organization', name: 'A. Tester', url: 'https://example.org/' }]
    });
    expect(about).toHaveLength(8);
  });

  test('says nothing of an address that is not known, nor of a licence or author without one', () => {
    const story: Story = {
      ...smallStory,
      meta: {
        ...smallStory.meta,
        licence: { name: 'CC0', url: null },
        authors: [{ name: 'B. Tester', url: null }]
      }
    };
    const data = dataOf(story, null);
    expect(data).not.toHaveProperty('url');
    expect(data).not.toHaveProperty('mainEntityOfPage');
    expect(data).not.toHaveProperty('license');
    expect(data['author']).toEqual([{ '@type': 'Organization', name: 'B. Tester' }]);
  });

  test('tells the events in the order of time, the undated last and without a time', () => {
    const { about } = dataOf(smallStory, SITE);
    expect(about.map((event) => event['identifier'])).toEqual([
      'built',
      'closed',
      'talks',
      'papers-burned',
      'expelled',
      'answered',
      'sanctions',
      'reopening'
    ]);
    // 2022-07-20/2022-08~, its end a month wider.
    expect(about[2]).toMatchObject({ startDate: '2022-07-20', endDate: '2022-09-30' });
    expect(about.at(-1)).not.toHaveProperty('startDate');
    expect(about.at(-1)).toMatchObject({ location: [], subjectOf: [] });
  });

  test('names each work that an event or its claims cite once, by the copy that will stay', () => {
    const closed = dataOf(smallStory, SITE).about[1] as Data;
    expect(closed['subjectOf']).toEqual([
      {
        '@type': 'CreativeWork',
        name: 'Bridge closed',
        publisher: { '@type': 'Organization', name: 'The Gazette' },
        url: 'https://archive.example/bridge'
      },
      {
        '@type': 'CreativeWork',
        name: 'Our answer',
        publisher: { '@type': 'Organization', name: 'Council of the west bank' },
        url: 'https://example.org/answer'
      }
    ]);
    const built = dataOf(smallStory, SITE).about[0] as Data;
    expect(built['subjectOf']).toEqual([
      {
        '@type': 'CreativeWork',
        name: 'Survey of the bridge',
        publisher: { '@type': 'Organization', name: 'Office of Works' }
      }
    ]);
  });

  test('every address in it is absolute, of every story of the site', () => {
    const stories = storyIds.flatMap((id) => storyById(id) ?? []);
    for (const story of [smallStory, ...stories]) {
      for (const site of [null, SITE]) {
        for (const { url, sameAs } of objectsIn(dataOf(story, site))) {
          for (const address of [url, sameAs].flat()) {
            if (address !== undefined) expect(String(address)).toMatch(/^https?:\/\//);
          }
        }
      }
    }
  });
});

describe('placeData', () => {
  test('is a place with its point, how exact that is, and what else is known of it', () => {
    expect(placeData(smallStory, placeOf('bridge'), SITE)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Place',
      name: 'The bridge',
      geo: {
        '@type': 'GeoCircle',
        geoMidpoint: { '@type': 'GeoCoordinates', longitude: 19.82, latitude: 41.33 },
        geoRadius: '200 m'
      },
      sameAs: ['https://www.wikidata.org/wiki/Q1'],
      url: 'https://example.org/stories/small-story/places/bridge/'
    });
  });

  test('has no point where the place has none, and no address where none is known', () => {
    expect(placeData(smallStory, placeOf('online'), null)).toEqual({
      '@context': 'https://schema.org',
      '@type': 'Place',
      name: 'Online'
    });
  });
});

describe('the page', () => {
  async function render(structuredData: object | undefined, html: string): Promise<string> {
    const response = await handle({
      event: { locals: structuredData ? { structuredData } : {} },
      resolve: async (
        _event: unknown,
        options: { transformPageChunk: (chunk: object) => string }
      ) => new Response(options.transformPageChunk({ html, done: true }))
    } as unknown as Parameters<typeof handle>[0]);
    return response.text();
  }
  const PAGE = '<html><head><title>x</title></head><body></body></html>';

  test('carries its structured data in its head', async () => {
    const html = await render({ name: 'The bridge' }, PAGE);
    expect(html).toBe(
      '<html><head><title>x</title><script type="application/ld+json">{"name":"The bridge"}</script></head><body></body></html>'
    );
  });

  test('is left as it is where there is none', async () => {
    expect(await render(undefined, PAGE)).toBe(PAGE);
  });

  test('no text of a story can end the script or stand in for part of the page', async () => {
    const name = '</script><script>alert(1)</script><!-- $& $` </head>';
    const html = await render({ name }, PAGE);
    expect(html.split('<script')).toHaveLength(2);
    expect(html.split('</head>')).toHaveLength(2);
    const [, json = ''] = html.split('<script type="application/ld+json">');
    expect(JSON.parse(json.split('</script>')[0] ?? '')).toEqual({ name });
  });
});

describe('archiveData', () => {
  const archive = storyById('wildlife-strikes-1990-2002') as Story;
  const span = (from: string, to: string) => ({ from: Date.parse(from), to: Date.parse(to) });

  test('is a dataset with what it covers and the address of its file', () => {
    const zone: Story = { ...archive, meta: { ...archive.meta, timeZone: 'UTC' } };
    expect(archiveData(zone, span('1990-01-02', '2002-11-05'), SITE)).toMatchObject({
      '@type': 'Dataset',
      url: 'https://example.org/archives/wildlife-strikes-1990-2002/',
      temporalCoverage: '1990-01-02/2002-11-05',
      distribution: {
        '@type': 'DataDownload',
        contentUrl: `https://example.org/archives/wildlife-strikes-1990-2002/${archive.archive?.file}`
      }
    });
  });

  test('writes years before the common era and far ones with a sign and six digits', () => {
    const zone: Story = { ...archive, meta: { ...archive.meta, timeZone: 'UTC' } };
    const covered = archiveData(zone, span('-000043-03-15', '+012000-01-01'), SITE);
    expect(covered).toMatchObject({ temporalCoverage: '-000043-03-15/+012000-01-01' });
  });
});

// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GET } from '../../../src/routes/sitemap.xml/+server';
import { siteAddress } from '../../../src/routes/site-address.server';
import { storyById, storyIds } from '../../../src/stories/stories.server';
import { parseXml, textsOf } from './parse-xml';

const UNKNOWN = 'http://sveltekit-prerender/sitemap.xml';
beforeEach(() => vi.stubEnv('SITE_URL', ''));
afterEach(() => vi.unstubAllEnvs());

async function sitemap(): Promise<Document> {
  const response = await GET({ url: new URL(UNKNOWN) } as Parameters<typeof GET>[0]);
  expect(response.headers.get('content-type')).toBe('application/xml; charset=utf-8');
  return parseXml(await response.text());
}

describe('sitemap.xml', () => {
  test('names every page by its full address, and when its story last changed', async () => {
    vi.stubEnv('SITE_URL', 'https://example.org/dateline/');
    const xml = await sitemap();
    expect(xml.documentElement.namespaceURI).toBe('http://www.sitemaps.org/schemas/sitemap/0.9');
    const expected = storyIds.flatMap((id) => {
      const story = storyById(id);
      const places = story?.places ?? [];
      return [
        `${story?.archive ? 'archives' : 'stories'}/${id}/`,
        `stories/${id}/sources/`,
        ...(story?.chapters.length
          ? [`teach/${id}/`, `present/${id}/`, `practice/${id}/`, `stories/${id}/handout/`]
          : []),
        ...places.map((place) => `stories/${id}/places/${place.id}/`)
      ];
    });
    expect(textsOf(xml, 'loc')).toEqual(
      ['', 'offline/', ...expected].map((path) => `https://example.org/dateline/${path}`)
    );
    const story = storyById(storyIds[0] ?? '');
    expect(textsOf(xml, 'lastmod')[0]).toBe(story?.meta.updated);
    expect(textsOf(xml, 'lastmod')).toHaveLength(expected.length);
  });

  test('escapes an address that holds what XML uses', async () => {
    vi.stubEnv('SITE_URL', 'https://example.org/?a=1&b=2/');
    expect(textsOf(await sitemap(), 'loc')[0]).toBe('https://example.org/?a=1&b=2/');
  });

  test('is well-formed and empty where nobody has said what the address is', async () => {
    const xml = await sitemap();
    expect(xml.documentElement.localName).toBe('urlset');
    expect(xml.querySelectorAll('url')).toHaveLength(0);
  });
});

describe('siteAddress', () => {
  test('is SITE_URL, ending in a slash', () => {
    vi.stubEnv('SITE_URL', 'https://example.org/dateline');
    expect(siteAddress(new URL(UNKNOWN))).toBe('https://example.org/dateline/');
    vi.stubEnv('SITE_URL', 'https://example.org/');
    expect(siteAddress(new URL(UNKNOWN))).toBe('https://example.org/');
  });

  test('is null while prerendering for nobody knows where', () => {
    expect(siteAddress(new URL(UNKNOWN))).toBeNull();
  });

  test('is the origin of the request while developing', () => {
    expect(siteAddress(new URL('http://localhost:5173/stories/x/'))).toBe('http://localhost:5173/');
  });
});

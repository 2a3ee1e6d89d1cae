// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { atomFeed, escapeXml, type FeedEntry } from '../../../src/routes/feed.xml/atom-feed';
import { GET } from '../../../src/routes/feed.xml/+server';
import { storyById, storyIds } from '../../../src/stories/stories.server';
import { parseXml, textsOf } from './parse-xml';

const SITE = 'https://example.org/dateline/';
const NASTY = `</title><b>"Tom" & 'Ana'</b> <!-- ]]> &amp;`;
const entry = (date: string, parts: Partial<FeedEntry> = {}): FeedEntry => ({
  path: 'stories/bridge/',
  identity: 'stories/bridge/',
  title: 'The bridge',
  summary: 'A quarrel.',
  date,
  ...parts
});
const ownText = (element: Element | null, name: string) =>
  [...(element?.children ?? [])].find((child) => child.localName === name)?.textContent;
const linksOf = (xml: Document) =>
  [...xml.querySelectorAll('link')].map((link) => link.getAttribute('href'));

describe('atomFeed', () => {
  test('is an Atom feed with all that the format requires of a feed and of an entry', () => {
    const xml = parseXml(atomFeed('Dateline', [entry('2026-11-23')], SITE));
    const feed = xml.documentElement;
    expect([feed.localName, feed.namespaceURI]).toEqual(['feed', 'http://www.w3.org/2005/Atom']);
    expect(ownText(feed, 'id')).toMatch(/^urn:uuid:/);
    expect(ownText(feed, 'title')).toBe('Dateline');
    expect(ownText(feed, 'updated')).toBe('2026-11-23T00:00:00Z');
    expect(textsOf(feed, 'name')).toEqual(['The Dateline authors']);
    const only = xml.querySelector('entry');
    expect(ownText(only, 'title')).toBe('The bridge');
    expect(ownText(only, 'summary')).toBe('A quarrel.');
    expect(ownText(only, 'updated')).toBe('2026-11-23T00:00:00Z');
  });

  test('has the newest first, is as new as that one, and leaves the list that it was given alone', () => {
    const entries = [
      entry('2026-01-02', { title: 'b' }),
      entry('2026-11-23', { title: 'c' }),
      entry('2025-12-31', { title: 'a' })
    ];
    const xml = parseXml(atomFeed('Dateline', entries, SITE));
    expect([...xml.querySelectorAll('entry')].map((e) => ownText(e, 'title'))).toEqual([
      'c',
      'b',
      'a'
    ]);
    expect(ownText(xml.documentElement, 'updated')).toBe('2026-11-23T00:00:00Z');
    expect(entries[0]?.title).toBe('b');
  });

  test('with the address of the site all links are absolute', () => {
    const xml = parseXml(atomFeed('Dateline', [entry('2026-11-23')], SITE));
    expect(linksOf(xml)).toEqual([`${SITE}feed.xml`, `${SITE}stories/bridge/`]);
  });

  test('without it links are relative to the feed', () => {
    const xml = parseXml(atomFeed('Dateline', [entry('2026-11-23')], null));
    expect(linksOf(xml)).toEqual(['feed.xml', 'stories/bridge/']);
  });

  test('an id is an address, one for each entry, and the same wherever and whenever the feed is made', () => {
    const entries = [entry('2026-11-23'), entry('2026-11-23', { identity: 'stories/other/' })];
    const idsOf = (site: string | null, list = entries) =>
      textsOf(parseXml(atomFeed('Dateline', list, site)), 'id');
    const ids = idsOf(SITE);
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) {
      expect(() => new URL(id)).not.toThrow();
      expect(id).toMatch(
        /^urn:uuid:[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/
      );
    }
    expect(idsOf(null)).toEqual(ids);
    const rewritten = entries.map((one) => ({ ...one, title: 'New', date: '2027-01-01' }));
    expect(idsOf(SITE, rewritten)).toEqual(ids);
  });

  test('texts come through as they were, whatever is in them', () => {
    const nasty = entry('2026-11-23', {
      title: NASTY,
      summary: NASTY,
      identity: 'a&b',
      path: 'x?a=1&b="2"'
    });
    const xml = parseXml(atomFeed(NASTY, [nasty], SITE));
    expect(xml.querySelectorAll('b')).toHaveLength(0);
    expect(textsOf(xml, 'title')).toEqual([NASTY, NASTY]);
    expect(textsOf(xml, 'summary')).toEqual([NASTY]);
    expect(linksOf(xml)[1]).toBe(`${SITE}x?a=1&b="2"`);
  });

  test('is a feed even without an entry', () => {
    const xml = parseXml(atomFeed('Dateline', [], null));
    expect(xml.querySelectorAll('entry')).toHaveLength(0);
    expect(ownText(xml.documentElement, 'updated')).toBe('1970-01-01T00:00:00Z');
  });
});

test('escapeXml leaves nothing that could end an element or an attribute', () => {
  expect(escapeXml('<a href="x">&lt;</a>')).toBe('&lt;a href=&quot;x&quot;&gt;&amp;lt;&lt;/a&gt;');
});

describe('feed.xml', () => {
  afterEach(() => vi.unstubAllEnvs());
  const get = async (address: string) =>
    GET({ url: new URL(address) } as Parameters<typeof GET>[0]);

  test('has an entry for each story and for each of its corrections, each with an id of its own', async () => {
    vi.stubEnv('SITE_URL', '');
    const response = await get('http://sveltekit-prerender/feed.xml');
    expect(response.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    const xml = parseXml(await response.text());
    const stories = storyIds.map((id) => storyById(id));
    const corrections = stories.reduce((sum, story) => sum + (story?.corrections.length ?? 0), 0);
    expect(xml.querySelectorAll('entry')).toHaveLength(storyIds.length + corrections);
    const ids = textsOf(xml, 'id');
    expect(new Set(ids).size).toBe(ids.length);
    expect(linksOf(xml)).toContain(`stories/${storyIds[0]}/`);
  });

  test('takes its addresses from SITE_URL, with or without a slash at its end', async () => {
    vi.stubEnv('SITE_URL', 'https://example.org/dateline');
    const xml = parseXml(await (await get('http://sveltekit-prerender/feed.xml')).text());
    expect(linksOf(xml)).toContain(`https://example.org/dateline/stories/${storyIds[0]}/`);
  });
});

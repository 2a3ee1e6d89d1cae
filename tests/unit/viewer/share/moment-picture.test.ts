// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { View } from '../../../../src/lib/core/view';
import { Session } from '../../../../src/lib/state/session.svelte';
import { momentName, momentSvg, shownNow } from '../../../../src/lib/viewer/share/moment-picture';
import { smallStory } from '../../../fixtures/small-story';
import { parseXml } from '../../routes/parse-xml';

beforeAll(() => {
  HTMLCanvasElement.prototype.getContext = () => null;
});
beforeEach(() => {
  vi.stubGlobal('fetch', (address: string) =>
    Promise.resolve(new Response(readFileSync(`static/${address}`, 'utf8')))
  );
});
afterEach(() => vi.unstubAllGlobals());

const JULY = { from: Date.UTC(2022, 6, 14, 22), to: Date.UTC(2022, 6, 31, 22) - 1 };
const around = {
  basemap: 'basemap',
  storyHref: 'https://news.example/stories/small-story/',
  mapSize: { width: 380, height: 315 },
  tokens: new Map([['paper', '#ffffff']]),
  language: 'en'
};

function shownAt(view: Partial<View>) {
  const session = new Session(smallStory);
  session.go(view);
  return shownNow(session);
}

async function drawn(view: Partial<View>, parts: Partial<typeof around> = {}) {
  return parseXml(await momentSvg(shownAt(view), { ...around, ...parts })).documentElement;
}

const said = (root: Element, name: string) =>
  [...root.querySelectorAll(`text.${name}`)].map(({ textContent }) => textContent);
const markOf = (root: Element, place: string) => root.querySelector(`a.mark[href="#${place}"]`);

describe('the picture of a moment', () => {
  test('says title, dates, events, sources, whom the map is owed to and where the story is', async () => {
    const root = await drawn({});
    expect(said(root, 'title').join(' ')).toBe('The quarrel over the bridge');
    expect(said(root, 'fact').join(' ')).toBe('January 2013 – September 2022 8 events · 3 sources');
    const [address, owed] = said(root, 'credit');
    expect(address).toBe('news.example/stories/small-story/');
    expect(owed).toContain('© OpenStreetMap contributors');
  });

  test('has no more than the window, and says so', async () => {
    const root = await drawn({ window: JULY });
    expect(said(root, 'fact').join(' ')).toBe('15–31 July 2022 3 of 8 events · 2 sources');
    expect(
      [...root.querySelectorAll('a.mark')].map((mark) => mark.getAttribute('aria-label'))
    ).toEqual(['2 places near Easttown, 1 event: zoom in', 'Far Capital, 1 event']);
  });

  test('looks where the map does, with all that the map shows in it', async () => {
    const camera = { lon: 20.08, lat: 41.11, zoom: 9 };
    const root = await drawn({ camera });
    // The middle of the card beside its words.
    expect(markOf(root, 'east-town')?.getAttribute('transform')).toBe('translate(820 315)');
    // A map half as large as that shows as much: what is at its edge is at the picture's.
    const half = 190 / (512 * 2 ** camera.zoom);
    const edge = { ...camera, lon: camera.lon + half * 360 };
    const moved = await drawn({ camera: edge });
    expect(markOf(moved, 'east-town')?.getAttribute('transform')).toMatch(
      /^translate\(440(\.\d)? 315\)$/
    );
  });

  test('is of the opening view where the size of the map is not known', async () => {
    const camera = { lon: 0, lat: 0, zoom: 9 };
    const opening = await momentSvg(shownAt({}), around);
    expect(await momentSvg(shownAt({ camera }), { ...around, mapSize: null })).toBe(opening);
  });

  test('cannot be made without the ground', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response('', { status: 404 })));
    await expect(momentSvg(shownAt({}), around)).rejects.toThrow('404');
  });

  test('stays as it was when the reader goes on', () => {
    const session = new Session(smallStory);
    session.go({ window: JULY });
    const shown = shownNow(session);
    session.go({ window: null });
    expect(shown.view.window).toEqual(JULY);
    expect(shown.visible).toHaveLength(2);
  });
});

describe('the name of its file', () => {
  test('is the story, with the days of the window in the story’s zone', () => {
    expect(momentName(shownAt({}))).toBe('small-story');
    expect(momentName(shownAt({ window: JULY }))).toBe('small-story-2022-07-15-to-2022-07-31');
    const hour = { from: JULY.from, to: JULY.from + 3_600_000 };
    expect(momentName(shownAt({ window: hour }))).toBe('small-story-2022-07-15');
  });

  test('has years before the common era', () => {
    const window = { from: Date.parse('-000044-03-15T12:00:00Z'), to: JULY.to };
    expect(momentName(shownAt({ window }))).toBe('small-story--0044-03-15-to-2022-07-31');
  });
});

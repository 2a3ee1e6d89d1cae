// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { locatorsOf } from '../../../../src/lib/map/poster/locator';
import { socialCard } from '../../../../src/lib/map/poster/social-card';
import { parseXml } from '../../routes/parse-xml';
import { place, TIRANA } from '../fixture';
import { base, HOSTILE, hostile, picture, places, words } from './fixture';

beforeAll(() => {
  HTMLCanvasElement.prototype.getContext = () => null;
});

describe('locatorsOf', () => {
  const [tirana] = places as [(typeof places)[number]];
  const drawn = (of = tirana, all = places) => {
    const locators = locatorsOf(of, all, base, words);
    if (locators === null) throw new Error('no locators');
    const parsed = (svg: string): Element => parseXml(svg).documentElement;
    return {
      world: parsed(locators.world),
      region: parsed(locators.region),
      near: parsed(locators.near)
    };
  };

  it('are three pictures, each with words for what it shows', () => {
    const { world, region, near } = drawn();
    expect([world, region, near].map((svg) => svg.getAttribute('aria-label'))).toEqual(
      (['world', 'region', 'near'] as const).map((view) => words.t.locator[view]('Tirana'))
    );
    expect(world.querySelector('.globe')?.getAttribute('d')).toMatch(/^M/);
    expect(near.querySelector('.globe')?.hasAttribute('d')).toBe(false);
  });

  it('have the place in sight, in the middle of what is near', () => {
    for (const [view, svg] of Object.entries(drawn())) {
      const here = svg.querySelector('.dot.here');
      const [x, y] = ['cx', 'cy'].map((side) => Number(here?.getAttribute(side)));
      if (view !== 'world') expect([x, y]).toEqual([108, 81]);
      expect(x).toBeGreaterThan(0);
      expect(y).toBeGreaterThan(0);
      expect(x).toBeLessThan(216);
      expect(y).toBeLessThan(162);
    }
  });

  it('have the circle of the place take up half of the picture of what is near', () => {
    const d = drawn().near.querySelector('.circle')?.getAttribute('d') ?? '';
    const ys = [...d.matchAll(/,(-?[\d.]+)/g)].map(([, y]) => Number(y));
    const share = (Math.max(...ys) - Math.min(...ys)) / 162;
    expect(share).toBeGreaterThan(0.38);
    expect(share).toBeLessThan(0.55);
  });

  it('name the place and those around it, and say how long a stretch is', () => {
    const { region } = drawn();
    const names = [...region.querySelectorAll('.name')].map(({ textContent }) => textContent);
    expect(names[0]).toBe('Tirana');
    expect(region.querySelector('.scale text')?.textContent).toMatch(/km$/);
  });

  it('are none for a place that is not on the map, and drawn for one without a radius', () => {
    expect(locatorsOf(place('online', null), places, base, words)).toBeNull();
    const { near } = drawn(place('spot', TIRANA, { radius: 0 }));
    expect(near.querySelector('.circle')?.hasAttribute('d')).toBe(false);
  });

  it('make nothing but text of what a story says', () => {
    const { places: all } = hostile;
    for (const svg of Object.values(drawn(all[0], [...all]))) {
      expect(svg.querySelector('script')).toBeNull();
      expect(svg.getAttribute('aria-label')).toContain('<script>');
    }
  });
});

describe('socialCard', () => {
  const CARD = { width: 1200, height: 630 };
  const tokens = new Map([
    ['paper', '#ffffff'],
    ['hue-blue', '#0000ff']
  ]);
  const card = (of = picture, title = 'The quarrel over the bridge') =>
    parseXml(
      socialCard(of, base, words, { title, facts: ['2022', '50 events'], credit: 'Us' }, tokens)
    ).documentElement;
  const said = (root: Element, name: string) =>
    [...root.querySelectorAll(`text.${name}`)].map(({ textContent }) => textContent);

  it('is a picture by itself: its own size, style and name space', () => {
    const root = card();
    expect(root.namespaceURI).toBe('http://www.w3.org/2000/svg');
    expect(Number(root.getAttribute('width'))).toBe(CARD.width);
    expect(root.querySelector('style')?.textContent).toContain('.hue-blue .disc');
    expect(root.querySelector('style')?.textContent).toContain('font-family:"Source Serif 4"');
  });

  it('says the title, the facts and whom the map is owed to', () => {
    const root = card();
    expect(said(root, 'title').join(' ')).toBe('The quarrel over the bridge');
    expect(said(root, 'fact')).toEqual(['2022', '50 events']);
    expect(said(root, 'credit')).toEqual(['Us']);
  });

  it('says where the story is, in closer letters where there is little room', () => {
    const addressed = (address: string) => {
      const text = { title: 'T', facts: [], credit: 'Us', address };
      const root = parseXml(socialCard(picture, base, words, text, tokens)).documentElement;
      return root.querySelector('text.credit');
    };
    expect(addressed('a.example/b/')?.textContent).toBe('a.example/b/');
    expect(addressed('a.example/b/')?.hasAttribute('textLength')).toBe(false);
    expect(addressed(`a.example/${'b'.repeat(90)}/`)?.getAttribute('textLength')).toBe('380');
  });

  const lookedAt = (lon: number, zoom: number, of = picture) => {
    const text = { title: 'T', facts: [], credit: 'Us' };
    const look = { camera: { lon, lat: TIRANA[1], zoom }, width: 760, height: 630 };
    return parseXml(socialCard(of, base, words, text, tokens, look)).documentElement;
  };

  it('has sea all around where the world is flat, and paper around a globe', () => {
    const ground = (zoom: number) =>
      lookedAt(TIRANA[0], zoom).querySelector('rect')?.getAttribute('class');
    expect(ground(9)).toBe('sea');
    expect(ground(2)).toBe('paper');
  });

  it('has no name run out of the picture, however long', () => {
    const long = {
      ...picture,
      places: [place('tirana', TIRANA, { names: { en: 'a'.repeat(40) } })]
    };
    const side = (lon: number) =>
      lookedAt(lon, 9, { ...long, lines: [] })
        .querySelector('text.name')
        ?.getAttribute('text-anchor');
    expect(side(TIRANA[0])).toBe('start');
    // 240 pixels from the right edge.
    const moved = 140 / (512 * 2 ** 9);
    expect(side(TIRANA[0] - moved * 360)).toBe('end');
  });

  it('breaks facts that are longer than there is room', () => {
    const fact = '15 July 2022, 09:30 – 8 September 2022, 14:00';
    const text = { title: 'T', facts: [fact, '2'], credit: 'Us' };
    const root = parseXml(socialCard(picture, base, words, text, tokens)).documentElement;
    expect(said(root, 'fact')).toHaveLength(3);
    expect(said(root, 'fact').join(' ')).toBe(`${fact} 2`);
  });

  it('has its marks beside the words', () => {
    const marks = [...card().querySelectorAll('a.mark')];
    expect(marks).toHaveLength(3);
    for (const mark of marks) {
      const [x, y] = (mark.getAttribute('transform')?.match(/-?[\d.]+/g) ?? []).map(Number);
      expect(x).toBeGreaterThan(440);
      expect(x).toBeLessThan(CARD.width);
      expect(y).toBeGreaterThan(0);
      expect(y).toBeLessThan(CARD.height);
    }
  });

  it('makes nothing but text of what a story says', () => {
    const root = card(hostile, HOSTILE);
    expect(root.querySelector('script')).toBeNull();
    expect(said(root, 'title').join(' ')).toContain('<script>');
  });

  it('breaks a title into lines of whole words, and ends one that is too long in dots', () => {
    const title = 'One two three four five six seven eight nine ten eleven twelve';
    const lines = said(card(picture, title), 'title');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.join(' ')).toBe(title);
    const long = said(card(picture, 'word '.repeat(80).trim()), 'title');
    expect(long.length).toBeLessThan(8);
    expect(long.at(-1)).toMatch(/ …$/);
    expect(said(card(picture, 'a Donaudampfschifffahrtsgesellschaft b'), 'title')).toEqual([
      'a',
      'Donaudampfschifffahrtsgesellschaft',
      'b'
    ]);
  });
});

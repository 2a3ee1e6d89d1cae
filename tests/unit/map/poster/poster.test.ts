// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import type { LonLat } from '../../../../src/lib/core/story';
import { circlesOf, EDGE, openingOn, SHAPES } from '../../../../src/lib/map/opening';
import { posterSvg } from '../../../../src/lib/map/poster/poster';
import { openedIn, type Picture } from '../../../../src/lib/map/poster/scene';
import { projectNear } from '../../../../src/lib/map/projection';
import { parseXml } from '../../routes/parse-xml';
import { place, TEHRAN, TIRANA } from '../fixture';
import { base, HOSTILE, hostile, picture, words } from './fixture';

beforeAll(() => {
  HTMLCanvasElement.prototype.getContext = () => null;
});

const draw = (of: Picture) => parseXml(posterSvg(of, base, words)).documentElement;
const links = (root: Element, layout: string) => [...root.querySelectorAll(`.${layout} a.mark`)];
const labels = (root: Element, layout: string) =>
  links(root, layout).map((link) => link.getAttribute('aria-label'));
const at = (element: Element) =>
  (element.getAttribute('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
/** The sizes of the pictures that its layouts are for, as in the source. */
const LAYOUTS = { narrow: [390, 372], wide: [840, 600] } as const;

describe('posterSvg', () => {
  it('is as large as its shape, with the class that the style knows it by', () => {
    const opening = openingOn(circlesOf(picture.places, picture.fit));
    const root = draw(picture);
    const { width, height } = SHAPES[opening.shape];
    expect(root.getAttribute('viewBox')).toBe(`0 0 ${width} ${height}`);
    expect(root.classList).toContain(`poster-${opening.shape}`);
    expect(root.getAttribute('aria-label')).toBe(words.t.marks);
  });

  it('has a link for each mark with events in both layouts, with the spoken name of the map’s', () => {
    const root = draw(picture);
    const spoken = [
      '2 places near Tirana, 13 events: zoom in',
      'Tehran, 5 events',
      'Washington, 4 events'
    ];
    expect(labels(root, 'narrow')).toEqual(spoken);
    expect(labels(root, 'wide')).toEqual(spoken);
    expect(links(root, 'wide').map((link) => link.getAttribute('href'))).toEqual([
      '#tirana',
      '#tehran',
      '#washington'
    ]);
    expect(root.outerHTML).not.toContain('Vienna');
  });

  it('parts places that stand apart on a desk and not on a phone', () => {
    const far = place('far', [35.5, 40], { names: { en: 'Far' } });
    const places = [...picture.places, far];
    const counts = new Map([...picture.counts, ['far', 2]]);
    const root = draw({ ...picture, places, counts, fit: [...picture.fit, 'far'] });
    expect(labels(root, 'wide')).toContain('Far, 2 events');
    expect(labels(root, 'narrow')).not.toContain('Far, 2 events');
  });

  it.each(['narrow', 'wide'] as const)(
    'sets marks of the %s layout where the map will have them in a picture of that size',
    (layout) => {
      const [width, height] = LAYOUTS[layout];
      const opening = openingOn(circlesOf(picture.places, picture.fit));
      const frame = openedIn(opening, width, height, EDGE);
      const measure = SHAPES[opening.shape];
      const root = draw(picture);
      // As `poster.css` sets it: within the edge, as large as fits, in the middle.
      const scale = Math.min(
        (width - 2 * EDGE) / measure.width,
        (height - 2 * EDGE) / measure.height
      );
      for (const [i, point] of [TIRANA, TEHRAN].entries()) {
        const [x = NaN, y = NaN] = at(links(root, layout)[i] as Element);
        const screen = projectNear(frame, point);
        expect(width / 2 + (x - measure.width / 2) * scale).toBeCloseTo(screen.x, 0);
        expect(height / 2 + (y - measure.height / 2) * scale).toBeCloseTo(screen.y, 0);
      }
    }
  );

  /** How far the marks of a layout stand from their ground, in pixels of the picture that the layout is for. */
  function offGround(of: Picture, layout: 'narrow' | 'wide'): number {
    const opening = openingOn(circlesOf(of.places, of.fit));
    const { width, height } = SHAPES[opening.shape];
    const whole = openedIn(opening, width, height);
    const [w, h] = LAYOUTS[layout];
    const scale = Math.min((w - 2 * EDGE) / width, (h - 2 * EDGE) / height);
    const offs = links(draw(of), layout).map((link) => {
      const id = link.getAttribute('href')?.slice(1);
      const point = of.places.find((item) => item.id === id)?.point;
      if (!point) throw new Error(`no place for ${id}`);
      const [x = NaN, y = NaN] = at(link);
      const ground = projectNear(whole, point);
      return Math.hypot(x - ground.x, y - ground.y) * scale;
    });
    expect(offs.length).toBeGreaterThan(1);
    return Math.max(...offs);
  }
  const apart = (points: readonly LonLat[]): Picture => {
    const places = points.map((point, i) => place(`p${i}`, point));
    const ids = places.map(({ id }) => id);
    return { ...picture, places, counts: new Map(ids.map((id) => [id, 3])), lines: [], fit: ids };
  };

  it('has its marks on its own ground: both are one picture', () => {
    const near = apart([TIRANA, [20.5, 42], [19.6, 40.5]]);
    for (const layout of ['narrow', 'wide'] as const) {
      expect(offGround(picture, layout)).toBeLessThan(0.5);
      expect(offGround(near, layout)).toBeLessThan(0.5);
    }
  });

  it('has them less than the width of a mark away where the ground is between a globe and a flat map', () => {
    expect(openingOn(circlesOf(apart([TIRANA, TEHRAN]).places, null)).zoom).toBeCloseTo(4.5, 0);
    for (const layout of ['narrow', 'wide'] as const)
      expect(offGround(apart([TIRANA, TEHRAN]), layout)).toBeLessThan(12);
  });

  it('has its marks on its own ground for a story from all around the world, too', () => {
    const around = apart([-150, -90, -30, 30, 90, 150].map((lon, i): LonLat => [lon, 10 * i - 30]));
    expect(offGround(around, 'wide')).toBeLessThan(0.5);
    expect(offGround(around, 'narrow')).toBeLessThan(0.5);
  });

  it('draws the ground once, and lines and names in each layout', () => {
    const root = draw(picture);
    expect(root.querySelectorAll('path.land')).toHaveLength(1);
    expect(root.querySelector('path.land')?.getAttribute('d')?.length).toBeGreaterThan(500);
    for (const layout of ['narrow', 'wide']) {
      const line = root.querySelector(`.${layout} .line.expels`);
      expect(line?.querySelector('title')?.textContent).toBe('Albania expels Iran’s diplomats');
      expect(line?.querySelector('.shaft')?.getAttribute('d')).toMatch(/^M.*Q/);
      const names = [...root.querySelectorAll(`.${layout} .country`)];
      expect(names.length).toBeLessThanOrEqual(12);
    }
    expect(root.querySelectorAll('.wide .country').length).toBeGreaterThan(2);
  });

  it('draws a single event by its kind, half filled when it is disputed, and the radius of a place', () => {
    const counts = new Map([['durres', 1]]);
    const root = draw({ ...picture, counts, fit: ['durres'] });
    const link = root.querySelector('.wide a.mark');
    expect(link?.getAttribute('aria-label')).toBe('Durrës, 1 event');
    expect(link?.classList).toContain('hue-blue');
    expect(link?.querySelectorAll('.body')).toHaveLength(2);
    expect(link?.querySelector('.body.hollow')).not.toBeNull();
    expect(root.querySelector('.wide .circle')?.getAttribute('d')).toMatch(/^M/);
  });

  it('has no colour and no style of its own: those are the page’s', () => {
    expect(posterSvg(picture, base, words)).not.toMatch(/ style=|<style| fill=| stroke=/);
  });

  it('makes nothing but text of what a story says', () => {
    const root = draw(hostile);
    expect(root.querySelector('script')).toBeNull();
    const attributes = [...root.querySelectorAll('*')].flatMap((each) => [...each.attributes]);
    expect(attributes.filter(({ name }) => name.startsWith('on'))).toEqual([]);
    // eslint-disable-next-line no-control-regex
    const said = HOSTILE.replace(/[\u0000-\u001f]/g, '');
    expect(labels(root, 'wide').some((label) => label?.includes(said))).toBe(true);
    expect(root.querySelector('.line title')?.textContent).toBe(said);
    const page = document.createElement('div');
    page.innerHTML = posterSvg(hostile, base, words);
    expect(page.querySelectorAll('*')).toHaveLength(root.querySelectorAll('*').length + 1);
  });

  it('is of the world when there is nothing to show', () => {
    const root = draw({ ...picture, counts: new Map(), fit: [], lines: [] });
    expect(root.querySelector('path.globe')?.getAttribute('d')).toMatch(/^M/);
    expect(root.querySelectorAll('a')).toHaveLength(0);
  });
});

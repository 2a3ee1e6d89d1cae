// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from 'vitest';
import { shapePath } from '../../../../src/lib/core/mark-shapes';
import type { LonLat } from '../../../../src/lib/core/story';
import { ArchiveScene } from '../../../../src/lib/map/archive/archive-scene';
import { SHAPE_RADIUS } from '../../../../src/lib/map/archive/circle-size';
import { EDGE, SHAPES } from '../../../../src/lib/map/opening';
import {
  archiveOpening,
  archivePosterSvg,
  type ArchivePicture
} from '../../../../src/lib/map/poster/archive-poster';
import { openedIn } from '../../../../src/lib/map/poster/scene';
import { archiveCard } from '../../../../src/lib/map/poster/social-card';
import { parseXml } from '../../routes/parse-xml';
import { indexOf, instants, scattered } from '../archive/fixture';
import { TEHRAN, TIRANA } from '../fixture';
import { base, HOSTILE, words } from './fixture';

beforeAll(() => {
  HTMLCanvasElement.prototype.getContext = () => null;
});

const kinds = [{ shape: 'circle' }, { shape: 'square' }, { shape: 'star' }] as const;
const VIENNA: LonLat = [16.37, 48.2];
/** Thirty in Tirana, nine in Tehran, one, of the third kind, in Vienna. */
const few: ArchivePicture = {
  index: indexOf(instants(41, (i) => (i === 5 ? VIENNA : i < 32 ? TIRANA : TEHRAN))),
  fit: null,
  kinds
};
const many: ArchivePicture = {
  index: indexOf(instants(5000, (i) => scattered(i, 120, 80))),
  fit: [-60, -40, 60, 40],
  kinds
};

const draw = (of: ArchivePicture) => parseXml(archivePosterSvg(of, base, words)).documentElement;
const marks = (root: Element, layout: string) => [...root.querySelectorAll(`.${layout} .mark`)];
const numbers = (root: Element, layout: string) =>
  [...root.querySelectorAll(`.${layout} text.number`)].map(({ textContent }) => textContent);
const at = (element: Element | undefined) =>
  (element?.getAttribute('transform') ?? '').match(/-?[\d.]+/g)?.map(Number) ?? [];
const LAYOUTS = { narrow: [390, 372], wide: [840, 600] } as const;

describe('archivePosterSvg', () => {
  it('says in words what it is a picture of', () => {
    const root = draw(few);
    expect(root.getAttribute('role')).toBe('img');
    expect(root.getAttribute('aria-label')).toBe(words.t.picture(41));
    expect(root.classList).toContain(`poster-${archiveOpening(few).shape}`);
  });

  it('has the numbers of events in circles, and a single one as its kind’s shape', () => {
    const root = draw(few);
    for (const layout of ['narrow', 'wide']) {
      expect(numbers(root, layout)).toEqual(['31', '9']);
      const shape = root.querySelector(`.${layout} path.solid`);
      expect(shape?.getAttribute('d')).toBe(shapePath('star', SHAPE_RADIUS));
    }
  });

  it('shows every event that has a place, whatever the layout', () => {
    const root = draw(many);
    for (const layout of ['narrow', 'wide']) {
      const sum = numbers(root, layout).reduce((all, text) => all + Number(text), 0);
      expect(sum + root.querySelectorAll(`.${layout} path.solid`).length).toBe(5000);
    }
  });

  it('has its marks where the map will have them, as large as there', () => {
    const root = draw(many);
    const opening = archiveOpening(many);
    const measure = SHAPES[opening.shape];
    for (const [layout, [width, height]] of Object.entries(LAYOUTS)) {
      const frame = openedIn(opening, width, height, EDGE);
      const scene = new ArchiveScene(many.index, frame);
      scene.show(frame, true, false);
      const drawn = marks(root, layout);
      expect(drawn).toHaveLength(scene.marks.length);
      const scale = Math.max(
        measure.width / (width - 2 * EDGE),
        measure.height / (height - 2 * EDGE)
      );
      for (let i = 0; i < scene.marks.length; i++) {
        const [x, y] = at(drawn[i]);
        const [wantX, wantY] = [scene.marks.x[i] as number, scene.marks.y[i] as number];
        expect(x).toBeCloseTo(measure.width / 2 + (wantX - width / 2) * scale, 0);
        expect(y).toBeCloseTo(measure.height / 2 + (wantY - height / 2) * scale, 0);
        const rim = drawn[i]?.querySelector('.rim');
        if (rim) expect(Number(rim.getAttribute('r'))).toBeCloseTo(scene.marks.radius[i] ?? 0, 1);
      }
    }
  });

  it('has each mark of a flat world on those copies of it alone that a picture of some shape may show', () => {
    const world: ArchivePicture = {
      index: indexOf(instants(5000, (i) => scattered(i, 359, 140))),
      fit: [-179, -60, 179, 75],
      kinds
    };
    const root = draw(world);
    const opening = archiveOpening(world);
    const { width, height } = SHAPES[opening.shape];
    const beyond = Math.max(width, height) / 2;
    for (const [layout, [w, h]] of Object.entries(LAYOUTS)) {
      const frame = openedIn(opening, w, h, EDGE);
      const scene = new ArchiveScene(world.index, frame);
      scene.show(frame, true, false);
      const scale = Math.max(width / (w - 2 * EDGE), height / (h - 2 * EDGE));
      const all = Array.from({ length: scene.marks.length }, (_, i) =>
        [-1, 0, 1].map((copy) => ({
          x: ((scene.marks.x[i] as number) + copy * scene.projection.view.world - w / 2) * scale,
          radius: (scene.marks.radius[i] as number) * scale
        }))
      ).flat();
      const shown = all.filter(({ x, radius }) => Math.abs(x) <= width / 2 + beyond + radius);
      expect(scene.projection.view.lastCopy).toBe(1);
      expect(shown.length).toBeLessThan(all.length);
      const drawn = marks(root, layout).map((mark) => (at(mark)[0] as number) - width / 2);
      expect(drawn).toHaveLength(shown.length);
      drawn
        .toSorted((a, b) => a - b)
        .forEach((x, i) =>
          expect(x).toBeCloseTo(shown.map(({ x }) => x).sort((a, b) => a - b)[i] ?? 0, 0)
        );
    }
  });

  it('has no colour and no style of its own, and makes nothing but text of words', () => {
    expect(archivePosterSvg(many, base, words)).not.toMatch(/ style=|<style| fill=| stroke=/);
    const t = { ...words.t, picture: () => HOSTILE };
    const root = parseXml(archivePosterSvg(few, base, { language: 'en', t })).documentElement;
    expect(root.querySelector('script')).toBeNull();
    expect(root.getAttribute('aria-label')).toContain('<script>');
  });

  it('is of the world where no event has a place', () => {
    const nowhere = indexOf(instants(3, () => [NaN, NaN]));
    const root = draw({ index: nowhere, fit: null, kinds });
    expect(root.querySelector('path.globe')?.getAttribute('d')).toMatch(/^M/);
    expect(root.querySelectorAll('.mark')).toHaveLength(0);
  });
});

describe('archiveCard', () => {
  const tokens = new Map([
    ['paper', '#ffffff'],
    ['sea', '#0000ff']
  ]);
  const card = (of: ArchivePicture) =>
    parseXml(
      archiveCard(
        of,
        base,
        words,
        { title: 'All of it', facts: ['41 events'], credit: 'Us' },
        tokens
      )
    ).documentElement;

  it('has the same numbers beside the words', () => {
    const root = card(few);
    const text = [...root.querySelectorAll('text.number')].map(({ textContent }) => textContent);
    expect(text).toEqual(['31', '9']);
    for (const mark of root.querySelectorAll('.mark')) expect(at(mark)[0]).toBeGreaterThan(440);
    expect(root.querySelector('text.title')?.textContent).toBe('All of it');
  });

  it('has no mark beside the picture', () => {
    const scatteredOver = indexOf(instants(5000, (i) => scattered(i, 359, 140)));
    const all = [
      ...card({ ...many, index: scatteredOver, fit: [-179, -60, 179, 75] }).querySelectorAll(
        '.mark'
      )
    ];
    expect(all.length).toBeGreaterThan(20);
    for (const mark of all) {
      expect(at(mark)[0]).toBeGreaterThan(-40);
      expect(at(mark)[0]).toBeLessThan(1240);
    }
  });

  it('has sea around a flat world', () => {
    const world = { ...many, fit: [-179, -60, 179, 75] as const };
    expect(card(world).querySelector('rect')?.getAttribute('class')).toBe('sea');
    expect(card(few).querySelector('rect')?.getAttribute('class')).toBe('paper');
  });
});

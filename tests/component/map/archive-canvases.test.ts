import { waitFor } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ArchiveIndex } from '../../../src/lib/core/archive/archive-index';
import { NOWHERE } from '../../../src/lib/core/archive/fixed-point';
import { shapePath } from '../../../src/lib/core/mark-shapes';
import type { LonLat } from '../../../src/lib/core/story';
import { ArchiveScene } from '../../../src/lib/map/archive/archive-scene';
import { SHAPE_RADIUS } from '../../../src/lib/map/archive/circle-size';
import { projectNear } from '../../../src/lib/map/projection';
import { Browser, TOPOLOGY } from './browser';
import { EventMap as FakeMap } from './fake-event-map';
import { FakeCard, FakePaper } from './fake-canvas';
import { DAY, days, DURRES, indexAt, NEAR, show, TIRANA } from './shown-archive';

vi.mock('../../../src/lib/map/event-map', async () => import('./fake-event-map'));

let browser: Browser;
/** The page's colours: jsdom hands no custom property down. */
let tokens: Record<string, string>;
beforeEach(() => {
  FakeMap.reset();
  browser = new Browser();
  tokens = { '--ink': INK, '--paper': PAPER, '--accent': '#aa0000' };
  vi.stubGlobal('getComputedStyle', () => ({
    fontFamily: 'sans-serif',
    getPropertyValue: (name: string) => tokens[name] ?? ''
  }));
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(JSON.stringify(TOPOLOGY)))
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));

const INK = '#111111';
const PAPER = '#eeeeee';

describe('the painter', () => {
  it('writes each number where its events are, and draws a single event as its kind’s shape', async () => {
    const paper = new FakePaper();
    const { map } = await show({ camera: NEAR });
    await waitFor(() => expect(paper.texts).toHaveLength(1));
    const [tirana, durres] = [TIRANA, DURRES].map((place) => projectNear(map.frame, place));
    const [number] = paper.texts;
    expect(number).toMatchObject({ text: '12', colour: PAPER });
    expect(number?.x).toBeCloseTo(tirana?.x ?? 0, 1);
    expect(number?.y).toBeCloseTo(tirana?.y ?? 0, 1);
    const shape = paper.shapes.at(-1);
    expect(shape).toMatchObject({ path: shapePath('circle', SHAPE_RADIUS), colour: INK, alpha: 1 });
    expect(shape?.x).toBeCloseTo(durres?.x ?? 0, 1);
  });

  it('makes ahead, once all rests, what further steps need, a part at a time, until it is gone', async () => {
    new FakePaper();
    const prepare = vi.spyOn(ArchiveScene.prototype, 'prepare');
    prepare.mockReturnValueOnce(true).mockReturnValueOnce(true).mockReturnValueOnce(false);
    const { ondrawn, rerender, unmount } = await show({ camera: NEAR });
    await waitFor(() => expect(ondrawn).toHaveBeenCalled());
    expect(prepare).not.toHaveBeenCalled();
    await waitFor(() => expect(prepare).toHaveBeenCalledTimes(3));
    await pause(50);
    expect(prepare).toHaveBeenCalledTimes(3);
    prepare.mockReturnValue(true);
    await rerender({ window: days(3, 8) });
    await waitFor(() => expect(prepare.mock.calls.length).toBeGreaterThan(5));
    unmount();
    const calls = prepare.mock.calls.length;
    await pause(50);
    expect(prepare).toHaveBeenCalledTimes(calls);
  });

  it('follows the window', async () => {
    const paper = new FakePaper();
    const { rerender } = await show({ camera: NEAR });
    await waitFor(() => expect(paper.texts.map(({ text }) => text)).toEqual(['12']));
    await rerender({ window: days(3, 8) });
    await waitFor(() => expect(paper.texts.map(({ text }) => text)).toEqual(['6']));
    expect(paper.shapes).toEqual([]);
  });

  it('draws with each picture of a movement, in that picture', async () => {
    const paper = new FakePaper();
    const { map } = await show({ camera: NEAR });
    await waitFor(() => expect(paper.texts).toHaveLength(1));
    map.ready();
    await waitFor(() => expect(document.querySelector('.ground.living')).not.toBeNull());
    map.moveTo({ ...NEAR, lon: 19.82 });
    // Not a frame later: at once.
    expect(paper.texts[0]?.x).toBeCloseTo(400, 0);
  });

  it('shows what surely is in the window solid, and what only may be pale around it', async () => {
    const paper = new FakePaper();
    const list = Array.from({ length: 8 }, (_, i) => i);
    const column = (of: (i: number) => number) => Float64Array.from(list, of);
    const soft = ArchiveIndex.build({
      size: 8,
      start: column(() => 0),
      startLatest: column((i) => (i < 2 ? 0 : 9 * DAY)),
      endEarliest: column((i) => (i < 2 ? 9 * DAY : 0)),
      end: column(() => 9 * DAY),
      lon: column(() => TIRANA[0]),
      lat: column(() => TIRANA[1]),
      kind: null
    });
    const { rerender } = await show({ index: soft, camera: NEAR, window: days(2, 4) });
    await waitFor(() => expect(paper.texts.map(({ text }) => text)).toEqual(['8']));
    const pale = paper.circles.find(({ alpha }) => alpha < 1);
    const solid = paper.circles.find(({ alpha, colour }) => alpha === 1 && colour === INK);
    expect(pale?.colour).toBe(INK);
    expect(pale?.radius).toBeGreaterThan(solid?.radius ?? 0);
    await rerender({ certainty: 'surely' });
    await waitFor(() => expect(paper.texts.map(({ text }) => text)).toEqual(['2']));
    expect(paper.circles.every(({ alpha }) => alpha === 1)).toBe(true);
  });

  it('rings the selected event in the accent, where it is', async () => {
    const paper = new FakePaper();
    const { map, rerender } = await show({ camera: NEAR, selected: 12 });
    await waitFor(() => expect(paper.rings).toHaveLength(1));
    expect(paper.rings[0]?.colour).toBe('#aa0000');
    expect(paper.rings[0]?.x).toBeCloseTo(projectNear(map.frame, DURRES).x, 1);
    expect(paper.shapes.at(-1)).toMatchObject({ colour: '#aa0000', alpha: 1 });
    // Out of the window it is no more than an outline of itself.
    await rerender({ window: days(0, 3) });
    await waitFor(() => expect(paper.shapes.at(-1)?.alpha).toBeLessThan(1));
    expect(paper.rings).toHaveLength(1);
  });

  it('draws an open event that has no place nowhere, and not at a pole', async () => {
    const paper = new FakePaper();
    const unplaced = indexAt([TIRANA, [NaN, NaN]]);
    const position = unplaced.y.indexOf(NOWHERE);
    const { ondrawn } = await show({
      ...{ index: unplaced, selected: position, hovered: position },
      camera: { lon: 0, lat: 85, zoom: 1 }
    });
    await waitFor(() => expect(ondrawn).toHaveBeenLastCalledWith(2));
    expect(paper.rings).toEqual([]);
  });

  it('rings the circle that an event is in, and leaves its number to be read', async () => {
    const paper = new FakePaper();
    const { map } = await show({ camera: NEAR, hovered: 3 });
    await waitFor(() => expect(paper.rings).toHaveLength(1));
    expect(paper.rings[0]?.colour).toBe(INK);
    expect(paper.rings[0]?.x).toBeCloseTo(projectNear(map.frame, TIRANA).x, 1);
    expect(paper.texts.map(({ text }) => text)).toEqual(['12']);
    const [number] = paper.texts;
    const over = paper.circles.at(-1);
    // Nothing was drawn over it.
    expect(over?.x).toBeCloseTo(number?.x ?? 0, 1);
    expect(paper.shapes.every(({ x }) => Math.abs(x - (number?.x ?? 0)) > 20)).toBe(true);
  });

  it('takes up the page’s colours when they change', async () => {
    const paper = new FakePaper();
    await show({ camera: NEAR });
    await waitFor(() => expect(paper.texts[0]?.colour).toBe(PAPER));
    tokens['--paper'] = '#222222';
    browser.scheme.dispatchEvent(new Event('change'));
    await waitFor(() => expect(paper.texts[0]?.colour).toBe('#222222'));
  });
});

describe('dots', () => {
  /** Too many for marks of their own, and a hundred in one place. */
  const many = indexAt(
    Array.from({ length: 500 }, (_, i): LonLat =>
      i < 100
        ? TIRANA
        : [((i * 0.754_877_666_2) % 1) * 100 - 30, ((i * 0.569_840_290_9) % 1) * 60 - 5]
    )
  );
  const fit = [-30, -10, 75, 60];
  const canvas = () => document.querySelector('canvas.dots') as HTMLCanvasElement;
  const written = (paper: FakePaper) =>
    paper.texts.reduce((sum, { text }) => sum + Number(text), 0) + paper.shapes.length;

  it('are drawn where there are more events than marks, each once with the numbers', async () => {
    const card = new FakeCard();
    const paper = new FakePaper(card.gl);
    const { ondrawn } = await show({ index: many, fit });
    await waitFor(() => expect(ondrawn).toHaveBeenCalledWith(500));
    expect(canvas().hidden).toBe(false);
    expect(card.drawn[0]).toBeGreaterThan(100);
    expect((card.drawn[0] as number) + written(paper)).toBe(500);
    expect(card.uniforms.get('ink')).toEqual([17, 17, 17].map((channel) => channel / 255));
  });

  it('are of other events when there are others', async () => {
    const card = new FakeCard();
    new FakePaper(card.gl);
    const { ondrawn, rerender } = await show({ index: many, fit });
    await waitFor(() => expect(ondrawn).toHaveBeenCalled());
    const before = card.places;
    const moved = Array.from({ length: 500 }, (_, i): LonLat => [(i % 90) - 20, (i % 37) + 4]);
    await rerender({ index: indexAt(moved) });
    await waitFor(() => expect(card.places).not.toEqual(before));
  });

  it('need no graphics card of their own where all are marks', async () => {
    const card = new FakeCard();
    const paper = new FakePaper(card.gl);
    await show({ camera: NEAR });
    await waitFor(() => expect(paper.texts).toHaveLength(1));
    expect(canvas().hidden).toBe(true);
    expect(card.uniforms.size).toBe(0);
  });

  it('are numbers instead where there is no WebGL', async () => {
    const paper = new FakePaper(null);
    const { ondrawn } = await show({ index: many, fit });
    await waitFor(() => expect(ondrawn).toHaveBeenCalledWith(500));
    expect(canvas().hidden).toBe(true);
    expect(written(paper)).toBe(500);
  });

  it('are numbers until the graphics card is back after it let go of them', async () => {
    const card = new FakeCard();
    const paper = new FakePaper(card.gl);
    const { ondrawn } = await show({ index: many, fit });
    await waitFor(() => expect(ondrawn).toHaveBeenCalled());
    const event = new Event('webglcontextlost', { cancelable: true });
    canvas().dispatchEvent(event);
    // Else it would not come back.
    expect(event.defaultPrevented).toBe(true);
    await waitFor(() => expect(canvas().hidden).toBe(true));
    expect(written(paper)).toBe(500);
    card.drawn = [];
    canvas().dispatchEvent(new Event('webglcontextrestored'));
    await waitFor(() => expect(canvas().hidden).toBe(false));
    expect((card.drawn[0] as number) + written(paper)).toBe(500);
  });
});

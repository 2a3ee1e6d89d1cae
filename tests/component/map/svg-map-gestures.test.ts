import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { LonLat } from '../../../src/lib/core/story';
import { formatCamera, parseCamera } from '../../../src/lib/core/camera-text';
import type { Frame, Point } from '../../../src/lib/map/projection';
import { drag, drawMap, NEAR, point, press, wheel } from './drawn-map';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** How far from a point of the picture a place of the ground is drawn. */
const off = (frame: Frame, ground: LonLat | null, { x, y }: Point) => {
  if (ground === null) throw new Error('no ground there');
  const at = frame.project(ground);
  return Math.hypot(at.x - x, at.y - y);
};

describe('a drag', () => {
  it('takes the ground along on the flat map', () => {
    const { map, surface } = drawMap({ start: NEAR });
    const held = map.frame.unproject({ x: 300, y: 200 });
    drag(surface, [300, 200], [420, 260]);
    expect(off(map.frame, held, { x: 420, y: 260 })).toBeLessThan(0.5);
    expect(map.frame.zoom).toBe(8);
  });

  it('turns the globe under the finger, which stays as large as it is', () => {
    const { map, surface } = drawMap();
    const { radius, center } = map.frame;
    drag(surface, [400, 300], [430, 320]);
    expect(off(map.frame, center, { x: 430, y: 320 })).toBeLessThan(2);
    expect(map.frame.radius).toBeCloseTo(radius, 6);
  });

  it('is reported once, at its end, as a link carries it', () => {
    const { surface, oncamera, onmove, onrest, map } = drawMap({ start: NEAR });
    onmove.mockClear();
    onrest.mockClear();
    point(surface, 'pointerdown', 300, 200);
    for (let x = 310; x < 360; x += 10) point(surface, 'pointermove', x, 200);
    expect(onmove).toHaveBeenCalledTimes(5);
    expect(oncamera).not.toHaveBeenCalled();
    expect(onrest).not.toHaveBeenCalled();
    expect(map.moving).toBe(true);
    point(surface, 'pointerup', 350, 200);
    expect(oncamera).toHaveBeenCalledTimes(1);
    expect(onrest).toHaveBeenCalledTimes(1);
    expect(map.moving).toBe(false);
    const [camera] = oncamera.mock.calls[0] as [typeof NEAR];
    expect(parseCamera(formatCamera(camera))).toEqual(camera);
    map.show(camera, false);
    expect(map.camera.lon).not.toBe(camera.lon);
  });

  it('is none when the finger barely moves: that is a press beside all marks', () => {
    const { map, surface, oncamera, onground } = drawMap({ start: NEAR });
    drag(surface, [300, 200], [302, 201]);
    expect(onground).toHaveBeenCalledTimes(1);
    expect(oncamera).not.toHaveBeenCalled();
    expect(map.camera).toEqual(NEAR);
    drag(surface, [300, 200], [350, 200]);
    expect(onground).toHaveBeenCalledTimes(1);
    drag(surface, [300, 200], [300, 200]);
    expect(onground).toHaveBeenCalledTimes(2);
  });

  it('of another button or of a pointer that is not down moves nothing', () => {
    const { map, surface, oncamera } = drawMap({ start: NEAR });
    point(surface, 'pointerdown', 300, 200, { button: 2 });
    point(surface, 'pointermove', 380, 200);
    point(surface, 'pointerup', 380, 200);
    expect(map.camera).toEqual(NEAR);
    expect(oncamera).not.toHaveBeenCalled();
  });

  it('goes around the world, and stops where the map ends', () => {
    const { map, surface } = drawMap({ start: { lon: 179.99, lat: 84, zoom: 6 } });
    drag(surface, [400, 300], [300, 300]);
    expect(map.camera.lon).toBeLessThan(-178);
    for (let i = 0; i < 5; i++) drag(surface, [400, 100], [400, 500]);
    expect(map.camera.lat).toBe(85);
  });
});

describe('two fingers', () => {
  const touch = (pointerId: number) => ({ pointerId, pointerType: 'touch' });

  it.each([true, false])('zoom about their middle and move it (cooperative: %s)', (cooperative) => {
    const { map, surface, oncamera } = drawMap({ start: NEAR, cooperative });
    const held = map.frame.unproject({ x: 350, y: 250 });
    point(surface, 'pointerdown', 300, 250, touch(1));
    point(surface, 'pointerdown', 400, 250, touch(2));
    point(surface, 'pointermove', 280, 280, touch(1));
    point(surface, 'pointermove', 480, 280, touch(2));
    expect(map.frame.zoom).toBeCloseTo(9, 1);
    expect(off(map.frame, held, { x: 380, y: 280 })).toBeLessThan(1);
    point(surface, 'pointerup', 280, 280, touch(1));
    expect(oncamera).not.toHaveBeenCalled();
    point(surface, 'pointerup', 480, 280, touch(2));
    expect(oncamera).toHaveBeenCalledTimes(1);
  });

  it('are no press, and a third changes nothing', () => {
    const { map, surface, onground } = drawMap({ start: NEAR });
    point(surface, 'pointerdown', 300, 250, touch(1));
    point(surface, 'pointerdown', 400, 250, touch(2));
    point(surface, 'pointerdown', 500, 250, touch(3));
    point(surface, 'pointermove', 500, 400, touch(3));
    expect(map.camera).toEqual(NEAR);
    point(surface, 'pointermove', 250, 250, touch(1));
    surface.dispatchEvent(new MouseEvent('click', { bubbles: true }));
    expect(onground).not.toHaveBeenCalled();
  });
});

describe('the wheel', () => {
  it.each([NEAR, { ...NEAR, zoom: 6.5 }])('zooms about the pointer', (start) => {
    const { map, surface } = drawMap({ start });
    const held = map.frame.unproject({ x: 600, y: 150 });
    const event = wheel(surface, -225, { clientX: 600, clientY: 150 });
    expect(event.defaultPrevented).toBe(true);
    expect(map.frame.zoom).toBeCloseTo(start.zoom + 0.5, 6);
    expect(off(map.frame, held, { x: 600, y: 150 })).toBeLessThan(0.5);
    wheel(surface, 225, { clientX: 600, clientY: 150 });
    expect(map.frame.zoom).toBeCloseTo(start.zoom, 6);
    expect(off(map.frame, held, { x: 600, y: 150 })).toBeLessThan(0.5);
  });

  it('is reported once it has rested', () => {
    const { surface, oncamera, map } = drawMap({ start: NEAR });
    for (let i = 0; i < 4; i++) {
      wheel(surface, -40);
      vi.advanceTimersByTime(100);
    }
    expect(oncamera).not.toHaveBeenCalled();
    expect(map.moving).toBe(true);
    vi.advanceTimersByTime(100);
    expect(oncamera).toHaveBeenCalledTimes(1);
    expect(map.moving).toBe(false);
  });

  it('knows lines and pages, and never leaps by more than one step', () => {
    const { map, surface } = drawMap({ start: NEAR });
    wheel(surface, -3, { deltaMode: 1 });
    expect(map.frame.zoom).toBeCloseTo(8.2, 6);
    wheel(surface, -100_000);
    expect(map.frame.zoom).toBeCloseTo(9.2, 6);
  });

  it('stops where there is nothing more to see', () => {
    const { map, surface } = drawMap({ start: { ...NEAR, zoom: 16.9 } });
    const { center } = map.frame;
    wheel(surface, -400, { clientX: 700 });
    wheel(surface, -400, { clientX: 700 });
    expect(map.frame.zoom).toBe(17);
    expect(Math.abs(map.frame.center[0] - center[0])).toBeLessThan(0.001);
  });
});

describe('keys', () => {
  it('move the map by the arrows and zoom it by plus and minus, each reported', () => {
    const { map, surface, oncamera } = drawMap({ start: NEAR });
    const start = map.frame.center;
    press(surface, 'ArrowRight');
    expect(off(map.frame, start, { x: 300, y: 300 })).toBeLessThan(0.5);
    press(surface, 'ArrowDown');
    expect(off(map.frame, start, { x: 300, y: 200 })).toBeLessThan(0.5);
    press(surface, 'ArrowLeft');
    press(surface, 'ArrowUp');
    expect(off(map.frame, start, { x: 400, y: 300 })).toBeLessThan(0.5);
    expect(oncamera).toHaveBeenCalledTimes(4);
    press(surface, '+');
    press(surface, '=');
    expect(map.frame.zoom).toBe(10);
    press(surface, '-');
    expect(map.frame.zoom).toBe(9);
    expect(oncamera).toHaveBeenCalledTimes(7);
  });

  it('are the browser’s with Ctrl, Alt or ⌘, on a mark, and when they mean nothing here', () => {
    const { map, surface } = drawMap({ start: NEAR });
    const mark = document.createElement('button');
    surface.append(mark);
    const events = [
      press(surface, '+', { ctrlKey: true }),
      press(surface, 'ArrowLeft', { altKey: true }),
      press(surface, '-', { metaKey: true }),
      press(mark, 'ArrowLeft'),
      press(surface, 'Tab')
    ];
    expect(events.map(({ defaultPrevented }) => defaultPrevented)).not.toContain(true);
    expect(map.camera).toEqual(NEAR);
    expect(press(surface, 'ArrowLeft').defaultPrevented).toBe(true);
  });
});

describe('a double click', () => {
  const twice = (on: Element, more: MouseEventInit) =>
    on.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, cancelable: true, ...more }));

  it('goes one step closer to where it is, and with Shift one away', () => {
    const { map, surface, oncamera } = drawMap({ start: NEAR });
    const held = map.frame.unproject({ x: 600, y: 400 });
    twice(surface, { clientX: 600, clientY: 400 });
    expect(map.frame.zoom).toBe(9);
    expect(off(map.frame, held, { x: 600, y: 400 })).toBeLessThan(0.5);
    twice(surface, { clientX: 600, clientY: 400, shiftKey: true });
    expect(map.frame.zoom).toBe(8);
    expect(off(map.frame, held, { x: 600, y: 400 })).toBeLessThan(0.5);
    expect(oncamera).toHaveBeenCalledTimes(2);
  });
});

describe('within an article', () => {
  const cooperative = { start: NEAR, cooperative: true };

  it('the wheel is left to the page, with a word on how to zoom, which goes away again', () => {
    const { map, surface } = drawMap(cooperative);
    expect(wheel(surface, -100).defaultPrevented).toBe(false);
    expect(map.camera).toEqual(NEAR);
    expect(surface.dataset['hint']).toBe('Use Ctrl');
    vi.advanceTimersByTime(1300);
    expect(surface.dataset['hint']).toBeUndefined();
    expect(wheel(surface, -25, { ctrlKey: true }).defaultPrevented).toBe(true);
    expect(map.frame.zoom).toBeGreaterThan(8);
  });

  it('so is one finger, but not a mouse', () => {
    const { map, surface, oncamera } = drawMap(cooperative);
    drag(surface, [300, 200], [300, 280], { pointerType: 'touch' });
    expect(map.camera).toEqual(NEAR);
    expect(oncamera).not.toHaveBeenCalled();
    expect(surface.dataset['hint']).toBe('Use two fingers');
    drag(surface, [300, 200], [300, 280]);
    expect(map.camera.lat).toBeGreaterThan(NEAR.lat);
  });

  it('is no more within an article when the page stops to scroll, and the other way round', () => {
    const { map, surface } = drawMap(cooperative);
    expect(surface.classList.contains('cooperative')).toBe(true);
    map.setCooperative(false);
    expect(surface.classList.contains('cooperative')).toBe(false);
    expect(wheel(surface, -100).defaultPrevented).toBe(true);
    drag(surface, [300, 200], [300, 280], { pointerType: 'touch' });
    expect(map.camera.lat).toBeGreaterThan(NEAR.lat);
    map.setCooperative(true);
    expect(wheel(surface, -100).defaultPrevented).toBe(false);
  });

  it('a word that is still needed stays, however long the wheel turns', () => {
    const { surface } = drawMap(cooperative);
    wheel(surface, -100);
    vi.advanceTimersByTime(1000);
    wheel(surface, -100);
    vi.advanceTimersByTime(1000);
    expect(surface.dataset['hint']).toBe('Use Ctrl');
  });
});

it('hears nothing any more once it is gone', () => {
  const { map, surface, onmove, oncamera } = drawMap({ start: NEAR });
  wheel(surface, -40);
  map.destroy();
  onmove.mockClear();
  drag(surface, [300, 200], [400, 200]);
  wheel(surface, -40);
  vi.advanceTimersByTime(1000);
  expect(onmove).not.toHaveBeenCalled();
  expect(oncamera).not.toHaveBeenCalled();
});

it('lets go of a mouse whose button was released outside the map', () => {
  const { map, surface } = drawMap({ start: NEAR });
  point(surface, 'pointerdown', 300, 200);
  // Out of the map within a few pixels, released there, and back.
  const before = map.camera;
  point(surface, 'pointermove', 400, 260, { buttons: 0 });
  expect(map.camera).toEqual(before);
  expect(map.moving).toBe(false);
});

it('keeps the ground in sight across the antimeridian', async () => {
  const { surface } = drawMap({ start: { lon: 179.9, lat: 10, zoom: 8 } });
  await vi.advanceTimersByTimeAsync(500);
  point(surface, 'pointerdown', 400, 300);
  point(surface, 'pointermove', 300, 300);
  const [, x = 'none'] =
    /translate\((-?[\d.]+)/.exec(surface.querySelector('svg g')?.getAttribute('transform') ?? '') ??
    [];
  expect(Number(x)).toBeCloseTo(-100, 0);
});

import { vi } from 'vitest';
import { Aim } from '../../../src/lib/map/aim';
import type { BaseTopology } from '../../../src/lib/map/basemap-data';
import { cameraFor, openingOn } from '../../../src/lib/map/opening';
import { SvgMap, type SvgMapOptions } from '../../../src/lib/map/svg-map';
import { Browser, TOPOLOGY } from './browser';

export const TIRANA = [19.82, 41.33] as const;
export const TEHRAN = [51.42, 35.69] as const;
/** Far enough for a globe. */
export const opening = openingOn(
  [TIRANA, TEHRAN, [-77, 39] as const].map((point) => ({ point, radius: 0 }))
);
/** Where web Mercator is all there is. */
export const NEAR = { lon: 19.82, lat: 41.33, zoom: 8 };

/** A drawn map in a picture of 800 by 600, looking at the opening unless told otherwise. */
export function drawMap(over: Partial<SvgMapOptions> = {}, browser = new Browser()) {
  const heard = {
    onmove: vi.fn(),
    onrest: vi.fn(),
    oncamera: vi.fn(),
    onground: vi.fn(),
    onlaid: vi.fn()
  };
  const ground = {
    coarse: vi.fn(async () => TOPOLOGY as unknown as BaseTopology),
    fine: vi.fn(async () => TOPOLOGY as unknown as BaseTopology)
  };
  const container = document.createElement('div');
  document.body.replaceChildren(container);
  const aim = new Aim();
  const map = new SvgMap(container, {
    aim,
    start: cameraFor(opening, browser.width, browser.height),
    lens: opening,
    hidden: [],
    clear: [],
    padding: { top: 0, right: 0, bottom: 0, left: 0 },
    language: 'en',
    title: 'Map',
    gestures: { desktop: 'Use Ctrl', mac: 'Use ⌘', touch: 'Use two fingers' },
    cooperative: false,
    poster: null,
    ground,
    ...heard,
    ...over
  });
  const surface = container.querySelector('.drawn-map') as HTMLElement;
  const path = (name: string) => surface.querySelector(`path.${name}`)?.getAttribute('d') ?? '';
  return { map, aim, browser, container, surface, ground, path, ...heard };
}

type Mouse = MouseEventInit & { pointerId?: number; pointerType?: string };

export function point(on: Element, type: string, x: number, y: number, more: Mouse = {}): Event {
  const event = new PointerEvent(type, {
    bubbles: true,
    cancelable: true,
    pointerId: 1,
    pointerType: 'mouse',
    clientX: x,
    clientY: y,
    buttons: type === 'pointerup' ? 0 : 1,
    ...more
  });
  on.dispatchEvent(event);
  return event;
}

/** A press, a movement in steps and a release, as a browser tells of them: a click comes last. */
export function drag(on: Element, from: [number, number], to: [number, number], more: Mouse = {}) {
  point(on, 'pointerdown', ...from, more);
  for (const share of [0.5, 1])
    point(
      on,
      'pointermove',
      from[0] + (to[0] - from[0]) * share,
      from[1] + (to[1] - from[1]) * share,
      more
    );
  point(on, 'pointerup', ...to, more);
  on.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX: to[0], clientY: to[1] }));
}

export function wheel(on: Element, deltaY: number, more: WheelEventInit = {}): WheelEvent {
  const event = new WheelEvent('wheel', {
    bubbles: true,
    cancelable: true,
    deltaY,
    clientX: 400,
    clientY: 300,
    ...more
  });
  on.dispatchEvent(event);
  return event;
}

export function press(on: Element, key: string, more: KeyboardEventInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { bubbles: true, cancelable: true, key, ...more });
  on.dispatchEvent(event);
  return event;
}

import type { Point } from './projection';

interface Moves {
  /** By pixels. */
  readonly pan: (dx: number, dy: number) => void;
  /** Zooms by this much, the ground at a point of the element staying where it is; null: at the middle. */
  readonly zoom: (by: number, at: Point | null) => void;
  /** The same, in an animated step. */
  readonly step: (by: number, at: Point | null) => void;
  /** After the last move of a gesture. */
  readonly rest: () => void;
  /** A press without a move. */
  readonly click: (at: Point) => void;
  /** A gesture that is left to the page. */
  readonly refuse: (how: 'wheel' | 'touch') => void;
}

/** Farther than this, a press is a drag; pixels. */
const SLACK = 4;
/** As MapLibre: a key pans by this many pixels. */
const KEY_PAN = 100;
const WHEEL_STEP = 1 / 450;

/**
 * Hears how a reader moves a map: drag, pinch, wheel, double click, arrow keys, plus and minus. While it is `cooperative`, wheel and one finger
 * are left to the page. Returns how to stop.
 */
export function hearGestures(
  element: HTMLElement,
  cooperative: () => boolean,
  { pan, zoom, step, rest, click, refuse }: Moves
): () => void {
  const fingers = new Map<number, Point>();
  let moved = false;
  let wheeling: ReturnType<typeof setTimeout> | undefined;
  const at = (event: MouseEvent): Point => {
    const { left, top } = element.getBoundingClientRect();
    // A page may show it enlarged.
    const scale = element.currentCSSZoom ?? 1;
    return { x: (event.clientX - left) / scale, y: (event.clientY - top) / scale };
  };
  const middleOf = (points: readonly Point[]): Point => ({
    x: points.reduce((sum, { x }) => sum + x, 0) / points.length,
    y: points.reduce((sum, { y }) => sum + y, 0) / points.length
  });
  const spread = ([a, b]: readonly Point[]) =>
    a && b ? Math.max(1, Math.hypot(a.x - b.x, a.y - b.y)) : 1;

  function down(event: PointerEvent) {
    if (event.button !== 0 || fingers.size === 2) return;
    if (fingers.size === 0) moved = false;
    fingers.set(event.pointerId, at(event));
  }

  function move(event: PointerEvent) {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    // Let go where nobody heard of it: outside the map, before it was a drag.
    if (event.pointerType === 'mouse' && event.buttons === 0) return up(event);
    const now = at(event);
    if (!moved && fingers.size === 1 && Math.hypot(now.x - before.x, now.y - before.y) < SLACK)
      return;
    if (cooperative() && event.pointerType === 'touch' && fingers.size === 1) {
      refuse('touch');
      return;
    }
    // Not before it is a drag: a captured pointer clicks no mark.
    if (!moved) element.setPointerCapture(event.pointerId);
    moved = true;
    const old = [...fingers.values()];
    fingers.set(event.pointerId, now);
    const next = [...fingers.values()];
    const [from, to] = [middleOf(old), middleOf(next)];
    pan(to.x - from.x, to.y - from.y);
    if (next.length === 2) zoom(Math.log2(spread(next) / spread(old)), to);
  }

  function up(event: PointerEvent) {
    if (!fingers.delete(event.pointerId) || fingers.size > 0) return;
    if (moved) rest();
  }

  function press(event: MouseEvent) {
    if (moved) event.stopPropagation();
    else click(at(event));
    moved = false;
  }

  function wheel(event: WheelEvent) {
    if (cooperative() && !event.ctrlKey && !event.metaKey) return refuse('wheel');
    event.preventDefault();
    // Lines and pages in pixels; a pinch on a touchpad comes as small steps with Ctrl.
    const unit = [1, 30, 300][event.deltaMode] ?? 1;
    const pixels = event.deltaY * unit * (event.ctrlKey ? 4 : 1);
    zoom(Math.max(-1, Math.min(1, -pixels * WHEEL_STEP)), at(event));
    clearTimeout(wheeling);
    wheeling = setTimeout(rest, 160);
  }

  function double(event: MouseEvent) {
    event.preventDefault();
    step(event.shiftKey ? -1 : 1, at(event));
  }

  function key(event: KeyboardEvent) {
    if (event.target !== element || event.altKey || event.ctrlKey || event.metaKey) return;
    const act = {
      ArrowLeft: () => pan(KEY_PAN, 0),
      ArrowRight: () => pan(-KEY_PAN, 0),
      ArrowUp: () => pan(0, KEY_PAN),
      ArrowDown: () => pan(0, -KEY_PAN),
      '+': () => step(1, null),
      '=': () => step(1, null),
      '-': () => step(-1, null)
    }[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
    if (event.key.startsWith('Arrow')) rest();
  }

  const stop = new AbortController();
  const heard = { signal: stop.signal };
  element.addEventListener('pointerdown', down, heard);
  element.addEventListener('pointermove', move, heard);
  element.addEventListener('pointerup', up, heard);
  element.addEventListener('pointercancel', up, heard);
  element.addEventListener('click', press, heard);
  element.addEventListener('wheel', wheel, { ...heard, passive: false });
  element.addEventListener('dblclick', double, heard);
  element.addEventListener('keydown', key, heard);
  return () => {
    clearTimeout(wheeling);
    stop.abort();
  };
}

import type { Attachment } from 'svelte/attachments';
import { grips } from '../layout';
import type { TimelineControl } from '../timeline-control';
import type { Handle } from '../window-handles';

export interface GestureReports {
  onselect(id: string): void;
  onhover(id: string | null): void;
  /** The mouse is at a point of the plot, in pixels; null: it has left, or holds something. */
  onpoint?(at: Point | null): void;
  /** A tap on what is no mark. */
  ontap?(at: Point): void;
  /** A double click on what is no mark. True: it is answered, and zooms nothing in. */
  ondouble?(at: Point): boolean;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A finger that moves less than this has tapped. */
const SLOP = 4;

interface Touch {
  readonly startX: number;
  x: number;
  moved: boolean;
  readonly action: Handle | 'pan';
  readonly mark: string | null;
  readonly crowd: boolean;
}

/**
 * Pointers and wheel over the plot. One finger or the mouse: drags an end, the window, or, elsewhere and when zoomed, the axis; a tap
 * on a mark selects it. Two fingers: pinch. Ctrl or ⌘ with the wheel (a trackpad's pinch says the same) zooms; Shift with the wheel, or
 * sideways, pans; the plain wheel is the page's. A double click zooms in.
 */
export function gestures(
  control: TimelineControl,
  reports: GestureReports
): Attachment<SVGElement> {
  return (plot) => {
    const touches = new Map<number, Touch>();
    /** Whether the last two taps hit a mark. A double click cannot say so itself: the pointer is captured, so it goes to the plot. */
    let hits = [false, false];
    let hovered: string | null = null;
    const pointIn = (event: MouseEvent): Point => {
      const { left, top } = plot.getBoundingClientRect();
      // A page may show it enlarged.
      const scale = plot.currentCSSZoom ?? 1;
      return { x: (event.clientX - left) / scale, y: (event.clientY - top) / scale };
    };
    const xIn = (event: MouseEvent) => pointIn(event).x;

    function down(event: PointerEvent) {
      if (event.button !== 0) return;
      const x = xIn(event);
      const target = event.target as Element;
      touches.set(event.pointerId, {
        startX: x,
        x,
        moved: false,
        action: actionAt(control, x),
        mark: markAt(target),
        crowd: target.closest('[data-crowd]') !== null
      });
      if (touches.size >= 2) {
        control.release();
        // A thumb that rests while the other finger pinches has not tapped.
        for (const touch of touches.values()) touch.moved = true;
      }
      plot.setPointerCapture?.(event.pointerId);
    }

    function move(event: PointerEvent) {
      const touch = touches.get(event.pointerId);
      if (!touch) {
        hover(markAt(event.target));
        reports.onpoint?.(event.pointerType === 'touch' ? null : pointIn(event));
        return;
      }
      const before = touch.x;
      const x = xIn(event);
      if (touches.size >= 2) {
        pinch(event.pointerId, before, x);
        touch.moved = true;
      } else if (touch.moved || Math.abs(x - touch.startX) >= SLOP) {
        if (!touch.moved) reports.onpoint?.(null);
        if (touch.action === 'pan') {
          if (control.zoomed) control.pan(x - before);
        } else {
          if (!touch.moved) control.grab(touch.action, touch.startX);
          if (control.state.held) control.drag(x);
        }
        touch.moved = true;
      } else return;
      touch.x = x;
    }

    function pinch(moving: number, before: number, now: number) {
      const other = [...touches].find(([id]) => id !== moving)?.[1].x ?? before;
      const apart = Math.max(10, Math.abs(now - other));
      const was = Math.max(10, Math.abs(before - other));
      control.pan((now - before) / 2);
      control.zoom(apart / was, (now + other) / 2);
    }

    function up(event: PointerEvent) {
      const touch = touches.get(event.pointerId);
      if (!touch) return;
      touches.delete(event.pointerId);
      control.release();
      if (event.type === 'pointercancel' || touch.moved) return;
      hits = [hits[1] as boolean, touch.mark !== null || touch.crowd];
      if (touch.mark !== null) reports.onselect(touch.mark);
      else if (touch.crowd) control.zoom(2.5, touch.x);
      else reports.ontap?.(pointIn(event));
    }

    function wheel(event: WheelEvent) {
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        control.zoom(Math.exp(-event.deltaY * 0.005), xIn(event));
        return;
      }
      const sideways = event.shiftKey ? event.deltaX || event.deltaY : event.deltaX;
      const wanted = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!wanted || !control.zoomed) return;
      event.preventDefault();
      control.pan(-sideways);
    }

    function double(event: MouseEvent) {
      if (hits.includes(true)) return;
      event.preventDefault();
      if (!reports.ondouble?.(pointIn(event))) control.zoom(2, xIn(event));
    }

    function hover(id: string | null) {
      if (id === hovered) return;
      hovered = id;
      reports.onhover(id);
    }

    const leave = () => {
      hover(null);
      reports.onpoint?.(null);
    };
    const listening = new AbortController();
    const { signal } = listening;
    // A map asks with each move of the mouse, wherever that is, where it lies itself: the page would be laid out once more in each frame of a drag.
    const hush = (event: MouseEvent) =>
      event.buttons !== 0 && touches.size > 0 && event.stopPropagation();
    addEventListener('mousemove', hush, { signal, capture: true });
    plot.addEventListener('pointerdown', down, { signal });
    plot.addEventListener('pointermove', move, { signal });
    plot.addEventListener('pointerup', up, { signal });
    plot.addEventListener('pointercancel', up, { signal });
    plot.addEventListener('pointerleave', leave, { signal });
    plot.addEventListener('dblclick', double, { signal });
    // Not passive: else a pinch would zoom the page.
    plot.addEventListener('wheel', wheel, { signal, passive: false });
    return () => listening.abort();
  };
}

function markAt(target: EventTarget | null): string | null {
  return (target as Element).closest('[data-mark]')?.getAttribute('data-mark') ?? null;
}

function actionAt(control: TimelineControl, x: number): Handle | 'pan' {
  const { ends, window } = control.state;
  const zones = grips(ends);
  const inside = ({ from, to }: { from: number; to: number }) => x >= from && x < to;
  if (inside(zones.from)) return 'from';
  if (inside(zones.to)) return 'to';
  return window && inside(zones.window) ? 'window' : 'pan';
}

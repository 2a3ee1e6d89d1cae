import type { LonLat } from '../core/story';
import type { Camera } from '../core/view';
import type { Aim, Padding } from './aim';
import type { Clear } from './clear-ground';
import { depthFor, EDGE, type Opening } from './opening';
import type { Frame, Point, Sight } from './projection';

/** What draws the ground and hears the reader's gestures: MapLibre, or a drawing where that is not (yet) to be had. */
export interface MapEngine {
  readonly frame: Frame;
  /** Brings what is drawn above the map into the element that hears gestures, so that wheel and fingers work on marks too. */
  carry(overlay: HTMLElement): void;
  /** Takes the focus as the map's own element. */
  focus(): void;
  show(target: Camera | Opening, animate: boolean): void;
  /** Movements the reader asked for by a button: reported as theirs. */
  zoomBy(steps: number): void;
  zoomTo(point: LonLat, zoom: number): void;
  lookAt(opening: Opening): void;
  setPadding(padding: Padding): void;
  /** Whether wheel and one finger stay with the page around the map. */
  setCooperative(on: boolean): void;
  /** Leaves these names out of the ground: marks say them. */
  hideNames(names: readonly string[]): void;
  /** Writes no name of the ground across these. */
  keepClear(clear: readonly Clear[]): void;
  destroy(): void;
}

export interface EngineOptions {
  /** What was asked for so far; one for all engines of a map. */
  readonly aim: Aim;
  readonly start: Camera;
  /** The view that decides how strongly the globe recedes. */
  readonly lens: Opening;
  readonly padding: Padding;
  /** What `hideNames` and `keepClear` say later. */
  readonly hidden: readonly string[];
  readonly clear: readonly Clear[];
  /** BCP 47 tag of the language that names are written in. */
  readonly language: string;
  /** Spoken name of the map. */
  readonly title: string;
  /** Words for what to do when `cooperative` holds a gesture back. */
  readonly gestures: { readonly desktop: string; readonly mac: string; readonly touch: string };
  /** Wheel and one finger stay with the page around the map. */
  readonly cooperative: boolean;
  /** At each picture of a movement, in step with it. */
  readonly onmove: (frame: Frame) => void;
  /** When the map has come to rest, whoever moved it. */
  readonly onrest: (frame: Frame) => void;
  /** When the reader has moved it; rounded as a link carries it. */
  readonly oncamera: (camera: Camera) => void;
  /** A click beside all marks, in pixels of the map. */
  readonly onground: (at: Point) => void;
}

/** Milliseconds of a flight to another place, and of a step of zoom. */
export const FLIGHT_MS = 1100;
export const STEP_MS = 250;

interface Picture {
  readonly center: LonLat;
  readonly zoom: number;
  readonly width: number;
  readonly height: number;
  readonly padding: Padding;
  readonly lens: Opening;
}

export function sightOf({ center, zoom, width, height, padding, lens }: Picture): Sight {
  return {
    center,
    zoom,
    width,
    height,
    middle: {
      x: (padding.left + width - padding.right) / 2,
      y: (padding.top + height - padding.bottom) / 2
    },
    depth: depthFor(lens, width - 2 * EDGE, height - 2 * EDGE),
    flat: lens.flat
  };
}

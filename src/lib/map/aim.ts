import { roundCamera } from '../core/camera-text';
import type { Camera } from '../core/view';
import { cameraFor, type Opening } from './opening';

/** Pixels of the map that something else covers. */
export interface Padding {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * What the map was last asked to show. A camera that it reported itself, or was told before, moves nothing; what it was asked to fit is kept in
 * view through changes of size until the reader moves it.
 */
export class Aim {
  #fitted: Opening | null = null;
  /** Where the map is as the rest of the page knows it, rounded. */
  #known: Camera | null = null;

  /** Where to move to show `target`; null to stay. */
  take(target: Camera | Opening, size: Size, padding: Padding): Camera | null {
    if ('shape' in target) {
      if (sameOpening(target, this.#fitted)) return null;
      this.#known = null;
      this.#fitted = target;
      return this.refit(size, padding);
    }
    const camera = roundCamera(target);
    if (camera === null || sameCamera(camera, this.#known)) return null;
    this.#known = camera;
    this.#fitted = null;
    return camera;
  }

  /** Where to move so that what was fitted fits again; null when nothing was. */
  refit({ width, height }: Size, { top, right, bottom, left }: Padding): Camera | null {
    return this.#fitted && cameraFor(this.#fitted, width - left - right, height - top - bottom);
  }

  /** The reader has moved the map. Returns the camera as a link carries it. */
  moved(camera: Camera): Camera | null {
    this.#fitted = null;
    this.#known = roundCamera(camera);
    return this.#known;
  }
}

function sameCamera(a: Camera, b: Camera | null): boolean {
  return a.lon === b?.lon && a.lat === b.lat && a.zoom === b.zoom;
}

function sameOpening(a: Opening, b: Opening | null): boolean {
  return (
    a === b ||
    (a.zoom === b?.zoom &&
      a.shape === b.shape &&
      `${a.center}` === `${b.center}` &&
      a.flat === b.flat)
  );
}

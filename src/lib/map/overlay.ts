import type { Frame } from './projection';

type Draw = (frame: Frame) => void;

/**
 * What lies above the map follows it by itself: each element says once how it draws itself in a frame, and is drawn again with every
 * picture of a movement, without Svelte and without a repaint of the map.
 */
export class Overlay {
  readonly #draws = new Set<Draw>();
  #frame: Frame | null = null;

  /** Draws at once if there is a frame; returns how to stop. For use in `{@attach}`. */
  follow(draw: Draw): () => void {
    this.#draws.add(draw);
    if (this.#frame) draw(this.#frame);
    return () => this.#draws.delete(draw);
  }

  show(frame: Frame): void {
    this.#frame = frame;
    for (const draw of this.#draws) draw(frame);
  }
}

import type { Window } from '../core/story';
import { same } from '../core/same';

/** `requestAnimationFrame` and `cancelAnimationFrame`, or what a test has in their place. */
export interface Frames {
  request(run: (now: number) => void): number;
  cancel(id: number): void;
}

/** A tab that slept does not make the window leap: longest time between two frames, in ms. */
const LONGEST = 100;

/**
 * Between the control and the parent: sends windows up, at most one a frame while something moves, and tells a window that comes down
 * from an echo of what was sent. Also the clock of play.
 */
export class FrameDelivery {
  readonly #send: (window: Window | null) => void;
  readonly #frames: Frames;
  #waiting: { window: Window | null } | null = null;
  /** The end of the frame in which one was sent; 0: none was. */
  #frame = 0;
  /** The last window that was sent up or came down. */
  #last: Window | null | undefined;
  #playing = 0;

  constructor(send: (window: Window | null) => void, frames: Frames = BROWSER) {
    this.#send = send;
    this.#frames = frames;
  }

  /** At once, in place of whatever waits: for keys and fields. */
  now(window: Window | null): void {
    this.drop();
    this.#last = window;
    this.#send(window);
  }

  /**
   * At once as the first of a frame, so that all of the page moves together; else at its end, if none newer comes before that. For what
   * moves.
   */
  soon(window: Window | null): void {
    if (this.#frame !== 0) {
      this.#waiting = { window };
      return;
    }
    this.now(window);
    this.#frame = this.#frames.request(() => {
      this.#frame = 0;
      if (this.#waiting) this.soon(this.#waiting.window);
    });
  }

  /** What waits is not sent any more. */
  drop(): void {
    this.#waiting = null;
  }

  /** A window has come down. True when somebody else set it: then what waits is older, and dropped. */
  isNews(window: Window | null): boolean {
    const news = this.#last === undefined || !same(window, this.#last);
    this.#last = window;
    if (news) this.drop();
    return news;
  }

  /** Calls with the ms since the frame before, each frame, until it answers false. */
  run(step: (dt: number) => boolean): void {
    this.#frames.cancel(this.#playing);
    let before: number | null = null;
    const next = (now: number) => {
      const dt = Math.min(LONGEST, now - (before ?? now));
      before = now;
      if (step(dt)) this.#playing = this.#frames.request(next);
    };
    this.#playing = this.#frames.request(next);
  }

  stop(): void {
    this.drop();
    this.#frames.cancel(this.#frame);
    this.#frames.cancel(this.#playing);
  }
}

const BROWSER: Frames = {
  request: (run) => requestAnimationFrame(run),
  cancel: (id) => cancelAnimationFrame(id)
};

/** Milliseconds of rest after which the parts of a page that stand side by side follow. */
export const REST_MS = 100;

/**
 * Runs something once nothing has moved for a while: a timer is set once in a pause, and not taken back for each step of a movement. From
 * the last of several it takes `pause` milliseconds at least, and twice that at most.
 */
export class RestTimer {
  readonly #pause: number;
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Something has moved since the timer was set. */
  #moved = false;
  /** It has gone on moving for a whole pause; see `keepUp`. */
  #late = false;

  constructor(pause: number, run: () => void) {
    this.#pause = pause;
    this.#run = run;
  }

  /** Something moves. `what` it is: to be read here is to be followed, for who calls in an effect. */
  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- see there
  begin(...what: readonly unknown[]): void {
    this.#moved = this.#timer !== undefined;
    this.#timer ??= setTimeout(this.#look, this.#pause);
  }

  /** The same, and what was at rest before is followed at once: who moves something but once sees no delay. */
  lead(...what: readonly unknown[]): void {
    if (this.#timer === undefined) this.#run();
    this.begin(...what);
  }

  /** The same, and while things go on moving it runs with a step once in a pause: for words, which nobody reads sixty times a second. */
  keepUp(): void {
    if (this.#late) this.stop();
    this.lead();
  }

  /** At once: nothing moves any more, or nobody can wait. */
  now(): void {
    this.stop();
    this.#run();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#late = false;
  }

  readonly #look = (): void => {
    this.#timer = undefined;
    this.#late = this.#moved;
    if (this.#moved) this.begin();
    else this.#run();
  };
}

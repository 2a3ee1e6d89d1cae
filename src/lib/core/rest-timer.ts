/**
 * Runs something once nothing has moved for a while: of all that happens in a movement only the first sets a timer, and none is taken back.
 * From the last of several it takes `pause` milliseconds at least, and twice that at most.
 */
export class RestTimer {
  readonly #pause: number;
  readonly #run: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Something has moved since the timer was set. */
  #moved = false;

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

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #look = (): void => {
    this.#timer = undefined;
    if (this.#moved) this.begin();
    else this.#run();
  };
}

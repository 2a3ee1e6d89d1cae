/** How long who has a copy waits for the network, and for how long it is not asked again after that, in ms. */
const PATIENCE = 5000;
const REST = 60_000;

/** The network as one finds it in trains and schools: it may answer, refuse, or never say anything. */
export class Network {
  readonly #fetch: typeof fetch;
  readonly #now: () => number;
  /** While it has let somebody wait in vain; ms since 1970. */
  #restsUntil = 0;

  constructor(fetch: typeof globalThis.fetch, now: () => number) {
    this.#fetch = fetch;
    this.#now = now;
  }

  /**
   * What it answers; null when it does not. `hurry`: there is a copy, so that it need not be waited for long, nor again so soon; and a host that has
   * trouble is as good as none.
   */
  async ask(request: Request, hurry: boolean): Promise<Response | null> {
    if (hurry && this.#now() < this.#restsUntil) return null;
    const coming = this.#fetch(request).catch(() => null);
    if (!hurry) return coming;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(() => resolve('late'), PATIENCE);
    });
    const came = await Promise.race([coming, late]);
    clearTimeout(timer);
    if (came === 'late') this.#restsUntil = this.#now() + REST;
    return came === 'late' || (came && came.status >= 500) ? null : came;
  }
}

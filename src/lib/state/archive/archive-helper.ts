import type { Answer, Request } from './archive-service';

/**
 * Somebody who reads archives: a worker, else, where a page may not have one (in a frame without an origin, or an old browser), the page's own
 * thread. Answers come in the order of their making; after 'failed' none need come to what was asked before.
 */
export class ArchiveHelper {
  readonly #hear: (answer: Answer) => void;
  #worker: Worker | null = null;
  #own: Promise<{ hear(request: Request): Promise<void> }> | null = null;
  /** Asked before the worker has answered anything: to be asked again if it cannot start. */
  #unheard: Request[] | null = [];

  constructor(hear: (answer: Answer) => void) {
    this.#hear = hear;
  }

  ask(request: Request): void {
    if (!this.#worker && !this.#own) this.#hire();
    // That it cannot be had is said once, for all that was asked of it.
    if (this.#own) this.#own.then((service) => service.hear(request)).catch(() => undefined);
    else {
      this.#unheard?.push(request);
      this.#worker?.postMessage(request);
    }
  }

  dismiss(): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#own = null;
    this.#unheard = [];
  }

  #hire(): void {
    try {
      const worker = new Worker(new URL('./archive-worker.ts', import.meta.url), {
        type: 'module'
      });
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => {
        this.#unheard = null;
        this.#hear(data);
      });
      worker.addEventListener('error', () => {
        if (this.#unheard) this.#doItHere();
        else this.#hear({ say: 'failed', words: 'The part of the page that reads it broke off.' });
      });
      this.#worker = worker;
    } catch {
      this.#doItHere();
    }
  }

  #doItHere(): void {
    const waiting = this.#unheard ?? [];
    this.#unheard = null;
    this.#worker?.terminate();
    this.#worker = null;
    const own = import('./archive-service').then(
      ({ ArchiveService }) => new ArchiveService((answer) => this.#hear(answer))
    );
    this.#own = own;
    own.catch(() => {
      if (this.#own !== own) return;
      this.dismiss();
      this.#hear({
        say: 'failed',
        words: 'The part of the page that reads it could not be fetched: is there a connection?'
      });
    });
    for (const request of waiting) this.ask(request);
  }
}

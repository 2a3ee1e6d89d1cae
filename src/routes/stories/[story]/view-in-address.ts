import type { Session } from '$lib/state/session.svelte';
import { START, type View } from '$lib/core/view';

type Codec = typeof import('$lib/core/view-codec');

/** What the browser's address bar can do. */
export interface Address {
  /** The hash without "#"; null when the page has been left. */
  read: () => string | null;
  /** `push` leaves a step to go back to. */
  write: (hash: string, how: 'push' | 'replace') => void;
}

/** Milliseconds that window, camera and filters must rest before the address follows them. */
const PAUSE = 250;

/**
 * Keeps a session's view and the address in step: the address follows the view a moment after it rests, the view follows the address at the
 * start and when the reader goes back or forward. What the reader opened can be gone back from; scrubbing leaves no trail.
 */
export class ViewInAddress {
  readonly #session: Session;
  readonly #address: Address;
  readonly #codec: () => Promise<Codec>;
  /** What the address says already. */
  #written: View;
  /** Counts readings: one that a later one has overtaken comes to nothing. */
  #turn = 0;

  /** @param codec fetches what reads and writes hashes: an empty one needs none of it */
  constructor(session: Session, address: Address, codec: () => Promise<Codec>) {
    this.#session = session;
    this.#address = address;
    this.#codec = codec;
    this.#written = session.view;
  }

  /** Takes the view from the address. Returns words about what could not be used of it, '' for none; null when nothing was read. */
  async restore(): Promise<string | null> {
    const hash = this.#address.read();
    // The address of a part of the page says nothing of the view.
    if (hash === null || hash.startsWith('part-')) return null;
    const turn = ++this.#turn;
    const before = this.#session.view;
    let view = START;
    let words = '';
    if (hash !== '') {
      const { decodeView } = await this.#codec();
      const { story } = this.#session;
      const decoded = decodeView(hash, story, story.meta.timeZone);
      view = decoded.view;
      words = decoded.problems.map((problem) => problem.message).join(' ');
    }
    // The reader, or a later address, was faster.
    if (turn !== this.#turn || this.#session.view !== before) return null;
    this.#session.go(view);
    this.#written = this.#session.view;
    return words;
  }

  /** Has the address follow `view`, unless the returned function is called first. */
  follow(view: View): () => void {
    if (view === this.#written) return () => undefined;
    const { selected, place, chapter } = this.#written;
    const opened = view.selected !== selected || view.place !== place || view.chapter !== chapter;
    let wanted = true;
    const timer = setTimeout(
      async () => {
        const hash = await this.link(view);
        if (!wanted) return;
        this.#written = view;
        this.#address.write(hash, opened ? 'push' : 'replace');
      },
      // Whoever opens something and leaves at once finds it open on coming back.
      opened ? 0 : PAUSE
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }

  /** The hash that says `view`, without "#". */
  async link(view: View): Promise<string> {
    const { encodeView } = await this.#codec();
    return encodeView(view, this.#session.story.meta.timeZone);
  }
}

import type { View } from '$lib/core/view';
import { decodeView, encodeView } from '$lib/core/view-codec';
import type { Story } from '$lib/core/story';

/** A reading of a story, or of its archive: what the address follows. */
export interface Reading {
  readonly story: Story;
  readonly view: View;
  go(patch: Partial<View>): void;
}

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
  readonly #session: Reading;
  readonly #address: Address;
  /** What the address says already. */
  #written: View;

  /** `begun`: the view that the page began with; one that the reader has gone on to since is news to the address. */
  constructor(session: Reading, address: Address, begun: View) {
    this.#session = session;
    this.#address = address;
    this.#written = begun;
  }

  /** Takes the view from the address. Returns words about what could not be used of it, '' for none; null when nothing was read. */
  restore(): string | null {
    const hash = this.#address.read();
    // The address of a part of the page says nothing of the view.
    if (hash === null || hash.startsWith('part-')) return null;
    const { story } = this.#session;
    const { view, problems } = decodeView(hash, story, story.meta.timeZone);
    this.#session.go(view);
    this.#written = this.#session.view;
    return problems.map((problem) => problem.message).join(' ');
  }

  /** Has the address follow `view`, unless the returned function is called first. */
  follow(view: View): () => void {
    if (view === this.#written) return () => undefined;
    const { selected, place, chapter } = this.#written;
    const opened = view.selected !== selected || view.place !== place || view.chapter !== chapter;
    const timer = setTimeout(
      () => {
        this.#written = view;
        this.#address.write(this.link(view), opened ? 'push' : 'replace');
      },
      // Whoever opens something and leaves at once finds it open on coming back.
      opened ? 0 : PAUSE
    );
    return () => clearTimeout(timer);
  }

  /** The hash that says `view`, without "#". */
  link(view: View): string {
    return encodeView(view, this.#session.story.meta.timeZone);
  }
}

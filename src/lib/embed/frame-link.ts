import { readHostMessage, sealed, type FrameMessage, type HostMessage } from './messages';

/** The story's end of the line to the article around it. */
export class FrameLink {
  /** Of the article, once it has spoken: whoever else puts itself in its place is not heard. */
  #host: string | null = null;
  readonly #page: Window;

  /** `page`: the story's own window. */
  constructor(page: Window, hear: (message: HostMessage) => void) {
    this.#page = page;
    page.addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source !== page.parent || source === page) return;
      const message = readHostMessage(data);
      if (message === null || (this.#host !== null && origin !== this.#host)) return;
      this.#host = origin;
      hear(message);
    });
  }

  /** Nothing of what a story tells is a secret: until the article has spoken anybody around the frame may hear it. */
  tell(message: FrameMessage): void {
    const { parent } = this.#page;
    if (parent === this.#page) return;
    const target = this.#host === null || this.#host === 'null' ? '*' : this.#host;
    parent.postMessage(sealed(message), target);
    // The same in the words of AMP's frames.
    if (message.type === 'height')
      parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: message.height }, target);
  }
}

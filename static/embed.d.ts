/** Types of what `/embed.js` adds to a page. */
export interface DatelineWindow {
  /** Milliseconds since 1970; both ends belong to it. */
  readonly from: number;
  readonly to: number;
}

export interface DatelineMoment {
  /** Null: the whole story. */
  readonly window: DatelineWindow | null;
  /** Id of the open event. */
  readonly selected: string | null;
  /** Id of the chapter being read. */
  readonly chapter: string | null;
}

export interface DatelineEventMap {
  ready: CustomEvent<null>;
  viewchange: CustomEvent<DatelineMoment & { readonly hash: string }>;
  select: CustomEvent<{ readonly selected: string | null }>;
  error: CustomEvent<{ readonly message: string }>;
}

export interface DatelineStoryElement extends HTMLElement {
  window: DatelineWindow | null;
  selected: string | null;
  chapter: string | null;
  /** The present view, as the part of a link after its "#". */
  readonly hash: string;
  /** What was last asked for by `go` or a `data-dateline`, until the reader goes on from there. */
  readonly link: string | null;
  /** Whether the story is there; what is asked of it before waits until then. */
  readonly ready: boolean;
  play(): void;
  pause(): void;
  /** Another view: the part of a link after its "#", or what is to change. */
  go(view: string | Partial<DatelineMoment>): void;
  addEventListener<Name extends keyof DatelineEventMap>(
    name: Name,
    listener: (event: DatelineEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions
  ): void;
  addEventListener(
    name: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions
  ): void;
}

declare global {
  interface HTMLElementTagNameMap {
    'dateline-story': DatelineStoryElement;
  }
}

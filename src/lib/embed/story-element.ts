import {
  readFrameMessage,
  readHostMessage,
  sealed,
  type FrameMessage,
  type HostMessage,
  type Look,
  type Moment
} from './messages';

/** Details of the events that the element fires. */
export interface StoryEvents {
  ready: null;
  viewchange: Moment & { readonly hash: string };
  select: { readonly selected: string | null };
  error: { readonly message: string };
}

/** What the frame may do beside running its scripts: open a source in a tab of its own. */
const SANDBOX = 'allow-scripts allow-popups allow-popups-to-escape-sandbox';
/** The frame is made when the element is this near the viewport. */
const NEAR = '400px';
/** What to say of anything else. */
const LINK = 'A view as text has at most 4000 characters.';
const VIEW =
  'A view is { window, selected, chapter }, or some of these: window null or { from, to }, milliseconds since 1970 as numbers; the others ids or null.';
/** A frame that has not spoken in this time, in ms, is not there. */
const PATIENCE = 20_000;

// Rules of the page for the element itself come before these.
const STYLE = `
:host { display: block; position: relative; block-size: 600px; overflow: clip }
:host([hidden]) { display: none }
iframe { position: absolute; inset: 0; inline-size: 100%; block-size: 100%; border: 0; color-scheme: normal }
iframe:not(.ready) { visibility: hidden }
iframe.ready + slot { display: none }
::slotted(*) { max-inline-size: 100% }
`;

/**
 * `<dateline-story src="https://…/embed/STORY/#…">`: a story in an article. What is written in it, a picture and a link, stands until the
 * story is there, and stays where it does not come. Attributes `theme`, `accent` and `lang` are carried into the story.
 */
export class StoryElement extends HTMLElement {
  static readonly observedAttributes = ['src', 'theme', 'accent', 'lang'];

  #frame: HTMLIFrameElement | null = null;
  #ready = false;
  #moment: Moment = { window: null, selected: null, chapter: null };
  /** Where the reader is; null before the story has said so. */
  #hash: string | null = null;
  #link: string | null = null;
  /** What was asked for before the story was there. */
  #waiting: HostMessage[] = [];
  #stop: AbortController | null = null;
  /** Near enough to the viewport to have a frame. */
  #near = false;
  #late: ReturnType<typeof setTimeout> | undefined;

  connectedCallback(): void {
    for (const name of ['window', 'selected', 'chapter'] as const) this.#takeEarly(name);
    if (!this.shadowRoot) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(STYLE);
      const shadow = this.attachShadow({ mode: 'open' });
      shadow.adoptedStyleSheets = [sheet];
      shadow.append(document.createElement('slot'));
    }
    const { signal } = (this.#stop = new AbortController());
    addEventListener('message', (event) => this.#hear(event), { signal });
    const near = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
        near.disconnect();
        this.#near = true;
        this.#load();
      },
      { rootMargin: NEAR }
    );
    near.observe(this);
    signal.addEventListener('abort', () => near.disconnect());
  }

  disconnectedCallback(): void {
    this.#stop?.abort();
    this.#near = false;
    this.#unload();
  }

  attributeChangedCallback(name: string, before: string | null, now: string | null): void {
    if (before === now) return;
    if (name === 'theme' || name === 'accent') {
      if (this.#frame) this.#send({ type: 'look', look: this.#look });
      return;
    }
    if (name === 'src' && before !== null) {
      const hash = hashAlone(before, now);
      if (hash !== null && this.#frame) {
        this.go(hash);
        return;
      }
      this.#forget();
    }
    if (!this.#near) return;
    this.#unload();
    this.#load();
  }

  /** Milliseconds since 1970, closed at both ends; null: the whole story. */
  get window(): Moment['window'] {
    return this.#moment.window;
  }
  set window(window: Moment['window']) {
    this.go({ window });
  }

  /** Id of the open event. */
  get selected(): string | null {
    return this.#moment.selected;
  }
  set selected(selected: string | null) {
    this.go({ selected });
  }

  /** Id of the chapter being read. */
  get chapter(): string | null {
    return this.#moment.chapter;
  }
  set chapter(chapter: string | null) {
    this.go({ chapter });
  }

  /** The view as the hash of a link, without "#". */
  get hash(): string {
    return this.#hash ?? this.#address?.hash.slice(1) ?? '';
  }

  /** The link that was last asked for, until the reader goes on from there. */
  get link(): string | null {
    return this.#link;
  }

  /** Whether the story is there, and what is asked of it is shown at once. */
  get ready(): boolean {
    return this.#ready;
  }

  play(): void {
    this.#send({ type: 'play', on: true });
  }

  pause(): void {
    this.#send({ type: 'play', on: false });
  }

  /** Shows another view: the hash of a link, or what is to change. */
  go(view: string | Partial<Moment>): void {
    this.#send(
      typeof view === 'string' ? { type: 'link', hash: view } : { type: 'go', moment: view }
    );
  }

  /** A property that was set before this code came is on the element itself and would hide the setter. */
  #takeEarly(name: keyof Moment): void {
    if (!Object.hasOwn(this, name)) return;
    const value = this[name];
    Reflect.deleteProperty(this, name);
    this.go({ [name]: value });
  }

  /** Another story begins where its own address says. */
  #forget(): void {
    this.#hash = this.#link = null;
    this.#moment = { window: null, selected: null, chapter: null };
    this.#waiting = [];
  }

  get #address(): URL | null {
    const src = this.getAttribute('src');
    if (!src) return null;
    try {
      const address = new URL(src, document.baseURI);
      return /^https?:$/.test(address.protocol) ? address : null;
    } catch {
      return null;
    }
  }

  get #look(): Look {
    const said = (name: string) =>
      this.getAttribute(name) ?? this.#address?.searchParams.get(name) ?? '';
    const theme = said('theme');
    const accent = said('accent').replace('#', '');
    return {
      theme: theme === 'light' || theme === 'dark' || theme === 'auto' ? theme : null,
      accent: /^[\da-f]{6}$/i.test(accent) ? `#${accent}` : null
    };
  }

  #load(): void {
    const address = this.#address;
    if (address === null) {
      this.#fire('error', {
        message: 'The attribute "src" must be the address of a story to embed.'
      });
      return;
    }
    if (this.#hash !== null) address.hash = this.#hash;
    for (const [name, value] of Object.entries({
      ...this.#look,
      lang: this.getAttribute('lang')
    })) {
      if (value !== null) address.searchParams.set(name, value);
    }
    const frame = document.createElement('iframe');
    frame.sandbox.value = SANDBOX;
    frame.title = this.title || (this.textContent ?? '').trim() || 'Dateline';
    frame.src = address.href;
    this.#frame = frame;
    this.shadowRoot?.prepend(frame);
    this.#late = setTimeout(() => {
      if (!this.#ready) this.#fire('error', { message: `${address.origin} does not answer.` });
    }, PATIENCE);
  }

  #unload(): void {
    clearTimeout(this.#late);
    this.#frame?.remove();
    this.#frame = null;
    this.#ready = false;
  }

  #send(asked: HostMessage): void {
    // A copy: what a framework hands over may be a proxy, which no message can carry.
    const message = readHostMessage(sealed(asked));
    if (message === null) {
      this.#fire('error', { message: asked.type === 'link' ? LINK : VIEW });
      return;
    }
    // The frame has an origin of its own that no message can be addressed to; there is nothing in them to be kept from anybody.
    if (this.#ready) {
      this.#frame?.contentWindow?.postMessage(sealed(message), '*');
      return;
    }
    // A link leaves nothing of what was shown before it; what goes on from a view, the last of each kind.
    if (message.type === 'link') this.#waiting = [];
    const last = this.#waiting.at(-1);
    if (message.type === 'go' && last?.type === 'go')
      this.#waiting.splice(-1, 1, { type: 'go', moment: { ...last.moment, ...message.moment } });
    else this.#waiting.push(message);
  }

  #hear({ source, origin, data }: MessageEvent<unknown>): void {
    if (!this.#frame || source !== this.#frame.contentWindow || origin !== 'null') return;
    const message = readFrameMessage(data);
    if (message) this.#take(message);
  }

  #take(message: FrameMessage): void {
    switch (message.type) {
      case 'ready':
        this.#ready = true;
        this.#reveal();
        this.#waiting.splice(0).forEach((each) => this.#send(each));
        this.#fire('ready', null);
        break;
      case 'height':
        this.#grow(message.height);
        break;
      case 'view': {
        const { moment, hash, link } = message;
        const selects = moment.selected !== this.#moment.selected;
        this.#moment = moment;
        this.#hash = hash;
        this.#link = link;
        this.#fire('viewchange', { ...moment, hash });
        if (selects) this.#fire('select', { selected: moment.selected });
        break;
      }
      case 'error':
        this.#fire('error', { message: message.message });
    }
  }

  /** `height`: of what is within the borders, in CSS pixels. */
  #grow(height: number): void {
    const { boxSizing } = getComputedStyle(this);
    const borders = boxSizing === 'border-box' ? this.offsetHeight - this.clientHeight : 0;
    this.style.blockSize = `${Math.ceil(height) + borders}px`;
  }

  /** What had the focus goes: the story takes it. */
  #reveal(): void {
    const focused = this.contains(document.activeElement);
    this.#frame?.classList.add('ready');
    if (focused) this.#frame?.focus({ preventScroll: true });
  }

  #fire<Name extends keyof StoryEvents>(name: Name, detail: StoryEvents[Name]): void {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }
}

/** What follows the "#" of the second address where nothing else differs, else null. */
function hashAlone(before: string, now: string | null): string | null {
  const [was] = before.split('#');
  const [is, hash] = (now ?? '').split('#');
  return was === is ? (hash ?? '') : null;
}

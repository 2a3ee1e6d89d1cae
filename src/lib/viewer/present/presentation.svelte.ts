import type { Options, StepAddress } from '$lib/present/address';
import type { Action } from '$lib/present/keys';
import { HIDEABLE, type Hideable } from '$lib/present/reveal';
import { holding, readMessage, type Message, type Shared } from '$lib/present/shared';
import { chapterFrom, type Step } from '$lib/present/steps';

/** As much of a BroadcastChannel as is needed. */
type Channel = Pick<BroadcastChannel, 'onmessage' | 'postMessage' | 'close'>;

/** A presentation as one window sees it: the only writer of what its windows have in common. */
export class Presentation {
  readonly steps: readonly Step[];
  readonly #channel: Channel | null;
  readonly #name: string;
  #shared: Shared = $state.raw({
    step: 0,
    revealed: false,
    blank: null,
    hide: [],
    own: {},
    changes: 0,
    by: ''
  });

  /** `name`: of this window among the others. Without a channel it is alone. */
  constructor(steps: readonly Step[], name: string, channel: Channel | null) {
    this.steps = steps;
    this.#name = name;
    this.#channel = channel;
    if (!channel) return;
    channel.onmessage = ({ data }) => {
      const message = readMessage(data, steps.length);
      if (message?.type === 'state') this.#shared = holding(this.#shared, message.state);
      else if (message) this.#welcome();
    };
    this.#say({ type: 'hello' });
  }

  get position(): number {
    return this.#shared.step;
  }
  get blank(): Shared['blank'] {
    return this.#shared.blank;
  }
  get revealed(): boolean {
    return this.#shared.revealed;
  }
  get hide(): readonly Hideable[] {
    return this.#shared.hide;
  }

  readonly step: Step = $derived(this.#stepAt(this.#shared.step));
  /** What this step hides in place of the usual; null: the usual. */
  readonly own: readonly Hideable[] | null = $derived(this.#shared.own[this.#shared.step] ?? null);
  /** What is hidden now. */
  readonly hidden: ReadonlySet<Hideable> = $derived(
    new Set(this.#shared.revealed ? [] : this.hiddenAt(this.#shared.step))
  );
  /** Whether there is anything to ask for on this step. */
  readonly canReveal: boolean = $derived(
    this.step.kind === 'question' ||
      this.hiddenAt(this.#shared.step).some((each) => this.#has(this.step, each))
  );

  /** What the step at a position hides until asked. */
  hiddenAt(position: number): readonly Hideable[] {
    return this.#shared.own[position] ?? this.#shared.hide;
  }

  /** Takes up what an address says. The others hear of it, but where one of them was before it, that one's state holds: they may have gone on since the address was written. */
  open({ hide }: Pick<Options, 'hide'>, { step, own }: StepAddress): void {
    const shared = this.#shared;
    if (shared.changes > 0) return;
    // An address that says nothing gives way to any that does.
    if (step === 0 && own === null && hide.length === 0) return;
    this.#shared = {
      ...shared,
      step,
      hide,
      own: own === null ? {} : { [step]: own },
      by: this.#name
    };
    this.#tell();
  }

  /** Goes where an address leads, after it has changed. */
  follow({ step, own }: StepAddress): void {
    const others = { ...this.#shared.own };
    if (own === null) Reflect.deleteProperty(others, step);
    else others[step] = own;
    this.#go(step, { own: others });
  }

  goTo(step: number): void {
    this.#go(step, {});
  }

  turn(direction: 1 | -1): void {
    this.#go(this.position + direction, {});
  }

  turnChapter(direction: 1 | -1): void {
    this.#go(chapterFrom(this.steps, this.position, direction), {});
  }

  /** Does what is asked for where it concerns every window; otherwise says that it is left to the one asked. */
  act(action: Action): boolean {
    if (action === 'next' || action === 'back') this.turn(action === 'next' ? 1 : -1);
    else if (action === 'next-chapter') this.turnChapter(1);
    else if (action === 'previous-chapter') this.turnChapter(-1);
    else if (action === 'first') this.goTo(0);
    else if (action === 'last') this.goTo(this.steps.length - 1);
    else if (action === 'reveal') this.reveal();
    else if (action === 'black' || action === 'white') this.toggleBlank(action);
    else return false;
    return true;
  }

  /** Shows what the step hides, or hides it again. */
  reveal(): void {
    if (this.canReveal) this.#change({ revealed: !this.revealed, blank: null });
  }

  /** Blanks the screen, or shows it again. */
  toggleBlank(colour: 'black' | 'white'): void {
    this.#change({ blank: this.blank === colour ? null : colour });
  }

  show(): void {
    if (this.blank) this.#change({ blank: null });
  }

  /** Hides something on every step until asked, or no longer. */
  setHide(what: Hideable, on: boolean): void {
    this.#change({ hide: withOne(this.hide, what, on), revealed: false });
  }

  /** The same for this step alone. */
  setOwn(what: Hideable, on: boolean): void {
    const now = this.hiddenAt(this.position);
    this.#change({
      own: { ...this.#shared.own, [this.position]: withOne(now, what, on) },
      revealed: false
    });
  }

  close(): void {
    this.#channel?.close();
  }

  #go(to: number, patch: Partial<Shared>): void {
    const step = Math.min(Math.max(to, 0), this.steps.length - 1);
    const same = step === this.position && !('own' in patch);
    if (same) this.show();
    else this.#change({ ...patch, step, revealed: false, blank: null });
  }

  #change(patch: Partial<Shared>): void {
    const { changes } = this.#shared;
    this.#shared = { ...this.#shared, ...patch, changes: changes + 1, by: this.#name };
    this.#tell();
  }

  /** Tells somebody new what there is, and that it was there before them. */
  #welcome(): void {
    const { changes, by } = this.#shared;
    if (changes === 0 && by) this.#change({});
    else this.#tell();
  }

  #tell(): void {
    this.#say({ type: 'state', state: this.#shared });
  }

  #say(message: Message): void {
    this.#channel?.postMessage(message);
  }

  #stepAt(position: number): Step {
    const step = this.steps[position];
    if (!step) throw new Error(`There is no step ${position} of ${this.steps.length}`);
    return step;
  }

  #has({ kind }: Step, what: Hideable): boolean {
    if (what === 'titles') return kind !== 'question';
    if (what === 'places') return kind !== 'title';
    return kind === 'dispute';
  }
}

function withOne(list: readonly Hideable[], what: Hideable, on: boolean): readonly Hideable[] {
  return HIDEABLE.filter((each) => (each === what ? on : list.includes(each)));
}

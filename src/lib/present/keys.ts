/** What a presenter can do by key. */
export type Action =
  | 'next'
  | 'back'
  | 'next-chapter'
  | 'previous-chapter'
  | 'first'
  | 'last'
  | 'black'
  | 'white'
  | 'full-screen'
  | 'notes'
  | 'steps'
  | 'reveal'
  | 'light'
  | 'pen'
  | 'help'
  | 'leave';

/** What of a keyboard event matters. */
export interface Press {
  readonly key: string;
  /** The physical key, for keyboards that write other letters. */
  readonly code: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  /** Whether it comes of a key that stays down. */
  readonly repeat: boolean;
}

/** What has the focus: something typed into, something that arrows move (a slider, the map), something that Space presses, or nothing such. */
export type Focus = 'text' | 'mover' | 'button' | 'page';

interface Circumstances {
  readonly focus: Focus;
  /** Whether single letters are commands. */
  readonly letters: boolean;
  /** Whether the page runs from right to left, where "on" is to the left. */
  readonly rightToLeft: boolean;
}

const LETTERS: Readonly<Record<string, Action>> = {
  b: 'black',
  '.': 'black',
  w: 'white',
  ',': 'white',
  f: 'full-screen',
  n: 'notes',
  g: 'steps',
  r: 'reveal',
  l: 'light',
  p: 'pen',
  '?': 'help'
};

/** What a key asks for; null: nothing of ours. */
export function actionOf(press: Press, circumstances: Circumstances): Action | null {
  const action = pressed(press, circumstances);
  // A key that stays down leafs through the steps, and does all else once.
  return press.repeat && action !== 'next' && action !== 'back' ? null : action;
}

function pressed(press: Press, circumstances: Circumstances): Action | null {
  const { key, shiftKey } = press;
  const { focus, letters } = circumstances;
  if (press.ctrlKey || press.altKey || press.metaKey) return null;
  if (key === 'Escape') return 'leave';
  // A clicker's own keys: it works whatever was touched last.
  if (focus !== 'text' && key === 'PageDown') return 'next';
  if (focus !== 'text' && key === 'PageUp') return 'back';
  if (focus === 'text') return null;
  if (focus !== 'mover') {
    const moved = movedBy(key, shiftKey, circumstances);
    if (moved) return moved;
  }
  return letters ? (LETTERS[letterOf(press)] ?? null) : null;
}

function movedBy(key: string, shift: boolean, { focus, rightToLeft }: Circumstances) {
  const on = rightToLeft ? 'ArrowLeft' : 'ArrowRight';
  const off = rightToLeft ? 'ArrowRight' : 'ArrowLeft';
  if (key === on) return shift ? 'next-chapter' : 'next';
  if (key === off) return shift ? 'previous-chapter' : 'back';
  if (key === 'Home') return 'first';
  if (key === 'End') return 'last';
  if (key === ' ' && focus === 'page') return shift ? 'back' : 'next';
  return null;
}

function letterOf({ key, code }: Press): string {
  if (/^[\x21-\x7e]$/.test(key)) return key.toLowerCase();
  return /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase() ?? '';
}

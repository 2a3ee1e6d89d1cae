import type { Focus } from '$lib/present/keys';

const TYPED =
  'input:not([type=checkbox], [type=radio], [type=range], [type=button]), textarea, [contenteditable]';
const MOVED = '[role=slider], select, input[type=radio], input[type=range], canvas, .drawn-map';
const PRESSED = 'button, summary, input[type=checkbox], [role=button]';

/** What of the keyboard the focused element needs for itself. */
export function focusKind(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'page';
  if (target.matches(TYPED)) return 'text';
  if (target.matches(MOVED)) return 'mover';
  return target.matches(PRESSED) ? 'button' : 'page';
}

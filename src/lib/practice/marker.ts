/** Pixels that an arrow key moves the marker by; with Shift, more. */
const STEP = 16;
const LARGE_STEP = 96;

/** What a key does to the marker. */
export type MarkerAct =
  | { readonly act: 'move'; readonly dx: number; readonly dy: number }
  | { readonly act: 'zoom'; readonly by: 1 | -1 }
  | { readonly act: 'place' };

interface KeyPress {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
}

/** What a key means on the map; null for nothing. */
export function markerActOf({
  key,
  shiftKey,
  ctrlKey,
  altKey,
  metaKey
}: KeyPress): MarkerAct | null {
  if (ctrlKey || altKey || metaKey) return null;
  const by = shiftKey ? LARGE_STEP : STEP;
  switch (key) {
    case 'ArrowLeft':
      return { act: 'move', dx: -by, dy: 0 };
    case 'ArrowRight':
      return { act: 'move', dx: by, dy: 0 };
    case 'ArrowUp':
      return { act: 'move', dx: 0, dy: -by };
    case 'ArrowDown':
      return { act: 'move', dx: 0, dy: by };
    case '+':
    case '=':
      return { act: 'zoom', by: 1 };
    case '-':
    case '_':
      return { act: 'zoom', by: -1 };
    case 'Enter':
      return { act: 'place' };
    default:
      return null;
  }
}

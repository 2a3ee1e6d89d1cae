import { watchTheme } from '../style/palette';

/** What marks are drawn in: colours as CSS writes them. */
export interface Inks {
  readonly ink: string;
  readonly paper: string;
  readonly accent: string;
}

const FORCED = '(forced-colors: active)';

/** Reads the page's colours where they hold; where the reader has colours of their own, these. */
export function readInks(element: Element): Inks {
  if (matchMedia(FORCED).matches)
    return { ink: 'CanvasText', paper: 'Canvas', accent: 'Highlight' };
  const style = getComputedStyle(element);
  const token = (name: string, otherwise: string) =>
    style.getPropertyValue(name).trim() || otherwise;
  return {
    ink: token('--ink', 'black'),
    paper: token('--paper', 'white'),
    accent: token('--accent', 'red')
  };
}

/** Says when the page's colours have changed. Returns how to stop. */
export function watchInks(changed: () => void): () => void {
  const stop = watchTheme(changed);
  const forced = matchMedia(FORCED);
  forced.addEventListener('change', changed);
  return () => {
    stop();
    forced.removeEventListener('change', changed);
  };
}

/** A colour as `#rrggbb`, whatever CSS calls it. */
export function hexOf(colour: string): string {
  const context = document.createElement('canvas').getContext('2d');
  if (context === null) return colour;
  context.fillStyle = colour;
  return context.fillStyle;
}

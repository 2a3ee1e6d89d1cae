const widths = new Map<string, number>();
let context: CanvasRenderingContext2D | null | undefined;

/** Pixels that a text takes in a CSS font; a guess where there is no canvas. */
export function textWidth(text: string, font: string): number {
  if (typeof document === 'undefined') return guess(text);
  const key = `${font}\n${text}`;
  let width = widths.get(key);
  if (width === undefined) {
    context ??= document.createElement('canvas').getContext('2d');
    if (context) context.font = font;
    width = context ? context.measureText(text).width : guess(text);
    widths.set(key, width);
  }
  return width;
}

const guess = (text: string) => text.length * 7;

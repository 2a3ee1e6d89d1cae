/** Gives a canvas as many points as the screen has in `width` by `height` CSS pixels, no more than two to a pixel; returns how many. */
export function fitCanvas(canvas: HTMLCanvasElement, width: number, height: number): number {
  const scale = Math.min(2, globalThis.devicePixelRatio || 1);
  const [wide, high] = [Math.round(width * scale), Math.round(height * scale)];
  // Setting a size clears the canvas, be it the same.
  if (canvas.width !== wide) canvas.width = wide;
  if (canvas.height !== high) canvas.height = high;
  return scale;
}

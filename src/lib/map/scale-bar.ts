/** The longest round distance (1, 2 or 5 times a power of ten metres) that fits `maxPx`, and its length. */
export function scaleBar(metresPerPixel: number, maxPx: number): { metres: number; px: number } {
  const most = metresPerPixel * maxPx;
  const power = 10 ** Math.floor(Math.log10(most));
  const metres = power * ([5, 2].find((step) => step * power <= most) ?? 1);
  return { metres, px: metres / metresPerPixel };
}

/**
 * The same drawing in fewer characters: of `M`, absolute `L` and `Z` commands, as d3-geo writes them, to relative ones in tenths of a pixel.
 * Draw it at a tenth of its size. Rounding does not add up along a line.
 */
export function compactPath(path: string): string {
  let [x, y] = [0, 0];
  let before = '';
  return path.replace(/([MLZ])(?:(-?[\d.]+),(-?[\d.]+))?/g, (_, command, px, py) => {
    if (command === 'Z') {
      before = 'z';
      return 'z';
    }
    const [nx, ny] = [Math.round(Number(px) * 10), Math.round(Number(py) * 10)];
    const [dx, dy] = [nx - x, ny - y];
    [x, y] = [nx, ny];
    if (command === 'M') {
      before = 'M';
      return `M${pair(nx, ny)}`;
    }
    const lead = before === 'l' ? (dx < 0 ? '' : ' ') : 'l';
    before = 'l';
    return lead + pair(dx, dy);
  });
}

const pair = (x: number, y: number) => `${x}${y < 0 ? '' : ' '}${y}`;

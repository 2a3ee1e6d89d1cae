/** A line through points, in pixels, as an SVG path; a single point is a dot. */
export function penPath(points: readonly (readonly [x: number, y: number])[]): string {
  const [first, ...rest] = points.map(([x, y]) => `${Math.round(x)},${Math.round(y)}`);
  if (first === undefined) return '';
  return `M${first}L${rest.length > 0 ? rest.join(' ') : first}`;
}

/** @typedef {{ file: string, bytes: number, zooms?: string, tiles?: number, largest?: number }} Row */

/**
 * The sizes of what was built, as a table in Markdown.
 * @param {Row[]} rows `bytes` of an archive as it is, of a drawing as it is sent (gzip)
 */
export function sizeTable(rows) {
  const head = ['file', 'zooms', 'tiles', 'kB', 'largest tile, kB'];
  const cells = rows.map(({ file, zooms = '', tiles, bytes, largest }) => [
    `\`${file}\``,
    zooms,
    tiles === undefined ? '' : String(tiles),
    kilobytes(bytes),
    largest === undefined ? '' : kilobytes(largest)
  ]);
  const widths = head.map((name, i) =>
    [name, ...cells.map((row) => row[i] ?? '')].reduce(
      (most, { length }) => Math.max(most, length),
      3
    )
  );
  const line = (/** @type {string[]} */ row) =>
    `| ${row.map((cell, i) => (i < 2 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join(' | ')} |`;
  const rule = widths.map((width, i) => (i < 2 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(head), line(rule), ...cells.map(line)].join('\n') + '\n';
}

/** @param {number} bytes */
function kilobytes(bytes) {
  return (bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0);
}

import { DATELINE } from './plan';
import { ratio } from './statistics';
import type { Cell, Summary } from './summary';
import { NOTHING, times, whole } from './words';

/** A table of Markdown; the first column holds names, all others numbers. Throws RangeError where a row is not as long as the head. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const wrong = rows.find((row) => row.length !== head.length);
  if (wrong) throw new RangeError(`${head.length} columns, and a row of ${wrong.length}: ${wrong}`);
  const rule = head.map((_, i) => (i === 0 ? '---' : '--:'));
  return [head, rule, ...rows].map((row) => `| ${row.map(escaped).join(' | ')} |`).join('\n');
}

/** A row an approach and a column a size; approaches and sizes that `read` says nothing about are left out. */
export function bySize(summary: Summary, read: (cell: Cell) => string): string {
  const told = summary.cells.filter((cell) => read(cell) !== NOTHING);
  if (told.length === 0) return 'Not measured.';
  const sizes = [...new Set(told.map(({ size }) => size))].sort((a, b) => a - b);
  const approaches = approachesOf(summary).filter((id) => told.some((c) => c.approach === id));
  const rows = approaches.map((id) => [
    nameOf(summary, id),
    ...sizes.map((size) => {
      const cell = summary.get(id, size);
      return cell ? marked(cell, read(cell)) : NOTHING;
    })
  ]);
  return table(['', ...sizes.map(whole)], rows);
}

/** How many times longer the others take than Dateline, by size. */
export function ratios(summary: Summary, read: (cell: Cell) => number | null): string {
  return bySize(summary, (cell) => {
    const own = summary.get(DATELINE, cell.size);
    return cell.approach === DATELINE ? NOTHING : times(ratio(read(cell), own && read(own)));
  });
}

/** Ours first, the others as they come in the first round. */
function approachesOf({ cells }: Summary): string[] {
  const own = cells.filter(({ approach }) => approach === DATELINE);
  return [...new Set([...own, ...cells].map(({ approach }) => approach))];
}

function nameOf({ cells }: Summary, id: string): string {
  const named = cells.find(({ approach, name }) => approach === id && name !== id);
  return named?.name ?? id;
}

/** A number that comes with a wrong count says so. */
function marked({ wrong }: Cell, text: string): string {
  return wrong ? `${text} (**wrong count**)` : text;
}

const escaped = (text: string) => text.replaceAll('|', '\\|');

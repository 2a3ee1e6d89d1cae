import Papa from 'papaparse';
import {
  EXAMPLES,
  formatFaultPlace,
  type ArchiveFaults
} from '../src/lib/core/archive/archive-fault';

/** The first faults of each sort, with what to do about them, and how many more there are of it. */
export function describeFaults(file: string, { counts, examples }: ArchiveFaults): string[] {
  return counts.flatMap(({ code, count }) => {
    const shown = examples.filter((fault) => fault.code === code).slice(0, EXAMPLES.each);
    const blocks = shown.map((fault) => {
      const lines = [`error ${code} at ${formatFaultPlace(file, fault)}`];
      if (fault.value !== undefined) lines.push(`  found:  ${fault.value}`);
      return [...lines, `  ${fault.message}`, `  remedy: ${fault.remedy}`, ''].join('\n');
    });
    const more = count - shown.length;
    return more > 0 ? [...blocks, `and ${more.toLocaleString('en')} more ${code}\n`] : blocks;
  });
}

/** All of the faults that were kept as a CSV file, in the order in which they were found. */
export function tableOfFaults({ examples }: ArchiveFaults): string {
  const data = examples.map(({ value = '', ...fault }) => ({ ...fault, found: value }));
  const columns = ['line', 'row', 'column', 'code', 'found', 'message', 'remedy'];
  // A spreadsheet takes some texts for formulas.
  return `${Papa.unparse(data, { columns, escapeFormulae: /^[=+\-@\t\r]/ })}\n`;
}

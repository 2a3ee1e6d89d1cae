import {
  EXAMPLES,
  formatFaultPlace,
  type ArchiveFaults
} from '../src/lib/core/archive/archive-fault';
import { csvTable } from '../src/lib/core/csv-table';

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
export function tableOfFaults({ examples }: ArchiveFaults): Promise<string> {
  const rows = examples.map(({ line, row, column, code, value = null, message, remedy }) => {
    return [line, row, column, code, value, message, remedy];
  });
  return csvTable([['line', 'row', 'column', 'code', 'found', 'message', 'remedy'], ...rows]);
}

import { formatFaultPlace, type ArchiveFaults } from '../src/lib/core/archive/archive-fault';

/** Each fault that is kept as an example, with what to do about it, and how many more there are of its sort. */
export function describeFaults(file: string, { counts, examples }: ArchiveFaults): string[] {
  return counts.flatMap(({ code, count }) => {
    const shown = examples.filter((fault) => fault.code === code);
    const blocks = shown.map((fault) => {
      const lines = [`error ${code} at ${formatFaultPlace(file, fault)}`];
      if (fault.value !== undefined) lines.push(`  found:  ${fault.value}`);
      return [...lines, `  ${fault.message}`, `  remedy: ${fault.remedy}`, ''].join('\n');
    });
    const more = count - shown.length;
    return more > 0 ? [...blocks, `and ${more.toLocaleString('en')} more ${code}\n`] : blocks;
  });
}

import { describe, expect, it } from 'vitest';
import {
  ARCHIVE_FAULT_CODES,
  FaultLog,
  archiveFault,
  formatFaultPlace
} from '../../../../src/lib/core/archive/archive-fault';
import { PROBLEM_CODES } from '../../../../src/lib/core/problem';

describe('the faults of archives', () => {
  it('have a sentence and a remedy each, those of dates too', () => {
    const dates = PROBLEM_CODES.filter((code) => code.startsWith('date-'));
    for (const code of [...ARCHIVE_FAULT_CODES, ...dates]) {
      const { message, remedy } = archiveFault(code, {}, undefined, 'a detail');
      expect(message, code).toMatch(/^["A-Z].*\.$/);
      expect(remedy, code).toMatch(/^[A-Z].*\.$/);
    }
  });

  it('show a value without what cannot be seen, and no more of it than fits', () => {
    const { value } = archiveFault('row-cells', {}, `\u001b[31m\u202e${'x'.repeat(100_000)}`);
    expect(value).toMatch(/^\[31mx+…$/);
    expect(value?.length).toBeLessThanOrEqual(80);
    expect(archiveFault('row-cells', {})).not.toHaveProperty('value');
  });

  it('say where: by line in a file of lines, else by row', () => {
    const at = (place: Parameters<typeof archiveFault>[1]) =>
      formatFaultPlace('a.csv', archiveFault('row-cells', place));
    expect(at({ row: 3, line: 7, column: 'lat' })).toBe('a.csv, line 7, column "lat"');
    expect(at({ row: 3, column: 'lat' })).toBe('a.csv, row 3, column "lat"');
    expect(at({ column: 'lat' })).toBe('a.csv, column "lat"');
    expect(at({})).toBe('a.csv');
  });

  it('are counted, and a hundred are kept, one of each sort at least', () => {
    const log = new FaultLog();
    const codes = ARCHIVE_FAULT_CODES.slice(0, 8);
    for (const code of codes) for (let row = 1; row <= 50; row++) log.add(code, { row });
    const { total, counts, examples } = log.result();
    expect(total).toBe(400);
    expect(counts).toEqual(codes.map((code) => ({ code, count: 50 })));
    expect(codes.map((code) => examples.filter((fault) => fault.code === code).length)).toEqual([
      20, 20, 20, 20, 20, 1, 1, 1
    ]);
  });
});

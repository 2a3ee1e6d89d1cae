import { screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import { archiveFault, FaultLog } from '../../../../src/lib/core/archive/archive-fault';
import FaultList from '../../../../src/lib/viewer/archive/FaultList.svelte';
import { renderPart, said } from '../in-reading';

/** Some rows that cannot be used, then, if it is so, what is wrong with a column and with the file. */
function faults(rows: number, column = false, file = false) {
  const log = new FaultLog();
  if (column) log.keep(archiveFault('column-missing', { line: 1, column: 'what' }));
  for (let row = 1; row <= rows; row++) {
    log.add('date-unreadable', { row, line: row + 1, column: 'time' }, `never ${row}`);
  }
  if (file) {
    const damaged = ['file-damaged', { row: 900 }, undefined, 'there is no end'] as const;
    log.keep(archiveFault(...damaged));
  }
  return log.result();
}
function show(...all: Parameters<typeof faults>) {
  const { container } = renderPart(FaultList, { faults: faults(...all), file: 'days.csv' });
  return said(container.querySelector('summary'));
}

describe('what of a file could not be used', () => {
  test('is not spoken of when there is nothing', () => {
    expect(show(0)).toBe('');
    expect(screen.queryByRole('group')).toBeNull();
  });

  test('is counted where it is rows', () => {
    expect(show(1)).toBe('1 row of the file could not be used');
  });

  test.each([
    ['the file', 0, false, true, 'The file could not be used in full'],
    ['a column', 0, true, false, 'The file could not be used in full'],
    [
      'the file, and rows',
      12,
      false,
      true,
      'The file could not be used in full, and 12 rows were left out'
    ],
    [
      'a column and the file, and a row',
      1,
      true,
      true,
      'The file could not be used in full, and 1 row was left out'
    ]
  ])('is called no row where it is %s', (_, rows, column, file, words) => {
    expect(show(rows, column, file)).toBe(words);
  });

  test('is told with its place, what it says and what to do, some examples of each', () => {
    show(30, true);
    const items = screen.getAllByRole('listitem', { hidden: true }).map(said);
    expect(items).toHaveLength(1 + 20 + 1);
    expect(items[0]).toMatch(/^days\.csv, line 1, column "what": The file has no column/);
    expect(items[1]).toBe(
      'days.csv, line 2, column "time": never 1. This is not a date that can be read.'
    );
    expect(items.at(-1)).toBe('and 10 more');
  });
});

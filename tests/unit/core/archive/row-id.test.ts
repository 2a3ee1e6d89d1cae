import { expect, it } from 'vitest';
import { rowId, rowOf } from '../../../../src/lib/core/archive/row-id';

it('counts rows from 1 in a link and from 0 in the file, and back', () => {
  expect(rowId(0)).toBe('row-1');
  for (const row of [0, 1, 99, 999_999_998]) expect(rowOf(rowId(row))).toBe(row);
});

it('takes nothing else for a row', () => {
  for (const id of [
    null,
    '',
    'row-0',
    'row-01',
    'row--1',
    'row-1e3',
    'row-9999999999',
    'Row-1',
    'e-1'
  ])
    expect(rowOf(id)).toBeNull();
});

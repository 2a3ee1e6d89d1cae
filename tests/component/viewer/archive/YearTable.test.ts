import { screen, within } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import YearTable from '../../../../src/lib/viewer/archive/YearTable.svelte';
import { renderPart, said } from '../in-reading';

const props = (...byKinds: number[][]) => ({
  years: byKinds.map((byKind, i) => ({
    year: 1990 + i,
    count: byKind.reduce((sum, n) => sum + n, 0),
    byKind
  })),
  kinds: ['Even', 'Odd', 'Neither'],
  yearName: (year: number) => `year ${year}`
});
const cells = () =>
  screen
    .getAllByRole('row')
    .map((row) => [...row.querySelectorAll('th, td')].map((cell) => said(cell)));

describe('the table of events by year', () => {
  test('has a row a year and a column for each kind of which there are any', () => {
    renderPart(YearTable, props([1_200, 3, 0], [0, 1, 0]));
    expect(cells()).toEqual([
      ['Year', 'All', 'Even', 'Odd'],
      ['year 1990', '1,203', '1,200', '3'],
      ['year 1991', '1', '0', '1']
    ]);
    expect(screen.getByRole('rowheader', { name: 'year 1991' })).toBeTruthy();
  });

  test('has no column of a kind where all are of one', () => {
    renderPart(YearTable, props([5, 0, 0]));
    expect(cells()).toEqual([
      ['Year', 'All'],
      ['year 1990', '5']
    ]);
  });

  test('is named, and can be scrolled by keys where it is too wide', () => {
    renderPart(YearTable, props([1, 2, 0]));
    const region = screen.getByRole('region', {
      name: 'All events by the year in which they began'
    });
    expect(region.tabIndex).toBe(0);
    expect(within(region).getByRole('table', { name: region.ariaLabel ?? '' })).toBeTruthy();
  });
});

import { screen } from '@testing-library/svelte';
import { describe, expect, test } from 'vitest';
import ArchiveLegend from '../../../../src/lib/viewer/archive/ArchiveLegend.svelte';
import { renderPart, said } from '../in-reading';

const keys = () => screen.getAllByRole('listitem', { hidden: true }).map((key) => said(key));

describe('how to read the marks of an archive', () => {
  test('says what each mark stands for, and each shape', () => {
    renderPart(ArchiveLegend, { exact: false });
    expect(keys().filter((key) => key?.startsWith('Pale'))).toHaveLength(1);
    expect(keys().slice(-3)).toEqual(['Incident', 'Statement', 'Measure']);
  });

  test('says nothing of doubt where there is none', () => {
    renderPart(ArchiveLegend, { exact: true });
    expect(keys().filter((key) => key?.startsWith('Pale'))).toEqual([]);
  });
});

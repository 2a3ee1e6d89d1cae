import { fireEvent, screen } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import Measure from '../../../src/lib/viewer/Measure.svelte';
import { placeOf, renderPart, said } from './in-reading';

const props = (from = 'bridge') => ({
  from: placeOf(from),
  measured: null,
  onmeasure: vi.fn<(to: string | null) => void>()
});
const choice = () =>
  screen.getByRole<HTMLSelectElement>('combobox', { name: 'Measure the distance to' });

describe('Measure', () => {
  test('offers every other place that has a point, by name', () => {
    renderPart(Measure, props());
    expect(screen.getAllByRole('option').map(said)).toEqual([
      'choose a place',
      'Easttown',
      'Far Capital'
    ]);
    expect(choice().value).toBe('');
    expect(said(screen.getByRole('status'))).toBe('');
  });

  test('asks for the distance to the place chosen, and for none', async () => {
    const given = props();
    renderPart(Measure, given);
    await fireEvent.change(choice(), { target: { value: 'far-capital' } });
    expect(given.onmeasure).toHaveBeenLastCalledWith('far-capital');
    await fireEvent.change(choice(), { target: { value: '' } });
    expect(given.onmeasure).toHaveBeenLastCalledWith(null);
  });

  test('says the distance once it is there, with how exactly both places are known', async () => {
    const to = placeOf('east-town');
    const { update } = renderPart(Measure, props());
    await update({ measured: { to, metres: null } });
    expect(choice().value).toBe('east-town');
    expect(said(screen.getByRole('status'))).toBe('');
    await update({ measured: { to, metres: 32_912 } });
    expect(said(screen.getByRole('status'))).toBe(
      '33 km in a straight line from The bridge to Easttown (known to within 200 m and 4 km).'
    );
    await update({ measured: null });
    expect(choice().value).toBe('');
    expect(said(screen.getByRole('status'))).toBe('');
  });

  test('has nothing to offer from a place without a point', () => {
    renderPart(Measure, props('online'));
    expect(screen.queryByRole('combobox')).toBeNull();
  });
});

import { render, screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { practice as t } from '../../../../src/lib/i18n/en/practice';
import Exercises from '../../../../src/lib/viewer/practice/Exercises.svelte';

test('a story that nothing can be asked of says so, in place of marks for nothing', () => {
  render(Exercises, {
    set: { where: [], when: [], who: [], speakers: [], sure: [] },
    address: { basemap: '', streets: null, style: null },
    onagain: () => {}
  });
  expect(screen.getByText(t.nothing)).toBeTruthy();
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.queryByText(t.results.of(0, 0))).toBeNull();
  expect(screen.queryByText(t.newTabs)).toBeNull();
});

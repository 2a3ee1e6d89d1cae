import { screen } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { SHAPES } from '../../../src/lib/core/story';
import KindMark from '../../../src/lib/viewer/KindMark.svelte';
import LegendKeys from '../../../src/lib/viewer/LegendKeys.svelte';
import { renderPart, said } from './in-reading';

test('the legend tells what shapes, colours and lines mean, in the words of the story', () => {
  renderPart(LegendKeys, {});
  expect(screen.getAllByRole('heading', { level: 3 }).map(said)).toEqual([
    'How sure',
    'Shape: what kind of event',
    'Colour: who acted',
    'Lines: who did what to whom'
  ]);
  const items = screen.getAllByRole('listitem').map(said);
  for (const words of [
    'Incident',
    'Statement',
    'Measure',
    'The east bank',
    'The press',
    'expels'
  ]) {
    expect(items).toContain(words);
  }
});

const PLAIN = {
  shape: 'circle',
  hue: 'blue',
  status: 'occurred',
  contested: false,
  approximate: false
} as const;
const pathsOf = (container: HTMLElement) =>
  [...container.querySelectorAll('path')].map((path) => path.classList.contains('hollow'));

test('a mark is a picture beside words, and says nothing itself', () => {
  const { container } = renderPart(KindMark, PLAIN);
  expect(container.querySelector('svg')?.getAttribute('aria-hidden')).toBe('true');
  expect(container.querySelector('svg')?.classList.contains('hue-blue')).toBe(true);
});

test('each shape is drawn as itself', () => {
  const drawn = SHAPES.map((shape) => {
    const { container, unmount } = renderPart(KindMark, { ...PLAIN, shape });
    const path = container.querySelector('path')?.getAttribute('d');
    unmount();
    return path;
  });
  expect(new Set(drawn).size).toBe(SHAPES.length);
});

test('what occurred is solid, what is contested half solid, what is planned or alleged hollow', () => {
  const drawn = (
    parts: Partial<{ status: 'occurred' | 'planned' | 'alleged'; contested: boolean }>
  ) => {
    const { container, unmount } = renderPart(KindMark, { ...PLAIN, ...parts });
    const paths = pathsOf(container);
    unmount();
    return paths;
  };
  expect(drawn({})).toEqual([false]);
  expect(drawn({ contested: true })).toEqual([true, false]);
  expect(drawn({ status: 'planned' })).toEqual([true]);
  expect(drawn({ status: 'alleged', contested: true })).toEqual([true]);
});

import { render, screen } from '@testing-library/svelte';
import { tick } from 'svelte';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import Count from '../../../src/lib/viewer/Count.svelte';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const seen = (container: HTMLElement) => container.querySelector('p')?.textContent;

test('is seen at once, in a movement ten times a second, and heard when it has come to rest', async () => {
  const { container, rerender } = render(Count, { words: '0 events' });
  const shown: (string | null | undefined)[] = [];
  for (let i = 1; i <= 20; i++) {
    await rerender({ words: `${i} events` });
    if (seen(container) !== shown.at(-1)) shown.push(seen(container));
    await vi.advanceTimersByTimeAsync(20);
  }
  expect(shown).toEqual([1, 6, 11, 16].map((i) => `${i} events`));
  await vi.advanceTimersByTimeAsync(200);
  expect(seen(container)).toBe('20 events');
  expect(screen.getByRole('status').textContent).toBe('');
  await vi.advanceTimersByTimeAsync(1000);
  expect(screen.getByRole('status').textContent).toBe('20 events');
});

test('is on paper what it is in that moment', async () => {
  const { container, rerender } = render(Count, { words: '0 events' });
  await rerender({ words: '1 event' });
  await rerender({ words: '2 events' });
  expect(seen(container)).toBe('1 event');
  globalThis.dispatchEvent(new Event('beforeprint'));
  await tick();
  expect(seen(container)).toBe('2 events');
});

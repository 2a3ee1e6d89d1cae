import { fireEvent, render, screen } from '@testing-library/svelte';
import { expect, test, vi } from 'vitest';
import { timeline as t } from '../../../src/lib/i18n/en/timeline';
import Timeline from '../../../src/lib/timeline/Timeline.svelte';
import { mark, onDay } from '../../unit/timeline/event-times';

// As when a network fails: what comes later never does.
vi.mock('../../../src/lib/timeline/more/index', () => {
  throw new Error('no network');
});

test('Play cannot be pressed where its code did not come, and nothing else fails', async () => {
  const onwindow = vi.fn();
  render(Timeline, {
    props: {
      events: [mark('a', onDay('2022-08-01')), mark('b', onDay('2022-09-07'))],
      window: null,
      certainty: 'may',
      count: 2,
      zone: 'UTC',
      locale: 'en-GB',
      axis: 'elastic',
      t,
      formatWindow: ({ from, to }) => `${from} to ${to}`,
      formatInstant: (ms) => `at ${ms}`,
      onwindow,
      onselect: vi.fn(),
      onaxis: vi.fn(),
      onstep: vi.fn(),
      oncertainty: vi.fn()
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 100));
  const isOff = (name: string) =>
    screen.getByRole('button', { name }).getAttribute('aria-disabled') === 'true';
  const play = screen.getByRole('button', { name: t.play });
  await fireEvent.click(play);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(isOff(t.play)).toBe(true);
  await fireEvent.click(screen.getByRole('button', { name: t.zoomIn }));
  expect(isOff(t.zoomOut)).toBe(false);
  expect(onwindow).not.toHaveBeenCalled();
});

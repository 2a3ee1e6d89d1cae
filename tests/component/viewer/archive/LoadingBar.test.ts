import { fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Loading } from '../../../../src/lib/state/archive/archive-session.svelte';
import LoadingBar from '../../../../src/lib/viewer/archive/LoadingBar.svelte';
import { renderPart, said } from '../in-reading';

const LOADING: Loading = {
  step: 'loading',
  progress: { rows: 3_000, rowsTotal: 10_000, bytes: 250_000, bytesTotal: 1_000_000 }
};
const props = (loading: Loading = LOADING, come = 0) => ({
  loading,
  come,
  onstop: vi.fn<() => void>(),
  onload: vi.fn<() => void>()
});
const button = () => screen.getByRole('button');

let list: HTMLElement;
beforeEach(() => {
  list = document.createElement('section');
  list.id = 'part-events';
  list.tabIndex = -1;
  document.body.append(list);
});
afterEach(() => list.remove());

describe('while an archive loads', () => {
  test('the bar says how far it has come', () => {
    const { container } = renderPart(LoadingBar, props());
    expect(said(container)).toContain('3,000 of 10,000 rows read · 250 kB of 1 MB');
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(0.3);
  });

  test('the bar goes on with the sorting when all has been read', () => {
    const sorting = { step: 'loading', progress: { sorted: 0.4 } } as const;
    const { container } = renderPart(LoadingBar, props(sorting));
    expect(said(container)).toContain('All is there and is being sorted by time.');
    expect(screen.getByRole<HTMLProgressElement>('progressbar').value).toBe(0.4);
  });

  test('it can be stopped, and the rest loaded later', async () => {
    const given = props();
    const { update, container } = renderPart(LoadingBar, given);
    await fireEvent.click(screen.getByRole('button', { name: 'Stop here' }));
    expect(given.onstop).toHaveBeenCalledOnce();
    await update({ loading: { step: 'stopped' }, come: 3_000 });
    expect(said(container)).toContain('What had come is shown: 3,000 events.');
    await fireEvent.click(screen.getByRole('button', { name: 'Load all' }));
    expect(given.onload).toHaveBeenCalledOnce();
  });

  test('what went wrong is said, and it can be tried again', async () => {
    const given = props({ step: 'failed', words: 'No connection.' });
    const { update } = renderPart(LoadingBar, given);
    expect(said(screen.getByRole('alert'))).toBe('The events did not load. No connection.');
    await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(given.onload).toHaveBeenCalledOnce();
    await update({ come: 1 });
    expect(said(screen.getByRole('alert'))).toBe(
      'Not all events could be loaded; 1 event that had come can be used. No connection.'
    );
  });
});

describe('the focus', () => {
  test('stays on the button, whatever becomes of the loading', async () => {
    const { update } = renderPart(LoadingBar, props());
    button().focus();
    const steps: Loading[] = [
      { step: 'stopped' },
      { step: 'loading', progress: null },
      { step: 'failed', words: 'No connection.' },
      LOADING
    ];
    for (const loading of steps) {
      await update({ loading });
      expect(document.activeElement).toBe(button());
    }
  });

  test('goes to the list when all has come and the bar with it', async () => {
    const { update } = renderPart(LoadingBar, props());
    button().focus();
    await update({ loading: { step: 'loaded' } });
    expect(screen.queryByRole('button')).toBeNull();
    expect(document.activeElement).toBe(list);
  });

  test('is left where it is when it is elsewhere', async () => {
    const { update } = renderPart(LoadingBar, props());
    await update({ loading: { step: 'loaded' } });
    expect(document.activeElement).toBe(document.body);
  });
});

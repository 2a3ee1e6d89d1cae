import { fireEvent, screen } from '@testing-library/svelte';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { embed as t } from '../../../../src/lib/i18n/en/embed';
import { Session } from '../../../../src/lib/state/session.svelte';
import EmbedCard from '../../../../src/lib/viewer/embed/EmbedCard.svelte';
import { smallStory } from '../../../fixtures/small-story';
import { renderPart } from '../in-reading';

// jsdom lays nothing out, and so has nothing to scroll.
beforeAll(() => {
  Element.prototype.scrollTo = vi.fn();
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    }
  );
});

async function show(folded: boolean) {
  const session = new Session(smallStory);
  session.openEvent(smallStory.events[0]?.id ?? '');
  const heard = { onunfold: vi.fn(), onclose: vi.fn(), onstep: vi.fn() };
  const { update } = renderPart(EmbedCard, {
    session,
    takesFocus: false,
    folded,
    height: 0,
    readWhole: async () => smallStory,
    href: '#',
    ...heard
  });
  await screen.findByRole('button', { name: 'Next event', hidden: true });
  return { ...heard, update };
}

describe('the card of an embed', () => {
  test('that opens of itself has a button to read on, which leads to its beginning', async () => {
    const { onunfold, update } = await show(true);
    await fireEvent.click(screen.getByRole('button', { name: t.more }));
    expect(onunfold).toHaveBeenCalled();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2 }));
    await update({ folded: false });
    expect(screen.queryByRole('button', { name: t.more })).toBe(null);
  });

  test('unfolds by a press anywhere in it', async () => {
    const { onunfold } = await show(true);
    await fireEvent.click(screen.getByRole('heading', { level: 2 }));
    expect(onunfold).toHaveBeenCalledTimes(1);
  });

  test('that the reader has opened is unfolded', async () => {
    await show(false);
    expect(screen.queryByRole('button', { name: t.more })).toBe(null);
  });
});

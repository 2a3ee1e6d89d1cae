import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { START, type View } from '../../../src/lib/core/view';
import type { Session } from '../../../src/lib/state/session.svelte';
import { ViewInAddress } from '../../../src/routes/stories/[story]/view-in-address';
import { makeEvent, makeStory } from '../core/arbitrary-story';

const story = makeStory({ events: [makeEvent('e-break'), makeEvent('e-burn')] });

/** A session of which only the view matters, and an address bar that keeps what is written to it. */
function setUp(hash = '', early: Partial<View> = {}) {
  const session = {
    story,
    view: START,
    go(patch: Partial<View>) {
      session.view = { ...session.view, ...patch };
    }
  };
  const bar = { hash: hash as string | null, written: [] as string[] };
  const begun = session.view;
  session.go(early);
  const address = {
    read: () => bar.hash,
    write: (text: string, how: 'push' | 'replace') => {
      bar.written.push(`${how} ${text}`);
      bar.hash = text;
    }
  };
  const kept = new ViewInAddress(session as unknown as Session, address, begun);
  /** The view changes and rests. */
  const rest = async (patch: Partial<View>) => {
    session.go(patch);
    const cancel = kept.follow(session.view);
    await vi.advanceTimersByTimeAsync(1000);
    return cancel;
  };
  return { session, bar, kept, rest };
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe('what the reader did before this code came', () => {
  test('comes into the address', async () => {
    const { bar, rest } = setUp('', { selected: 'e-break' });
    await rest({});
    expect(bar.written).toEqual(['push event=e-break']);
  });
});

describe('the view', () => {
  test('is taken from the address', () => {
    const { session, kept } = setUp('event=e-burn');
    expect(kept.restore()).toBe('');
    expect(session.view.selected).toBe('e-burn');
  });

  test('is the start where the address says nothing', () => {
    const { session, kept } = setUp('');
    session.go({ selected: 'e-break' });
    kept.restore();
    expect(session.view).toEqual(START);
  });

  test('comes with words about what of the address could not be used', () => {
    const { session, kept } = setUp('event=e-burn&from=never');
    expect(kept.restore()).toContain('never');
    expect(session.view.selected).toBe('e-burn');
  });

  test('stays where the address names a part of the page or is that of another page', () => {
    const { session, bar, kept } = setUp('part-events');
    session.go({ selected: 'e-break' });
    expect(kept.restore()).toBeNull();
    bar.hash = null;
    expect(kept.restore()).toBeNull();
    expect(session.view.selected).toBe('e-break');
  });
});

describe('the address', () => {
  test('follows the view once it rests', async () => {
    const { bar, rest } = setUp();
    await rest({ axis: 'true' });
    expect(bar.written).toEqual(['replace axis=true']);
  });

  test('gains a step to go back to when something is opened, and none while scrubbing', async () => {
    const { bar, rest } = setUp();
    await rest({ selected: 'e-break' });
    await rest({ window: { from: 0, to: 86_400_000 } });
    expect(bar.written.map((line) => line.split(' ')[0])).toEqual(['push', 'replace']);
  });

  test('says at once what was opened, so that coming back finds it open', async () => {
    const { session, bar, kept } = setUp();
    session.go({ selected: 'e-break' });
    kept.follow(session.view);
    await vi.advanceTimersByTimeAsync(0);
    expect(bar.written).toEqual(['push event=e-break']);
  });

  test('is not written for a view that it says already', async () => {
    const { session, bar, kept } = setUp('event=e-burn');
    kept.restore();
    kept.follow(session.view);
    await vi.advanceTimersByTimeAsync(1000);
    expect(bar.written).toEqual([]);
  });

  test('is written once for a view that changes many times', async () => {
    const { session, bar, kept } = setUp();
    let cancel: () => void = () => undefined;
    for (let step = 1; step <= 20; step++) {
      cancel();
      session.go({ window: { from: 0, to: step * 86_400_000 } });
      cancel = kept.follow(session.view);
      await vi.advanceTimersByTimeAsync(16);
    }
    await vi.advanceTimersByTimeAsync(1000);
    expect(bar.written).toHaveLength(1);
  });

  test('is not written after the page was left', async () => {
    const { session, bar, kept } = setUp();
    session.go({ axis: 'true' });
    const cancel = kept.follow(session.view);
    await vi.advanceTimersByTimeAsync(249);
    cancel();
    await vi.advanceTimersByTimeAsync(1000);
    expect(bar.written).toEqual([]);
  });
});

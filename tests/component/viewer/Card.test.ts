import { fireEvent, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import Card from '../../../src/lib/viewer/Card.svelte';
import OpenCard from '../../../src/lib/viewer/OpenCard.svelte';
import { eventOf, placeOf, renderPart, said } from './in-reading';

// jsdom lays nothing out, and so has nothing to scroll.
const scrolled = vi.fn();
beforeAll(() => {
  Element.prototype.scrollTo = scrolled;
});

const others: HTMLElement[] = [];
afterEach(() => {
  for (const other of others.splice(0)) other.remove();
});

/** Something else on the page. */
function elsewhere(html: string): HTMLElement {
  const other = document.createElement('div');
  other.innerHTML = html;
  document.body.append(other);
  others.push(other);
  return other;
}

const snippet = (html: string) => createRawSnippet(() => ({ render: () => html }));
const props = () => ({
  id: 'bridge',
  title: 'The bridge',
  takesFocus: true,
  kicker: '',
  onclose: vi.fn<() => void>(),
  children: snippet('<a href="#inside">Inside</a>')
});

describe('Card', () => {
  test('is a region named for what it is about, with its heading and a word above', () => {
    renderPart(Card, { ...props(), kicker: 'Sources differ on this' });
    expect(screen.getByRole('region', { name: 'The bridge' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'The bridge', level: 2 })).toBeTruthy();
    expect(screen.getByText('Sources differ on this')).toBeTruthy();
  });

  test('has a foot where there is something to put there', () => {
    renderPart(Card, { ...props(), foot: snippet('<button>Next</button>') });
    expect(screen.getByRole('button', { name: 'Next' })).toBeTruthy();
  });

  test('takes the focus to its heading when it opens, and again when it turns to something else', async () => {
    const { update } = renderPart(Card, props());
    expect(document.activeElement).toBe(screen.getByRole('heading'));
    screen.getByRole('button', { name: 'Close' }).focus();
    // Two events may have the same title.
    await update({ id: 'other-bridge' });
    expect(document.activeElement).toBe(screen.getByRole('heading'));
  });

  test('leaves focus and scroll alone while it is about the same', async () => {
    const { update } = renderPart(Card, props());
    const close = screen.getByRole('button', { name: 'Close' });
    close.focus();
    scrolled.mockClear();
    await update({ kicker: 'Sources differ on this' });
    await update({ takesFocus: false });
    await update({ takesFocus: true });
    expect(document.activeElement).toBe(close);
    expect(scrolled).not.toHaveBeenCalled();
  });

  test('where it is not to take the focus is announced instead', () => {
    renderPart(Card, { ...props(), takesFocus: false });
    expect(document.activeElement).toBe(document.body);
    expect(said(screen.getByRole('status'))).toBe('The bridge');
  });

  test('gives the focus back to where it was', async () => {
    const opener = elsewhere('<button>Open</button>').querySelector('button');
    opener?.focus();
    const { unmount } = renderPart(Card, { ...props(), onclose: () => unmount() });
    await fireEvent.keyDown(screen.getByRole('heading'), { key: 'Escape' });
    expect(document.activeElement).toBe(opener);
  });

  test('gives the focus to the entry in the list where what had it is gone, or nothing had it', async () => {
    const list = elsewhere('<ul><li id="bridge"><a href="#bridge">The bridge</a></li></ul>');
    const opener = elsewhere('<button>Open</button>');
    opener.querySelector('button')?.focus();
    const first = renderPart(Card, { ...props(), onclose: () => first.unmount() });
    opener.remove();
    await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(document.activeElement).toBe(list.querySelector('a'));

    list.querySelector('a')?.blur();
    const second = renderPart(Card, { ...props(), onclose: () => second.unmount() });
    await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(document.activeElement).toBe(list.querySelector('a'));
  });

  test('gives the focus to the list where the entry is not there', async () => {
    const list = elsewhere('<section id="part-events" tabindex="-1"></section>');
    const { unmount } = renderPart(Card, { ...props(), onclose: () => unmount() });
    await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(document.activeElement).toBe(list.firstElementChild);
  });

  test('closes by its button', async () => {
    const given = props();
    renderPart(Card, given);
    await fireEvent.click(screen.getByRole('button', { name: 'Close' }));
    expect(given.onclose).toHaveBeenCalledOnce();
  });

  test('gives the focus back when it is closed by something else, as the browser’s way back', () => {
    const entry = elsewhere('<div id="bridge"><a href="#bridge">The bridge</a></div>');
    const { unmount } = renderPart(Card, props());
    screen.getByRole('link', { name: 'Inside' }).focus();
    unmount();
    expect(document.activeElement).toBe(entry.querySelector('a'));
  });

  test('takes no focus that was elsewhere when it is closed by something else', () => {
    elsewhere('<div id="bridge"><a href="#bridge">The bridge</a></div>');
    const { unmount } = renderPart(Card, { ...props(), takesFocus: false });
    unmount();
    expect(document.activeElement).toBe(document.body);
  });

  test('closes by Escape from anywhere in it, which then closes nothing else', async () => {
    const given = props();
    const outside = vi.fn();
    renderPart(Card, given);
    document.body.addEventListener('keydown', outside);
    await fireEvent.keyDown(screen.getByRole('link', { name: 'Inside' }), { key: 'Escape' });
    expect(given.onclose).toHaveBeenCalledOnce();
    expect(outside).not.toHaveBeenCalled();
    await fireEvent.keyDown(screen.getByRole('heading'), { key: 'Enter' });
    expect(given.onclose).toHaveBeenCalledOnce();
    expect(outside).toHaveBeenCalledOnce();
    document.body.removeEventListener('keydown', outside);
  });
});

describe('OpenCard', () => {
  const open = () => ({
    event: null,
    place: null,
    eventsHere: [],
    measured: null,
    takesFocus: true,
    onclose: vi.fn<() => void>(),
    neighbour: (): object | null => eventOf('closed'),
    onstep: vi.fn<(direction: 1 | -1) => void>(),
    onmeasure: vi.fn<(to: string | null) => void>()
  });

  test('tells an event, with a word when sources differ on it', () => {
    renderPart(OpenCard, { ...open(), event: eventOf('closed') });
    const card = screen.getByRole('region', { name: 'The bridge is closed' });
    expect(said(card)).toContain('Sources differ on this');
    expect(screen.getByText('Barriers go up on both banks.')).toBeTruthy();
  });

  test('leads from event to event', async () => {
    const given = { ...open(), event: eventOf('talks') };
    renderPart(OpenCard, given);
    expect(screen.queryByText('Sources differ on this')).toBeNull();
    await fireEvent.click(screen.getByRole('button', { name: 'Next event' }));
    expect(given.onstep).toHaveBeenLastCalledWith(1);
    await fireEvent.click(screen.getByRole('button', { name: 'Previous event' }));
    expect(given.onstep).toHaveBeenLastCalledWith(-1);
  });

  test('says that a step leads nowhere at the end, on a button that keeps its place in the tab order', () => {
    const neighbour = (direction: 1 | -1) => (direction > 0 ? null : eventOf('closed'));
    renderPart(OpenCard, { ...open(), event: eventOf('talks'), neighbour });
    const states = ['Previous event', 'Next event'].map((name) => {
      const button = screen.getByRole<HTMLButtonElement>('button', { name });
      return [button.getAttribute('aria-disabled'), button.disabled];
    });
    expect(states).toEqual([
      ['false', false],
      ['true', false]
    ]);
  });

  test('tells a place with what happened there, a way to measure from it and a link to its page', () => {
    renderPart(OpenCard, { ...open(), place: placeOf('bridge'), eventsHere: [eventOf('built')] });
    const card = screen.getByRole('region', { name: 'The bridge' });
    expect(said(card.querySelector('.kicker'))).toBe('Site');
    expect(screen.getByRole('link', { name: 'The bridge is built' })).toBeTruthy();
    expect(screen.getByRole('combobox', { name: 'Measure the distance to' })).toBeTruthy();
    expect(screen.getByRole('link', { name: 'Page of this place' }).getAttribute('href')).toBe(
      'places/bridge/'
    );
  });

  test('tells the event when both are open, and nothing when neither is', async () => {
    const { update } = renderPart(OpenCard, {
      ...open(),
      event: eventOf('closed'),
      place: placeOf('bridge')
    });
    expect(screen.getAllByRole('region').map((card) => card.getAttribute('aria-label'))).toEqual([
      'The bridge is closed'
    ]);
    await update({ event: null, place: null });
    expect(screen.queryByRole('region')).toBeNull();
  });
});

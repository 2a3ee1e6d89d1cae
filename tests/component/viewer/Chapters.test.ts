import { fireEvent, screen, within } from '@testing-library/svelte';
import { describe, expect, test, vi } from 'vitest';
import Chapters from '../../../src/lib/viewer/Chapters.svelte';
import { smallStory } from '../../fixtures/small-story';
import { readingOf, renderPart, said } from './in-reading';

// jsdom lays nothing out and so cannot scroll.
Element.prototype.scrollIntoView = () => undefined;

const props = (current: string | null = null, whole = false) => ({
  current,
  whole,
  onchapter: vi.fn<(id: string | null) => void>()
});
const buttons = () => screen.queryAllByRole('button').map(said);

describe('Chapters', () => {
  test('are a list in the order of the story, each with its dates, told only when open', () => {
    renderPart(Chapters, props());
    expect(screen.getAllByRole('heading', { level: 3 }).map(said)).toEqual([
      'The closing',
      'The break'
    ]);
    expect(screen.getAllByRole('listitem').map(said)).toEqual([
      'The closing 15 July – 31 August 2022',
      'The break 7–8 September 2022'
    ]);
    expect(buttons()).toEqual([]);
  });

  test('the open one is marked, told, and lists its events', () => {
    renderPart(Chapters, props('break'));
    const link = screen.getByRole('link', { name: 'The break' });
    expect(link.getAttribute('aria-current')).toBe('step');
    expect(screen.getByRole('link', { name: 'The closing' }).hasAttribute('aria-current')).toBe(
      false
    );
    expect(screen.getByText('Two days in September.')).toBeTruthy();
    expect(screen.queryByText('How it began.')).toBeNull();
    const events = within(link.closest('li') as HTMLElement).getAllByRole('listitem');
    expect(events.map(said)).toEqual(['The envoy is sent home', 'The west bank answers']);
  });

  test('a chapter opens by its title', async () => {
    const given = props();
    renderPart(Chapters, given);
    const link = screen.getByRole('link', { name: 'The closing' });
    expect(link.getAttribute('href')).toBe('#closing');
    await fireEvent.click(link);
    expect(given.onchapter).toHaveBeenCalledExactlyOnceWith('closing');
  });

  test('from the open one there is a step forward, back, and out, as far as there is one', async () => {
    const given = props('closing');
    const { update } = renderPart(Chapters, given);
    expect(buttons()).toEqual(['Next chapter', 'Leave the chapter']);
    await fireEvent.click(screen.getByRole('button', { name: 'Next chapter' }));
    expect(given.onchapter).toHaveBeenLastCalledWith('break');

    await update({ current: 'break' });
    expect(buttons()).toEqual(['Previous chapter', 'Leave the chapter']);
    await fireEvent.click(screen.getByRole('button', { name: 'Previous chapter' }));
    expect(given.onchapter).toHaveBeenLastCalledWith('closing');
    await fireEvent.click(screen.getByRole('button', { name: 'Leave the chapter' }));
    expect(given.onchapter).toHaveBeenLastCalledWith(null);
  });

  test('an event of a chapter opens here', async () => {
    const openEvent = vi.fn();
    renderPart(Chapters, props('closing'), readingOf(smallStory, { openEvent }));
    await fireEvent.click(screen.getByRole('link', { name: 'Talks go on' }));
    expect(openEvent).toHaveBeenCalledExactlyOnceWith('talks');
  });

  test('in the page as sent every chapter is told in full, without buttons that need a script', () => {
    renderPart(Chapters, props(null, true));
    expect(screen.getByText('How it began.')).toBeTruthy();
    expect(screen.getByText('Two days in September.')).toBeTruthy();
    expect(buttons()).toEqual([]);
  });

  test('a text that looks like HTML is shown as the text that it is', () => {
    const chapters = smallStory.chapters.map((chapter) => ({
      ...chapter,
      text: { en: '<b>How</b> & why' }
    }));
    const { container } = renderPart(
      Chapters,
      props('closing'),
      readingOf({ ...smallStory, chapters })
    );
    expect(screen.getByText('<b>How</b> & why')).toBeTruthy();
    expect(container.querySelector('b')).toBeNull();
  });
});

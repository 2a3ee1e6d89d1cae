import { fireEvent, screen } from '@testing-library/svelte';
import { flushSync } from 'svelte';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { buildLookup } from '../../../../src/lib/core/lookup';
import { stepsOf } from '../../../../src/lib/present/steps';
import NotesScreen from '../../../../src/lib/viewer/present/NotesScreen.svelte';
import { Presentation } from '../../../../src/lib/viewer/present/presentation.svelte';
import { smallStory } from '../../../fixtures/small-story';
import { renderPart } from '../in-reading';

// With all that the map is made of, which the notes show nothing of.
vi.mock('../../../../src/lib/viewer/later', () => new Promise(() => undefined));

const steps = stepsOf(smallStory, buildLookup(smallStory), 'en');

function shown(letters: boolean) {
  const presentation = new Presentation(steps, 'notes', null);
  const onletters = vi.fn();
  const { update } = renderPart(NotesScreen, { presentation, letters, onletters });
  const press = async (key: string, more: KeyboardEventInit = {}) => {
    await fireEvent.keyDown(document.body, { key, ...more });
    flushSync();
  };
  return { presentation, onletters, press, update };
}

beforeEach(() => void vi.spyOn(window, 'scrollTo').mockReturnValue(undefined));

describe('the notes', () => {
  test('obey single letters, until those are switched off there', async () => {
    const { presentation, onletters, press, update } = shown(true);
    await press('b');
    expect(presentation.blank).toBe('black');
    const box = screen.getByRole<HTMLInputElement>('checkbox', {
      name: 'Keys of one letter, such as B and N, work'
    });
    expect(box.checked).toBe(true);
    await fireEvent.click(box);
    expect(onletters).toHaveBeenCalledWith(false);
    await update({ letters: false });
    await press('w');
    expect(presentation.blank).toBe('black');
    await press('ArrowRight');
    expect(presentation.position).toBe(1);
  });

  test('show that they are off where the address says so', () => {
    shown(false);
    expect(screen.getByRole<HTMLInputElement>('checkbox').checked).toBe(false);
  });
});

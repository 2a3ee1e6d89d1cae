import { flushSync } from 'svelte';
import { afterEach, describe, expect, test } from 'vitest';
import { buildLookup } from '../../../../src/lib/core/lookup';
import type { Action } from '../../../../src/lib/present/keys';
import { stepsOf } from '../../../../src/lib/present/steps';
import { Presentation } from '../../../../src/lib/viewer/present/presentation.svelte';
import { smallStory } from '../../../fixtures/small-story';

const steps = stepsOf(smallStory, buildLookup(smallStory), 'en');
const [DISPUTE, QUESTION] = [2, 3];
const USUAL = { hide: [] };
const HERE = { step: 0, own: null };

type Heard = { readonly data: unknown };
const opened: Presentation[] = [];

/** Windows that hear one another at once, or as those of a browser do: a while later, on `hear`. */
function room() {
  const { open, hear } = laterRoom();
  return (name: string) => {
    const made = open(name);
    hear(true);
    return made;
  };
}

function laterRoom() {
  const all = new Set<{ onmessage: ((event: never) => void) | null }>();
  const waiting: (() => void)[] = [];
  let atOnce = false;
  const hear = (fromNowOn = false) => {
    atOnce = fromNowOn;
    for (let next = waiting.shift(); next; next = waiting.shift()) next();
  };
  const open = (name: string) => {
    const channel = {
      onmessage: null as ((event: never) => void) | null,
      postMessage(message: unknown) {
        const data: unknown = structuredClone(message);
        for (const other of all)
          if (other !== channel)
            waiting.push(() => (other.onmessage as ((event: Heard) => void) | null)?.({ data }));
        if (atOnce) hear(true);
      },
      close: () => void all.delete(channel)
    };
    all.add(channel);
    const made = new Presentation(steps, name, channel as never);
    opened.push(made);
    return made;
  };
  return { open, hear };
}

afterEach(() => opened.splice(0).forEach((each) => each.close()));

describe('a presentation', () => {
  test('goes from step to step and stays within them', () => {
    const alone = new Presentation(steps, 'a', null);
    alone.turn(-1);
    expect(alone.position).toBe(0);
    alone.goTo(99);
    expect(alone.position).toBe(steps.length - 1);
    alone.turn(1);
    expect(alone.step).toBe(steps.at(-1));
    alone.turnChapter(-1);
    expect(alone.position).toBe(1);
  });

  test('is the same in two windows, whichever moves', () => {
    const open = room();
    const [a, b] = [open('a'), open('b')];
    a.turn(1);
    b.turn(1);
    b.toggleBlank('black');
    expect([a.position, a.blank]).toEqual([2, 'black']);
    a.show();
    a.setHide('speakers', true);
    expect([b.blank, [...b.hidden]]).toEqual([null, ['speakers']]);
    b.reveal();
    flushSync();
    expect([...a.hidden]).toEqual([]);
  });

  test('goes on where it was in a window that is opened again, whatever its address says', () => {
    const open = room();
    const [a, b] = [open('a'), open('b')];
    a.goTo(3);
    b.close();
    const again = open('c');
    again.open(USUAL, { step: 1, own: null });
    expect(again.position).toBe(3);
    again.turn(-1);
    expect(a.position).toBe(2);
  });

  test('tells a window that comes before the first turn where it is and what it hides', () => {
    const { open, hear } = laterRoom();
    const screen = open('screen');
    screen.open({ hide: ['titles'] }, { step: 2, own: ['speakers'] });
    hear();
    const notes = open('notes');
    notes.open(USUAL, HERE);
    hear();
    expect([notes.position, ...notes.hidden]).toEqual([2, 'speakers']);
    notes.turn(1);
    hear();
    expect([screen.position, ...screen.hide]).toEqual([3, 'titles']);
  });

  test('is where an address leads as soon as one window has one, whichever came first', () => {
    const { open, hear } = laterRoom();
    const notes = open('notes');
    notes.open(USUAL, HERE);
    const screen = open('screen');
    screen.open({ hide: ['titles'] }, { step: 2, own: null });
    hear();
    for (const each of [notes, screen])
      expect([each.position, ...each.hide]).toEqual([2, 'titles']);
  });

  test('stays where it is when a window comes whose address says otherwise', () => {
    // Whatever their names.
    for (const [first, second] of [
      ['a', 'b'],
      ['b', 'a']
    ] as const) {
      const { open, hear } = laterRoom();
      const screen = open(first);
      screen.open({ hide: ['titles'] }, { step: 2, own: null });
      hear();
      const notes = open(second);
      notes.open(USUAL, { step: 1, own: null });
      hear();
      for (const each of [notes, screen])
        expect([each.position, ...each.hide]).toEqual([2, 'titles']);
    }
  });

  test('is the same in windows that come at once, whatever their addresses say', () => {
    const { open, hear } = laterRoom();
    const made = ['a', 'b', 'c'].map((name) => open(name));
    made.forEach((each, i) => each.open({ hide: [] }, { step: i, own: null }));
    hear();
    expect(new Set(made.map(({ position }) => position)).size).toBe(1);
  });

  test('goes where its address says when it is the first', () => {
    const first = room()('a');
    first.open({ hide: ['titles'] }, { step: 2, own: ['speakers'] });
    expect([first.position, ...first.hidden]).toEqual([2, 'speakers']);
    expect(first.hiddenAt(1)).toEqual(['titles']);
  });

  test('hides until asked, by step and as a rule, and hides again on the next step', () => {
    const alone = new Presentation(steps, 'a', null);
    alone.open({ hide: ['titles', 'speakers'] }, HERE);
    alone.goTo(DISPUTE);
    expect([...alone.hidden]).toEqual(['titles', 'speakers']);
    alone.reveal();
    expect(alone.hidden.size).toBe(0);
    alone.turn(-1);
    alone.turn(1);
    expect(alone.hidden.size).toBe(2);
    alone.setOwn('speakers', false);
    expect([...alone.hidden]).toEqual(['titles']);
    alone.turn(-1);
    expect([...alone.hidden]).toEqual(['titles', 'speakers']);
  });

  test('has something to reveal where something is hidden that the step has, and at each question', () => {
    const alone = new Presentation(steps, 'a', null);
    const asks = () => steps.map((_, i) => (alone.goTo(i), alone.canReveal));
    expect(asks()).toEqual(steps.map((_, i) => i === QUESTION));
    alone.setHide('speakers', true);
    expect(asks()).toEqual(steps.map((_, i) => i === QUESTION || i === DISPUTE));
  });

  test('comes back from a blank screen with any step', () => {
    const alone = new Presentation(steps, 'a', null);
    alone.toggleBlank('white');
    alone.toggleBlank('black');
    expect(alone.blank).toBe('black');
    alone.toggleBlank('black');
    expect(alone.blank).toBeNull();
    alone.toggleBlank('black');
    alone.turn(1);
    expect([alone.blank, alone.position]).toEqual([null, 1]);
  });

  test('does what concerns every window, and says what is left to one', () => {
    const alone = new Presentation(steps, 'a', null);
    const moves: [Action, number][] = [
      ['next', 1],
      ['next-chapter', steps.findIndex(({ title }) => title === steps.at(-1)?.title)],
      ['previous-chapter', 1],
      ['last', steps.length - 1],
      ['back', steps.length - 2],
      ['first', 0]
    ];
    for (const [action, position] of moves) {
      expect(alone.act(action)).toBe(true);
      expect(alone.position, action).toBe(position);
    }
    for (const colour of ['black', 'white'] as const) {
      expect(alone.act(colour)).toBe(true);
      expect(alone.blank).toBe(colour);
    }
    alone.goTo(QUESTION);
    expect([alone.act('reveal'), alone.revealed]).toEqual([true, true]);
    for (const own of ['full-screen', 'notes', 'steps', 'light', 'pen', 'help', 'leave'] as const)
      expect(alone.act(own)).toBe(false);
    expect([alone.position, alone.revealed]).toEqual([QUESTION, true]);
  });
});

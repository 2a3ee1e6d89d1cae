import { describe, expect, it } from 'vitest';
import { actionOf, type Action, type Focus } from '../../../src/lib/present/keys';

interface Pressed {
  focus?: Focus;
  letters?: boolean;
  rightToLeft?: boolean;
  shiftKey?: boolean;
  ctrlKey?: boolean;
  repeat?: boolean;
  code?: string;
}

function press(key: string, pressed: Pressed = {}): Action | null {
  const { focus = 'page', letters = true, rightToLeft = false, ...held } = pressed;
  return actionOf(
    {
      key,
      code: '',
      shiftKey: false,
      ctrlKey: false,
      altKey: false,
      metaKey: false,
      repeat: false,
      ...held
    },
    { focus, letters, rightToLeft }
  );
}

describe('actionOf', () => {
  it.each([
    ['ArrowRight', 'next'],
    ['ArrowLeft', 'back'],
    [' ', 'next'],
    ['PageDown', 'next'],
    ['PageUp', 'back'],
    ['Home', 'first'],
    ['End', 'last'],
    ['b', 'black'],
    ['.', 'black'],
    ['W', 'white'],
    [',', 'white'],
    ['f', 'full-screen'],
    ['n', 'notes'],
    ['g', 'steps'],
    ['r', 'reveal'],
    ['l', 'light'],
    ['p', 'pen'],
    ['?', 'help'],
    ['Escape', 'leave'],
    ['x', null],
    ['Enter', null],
    ['Tab', null]
  ] as const)('%s is %s', (key, action) => {
    expect(press(key)).toBe(action);
  });

  it('leafs on while a key stays down, and does all else once', () => {
    for (const key of ['ArrowRight', 'ArrowLeft', 'PageDown', 'PageUp', ' '])
      expect(press(key, { repeat: true })).toBe(press(key));
    for (const key of ['b', 'r', 'End', 'Escape', '?'])
      expect(press(key, { repeat: true })).toBeNull();
    expect(press('ArrowRight', { repeat: true, shiftKey: true })).toBeNull();
  });

  it('goes by chapters with Shift', () => {
    expect(press('ArrowRight', { shiftKey: true })).toBe('next-chapter');
    expect(press('ArrowLeft', { shiftKey: true })).toBe('previous-chapter');
    expect(press(' ', { shiftKey: true })).toBe('back');
  });

  it('goes on to the left where the page runs from right to left', () => {
    expect(press('ArrowLeft', { rightToLeft: true })).toBe('next');
    expect(press('ArrowRight', { rightToLeft: true })).toBe('back');
  });

  it('leaves to a slider or the map what moves it, and still hears a clicker', () => {
    for (const key of ['ArrowRight', 'ArrowLeft', 'Home', 'End', ' '])
      expect(press(key, { focus: 'mover' })).toBeNull();
    expect(press('PageDown', { focus: 'mover' })).toBe('next');
    expect(press('b', { focus: 'mover' })).toBe('black');
  });

  it('lets Space press the button that has the focus', () => {
    expect(press(' ', { focus: 'button' })).toBeNull();
    expect(press('ArrowRight', { focus: 'button' })).toBe('next');
  });

  it('takes nothing from who types but Esc', () => {
    for (const key of ['b', ' ', 'PageDown', 'ArrowRight', '?'])
      expect(press(key, { focus: 'text' })).toBeNull();
    expect(press('Escape', { focus: 'text' })).toBe('leave');
  });

  it('leaves shortcuts of the browser alone', () => {
    for (const key of ['f', 'r', 'ArrowLeft', 'Home'])
      expect(press(key, { ctrlKey: true })).toBeNull();
  });

  it('can do without single letters', () => {
    for (const key of ['b', 'w', '?', '.']) expect(press(key, { letters: false })).toBeNull();
    expect(press('ArrowRight', { letters: false })).toBe('next');
  });

  it('goes by the key’s place on keyboards with other letters', () => {
    expect(press('ذ', { code: 'KeyB' })).toBe('black');
    // Where the letter is known, it decides: on a French keyboard the key of Q is A’s.
    expect(press('w', { code: 'KeyZ' })).toBe('white');
  });
});

import type { Action } from '../../present/keys';
import type { Hideable } from '../../present/reveal';

/** Words of a story as it is presented to a class. */
export const present = {
  page: (story: string) => `Present: ${story}`,
  notesPage: (story: string) => `Notes: ${story}`,
  description: (story: string) => `“${story}”, one step a screen, for a class.`,
  notesDescription: (story: string) =>
    `What to say and ask at each step of “${story}”, with claims, sources and answers.`,
  label: 'Presentation',
  story: 'The story',
  withScript:
    'All steps, in order. With scripts on, they are shown one by one, with map and timeline.',
  step: (n: number, of: number) => `Step ${n} of ${of}`,
  spoken: (n: number, of: number, title: string) => `Step ${n} of ${of}: ${title}`,
  chapter: (n: number, of: number) => `Chapter ${n} of ${of}`,
  part: (n: number, of: number) => (of > 1 ? ` · ${n}/${of}` : ''),
  dispute: 'Sources differ',
  question: 'Question',
  answer: 'What a good answer would say',
  restsOn: 'It rests on',
  source: (words: string) => `Source: ${words}`,
  sources: (words: string) => `Sources: ${words}`,
  eventOf: (title: string) => `Event: ${title}`,
  hidden: {
    titles: 'What happened here?',
    places: 'Where was it?',
    speakers: 'Who says so?'
  } satisfies Record<Hideable, string>,
  turn: { back: 'Back', next: 'Next' },
  tools: 'Tools',
  reveal: 'Reveal',
  hideAgain: 'Hide again',
  penOff: 'Put the pen away',
  lightOff: 'Switch the light off',
  blank: { black: 'Black screen', white: 'White screen' },
  showAgain: 'The screen is blank. Show it again',
  keys: 'Tools and keys',
  close: 'Close',
  steps: 'Go to a step',
  mapLoading: 'The map is loading …',
  mapFailed: 'The map did not load. Reload the page to try again; the steps work without it.',
  acts: {
    next: 'Next step',
    back: 'Step before',
    'next-chapter': 'Next chapter',
    'previous-chapter': 'Chapter before',
    first: 'First step',
    last: 'Last step',
    reveal: 'Reveal what is hidden',
    steps: 'Go to a step',
    notes: 'Notes in a second window',
    'full-screen': 'Full screen',
    black: 'Black screen',
    white: 'White screen',
    light: 'Light on the pointer',
    pen: 'Pen that fades',
    help: 'Tools and keys',
    leave: 'Leave, or close what is open'
  } satisfies Record<Action, string>,
  /** What is written on the keys. */
  onKeys: {
    next: ['→', 'Space', 'Page Down'],
    back: ['←', 'Page Up'],
    'next-chapter': ['Shift →'],
    'previous-chapter': ['Shift ←'],
    first: ['Home'],
    last: ['End'],
    reveal: ['R'],
    steps: ['G'],
    notes: ['N'],
    'full-screen': ['F'],
    black: ['B'],
    white: ['W'],
    light: ['L'],
    pen: ['P'],
    help: ['?'],
    leave: ['Esc']
  } satisfies Record<Action, string[]>,
  hide: {
    heading: 'Hide until asked',
    everywhere: 'On every step',
    here: 'On this step',
    what: {
      titles: 'Titles',
      places: 'Places',
      speakers: 'Who says what'
    } satisfies Record<Hideable, string>,
    note: 'The address keeps this: it can be saved or passed on.'
  },
  letters: 'Keys of one letter, such as B and N, work',
  notes: {
    heading: 'Notes',
    text: 'The chapter',
    hidden: (what: string) => `Hidden from the class: ${what}`,
    shown: 'What was hidden is shown.',
    blanked: { black: 'The screen is black.', white: 'The screen is white.' },
    upNext: 'Next',
    theEnd: 'This is the last step.',
    questions: 'Questions',
    events: 'Claims and sources',
    time: 'Time',
    elapsed: 'Elapsed',
    restart: 'Start the clock again',
    unread: 'Claims and sources did not load. Reload the page to try again.',
    presentation: 'The presentation',
    alone: 'Keys and buttons here move the presentation in the other window.'
  }
};

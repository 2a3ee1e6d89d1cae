import type { ActKind } from '../../core/story';

/** What the marks mean. */
export const legend = {
  certainty: 'How sure',
  sure: 'Solid: the sources agree on it',
  possible: 'Soft edge: some time in this span',
  approximate: 'Dashed: approximate',
  planned: 'Hollow: planned or alleged',
  contested: 'Half and half: sources differ',
  kinds: 'Shape: what kind of event',
  groups: 'Colour: who acted',
  lines: 'Lines: who did what to whom',
  act: {
    accuses: 'accuses',
    expels: 'expels',
    sanctions: 'sanctions'
  } satisfies Record<ActKind, string>,
  places:
    'Circle with a number: events at a place in the window; a ring is how exactly the place is known'
};

/** Words of a story in one file. */
export const oneFile = {
  from: (updated: string) => `One file, of ${updated}`,
  present: 'Present',
  practise: 'Exercises',
  home: 'This story on its site, where corrections appear first',
  /** What the title of the window adds to the story's. */
  titleOf: { read: '', present: ': presentation', notes: ': notes', practice: ': exercises' }
};

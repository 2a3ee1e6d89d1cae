import { events } from './counted';

export const embed = {
  whole: 'Open the whole story',
  list: (n: number) => `All ${events(n)}`,
  part: (n: number) => (n === 1 ? 'The event of this part' : `The ${events(n)} of this part`),
  /** In place of what map and timeline say of the whole story. */
  onMap: { whole: 'This part' },
  onTimeline: {
    whole: (span: string) => `This part: ${span}`,
    reset: 'This part',
    outside: (span: string) =>
      `Nothing is dated there: this part runs ${span}. The window stays as it was.`
  },
  undated: 'Date not known',
  contested: 'contested',
  showMap: 'Show the map to move about in',
  weight: 'loads about 0.5 MB',
  loadingMap: 'Loading the map …',
  reading: 'Reading what is known of it …',
  unread: 'The claims and sources of this event did not load.',
  more: 'Read more',
  again: 'Try again',
  inFull: 'Claims and sources on the story’s own page',
  failed:
    'The map and the timeline did not load. The picture, the list and the story’s own page work without them.'
};

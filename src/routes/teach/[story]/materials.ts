import { teach } from '$lib/i18n/en/teach';

/** Pages for a class below the root of the site, and whether they are there: a link to one that is not fails the build. */
const PAGES = [
  { at: 'stories', under: '', words: teach.use.story, built: true },
  { at: 'present', under: '', words: teach.use.present, built: true },
  { at: 'practice', under: '', words: teach.use.practice, built: false },
  { at: 'stories', under: 'handout/', words: teach.use.handout, built: true }
  // To keep for a class without a network, and as one file: here, once there are such.
];

/** What can be used of a story, with addresses from the root of the site. */
export function materialsOf(id: string) {
  return PAGES.filter(({ built }) => built).map(({ at, under, words }) => ({
    path: `${at}/${id}/${under}`,
    ...words
  }));
}

import { teach } from '$lib/i18n/en/teach';

const { use } = teach;

/** What can be used of a story in a class, with addresses from the root of the site. */
export const materialsOf = (id: string) => [
  { path: `stories/${id}/`, ...use.story },
  { path: `present/${id}/`, ...use.present },
  { path: `practice/${id}/`, ...use.practice },
  { path: `stories/${id}/handout/`, ...use.handout },
  { path: 'offline/', ...use.offline }
];

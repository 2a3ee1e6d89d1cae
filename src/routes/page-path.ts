import type { Story } from '$lib/core/story';

/** Where the page of a story is, from the root of the site; what belongs to it is under /stories/ in either case. */
export function pagePath({ meta, archive }: Pick<Story, 'meta' | 'archive'>) {
  return archive ? (`/archives/${meta.id}/` as const) : (`/stories/${meta.id}/` as const);
}

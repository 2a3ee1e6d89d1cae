import { error, json } from '@sveltejs/kit';
import { documentById, storyIds } from '../../../../stories/stories.server';

export const prerender = true;
export const entries = () => storyIds.map((story) => ({ story }));

/** The story file, in one document: what a reader may take away and an author start from. */
export function GET({ params }) {
  const document = documentById(params.story);
  if (!document) error(404, 'There is no story of this name.');
  return json(document);
}

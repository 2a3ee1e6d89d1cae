import { storyById, storyIds } from '../../../stories/stories.server';
import { error } from '@sveltejs/kit';
import { oneFile } from './one-file.server';

export const prerender = true;

/** An archive has too many events for one page. */
export const entries = () =>
  storyIds.flatMap((story) => (storyById(story)?.archive ? [] : { story }));

export async function GET({ params, url }) {
  const story = storyById(params.story);
  if (!story || story.archive) error(404, 'There is no story of this name.');
  return new Response(await oneFile(story, url), { headers: { 'content-type': 'text/html' } });
}
